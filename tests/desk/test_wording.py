import re
from importlib.resources import files

import pytest

from reportedly.codebook.book import codebook
from reportedly.desk.wording import wording
from reportedly.errors import DataError
from reportedly.languages.desk import desk_words
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    Responsibility,
    SentenceStatus,
    Stage,
    TimePrecision,
)


@pytest.mark.parametrize(
    ("table", "choices"),
    [
        ("stage", Stage),
        ("stage_sign", Stage),
        ("type", IncidentType),
        ("field", ClaimField),
        ("mark_of", ClaimField),
        ("basis", Basis),
        ("responsibility", Responsibility),
        ("factuality", Factuality),
        ("precision", TimePrecision),
        ("precision", PlacePrecision),
        ("status", SentenceStatus),
        ("status_sign", SentenceStatus),
    ],
)
def test_every_closed_choice_has_a_word(table: str, choices: type) -> None:
    assert [choice.value for choice in choices if choice.value not in wording().tables[table]] == []


def test_every_kind_of_mark_is_in_the_legend() -> None:
    tables = wording().tables
    assert set(tables["mark_of"].values()) | {"speaker"} == set(tables["mark"])


def test_stages_are_told_apart_without_colour() -> None:
    signs = wording().tables["stage_sign"].values()
    assert len(set(signs)) == len(Stage)


def test_a_missing_word_names_its_table_and_key() -> None:
    with pytest.raises(DataError, match=r"\[stage\] has no word for 'imagined'"):
        wording().word("stage", "imagined")


def test_the_words_for_types_stand_for_the_codebooks_types() -> None:
    assert set(wording().tables["type"]) == set(codebook().codes("type")) or codebook().codes("type") == ()


def test_one_thing_and_many_are_worded_apart() -> None:
    assert (wording().many("incident", 1), wording().many("incident", 1200)) == ("one incident", "1,200 incidents")


def test_signs_need_no_language() -> None:
    assert {"stage_sign", "status_sign", "mark_of"}.isdisjoint(desk_words("en").tables)


@pytest.mark.parametrize("name", ["page.html", "report.html", "card.html", "parts.html"])
def test_a_template_has_no_words_of_its_own(name: str) -> None:
    template = files("reportedly.desk").joinpath("templates", name).read_text(encoding="utf-8")
    markup = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", template, flags=re.DOTALL)
    labels = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', markup)
    shown = re.sub(r"<[^>]*>", " ", markup)
    assert re.findall(r"[^\W\d_]{2,}", f"{shown} {' '.join(labels)}") == NAMES[name]


NAMES = {"page.html": ["Reportedly", "Esc"], "report.html": [], "card.html": [], "parts.html": []}
"""What is the same in every language: the product's name, a key's."""
