"""Pieces that count or name a stretch of time in, readings out: days ago, last month, in March, in over a year."""

import datetime as dt

from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times import days
from reportedly.understanding.times.readings import (
    UNKNOWN_DAY,
    Origin,
    Reading,
    Setting,
    day_reading,
    says,
    span_reading,
    unknown,
)
from reportedly.understanding.times.scanning import Piece
from reportedly.understanding.times.tense import Tense

STEP = {"last": -1, "this": 0, "next": 1}
SEASONS = {"spring": (3, 21), "summer": (6, 22), "autumn": (9, 23), "winter": (12, 24)}
"""First month of a northern season and its EDTF code."""
PRECISION = {
    "day": TimePrecision.DAY,
    "week": TimePrecision.WEEK,
    "month": TimePrecision.MONTH,
    "year": TimePrecision.YEAR,
    "decade": TimePrecision.YEAR,
}
DATING_DAYS = 2
"""The past 24 or 48 hours date what happened in them; longer stretches frame it."""
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "firsthalf": (1, 15), "secondhalf": (16, 31)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "firsthalf": (1, 6), "secondhalf": (7, 12)}
"""Thirds of a month (days) and of a year (months): how coders of dates commonly cut them."""
WEEKS = {"firstweek": 1, "lastweek": 12}
"""The edges that are seven days of a month, and the month whose week a year's is."""


def moved(day: dt.date, unit: str, number: int) -> dt.date:
    """``day`` moved by a number of days, weeks, fortnights, months, years or decades."""
    lengths = {"day": 1, "week": 7, "fortnight": 14}
    if unit in lengths:
        return day + dt.timedelta(days=lengths[unit] * number)
    return days.moved_months(day, {"month": 1, "year": 12, "decade": 120}[unit] * number)


def whole(day: dt.date, unit: str) -> tuple[dt.date, dt.date]:
    """The week, month, year or decade that ``day`` falls in."""
    if unit in ("week", "fortnight"):
        return days.week_of(day)
    if unit == "month":
        return days.month_of(day.year, day.month)
    if unit == "year":
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    if unit == "decade":
        return dt.date(day.year // 10 * 10, 1, 1), dt.date(day.year // 10 * 10 + 9, 12, 31)
    return day, day


def part_of_month(year: int, month: int, edge: str | None) -> tuple[dt.date, dt.date]:
    """A month, its early, middle or late third, its first or last seven days."""
    first, last = days.month_of(year, month)
    if edge is None:
        return first, last
    if edge in WEEKS:
        rest = dt.timedelta(days=6)
        return (first, first + rest) if edge == "firstweek" else (last - rest, last)
    start, end = MONTH_PARTS[edge]
    return first.replace(day=start), first.replace(day=min(end, last.day))


def part_of_year(year: int, edge: str | None) -> tuple[dt.date, dt.date]:
    """A year, its early, middle or late third, its first or last seven days."""
    if edge in WEEKS:
        return part_of_month(year, WEEKS[edge], edge)
    start, end = YEAR_PARTS[edge] if edge else (1, 12)
    return dt.date(year, start, 1), days.month_of(year, end)[1]


def _origin(piece: Piece, setting: Setting) -> Origin | None:
    return setting.told if piece.fields.get("base") == "told" else setting.base


def _nothing(piece: Piece, setting: Setting, *, edtf: str = UNKNOWN_DAY, unit: str = "day") -> Reading:
    template = "no_told" if piece.fields.get("base") == "told" else "no_base"
    return unknown(says(setting, template), edtf=edtf, precision=PRECISION.get(unit, TimePrecision.DAY))


def counted_day(piece: Piece, setting: Setting) -> Reading:
    """Yesterday, today, tomorrow: days from the base."""
    if setting.base is None:
        return _nothing(piece, setting)
    shift = piece.number("days") or 0
    return day_reading(setting.base.day + dt.timedelta(days=shift), says(setting, "counted", base=setting.base))


def offset_reading(piece: Piece, setting: Setting) -> Reading:
    """``two days ago``, ``a week earlier``: whole units from publication or from the last day told.

    ``almost to the day`` is the day itself and a few on either side.
    """
    origin = _origin(piece, setting)
    unit, number = piece.fields["unit"], piece.needed("number")
    if origin is None:
        return _nothing(piece, setting, unit=unit)
    sign = piece.number("sign") or 1
    why = says(setting, "counted", base=origin)
    if unit in ("hour", "minute"):
        return _hours(origin, hours=number * sign if unit == "hour" else 0, why=why)
    if "turns" in piece.fields and (setting.beside or _too_late(moved(origin.day, unit, number * sign), setting)):
        sign = -sign
    target = moved(origin.day, unit, number * sign)
    if (
        unit == "day"
        or "exact" in piece.fields
        or (unit == "week" and number == 1 and piece.fields.get("base") == "told")
    ):
        return day_reading(target, why)
    near = piece.number("near")
    if near is not None:
        reach = dt.timedelta(days=near)
        return span_reading(target - reach, target + reach, why, precision=TimePrecision.WEEK)
    start, end = whole(target, unit)
    return span_reading(start, end, why, precision=PRECISION.get(unit, TimePrecision.WEEK))


def _too_late(day: dt.date, setting: Setting) -> bool:
    """True for a day after publication that no verb sends into the future."""
    return setting.base is not None and day > setting.base.day and setting.tense is not Tense.FUTURE


def _hours(origin: Origin, *, hours: int, why: str) -> Reading:
    """Hours from a day: the day itself, and its neighbour where the hours may lead there."""
    edge = origin.day + dt.timedelta(days=-1 if hours < 0 else 1, hours=0)
    if abs(hours) > 24:  # noqa: PLR2004
        edge = origin.day + dt.timedelta(days=hours // 24)
    if hours == 0:
        return span_reading(origin.day, origin.day, why, precision=TimePrecision.PART_OF_DAY)
    start, end = sorted((origin.day, edge))
    return span_reading(start, end, why, precision=TimePrecision.PART_OF_DAY)


def period_reading(piece: Piece, setting: Setting) -> Reading:
    """``last week``, ``earlier this month``, ``late last year``, counted in calendar units."""
    origin = _origin(piece, setting)
    unit = piece.fields["unit"]
    if origin is None:
        shapes = {"year": "XXXX", "decade": "XXXX", "month": "XXXX-XX"}
        return _nothing(piece, setting, edtf=shapes.get(unit, UNKNOWN_DAY), unit=unit)
    start, end = whole(moved(whole(origin.day, unit)[0], unit, STEP[piece.fields["which"]]), unit)
    edge = piece.fields.get("edge")
    if edge and unit == "year":
        start, end = part_of_year(start.year, edge)
    elif edge and unit == "month":
        start, end = part_of_month(start.year, start.month, edge)
    elif "sofar" in piece.fields and start <= origin.day <= end:
        end = origin.day
    elif "tocome" in piece.fields and start <= origin.day <= end and setting.tense is not Tense.PAST:
        start = origin.day
    return span_reading(start, end, says(setting, "counted", base=origin), precision=PRECISION[unit])


def weekend_reading(piece: Piece, setting: Setting) -> Reading:
    """Saturday and Sunday before the base, or the weekend it falls in."""
    base = setting.base
    if base is None:
        return _nothing(piece, setting)
    saturday = days.on_or_before(base.day, 6)
    if piece.fields["which"] == "next" or (setting.tense is Tense.FUTURE and base.day.isoweekday() < 6):  # noqa: PLR2004
        saturday = days.after(base.day, 6)
    return span_reading(saturday, saturday + dt.timedelta(days=1), says(setting, "counted", base=base))


def month_reading(piece: Piece, setting: Setting) -> Reading:
    """A month with its year, or the one the tense points at."""
    month, year = piece.needed("month"), piece.number("year")
    edge = piece.fields.get("edge")
    base = setting.base
    which = piece.fields.get("which")
    why = says(setting, "written")
    if year is None and base is not None:
        year = _year_for(month, base, setting, piece=piece)
        why = says(setting, "year_near" if which is None else "counted", base=base)
    if year is None:
        return unknown(says(setting, "no_year"), edtf=f"XXXX-{month:02d}", precision=TimePrecision.MONTH)
    start, end = part_of_month(year, month, edge)
    last = piece.number("to_month")
    if last is not None:
        end = days.month_of(year, last)[1]
        start = days.month_of(year - 1 if month > last else year, month)[0]
    return span_reading(start, end, why, precision=_precision(edge, TimePrecision.MONTH))


def _precision(edge: str | None, otherwise: TimePrecision) -> TimePrecision:
    return TimePrecision.WEEK if edge in WEEKS else otherwise


def _year_for(month: int, base: Origin, setting: Setting, *, piece: Piece) -> int:
    year = base.day.year
    told = piece.fields.get("yearwhich")
    if told is not None:
        return year + STEP[told]
    which = piece.fields.get("which")
    if which == "last":
        return year - 1 if month >= base.day.month else year
    if which == "next" or setting.tense is Tense.FUTURE:
        return year if month > base.day.month or (month == base.day.month and which is None) else year + 1
    return year - 1 if month > base.day.month else year


def year_reading(piece: Piece, setting: Setting) -> Reading:
    """A year, a part of it, or a run of years."""
    year = piece.needed("year")
    edge = piece.fields.get("edge")
    start, end = part_of_year(year, edge)
    last = piece.number("to_year")
    if last is not None and last >= year:
        end = dt.date(last, 12, 31)
        return Reading(
            start=start,
            end=end,
            precision=TimePrecision.YEAR,
            edtf=f"{year:04d}/{last:04d}",
            why=says(setting, "written"),
        )
    return span_reading(start, end, says(setting, "written"), precision=_precision(edge, TimePrecision.YEAR))


def season_reading(piece: Piece, setting: Setting) -> Reading:
    """A northern season of a year told, or the one or the one last, current or next; EDTF keeps the season's code."""
    first, code = SEASONS[piece.fields["season"]]
    year = piece.number("year")
    if year is None:
        if setting.base is None:
            return unknown(says(setting, "no_base"), edtf=f"XXXX-{code}", precision=TimePrecision.MONTH)
        ends = [days.moved_months(dt.date(setting.base.day.year + step, first, 1), 3) for step in (-2, -1, 0, 1)]
        which = piece.fields["which"]
        if which == "last":
            end = max(day for day in ends if day <= setting.base.day)
        else:
            end = min(day for day in ends if day > setting.base.day)
        year = days.moved_months(end, -3).year
    start = dt.date(year, first, 1)
    end = days.moved_months(start, 3) - dt.timedelta(days=1)
    why = says(setting, "written")
    return Reading(start=start, end=end, precision=TimePrecision.MONTH, edtf=f"{year:04d}-{code}", why=why)


def length_reading(piece: Piece, setting: Setting) -> Reading:
    """A length counted back from the base: it frames others ("in over a year"), or dates them ("in the past day")."""
    unit, number = piece.fields["unit"], piece.number("number") or 1
    base = setting.base
    if base is None:
        return _framing(unknown(says(setting, "no_base"), precision=TimePrecision.OPEN))
    why = says(setting, "length", base=base)
    if unit in ("hour", "minute"):
        back = max(1, -(-number // 24)) if unit == "hour" else 1
        start = base.day - dt.timedelta(days=back)
        precision = TimePrecision.PART_OF_DAY
    else:
        start, precision = moved(base.day, unit, -number), PRECISION.get(unit, TimePrecision.WEEK)
    reading = Reading(start=start, end=base.day, precision=precision, edtf=f"{start}/{base.day}", why=why)
    dates = "recent" in piece.fields and base.day - start <= dt.timedelta(days=DATING_DAYS)
    return reading if dates else _framing(reading)


def vague_reading(piece: Piece, setting: Setting) -> Reading:
    """A period without bounds: it ends by the base, and starts nobody knows when."""
    why = says(setting, "vague")
    end = setting.base.day if setting.base and "reference" not in piece.fields else None
    edtf = f"../{end}" if end else UNKNOWN_DAY
    return Reading(start=None, end=end, precision=TimePrecision.OPEN, edtf=edtf, why=why)


def _framing(reading: Reading) -> Reading:
    return Reading(
        start=reading.start,
        end=reading.end,
        precision=reading.precision,
        edtf=reading.edtf,
        why=reading.why,
        reference=True,
    )
