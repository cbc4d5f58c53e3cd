import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.cleaning.page import read_page
from reportedly.errors import Malformed

FIRST = "Two soldiers were wounded when a drone hit a barracks near Dorn, an army spokesman said on Tuesday."
SECOND = "Nobody claimed the attack, and the army did not say who it thinks is behind it."
THIRD = "A militia had threatened the barracks in March, after its leader was arrested in the port of Lirath."


def page(inner: str) -> str:
    head = "<html lang='en'><head><title>Drone hits barracks</title></head>"
    return f"<!doctype html>{head}<body>{inner}</body></html>"


def test_paragraphs_and_headings_become_blocks_with_blank_lines_between() -> None:
    html = page(
        f"<article><h1>Drone hits barracks</h1><p>{FIRST}</p><p>{SECOND}</p>"
        f"<h2>Earlier threats</h2><p>{THIRD}</p></article>"
    )
    body = read_page(html, where="p").body
    assert [block for block in body.split("\n\n") if block != "Drone hits barracks"] == [
        FIRST,
        SECOND,
        "Earlier threats",
        THIRD,
    ]


def test_scripts_styles_and_comments_never_reach_the_text() -> None:
    hostile = (
        "<script>var secret='SCRIPTWORDS are long enough to look like a sentence of text.'</script>"
        "<style>.a{content:'STYLEWORDS'}</style><!-- COMMENTWORDS in a remark that nobody sees -->"
        "<noscript>NOSCRIPTWORDS please enable</noscript><template>TEMPLATEWORDS</template>"
    )
    for html in (
        page(f"{hostile}<article><p>{FIRST}</p>{hostile}<p>{SECOND} {hostile}</p><p>{THIRD}</p></article>{hostile}"),
        page(f"{hostile}<p>Short note.</p>"),
        f"<p>{FIRST}{hostile}</p>",
    ):
        assert "WORDS" not in read_page(html, where="p").body


def test_navigation_and_footer_are_left_out() -> None:
    html = page(
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
        "<footer><p>Imprint of the Kallia Post</p></footer>"
    )
    body = read_page(html, where="p").body
    assert "Home" not in body
    assert "Imprint" not in body


def test_words_on_both_sides_of_a_link_or_a_bold_word_stay_together() -> None:
    html = page(
        "<article><p>The <b>army</b> of <a href='#'>Kallia</a>'s north fled.</p>"
        f"<p>{FIRST}</p><p>{SECOND}</p></article>"
    )
    assert "The army of Kallia's north fled." in read_page(html, where="p").body


def test_a_fragment_from_a_feed_is_read_by_its_own_blocks() -> None:
    assert read_page("<p>Two men died.</p><div>One fled<br>by boat.</div>", where="p").body == (
        "Two men died.\n\nOne fled\n\nby boat."
    )


@pytest.mark.parametrize("html", ["", "<html><body></body></html>", "<script>x()</script>", "<img src='a.png'>"])
def test_a_page_without_text_is_refused_by_name(html: str) -> None:
    with pytest.raises(Malformed, match=r"^the page: "):
        read_page(html, where="the page")


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(Malformed, match="nested"):
        read_page("<div>" * 50_000 + "x", where="p")


def test_an_external_entity_is_not_read() -> None:
    html = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>{FIRST} &x;</p></body></html>'
    assert read_page(html, where="p").body.replace("&x;", "").strip(" ]>").endswith(FIRST)


SCRAPS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "<table><tr><td>",
            "<ul><li>",
            "<article>",
            "<h1>",
            "<a href='x'>",
            "<br>",
            "<!--",
            "-->",
        ),
        *(
            "<script>",
            "</script>",
            "<style>",
            "<svg>",
            "<frameset>",
            "<meta charset=x>",
            "<title>",
            "<html lang='é'>",
            "&#0;",
        ),
        *(
            "<time datetime='9999'>",
            "<meta property='article:published_time' content='2023-99-99'>",
            "&#xd800;",
            "\x01",
            "<?x",
        ),
        *(
            '<script type="application/ld+json">',
            "[[[[",
            '{"datePublished": 5}',
            "]]>",
            "<![CDATA[",
            FIRST,
            SECOND,
            THIRD,
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(html=st.lists(SCRAPS | st.text(max_size=10), max_size=25).map("".join))
def test_whatever_the_page_a_text_or_a_refusal_comes_out(html: str) -> None:
    try:
        found = read_page(html, where="p")
    except Malformed:
        return
    assert found.body.strip()
    assert all(block.strip() == block for block in found.body.split("\n\n"))


def test_a_control_character_behind_a_script_is_no_obstacle() -> None:
    assert read_page("<p><script></script>\x1fTwo men died.", where="p").body == "Two men died."
