"""When something happened: an interval with its precision and the reasoning that led to it."""

import datetime as dt
from dataclasses import dataclass

from reportedly.records.vocabulary import TimePrecision

Moment = dt.date | dt.datetime
"""A day, or a local or zoned time on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval, ``end`` inclusive; both ends None where the text fixes no year.

    ``edtf`` follows the Extended Date/Time Format (ISO 8601-2), ``derivation`` says in words how the text's
    own words (``text``) led there. ``claims`` lists the ids of the claims it rests on once coded.
    """

    start: Moment | None
    end: Moment | None
    precision: TimePrecision
    edtf: str
    derivation: str
    text: str
    claims: tuple[str, ...] = ()


def day_of(moment: Moment) -> dt.date:
    """The calendar day a moment falls on."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def iso(moment: Moment) -> str:
    """A day as ``2023-10-18``, a time as ``2023-10-18T14:30`` with its offset where one is known."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, dt.datetime) else moment.isoformat()


def parse_moment(text: str) -> Moment:
    """An ISO 8601 day or time; ValueError where it is neither."""
    stripped = text.strip()
    try:
        return dt.date.fromisoformat(stripped)
    except ValueError:
        return dt.datetime.fromisoformat(stripped)


def latest(moment: Moment) -> dt.datetime:
    """The last instant that a moment can mean: a day at its end; UTC where it tells no zone."""
    if isinstance(moment, dt.datetime):
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
    return dt.datetime.combine(moment, dt.time.max, dt.UTC)
