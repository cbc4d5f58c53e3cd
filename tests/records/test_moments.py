"""Days and times."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records.moments import Moment, day_of, parse_moment

DAY = dt.date(2024, 5, 16)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-05-16", DAY),
        ("  2024-05-16\n", DAY),
        ("20240516", DAY),
        ("2024-05-16T14:30", dt.datetime(2024, 5, 16, 14, 30)),  # noqa: DTZ001 - a local time
        ("2024-05-16 14:30:05", dt.datetime(2024, 5, 16, 14, 30, 5)),  # noqa: DTZ001
        ("2024-05-16T14:30:00Z", dt.datetime(2024, 5, 16, 14, 30, tzinfo=dt.UTC)),
        ("2024-05-16T14:30+03:00", dt.datetime(2024, 5, 16, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=3)))),
    ],
)
def test_a_day_or_a_time_is_read(text: str, moment: Moment) -> None:
    assert parse_moment(text) == moment
    assert type(parse_moment(text)) is type(moment)


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13-01", "2024-02-30", "16.05.2024", "2024-05-16T25:00"])
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|must be in|out of range"):
        parse_moment(text)


@given(st.dates())
def test_a_day_is_its_own_day_and_reads_back(day: dt.date) -> None:
    assert day_of(day) == day
    assert parse_moment(day.isoformat()) == day


@given(st.datetimes())
def test_a_time_falls_on_its_local_day(moment: dt.datetime) -> None:
    assert day_of(moment) == moment.date()
    assert type(day_of(moment)) is dt.date


def test_a_zoned_time_keeps_the_day_of_its_zone() -> None:
    assert day_of(parse_moment("2024-05-16T23:30-05:00")) == DAY
