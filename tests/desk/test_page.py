import re
from dataclasses import replace

import pytest
from lxml import html

from reportedly.desk.page import page
from reportedly.records.incidents import Telling

HOSTILE = "</title></style><script>alert(1)</script>\"'><img src=x>"


def tree(*tellings: Telling) -> html.HtmlElement:
    return html.document_fromstring(page(tellings))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def one(root: html.HtmlElement, selector: str) -> html.HtmlElement:
    (element,) = root.cssselect(selector)
    return element


def line_of(root: html.HtmlElement, selector: str) -> str:
    return words(root.cssselect(selector)[0])


def test_the_same_reports_give_the_same_bytes(telling: Telling, quiet: Telling) -> None:
    assert page([telling, quiet]) == page([telling, quiet])


def test_every_link_inside_the_page_has_its_target_and_every_id_is_one_of_a_kind(
    telling: Telling, quiet: Telling
) -> None:
    root = tree(telling, quiet, telling)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = {link.get("href")[1:] for link in root.cssselect('a[href^="#"]')}
    assert targets - set(ids) == set()


def test_nothing_in_the_page_is_loaded_from_anywhere(telling: Telling) -> None:
    root = tree(telling)
    loaded = [element.get("src") or element.get("href") for element in root.cssselect("[src], link[href]")]
    assert loaded == ["data:,"]
    assert not re.search(r"url\(|@import", page([telling]))


def test_the_words_of_the_report_are_all_there(telling: Telling) -> None:
    root = tree(telling)
    for number in root.cssselect(".text .n"):
        number.drop_tree()
    assert words(one(root, ".text")) == " ".join(telling.report.text.split())


def test_a_value_leads_to_the_words_it_stands_on(telling: Telling) -> None:
    root = tree(telling)
    link = root.cssselect(".f-weapons a.value")[0]
    assert words(link) == "2 × one-way drones"
    assert words(root.get_element_by_id(link.get("href")[1:])) == "two one-way drones"


def test_a_card_names_the_whole_chain_from_speaker_to_reader(telling: Telling) -> None:
    chain = "two defence officials, anonymous → Gulf Wire → The Delta Post"
    assert chain in line_of(tree(telling), ".f-says dd")


def test_a_value_names_whoever_says_it_and_how_firmly(telling: Telling) -> None:
    root = tree(telling)
    assert "two defence officials, anonymous → Gulf Wire" in line_of(root, ".f-when dd")
    assert words(root.cssselect(".f-perpetrators dd")[1]).endswith("Marsh Brigade denying it")


def test_when_is_told_with_its_derivation(telling: Telling) -> None:
    assert line_of(tree(telling), ".f-when dd").startswith(
        "12 March 2024 part of the day Tuesday before publication on 2024-03-13"
    )


def test_responsibility_has_a_row_on_every_card(telling: Telling) -> None:
    rows = tree(telling).cssselect(".f-responsibility dd")
    assert "withheld: somebody who could say did not" in words(rows[0])
    assert words(rows[2]) == "the report is silent"


def test_a_settled_place_is_drawn_and_an_unsettled_one_said_to_be(telling: Telling) -> None:
    cards = tree(telling).cssselect(".card")
    assert [len(card.cssselect("svg")) for card in cards] == [1, 0, 0]
    assert "named, not settled: no point to draw" in words(cards[2])


def test_every_sentence_is_accounted_for(telling: Telling) -> None:
    root = tree(telling)
    rows = root.cssselect(".accounts li")
    assert [row.get("value") for row in rows] == [str(n) for n in range(1, len(telling.report.sentences) + 1)]
    assert "not coded" in words(rows[8])
    assert "no incident, speaker or figure in it" in words(rows[8])
    assert "5 coded, 3 context, 1 furniture, 1 not coded" in words(one(root, ".accounts summary"))


def test_furniture_is_set_apart(telling: Telling) -> None:
    assert [words(one) for one in tree(telling).cssselect(".text .s-furniture")] == [
        "Sentence 10, furniture: a promo line Watch | The drone that anyone can build".replace(" line W", " lineW")
    ]


def test_a_quiet_report_says_what_it_tells_instead(quiet: Telling) -> None:
    cards = one(tree(quiet), ".cards")
    assert words(cards).startswith("No incident. It tells instead tally at least 16 · attacks")


def test_several_reports_have_an_index_and_one_has_none(telling: Telling, quiet: Telling) -> None:
    assert tree(telling).cssselect("#index") == []
    rows = tree(telling, quiet).cssselect("#index li")
    assert len(rows) == 2
    assert "thwarted: Drone attack on Wadi Sahl airfield" in words(rows[0])
    assert "no main incident" in words(rows[1])


def test_no_report_at_all_is_said() -> None:
    assert "No report could be read." in words(one(tree(), ".empty"))


def test_hostile_words_never_become_markup(telling: Telling) -> None:
    report = replace(telling.report, title=HOSTILE, publisher=HOSTILE, uri=f"javascript:{HOSTILE}", language=HOSTILE)
    incident = replace(telling.incidents[0], summary=HOSTILE)
    root = tree(replace(telling, report=report, incidents=(incident,)))
    assert len(root.cssselect("script")) == 1
    assert root.cssselect("img") == []
    assert root.cssselect('a[href^="javascript"]') == []
    assert root.cssselect("h2")[0].text_content() == HOSTILE
    assert root.cssselect(".card h3")[0].text_content() == HOSTILE


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ud800", "\x85"])
def test_a_sign_that_html_cannot_hold_is_replaced(telling: Telling, sign: str) -> None:
    written = page([replace(telling, report=replace(telling.report, title=f"a{sign}b"))])
    assert sign not in written
    assert "a\ufffdb" in written
    written.encode("utf-8")


def test_an_address_is_a_link_and_an_id_is_not(telling: Telling, quiet: Telling) -> None:
    assert one(tree(telling), ".origin a").get("href") == "https://delta-post.example/wadi-sahl"
    assert tree(quiet).cssselect(".origin a") == []


def test_names_are_shielded_from_each_others_direction(telling: Telling) -> None:
    names = [words(name) for name in tree(telling).cssselect(".voice bdi")]
    assert "أبو سالم (Abu Salim)" in names
    assert all(part.get("dir") == "auto" for part in tree(telling).cssselect(".text p"))
