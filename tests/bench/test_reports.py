"""The gate's rows, made of what a corpus's own scorer returns; a tiny corpus stands in for the real one."""

import json
from pathlib import Path

import pytest

from bench.reports import bracketed, measures_from, naive, scorer_at, share

SCORES = {
    "main incidents": {"P": 50.0, "R": 100.0, "F": 66.7, "tp": 1, "fp": 1, "fn": 0},
    "all incidents, recall": 100.0,
    "quiet on reports without a main incident": "2/3",
    "wrong quotes": "0/12",
    "fields": {"stage": "50 (1/2)"},
    "report claims, found/gold, unasked": {"tally": "3/4, 5"},
}


def test_rows_carry_the_scorers_figures_and_the_baselines_beside_them() -> None:
    base = {**SCORES, "main incidents": {**SCORES["main incidents"], "F": 10.0}, "fields": {}}  # type: ignore[dict-item]
    rows = {row.key: row for row in measures_from(SCORES, base)}
    assert (rows["reports.main_f"].value, rows["reports.main_f"].baseline) == (66.7, 10.0)
    assert (rows["reports.stage"].value, rows["reports.stage"].baseline) == (50.0, None)
    assert (rows["reports.claim_tally"].value, rows["reports.claim_tally"].detail) == (75.0, "3/4, 5 unasked")
    assert rows["reports.quiet"].value == 66.7


def test_wrong_quotes_are_better_the_fewer() -> None:
    row = {row.key: row for row in measures_from(SCORES, SCORES)}["reports.wrong_quotes"]
    assert row.lower_is_better
    assert row.value == 0


def test_a_fraction_of_nought_is_no_figure() -> None:
    assert share("0/0") is None
    assert share(None) is None


def test_a_fraction_is_taken_out_of_its_brackets() -> None:
    assert bracketed("86 (31/36)") == "31/36"


def test_the_baseline_tells_the_title_on_the_publication_day() -> None:
    told = naive({"id": "x", "title": "Blast", "text": "Words.", "published": "2024-01-02"})
    incident = told["incidents"][0]  # type: ignore[index]
    assert (incident["summary"], incident["when"]["start"], incident["stage"]) == (
        "Blast",
        "2024-01-02",
        "accomplished",
    )


def test_a_corpus_without_its_scorer_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"score\.py"):
        scorer_at(tmp_path)


def test_a_corpus_brings_its_own_scorer(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text(
        "def load(folder): return {'x': str(folder.name)}\ndef score(pred, golds, pluses): return {'golds': golds}\n"
    )
    scorer = scorer_at(tmp_path)
    assert json.dumps(scorer.score({}, scorer.golds, scorer.pluses)) == '{"golds": {"x": "gold"}}'
