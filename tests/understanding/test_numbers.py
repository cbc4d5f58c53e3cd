"""Figures and ordinals of short texts written for the test."""

import tomllib
from pathlib import Path

import pytest

from reportedly.cleaning.clean import clean
from reportedly.records.counts import Count
from reportedly.records.reports import CleanText, Report, Sentence
from reportedly.records.spans import Span
from reportedly.understanding.numbers import find_figures, find_ordinals

PHRASES = tomllib.loads((Path(__file__).parents[2] / "bench" / "phrases_numbers.toml").read_text(encoding="utf-8"))


def text_of(content: str) -> CleanText:
    return clean(Report(id="r", content=content))


@pytest.mark.parametrize("entry", PHRASES["figure"], ids=lambda entry: entry["text"])
def test_a_phrase_holds_its_figures(entry: dict[str, list[str] | str]) -> None:
    found = [f"{figure.count.low},{figure.count.high}" for figure in find_figures(text_of(str(entry["text"])))]
    assert found == entry["figures"]


def test_a_figure_covers_its_hedge() -> None:
    text = text_of("Officials counted at least two drones.")
    (figure,) = find_figures(text)
    assert figure.span.of(text.text) == "at least two"


def test_a_range_covers_both_of_its_numbers() -> None:
    text = text_of("They fired between 10 and 15 shells.")
    (figure,) = find_figures(text)
    assert figure.span.of(text.text) == "between 10 and 15"


def test_figures_come_in_text_order() -> None:
    counts = [figure.count for figure in find_figures(text_of("Two trucks and nine men came. Four left."))]
    assert counts == [Count.exactly(2), Count.exactly(9), Count.exactly(4)]


def test_furniture_holds_no_figures() -> None:
    words = "Read more: five things to know."
    text = CleanText(
        report_id="r",
        text=words,
        text_hash="h",
        language="en",
        sentences=(Sentence(Span(0, len(words)), 0, furniture=True),),
    )
    assert find_figures(text) == ()
    assert find_ordinals(text) == ()


def test_ordinals_are_told_by_words_and_by_digits() -> None:
    text = text_of("It was the 21st attack, the first in a year and the twenty-second since May.")
    assert [(ordinal.span.of(text.text), ordinal.number) for ordinal in find_ordinals(text)] == [
        ("21st", 21),
        ("first", 1),
        ("twenty-second", 22),
    ]


def test_a_unit_of_a_calibre_is_no_ordinal() -> None:
    assert find_ordinals(text_of("a 155mm shell and a 9mm pistol")) == ()


def test_a_language_without_a_folder_is_read_by_the_fallback() -> None:
    text = clean(Report(id="r", content="two drones", language="qaa"))
    assert [figure.count for figure in find_figures(text)] == [Count.exactly(2)]
