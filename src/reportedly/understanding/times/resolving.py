"""A group of pieces and its setting in, the reading of the time they tell out."""

from collections.abc import Callable
from dataclasses import replace

from reportedly.languages.times import FormKind
from reportedly.records.moments import day_of
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times import clocks, dates, days, periods
from reportedly.understanding.times.readings import (
    Reading,
    Setting,
    day_reading,
    says,
    unknown,
    weekday_name,
)
from reportedly.understanding.times.scanning import Group, Piece

Resolver = Callable[[Piece, Setting], Reading]

_ALONE: dict[FormKind, Resolver] = {
    FormKind.DAY: periods.counted_day,
    FormKind.OFFSET: periods.offset_reading,
    FormKind.PERIOD: periods.period_reading,
    FormKind.WEEKEND: periods.weekend_reading,
    FormKind.MONTH: periods.month_reading,
    FormKind.YEAR: periods.year_reading,
    FormKind.SEASON: periods.season_reading,
    FormKind.LENGTH: periods.length_reading,
    FormKind.VAGUE: periods.vague_reading,
    FormKind.WEEKDAY: dates.weekday_reading,
}
"""What reads a piece that needs no other."""


def _alone(piece: Piece, setting: Setting) -> Reading:
    """The reading of one piece in its own words."""
    own = replace(setting, words=piece.words)
    if piece.kind is FormKind.ANNIVERSARY:
        return unknown(says(own, "anniversary"))
    return _ALONE[piece.kind](piece, own)


def _year_within(group: Group, setting: Setting) -> int | None:
    """The year of a period told with a date or holiday ("of last year"); None where none is."""
    period = group.get("period")
    within = _alone(period, setting) if period else None
    return within.start.year if within and within.start else None


def _date(piece: Piece, group: Group, setting: Setting) -> Reading:
    named = group.get("weekday")
    weekday = named.number("weekday") if named else None
    own = replace(setting, words=piece.words)
    if piece.kind is FormKind.NUMERIC:
        return dates.numeric_reading(piece, own, weekday=weekday)
    if piece.kind is FormKind.ORDINAL:
        return dates.ordinal_reading(piece, own, weekday=weekday)
    return dates.date_reading(piece, own, weekday=weekday, year=_year_within(group, setting))


def _holiday(piece: Piece, group: Group, setting: Setting) -> Reading:
    own = replace(setting, words=piece.words)
    if piece.kind is FormKind.FEAST:
        return unknown(says(own, "feast"))
    return dates.holiday_reading(piece, own, year=_year_within(group, setting))


def _weekday_in(weekday: Piece, period: Piece, setting: Setting) -> Reading:
    """``Thursday last week``: the one such day of the week told."""
    within = _alone(period, setting)
    number = weekday.needed("weekday")
    if within.start is None or within.precision not in (TimePrecision.WEEK, TimePrecision.DAY):
        return _alone(weekday, setting)
    day = days.on_or_after(day_of(within.start), number)
    name = weekday_name(setting, number)
    return day_reading(day, says(setting, "weekday_in", weekday=name, why=within.why))


def _counted(counted: Piece, weekday: Piece | None, setting: Setting) -> Reading:
    reading = _alone(counted, setting)
    if weekday is None:
        return reading
    if reading.start is None:
        return _alone(weekday, setting)
    return dates.doubted(reading, setting, weekday=weekday.number("weekday"))


def day_part(group: Group, setting: Setting) -> Reading | None:
    """What the group tells of the day; None where it holds a time of day alone."""
    date, holiday, counted = group.get("date"), group.get("holiday"), group.get("counted")
    weekday, period = group.get("weekday"), group.get("period")
    if date:
        return _date(date, group, setting)
    if holiday:
        return _holiday(holiday, group, setting)
    if counted:
        return _counted(counted, weekday, setting)
    if weekday and period:
        return _weekday_in(weekday, period, setting)
    single = weekday or period or group.get("frame")
    if single:
        return _alone(single, setting)
    clock = group.get("clock")
    if clock and "days" in clock.fields:
        return periods.counted_day(clock, replace(setting, words=clock.words))
    return None


def _tells_part(piece: Piece) -> bool:
    """True for "Sunday night" and "early Sunday" in one piece."""
    return "part" in piece.fields or ("edge" in piece.fields and piece.kind in (FormKind.WEEKDAY, FormKind.DAY))


def _is_night(piece: Piece | None) -> bool:
    return piece is not None and piece.fields.get("part") == "night"


def time_part(day: Reading | None, group: Group, setting: Setting) -> Reading:
    """The day's reading made finer by the group's clock time or part of the day."""
    clock, part = group.get("clock"), group.get("part")
    parted = part or next((piece for piece in group.pieces if _tells_part(piece)), None)
    if parted and parted.kind is FormKind.NIGHTLY:
        day = clocks.overnight(day, parted, setting)
    elif parted:
        day = clocks.in_part(day, replace(setting, words=parted.words))
    if clock:
        return clocks.at_clock(day, clock, replace(setting, words=clock.words), night=_is_night(parted))
    return day if day is not None else clocks.in_part(None, setting)
