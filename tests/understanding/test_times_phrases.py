"""The phrase table of the benchmark holds: each phrase comes to what a person read."""

import pytest

from bench.times import Row, rows, verdict_ours

ROWS = rows()
FLOOR = 0.98
"""Share of phrases read right; all 298 were on 2026-11-25."""


def test_the_share_of_phrases_read_right_holds_its_floor() -> None:
    verdicts = [verdict_ours(row) for row in ROWS]
    assert verdicts.count("right") / len(verdicts) >= FLOOR


@pytest.mark.parametrize("row", [row for row in ROWS if row.expected == "none"], ids=lambda row: row.phrase)
def test_what_dates_nothing_is_given_no_day(row: Row) -> None:
    assert verdict_ours(row) == "right"


def test_a_third_of_the_phrases_is_drawn_by_lot() -> None:
    assert len(ROWS) >= 250
    assert sum(row.lot for row in ROWS) >= len(ROWS) / 3
