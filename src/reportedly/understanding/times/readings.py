"""What one time expression comes to: an interval, its precision, EDTF and reasoning, and what it counts from."""

import datetime as dt
from dataclasses import dataclass, replace

from reportedly.languages.times import TimeWords, time_words
from reportedly.records.moments import Moment
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times import days
from reportedly.understanding.times.tense import Tense

UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An interval and how it was had; both ends None where no year is known, one None where it is open.

    ``reference``: frames or counts, dates nothing.
    """

    start: Moment | None
    end: Moment | None
    precision: TimePrecision
    edtf: str
    why: str
    reference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A day that others are counted from, and its name in words (the language file's ``says``)."""

    day: dt.date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """All that one expression is read against.

    ``base``: the dateline's day, else publication; None where neither is known. ``told``: the last day told before.
    ``words``: the expression's own words, for the derivation. ``beside``: ``told`` stands in the same sentence, so that
    "two days after" counts back from it to the other event.
    """

    language: str
    base: Origin | None
    told: Origin | None
    tense: Tense
    words: str
    beside: bool = False

    @property
    def layer(self) -> TimeWords:
        """The language's table."""
        return time_words(self.language)

    @property
    def nearest(self) -> Origin | None:
        """What a day without a year is near to: the base, else the last day told."""
        return self.base or self.told


def says(setting: Setting, template: str, **values: object) -> str:
    """A derivation in the words of the text's language; ``base`` may be an Origin."""
    shown: dict[str, object] = {"words": setting.words, **values}
    base = shown.get("base")
    if isinstance(base, Origin):
        shown["base"] = setting.layer.says[base.name].format(day=base.day.isoformat())
    return setting.layer.says[template].format(**shown)


def weekday_name(setting: Setting, weekday: int) -> str:
    """A weekday's name (ISO number, Monday 1) as derivations write it."""
    return setting.layer.names["weekday"][str(weekday)].capitalize()


def span_reading(start: dt.date, end: dt.date, why: str, *, precision: TimePrecision = TimePrecision.DAY) -> Reading:
    """A known interval of whole days."""
    return Reading(start=start, end=end, precision=precision, edtf=days.edtf(start, end), why=why)


def day_reading(day: dt.date, why: str) -> Reading:
    """One known day."""
    return span_reading(day, day, why)


def unknown(why: str, *, edtf: str = UNKNOWN_DAY, precision: TimePrecision = TimePrecision.DAY) -> Reading:
    """A time whose year the text does not give."""
    return Reading(start=None, end=None, precision=precision, edtf=edtf, why=why)


def opened(reading: Reading, *, start: Moment | None, end: Moment | None, why: str) -> Reading:
    """A reading turned into a period open to one side; it frames others."""
    if reading.start is None and reading.end is None:
        return replace(reading, why=why, reference=True)
    edtf = days.edtf(start, end) if start is None or end is None else reading.edtf
    return replace(reading, start=start, end=end, edtf=edtf, why=why, reference=True)
