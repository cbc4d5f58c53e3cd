import datetime as dt

import pytest

from reportedly.desk.periods import Period, period_in
from reportedly.errors import UsageError
from reportedly.records.vocabulary import TimePrecision

DAY = dt.date


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2024", DAY(2024, 1, 1), DAY(2024, 12, 31), TimePrecision.YEAR),
        ("2024-02", DAY(2024, 2, 1), DAY(2024, 2, 29), TimePrecision.MONTH),
        ("2024-03-11", DAY(2024, 3, 11), DAY(2024, 3, 11), TimePrecision.DAY),
        ("2024-03-11/2024-03-12", DAY(2024, 3, 11), DAY(2024, 3, 12), TimePrecision.DAY),
        ("2024-02/2024-03-12", DAY(2024, 2, 1), DAY(2024, 3, 12), TimePrecision.MONTH),
        ("2024-03-11/..", DAY(2024, 3, 11), None, TimePrecision.OPEN),
        ("../2024-03", None, DAY(2024, 3, 31), TimePrecision.OPEN),
    ],
)
def test_a_time_is_an_interval_with_its_precision(
    text: str, start: dt.date | None, end: dt.date | None, precision: TimePrecision
) -> None:
    assert period_in(text) == Period(start, end, precision, text)


def test_a_time_of_day_keeps_its_offset() -> None:
    period = period_in("2024-03-11T14:30+03:00")
    assert period.start == dt.datetime(2024, 3, 11, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    assert (period.precision, period.edtf) == (TimePrecision.MINUTE, "2024-03-11T14:30:00+03:00")


@pytest.mark.parametrize(
    "text", ["yesterday", "2024-13", "2024-02-30", "11.3.2024", "", "2024-03-12/2024-03-11", "../..", "/", "0000"]
)
def test_what_is_no_time_is_refused_by_name(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        period_in(text)
    assert repr(text) in str(refused.value)


def test_an_evening_that_ends_in_the_night_is_an_interval() -> None:
    assert period_in("2024-03-11T22:00/2024-03-12T02:00").precision is TimePrecision.MINUTE
