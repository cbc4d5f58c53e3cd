from hypothesis import given
from hypothesis import strategies as st

from reportedly.cleaning.sentences import split_sentences
from reportedly.records.spans import Span


def words_of(text: str, language: str = "en") -> list[str]:
    return [sentence.span.of(text) for sentence in split_sentences(text, language=language)]


def test_ranks_and_initials_end_no_sentence() -> None:
    text = "Lt. Gen. Omar Rass of the U.S. Central Command was hurt. Col. A. B. Ross was not."
    assert words_of(text) == [
        "Lt. Gen. Omar Rass of the U.S. Central Command was hurt.",
        "Col. A. B. Ross was not.",
    ]


def test_a_clock_time_before_a_weekday_ends_no_sentence() -> None:
    text = "The blast came at 5 a.m. Sunday near Dorn. At 6 p.m. shelling resumed."
    assert words_of(text) == ["The blast came at 5 a.m. Sunday near Dorn.", "At 6 p.m. shelling resumed."]


def test_a_site_address_in_a_sentence_is_not_cut_at_its_dot() -> None:
    assert words_of("He posted on KALLIA.COM before the raid.") == ["He posted on KALLIA.COM before the raid."]


def test_a_quotation_that_ends_in_a_stop_keeps_its_mark() -> None:
    assert words_of("“We hit it.” He denied it.") == ["“We hit it.”", "He denied it."]


def test_a_line_break_inside_a_paragraph_ends_a_sentence() -> None:
    assert words_of("Blast in Dorn\nTwo men died.") == ["Blast in Dorn", "Two men died."]


def test_a_text_wrapped_at_a_margin_is_not_cut_at_its_line_ends() -> None:
    text = (
        "Two soldiers were wounded when a drone struck a barracks near\n"
        "Dorn, a town in the north of Kallia, an army spokesman said on\n"
        "Tuesday. The army gave no details about who might have sent the\n"
        "drone, and no group has said that it was behind the strike."
    )
    found = words_of(text)
    assert [sentence.split()[0] for sentence in found] == ["Two", "The"]


def test_a_list_of_headlines_of_even_length_is_not_taken_for_a_wrapped_text() -> None:
    lines = [
        "Five people die in a blast at the old market of Lirath",
        "Mayor of Dorn flees after the night raid on his house",
        "Army says it downed nine drones over the port of Kand",
        "Rebels deny that they shelled the hospital in Lirath",
    ]
    assert words_of("\n".join(lines)) == lines


def test_the_title_is_one_heading_though_it_holds_a_stop() -> None:
    title = "Blast in Dorn. Two dead"
    sentences = split_sentences(f"{title}\n\nTwo men died.", language="en", title=Span(0, len(title)))
    assert sentences[0].span == Span(0, len(title))
    assert sentences[0].heading
    assert [sentence.paragraph for sentence in sentences] == [0, 1]


def test_a_short_line_alone_without_a_stop_is_a_heading() -> None:
    text = "Two men died.\n\nEarlier threats\n\nA militia had threatened Dorn."
    assert [sentence.heading for sentence in split_sentences(text, language="en")] == [False, True, False]


def test_a_text_in_an_unknown_language_is_split_too() -> None:
    assert words_of("Один. Два.", language="und") == ["Один.", "Два."]


PIECES = st.sampled_from(
    [
        "Watch | A: b ×",
        "Two died. ",
        "(Photo: X)",
        "\n",
        "\n\n",
        " ",
        "Read more: x",
        "Share",
        "a.m. Sunday",
        "“Hi.”",
        "©",
        ".",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join))
def test_sentences_cover_every_non_blank_character_in_order(text: str) -> None:
    sentences = split_sentences(text, language="en")
    covered: set[int] = set()
    for sentence in sentences:
        assert not covered or sentence.span.start >= max(covered)
        covered |= set(range(sentence.span.start, sentence.span.end))
    assert [index for index, char in enumerate(text) if char.strip() and index not in covered] == []
    paragraphs = [sentence.paragraph for sentence in sentences]
    assert paragraphs == sorted(paragraphs)
