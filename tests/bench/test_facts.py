"""Verdicts on a day and a count: right, wrong or silent."""

import datetime as dt

import pytest

from bench.facts import Fact, count_verdict, day_verdict, rows
from reportedly.records.counts import Count
from reportedly.records.moments import When
from reportedly.records.vocabulary import TimePrecision

DAY = dt.date(2024, 5, 14)


def when(start: dt.date | None, end: dt.date | None) -> When:
    return When(start=start, end=end, precision=TimePrecision.DAY, edtf="x", derivation="x", text="x")


@pytest.mark.parametrize(
    ("told", "slack", "expected"),
    [
        (when(DAY, DAY), 0, "right"),
        (when(DAY + dt.timedelta(1), DAY + dt.timedelta(1)), 0, "wrong"),
        (when(DAY + dt.timedelta(1), DAY + dt.timedelta(1)), 1, "right"),
        (when(DAY - dt.timedelta(10), DAY + dt.timedelta(10)), 1, "wrong"),
        (when(DAY, None), 0, "right"),
        (when(None, None), 0, "silent"),
        (None, 0, "silent"),
    ],
    ids=["the day", "the next", "the next, within one", "a wide interval", "open", "no year", "nothing"],
)
def test_a_day_is_right_only_when_narrow_and_near(told: When | None, slack: int, expected: str) -> None:
    assert day_verdict(told, DAY, slack=slack) == expected


@pytest.mark.parametrize(
    ("told", "wanted", "expected"),
    [
        (Count.exactly(3), 3, "right"),
        (Count.at_least(3), 3, "wrong"),
        (Count(2, 3), 3, "wrong"),
        (None, 3, "silent"),
        (None, 0, "right"),
        (Count.exactly(1), 0, "wrong"),
    ],
)
def test_a_count_is_right_when_both_ends_are(told: Count | None, wanted: int, expected: str) -> None:
    assert count_verdict(told, wanted) == expected


def test_a_report_told_as_nothing_is_silent_on_what_is_held_of_it() -> None:
    report = {"id": "r", "text": "The council met on Monday.", "published": "2024-05-15"}
    fact = Fact(report, DAY, 2, 0, attackers_too=True)
    found = {row.key: (row.value, row.detail) for row in rows("x", iter([fact]), slack=1)}
    assert found == {
        "facts.x_day": (0.0, "0/1, 0 wrong, 1 silent"),
        "facts.x_killed": (0.0, "0/1, 0 wrong, 1 silent"),
        "facts.x_injured": (100.0, "1/1, 0 wrong, 0 silent"),
    }
