"""Which persons a text names, in which words, and the role told beside the name."""

import pytest

from reportedly.languages.persons import person_words
from reportedly.records.mentions import PersonMention
from reportedly.understanding.actors import find_people
from reportedly.understanding.persons import find_persons
from tests.understanding.test_actors import clean


def persons(text: str) -> tuple[PersonMention, ...]:
    report = clean(text)
    return find_persons(report, find_people(report))


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.name, one.kind, one.role) for one in persons(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        ("At dawn Judge Oriel Vantar was shot dead.", "Oriel Vantar", "official", "Judge"),
        ("At dawn journalist Oriel Vantar was shot dead.", "Oriel Vantar", "media", "journalist"),
        ("At dawn police Col. Oriel Vantar was shot dead.", "Oriel Vantar", "police", "police Col"),
        ("At dawn Dr Oriel Vantar was shot dead.", "Oriel Vantar", "person", "Dr"),
        ("The mayor of Ostra, Oriel Vantar, was shot dead.", "Oriel Vantar", "official", "mayor"),
        (
            "At dawn Oriel Vantar, the former deputy mayor, was shot dead.",
            "Oriel Vantar",
            "official",
            "former deputy mayor",
        ),
        ("At dawn Oriel Vantar, 34, was shot dead.", "Oriel Vantar", "person", None),
        ("At dawn Oriel Vantar (34) was shot dead.", "Oriel Vantar", "person", None),
        ("At dawn Oriel Vantar, 34, a nurse, was shot dead.", "Oriel Vantar", "medical", "nurse"),
        ("At dawn Juan Vantar was shot dead.", "Juan Vantar", "person", None),
        ("At dawn Juan de la Vantar was shot dead.", "Juan de la Vantar", "person", None),
        ("At dawn Judge T. J. Vantar was shot dead.", "T. J. Vantar", "official", "Judge"),
    ],
)
def test_a_name_with_a_title_an_age_a_role_or_a_given_name_is_a_person_s(
    text: str, name: str, kind: str, role: str | None
) -> None:
    assert told(text) == [(name, kind, role)]


@pytest.mark.parametrize(
    "text",
    [
        "At dawn Sana Vantar spoke to nobody.",
        "The Juan Vantar Hospital was closed.",
        "Vantar Street was closed, and Juan Street too.",
        "On Monday General Motors closed its gates.",
        "The United Nations and Amnesty International spoke.",
        "Police Scotland spoke.",
    ],
)
def test_capitals_alone_and_institutions_are_no_person(text: str) -> None:
    assert persons(text) == ()


def test_a_role_in_another_clause_is_not_beside_the_name() -> None:
    assert told("A soldier in Ostra, Juan Vantar said, was shot dead.") == [("Juan Vantar", "person", None)]


def test_a_title_before_a_family_name_alone_stays_with_it() -> None:
    assert told("Later Judge Vantar was shot dead.") == [("Judge Vantar", "official", "Judge")]


def test_a_person_keeps_the_fullest_name_the_text_gives() -> None:
    found = told("At dawn Judge Oriel Vantar spoke. Judge Vantar was shot dead.")
    assert [name for name, _, _ in found] == ["Oriel Vantar", "Oriel Vantar"]


def test_a_short_name_that_fits_two_persons_stays_short() -> None:
    found = told("Judge Oriel Vantar and Judge Sana Vantar spoke. Judge Vantar was shot dead.")
    assert [name for name, _, _ in found] == ["Oriel Vantar", "Sana Vantar", "Judge Vantar"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("guerrillas murdered judge maria vantar in ostra today.", "maria vantar"),
        ("guerrillas murdered colonel oriel vantar near ostra.", "oriel vantar"),
        ("guerrillas murdered jose antonio vantar velm today.", "jose antonio vantar velm"),
        ("GUERRILLAS MURDERED BISHOP JUAN DE LA VANTAR TODAY.", "JUAN DE LA VANTAR"),
    ],
)
def test_where_no_capital_tells_a_given_name_or_a_title_opens_a_name(text: str, name: str) -> None:
    assert [one.name for one in persons(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "the general strike in ostra was called off by the leader of the union.",
        "the major road to ostra and the private hospital were closed.",
        "judge ordered the release of two men. colonel said so.",
        "the jan uprising and the may accord were remembered.",
    ],
)
def test_where_no_capital_tells_plain_words_are_no_name(text: str) -> None:
    assert persons(text) == ()


def test_the_whole_takes_in_the_role_told_beside_the_name() -> None:
    text = "The mayor of Ostra, Oriel Vantar, was shot dead."
    (one,) = persons(text)
    assert (one.span.of(text), one.whole.of(text)) == ("Oriel Vantar", "mayor of Ostra, Oriel Vantar")


@pytest.mark.parametrize("title", sorted(" ".join(words) for words in person_words("en").titles))
def test_every_title_opens_a_name(title: str) -> None:
    frame = person_words("en").frame
    assert [one.name for one in persons(frame.format(title.capitalize()))] == ["Oriel Vantar"]


def test_a_company_that_begins_with_a_title_is_no_person() -> None:
    assert "General Motors" in person_words("en").look_alike
    assert persons(person_words("en").look_alike) == ()
