"""A claim and its report's times in, the days between which it says that something holds out."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.records.answers import Measure
from reportedly.records.claims import Claim
from reportedly.records.mentions import TimeMention
from reportedly.records.moments import Moment, When, day_of, parse_moment
from reportedly.records.values import Value
from reportedly.records.vocabulary import TimePrecision

HABIT_DAYS = 365
"""How far back a habit told without a time is looked for."""
INEXACT_DAYS = 92
"""Days that a part of a month or a season ("the beginning of May", "the autumn") may last from where it is set to
begin: the longest, a season, has 92.
"""
_MONTH = re.compile(r"\w+|\w+ \d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Days, all inclusive: what falls on ``first`` or later belongs surely, from ``opens`` on possibly.

    None where the words do not say. ``at`` is where in the quote its words begin, -1 where there are none.
    """

    opens: dt.date | None
    first: dt.date | None
    last: dt.date | None
    at: int


def term_of(claim: Claim, times: Sequence[TimeMention], *, published: Moment | None, measure: Measure | None) -> Term:
    """The days a claim is about, to the day of its report where its words name no end."""
    last = None if published is None else day_of(published)
    value = claim.value if isinstance(claim.value, dict) else {}
    found = [one for one in times if claim.span.contains(one.span) and one.when.start is not None]
    at = _start_of(claim, value, found)
    since, until = _day(value.get("since")), _day(value.get("until"))
    if since is not None:
        return Term(opens=since, first=since, last=min(filter(None, (until, last)), default=None), at=at)
    if found:
        opens, first = _opening(found[-1].when, last, counts=measure in (Measure.NUMBER, Measure.KILLED))
        return Term(opens=opens, first=first, last=last, at=at)
    if measure is Measure.HABIT and last is not None:
        back = last - dt.timedelta(days=HABIT_DAYS)
        return Term(opens=back, first=back, last=last, at=at)
    return Term(opens=None, first=None, last=last, at=at)


def _start_of(claim: Claim, value: dict[str, Value], found: Sequence[TimeMention]) -> int:
    words = value.get("period")
    at = claim.quote.rfind(words) if isinstance(words, str) else -1
    return found[-1].span.start - claim.span.start if found and at < 0 else at


def _opening(when: When, last: dt.date | None, *, counts: bool) -> tuple[dt.date | None, dt.date | None]:
    """From when something may and from when it surely belongs.

    A count includes the time it begins with; a rank begins behind what it counts from ("the first since 2011"), unless
    that reaches to the day of the report ("in two years").
    """
    if when.start is None:
        return None, None
    start, end = day_of(when.start), None if when.end is None else day_of(when.end)
    if last is None or counts or (end is not None and end >= last - dt.timedelta(days=1)):
        return start, start
    if end is None and when.precision is TimePrecision.MONTH and not (start.day == 1 and _MONTH.fullmatch(when.text)):
        return start, start + dt.timedelta(days=INEXACT_DAYS)
    behind = (end or _end_of(when.precision, start)) + dt.timedelta(days=1)
    return behind, behind


def _end_of(precision: TimePrecision, start: dt.date) -> dt.date:
    """The last day of the year, month, week or day that begins so."""
    if precision is TimePrecision.YEAR:
        return dt.date(start.year, 12, 31)
    if precision is TimePrecision.MONTH:
        return start.replace(day=monthrange(start.year, start.month)[1])
    return start + dt.timedelta(days=6) if precision is TimePrecision.WEEK else start


def _day(value: Value) -> dt.date | None:
    return day_of(parse_moment(value)) if isinstance(value, str) else None
