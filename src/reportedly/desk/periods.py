"""A time as a person types it in, the interval that is meant out: the forms of EDTF level 0, and ends left open.

``2024``, ``2024-03``, ``2024-03-11``, ``2024-03-11T14:30+03:00``, ``2024-03-11/2024-03-12``, ``2024-03-11/..``.
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

from reportedly.errors import UsageError
from reportedly.records.moments import Moment, day_of, parse_moment
from reportedly.records.vocabulary import TimePrecision

RIGHT = "2024, 2024-03, 2024-03-11, 2024-03-11T14:30+03:00 or two of these with a slash between them"
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_OPEN = ("..", "")
_ORDER = (TimePrecision.YEAR, TimePrecision.MONTH, TimePrecision.DAY, TimePrecision.MINUTE)
"""From coarse to fine."""


@dataclass(frozen=True, slots=True)
class Period:
    """An interval, ``end`` inclusive; None is an end left open. ``edtf`` is what was typed, tidied."""

    start: Moment | None
    end: Moment | None
    precision: TimePrecision
    edtf: str


def period_in(text: str) -> Period:
    """The interval that ``text`` writes; UsageError where it writes none, or one that ends before it starts."""
    first, slash, last = (part.strip() for part in text.partition("/"))
    if not slash:
        return _one(first, whole=text)
    if first in _OPEN and last in _OPEN:
        raise UsageError(f"{text!r} has no end at all: write {RIGHT}")
    start = None if first in _OPEN else _one(first, whole=text)
    end = None if last in _OPEN else _one(last, whole=text)
    return _between(start, end, whole=text)


def _between(start: Period | None, end: Period | None, *, whole: str) -> Period:
    edtf = f"{'..' if start is None else start.edtf}/{'..' if end is None else end.edtf}"
    if start is None:
        return Period(None, None if end is None else end.end, TimePrecision.OPEN, edtf)
    if end is None:
        return Period(start.start, None, TimePrecision.OPEN, edtf)
    if start.start is None or end.end is None or _is_before(end.end, start.start):
        raise UsageError(f"{whole!r} ends before it starts")
    return Period(start.start, end.end, min(start.precision, end.precision, key=_ORDER.index), edtf)


def _one(text: str, *, whole: str) -> Period:
    try:
        return _year_or_month(text) or _moment(text)
    except ValueError as error:
        raise UsageError(f"{whole!r} is not a time ({error}): write {RIGHT}") from error


def _year_or_month(text: str) -> Period | None:
    if _YEAR.fullmatch(text):
        return Period(dt.date(int(text), 1, 1), dt.date(int(text), 12, 31), TimePrecision.YEAR, text)
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    first = dt.date(int(found[1]), int(found[2]), 1)
    return Period(first, first.replace(day=monthrange(first.year, first.month)[1]), TimePrecision.MONTH, text)


def _moment(text: str) -> Period:
    moment = parse_moment(text)
    if isinstance(moment, dt.datetime):
        return Period(moment, moment, TimePrecision.MINUTE, moment.isoformat(timespec="seconds"))
    return Period(moment, moment, TimePrecision.DAY, moment.isoformat())


def _is_before(one: Moment, other: Moment) -> bool:
    """By the clock where both are times of one sort, else by the day."""
    if (
        isinstance(one, dt.datetime)
        and isinstance(other, dt.datetime)
        and (one.tzinfo is None) == (other.tzinfo is None)
    ):
        return one < other
    return day_of(one) < day_of(other)
