"""The scorer of named organisations: what counts as named, found and wrong."""

import json
from pathlib import Path

import pytest

from bench.measures import Balance
from bench.parties import Marked, compared, is_named, marked_in, measures
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span

TEXT = "They said Hamas fired. The army replied."


@pytest.mark.parametrize(("words", "named"), [("They", False), ("Hamas", True), ("The army", False), ("said", False)])
def test_a_capital_that_opens_a_sentence_names_nobody(words: str, named: bool) -> None:
    start = TEXT.index(words)
    assert is_named(TEXT, Span(start, start + len(words)), frozenset({0, 23})) is named


def test_what_touches_no_organisation_is_wrong_and_what_is_not_touched_is_missed() -> None:
    gold = Marked(named=(Span(0, 5), Span(10, 15)), every=(Span(0, 5), Span(10, 15), Span(20, 25)))
    assert compared(gold, [Span(3, 8), Span(21, 22), Span(30, 31)]) == Balance(1, 1, 1)


def test_what_is_no_organisation_or_not_agreed_on_is_no_gold() -> None:
    row = {"start": 10, "end": 15, "type": "Organisation", "confidence": 0.4}
    record = {"id": "x", "entities": [row, {**row, "confidence": 0.5}, {**row, "type": "Person", "confidence": 1}]}
    text = CleanText(report_id="r", text=TEXT, text_hash="h", language="en", sentences=())
    assert marked_in(record, text) == Marked((Span(10, 15),), (Span(10, 15),))
    with pytest.raises(TypeError, match="entities"):
        marked_in({"id": "x", "entities": None}, text)


def test_a_corpus_gives_one_row(tmp_path: Path) -> None:
    row = {"start": 10, "end": 15, "type": "Organisation", "confidence": 1}
    record = json.dumps({"id": "x", "text": TEXT, "entities": [row]})
    (tmp_path / "train.jsonl").write_text(record + "\n", encoding="utf-8")
    (tmp_path / "valid.jsonl").write_text("", encoding="utf-8")
    (measure,) = measures(tmp_path)
    assert (measure.key, measure.detail) == ("re3d.parties", "P 50.0 R 100.0")
