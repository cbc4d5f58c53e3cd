"""Calendar arithmetic against days that almanacs give."""

import datetime as dt

import pytest

from reportedly.errors import DataError
from reportedly.understanding.times import days


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1989, dt.date(1989, 3, 26), dt.date(1989, 4, 30)),
        (2016, dt.date(2016, 3, 27), dt.date(2016, 5, 1)),
        (2019, dt.date(2019, 4, 21), dt.date(2019, 4, 28)),
        (2023, dt.date(2023, 4, 9), dt.date(2023, 4, 16)),
        (2024, dt.date(2024, 3, 31), dt.date(2024, 5, 5)),
        (2025, dt.date(2025, 4, 20), dt.date(2025, 4, 20)),
    ],
)
def test_both_easters_fall_on_the_almanacs_day(year: int, western: dt.date, orthodox: dt.date) -> None:
    assert (days.easter(year), days.orthodox_easter(year)) == (western, orthodox)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-24", dt.date(2023, 12, 24)),
        ("easter -2", dt.date(2023, 4, 7)),
        ("11 4 4", dt.date(2023, 11, 23)),
        ("11 4 4 +1", dt.date(2023, 11, 24)),
        ("5 1 -1", dt.date(2023, 5, 29)),
    ],
)
def test_a_rule_gives_its_day_of_the_year(rule: str, day: dt.date) -> None:
    assert days.holiday(rule, 2023) == day


def test_a_rule_that_is_none_names_itself() -> None:
    with pytest.raises(DataError, match="full moon"):
        days.holiday("full moon", 2023)


@pytest.mark.parametrize(
    ("rule", "day", "hours"),
    [
        ("us", dt.date(2023, 3, 11), -5),
        ("us", dt.date(2023, 3, 12), -4),
        ("us", dt.date(2023, 11, 4), -4),
        ("us", dt.date(2023, 11, 5), -5),
        ("", dt.date(2023, 7, 1), -5),
    ],
)
def test_daylight_time_starts_and_ends_on_its_sundays(rule: str, day: dt.date, hours: int) -> None:
    assert days.zone_at(-300, rule, day).utcoffset(None) == dt.timedelta(hours=hours)


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        (dt.date(2023, 1, 1), dt.date(2023, 12, 31), "2023"),
        (dt.date(2023, 2, 1), dt.date(2023, 2, 28), "2023-02"),
        (dt.date(2023, 2, 3), dt.date(2023, 2, 3), "2023-02-03"),
        (dt.date(2023, 2, 3), dt.date(2023, 2, 5), "2023-02-03/2023-02-05"),
        (dt.date(2023, 2, 3), None, "2023-02-03/.."),
        (None, dt.date(2023, 2, 3), "../2023-02-03"),
        (None, None, "XXXX-XX-XX"),
    ],
)
def test_an_interval_has_its_shortest_edtf(start: dt.date | None, end: dt.date | None, edtf: str) -> None:
    assert days.edtf(start, end) == edtf
