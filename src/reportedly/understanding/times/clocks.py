"""A day's reading and a time of day in, the reading of both out: clock times, zones, parts of the day, nights."""

import datetime as dt
import re

from reportedly.records.moments import day_of
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times import days
from reportedly.understanding.times.readings import Reading, Setting, says, span_reading, unknown
from reportedly.understanding.times.scanning import Piece

_NOON = 12
_DIGITS = re.compile(r"\d\d?(?=\d\d(?!\d))|\d\d?")
"""Hours and minutes, with or without a mark between them."""
SMALL_HOURS = 6
"""Before this hour a time of day is the next day's, where the text tells it as a night's."""
POINTS = {"noon": 12, "midnight": 0}


def clock_time(piece: Piece, *, field: str = "clock") -> tuple[dt.time, bool]:
    """The time a clock piece tells (``to_clock``: that it runs to), and whether minutes are told."""
    point = piece.fields.get("point")
    if point is not None:
        return dt.time(POINTS[point]), False
    raw = piece.fields[field]
    digits = [int(part) for part in _DIGITS.findall(raw)]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    half = piece.fields.get("half")
    if half == "am" and hour == _NOON:
        hour = 0
    elif half == "pm" and hour < _NOON:
        hour += _NOON
    return dt.time(hour, minute), len(digits) > 1


def zone_of(piece: Piece, setting: Setting, *, day: dt.date) -> dt.timezone | None:
    """The zone told with a clock time; None for local time and where none is told."""
    offset = piece.fields.get("utcoffset")
    if offset is not None:
        sign, hours, minutes = re.match(r".*?([+-])(\d\d?):?(\d\d)?", offset).groups()  # type: ignore[union-attr]
        shift = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
        return dt.timezone(-shift if sign == "-" else shift)
    known = setting.layer.zones.get(piece.fields.get("zone", ""))
    return None if known is None else days.zone_at(known[0], known[1], day)


def at_clock(reading: Reading | None, piece: Piece, setting: Setting, *, night: bool) -> Reading:
    """The reading of the clock time ``piece`` on the day of ``reading``; without one day, no time is made up.

    ``night``: told as a night, whose small hours are the next day's ("2 a.m. on Sunday night").
    """
    time, fine = clock_time(piece)
    precision = TimePrecision.MINUTE if fine else TimePrecision.HOUR
    if reading is None or reading.start is None or reading.end is None:
        edtf = reading.edtf if reading else "XXXX-XX-XX"
        return unknown(says(setting, "clock_alone") if reading is None else reading.why, edtf=edtf, precision=precision)
    day = day_of(reading.end if time.hour < _NOON and reading.precision is TimePrecision.PART_OF_DAY else reading.start)
    if reading.start != reading.end and reading.precision is not TimePrecision.PART_OF_DAY:
        return reading
    if night and time.hour < SMALL_HOURS and reading.start == reading.end:
        day += dt.timedelta(days=1)
    zone = zone_of(piece, setting, day=day)
    start = end = dt.datetime.combine(day, time, tzinfo=zone)
    if "to_clock" in piece.fields:
        end = max(start, dt.datetime.combine(day, clock_time(piece, field="to_clock")[0], tzinfo=zone))
    why = says(setting, "clock", why=reading.why)
    return Reading(start=start, end=end, precision=precision, edtf=days.edtf(start, end), why=why)


def in_part(reading: Reading | None, setting: Setting) -> Reading:
    """The reading of a part of the day: the day's own dates, known to the part."""
    if reading is None:
        return unknown(says(setting, "clock_alone"), precision=TimePrecision.PART_OF_DAY)
    told = reading.why.startswith(setting.words)
    why = reading.why if told else says(setting, "clock", why=reading.why)
    return Reading(
        start=reading.start,
        end=reading.end,
        precision=TimePrecision.PART_OF_DAY,
        edtf=reading.edtf,
        why=why,
        reference=reading.reference,
    )


def overnight(reading: Reading | None, piece: Piece, setting: Setting) -> Reading:
    """A night over two days: into the day told, from it, or the one that ended on the base's day."""
    one = dt.timedelta(days=1)
    if reading is not None and reading.start is not None and reading.end is not None:
        start, end = day_of(reading.start), day_of(reading.end)
        if start == end:
            start, end = (start - one, end) if "into" in piece.fields else (start, end + one)
        return _night(start, end, reading.why, setting=setting)
    if reading is not None or setting.base is None:
        why = reading.why if reading is not None else says(setting, "no_base")
        return unknown(why, precision=TimePrecision.PART_OF_DAY)
    day = setting.base.day
    return _night(day - one, day, says(setting, "counted", base=setting.base), setting=setting)


def _night(start: dt.date, end: dt.date, why: str, *, setting: Setting) -> Reading:
    told = says(setting, "night", start=start.isoformat(), end=end.isoformat(), why=why)
    return span_reading(start, end, told, precision=TimePrecision.PART_OF_DAY)
