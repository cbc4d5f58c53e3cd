"""Pieces that name a day on the calendar in, readings out: dates, numeric dates, feast days, weekdays."""

import datetime as dt
import re

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
    weekday_name,
)
from reportedly.understanding.times.scanning import Piece
from reportedly.understanding.times.tense import Tense

YEARS_ON = {"last": -1, "this": 0, "next": 1}
"""How far the year is that is told by its place beside this one ("14 November last year")."""
CENTURY_TURN = 69
"""Two digits from here on are of the 1900s, below of the 2000s: POSIX strptime's rule, where nothing is near."""
AHEAD = 2
"""Days a past date may lie after publication: the earth's time zones and a late press."""
LENDS = 60
"""Without publication, a date within these days of a full one told before shares its year; one farther off has none."""
SOON = 60
"""A date without a verb that falls within these days after publication is to come, not eleven months gone."""
YEARS_AROUND = 6
"""Years looked back for one in which date and weekday agree: a calendar comes again after five or six, or eleven."""


def full_year(two_digits: int, setting: Setting) -> int:
    """The year two digits mean: the latest not after the base's next year, else by the turn of POSIX."""
    near = setting.nearest
    if near is not None:
        century = near.day.year // 100 * 100
        year = century + two_digits
        return year if year <= near.day.year + 1 else year - 100
    return two_digits + (1900 if two_digits >= CENTURY_TURN else 2000)


def near_day(candidates: list[dt.date], setting: Setting, *, base: Origin) -> dt.date:
    """The candidate that the tense points at: the last one gone, or the first to come."""
    gone = [day for day in candidates if day <= base.day + dt.timedelta(days=AHEAD)]
    ahead = [day for day in candidates if day >= base.day]
    if base.name == "told":
        return min(candidates, key=lambda day: (abs((day - base.day).days), day))
    if setting.tense is Tense.FUTURE and ahead:
        return min(ahead)
    if setting.tense is Tense.OPEN and ahead and (min(ahead) - base.day).days <= SOON:
        far = not gone or (base.day - max(gone)).days > SOON
        return min(ahead) if far else max(gone)
    return max(gone) if gone else min(ahead)


def _dates(month: int, day: int, years: range) -> list[dt.date]:
    return [found for year in years if (found := days.valid(year, month, day))]


def nearest_date(month: int, day: int, setting: Setting, *, weekday: int | None) -> tuple[dt.date, str] | None:
    """The date near what is known, and why; None where nothing is known. The weekday settles the year where it can."""
    base = setting.nearest
    if base is None:
        return None
    year = base.day.year
    candidates = _dates(month, day, range(year - 1, year + 2)) or _dates(month, day, range(year - 8, year + 9))
    if not candidates:
        return None
    best = near_day(candidates, setting, base=base)
    if base.name == "told" and abs((best - base.day).days) > LENDS:
        return None
    if weekday is None or best.isoweekday() == weekday:
        return best, says(setting, "year_near", base=base)
    fitting = [
        found for found in _dates(month, day, range(year - YEARS_AROUND, year + 2)) if found.isoweekday() == weekday
    ]
    beside = [found for found in fitting if abs(found.year - best.year) == 1]
    if not beside:
        return best, says(setting, "year_near", base=base)
    name = weekday_name(setting, weekday)
    return near_day(beside, setting, base=base), says(setting, "year_weekday", base=base, weekday=name)


def doubted(reading: Reading, setting: Setting, *, weekday: int | None) -> Reading:
    """The reading with the doubt in its derivation where its day is another weekday than the text says."""
    day = reading.start
    if weekday is None or day is None or reading.start != reading.end or day.isoweekday() == weekday:
        return reading
    real, named = weekday_name(setting, day.isoweekday()), weekday_name(setting, weekday)
    return day_reading(day, says(setting, "doubt", why=reading.why, day=day.isoformat(), real=real, weekday=named))


def date_reading(piece: Piece, setting: Setting, *, weekday: int | None, year: int | None = None) -> Reading:
    """A date in words or ISO digits; ``year`` comes from a period told with it ("of last year")."""
    iso = piece.fields.get("iso")
    if iso is not None:
        return _iso(iso, setting, weekday=weekday)
    month, day = piece.needed("month"), piece.needed("day")
    known, why = _year_of(piece, setting)
    known = known or year
    last = piece.number("to_day")
    if known is not None:
        return _on(known, month, day, last=last, why=why, setting=setting, weekday=weekday)
    near = nearest_date(month, day, setting, weekday=weekday)
    if near is None:
        end = f"/XXXX-{month:02d}-{last:02d}" if last else ""
        return unknown(says(setting, "no_year"), edtf=f"XXXX-{month:02d}-{day:02d}{end}")
    found, why = near
    return _on(found.year, month, day, last=last, why=why, setting=setting, weekday=weekday)


def _year_of(piece: Piece, setting: Setting) -> tuple[int | None, str]:
    why = says(setting, "written")
    counted, base = piece.fields.get("yearwhich"), setting.base
    if counted is not None and base is not None:
        return base.day.year + YEARS_ON[counted], says(setting, "counted", base=base)
    short = piece.number("short")
    if short is None:
        return piece.number("year"), why
    year = full_year(short, setting)
    return year, says(setting, "century", why=why, year=year)


def _on(
    year: int, month: int, day: int, *, last: int | None, why: str, setting: Setting, weekday: int | None
) -> Reading:
    start = days.valid(year, month, day)
    if start is None:
        return unknown(says(setting, "no_day"), edtf=f"{year:04d}-{month:02d}-XX")
    end = days.valid(year, month, last) if last else start
    if end is None or end < start:
        end = start
    if end == start:
        return doubted(day_reading(start, why), setting, weekday=weekday)
    return span_reading(start, end, why)


def _iso(text: str, setting: Setting, *, weekday: int | None) -> Reading:
    day = days.valid(*map(int, text.split("-")))
    if day is None:
        return unknown(says(setting, "no_day"), edtf=f"{text[:7]}-XX")
    return doubted(day_reading(day, says(setting, "written")), setting, weekday=weekday)


def numeric_reading(piece: Piece, setting: Setting, *, weekday: int | None) -> Reading:
    """``a/b/year``: day and month told apart by the calendar, the weekday, then by what is near; else left open."""
    first, second, tail = re.split(r"\D", piece.fields["slashed"])
    year = int(tail) if len(tail) > 2 else full_year(int(tail), setting)  # noqa: PLR2004
    options = [
        day for day in (days.valid(year, int(first), int(second)), days.valid(year, int(second), int(first))) if day
    ]
    unique = list(dict.fromkeys(options))
    if not unique:
        return unknown(says(setting, "no_day"), edtf=f"{year:04d}-XX-XX")
    if len(unique) == 1:
        template = "numeric_sure" if first != second else "written"
        return doubted(day_reading(unique[0], says(setting, template)), setting, weekday=weekday)
    fitting = [day for day in unique if day.isoweekday() == weekday]
    if weekday is not None and len(fitting) == 1:
        return day_reading(fitting[0], says(setting, "numeric_weekday", weekday=weekday_name(setting, weekday)))
    base = setting.nearest
    if base is None:
        return unknown(says(setting, "numeric_open"), edtf=f"{year:04d}-XX-XX")
    best = near_day(unique, setting, base=base)
    return doubted(day_reading(best, says(setting, "numeric_near", base=base)), setting, weekday=weekday)


def ordinal_reading(piece: Piece, setting: Setting, *, weekday: int | None) -> Reading:
    """``the 18th``: of the base's month, or the one before (after, where to come)."""
    number = piece.needed("day")
    base = setting.nearest
    if base is None:
        return unknown(says(setting, "no_base"), edtf=f"XXXX-XX-{number:02d}")
    months = [days.moved_months(base.day.replace(day=1), step) for step in (-2, -1, 0, 1, 2)]
    candidates = [day for first in months if (day := days.valid(first.year, first.month, number))]
    best = near_day(candidates, setting, base=base)
    return doubted(day_reading(best, says(setting, "counted", base=base)), setting, weekday=weekday)


def holiday_reading(piece: Piece, setting: Setting, *, year: int | None = None) -> Reading:
    """A day with a calendar rule (or its weekend), in the year told or the one the tense points at."""
    rule = setting.layer.holidays[piece.fields["holiday"]]
    known = piece.number("year") or year
    base = setting.base
    if known is not None:
        day, why = days.holiday(rule, known), says(setting, "holiday_year", year=known)
    elif base is not None:
        candidates = [days.holiday(rule, base.day.year + step) for step in (-1, 0, 1)]
        day, why = near_day(candidates, setting, base=base), says(setting, "holiday", base=base)
    else:
        month_day = rule if re.fullmatch(r"\d\d-\d\d", rule) else "XX-XX"
        return unknown(says(setting, "no_year"), edtf=f"XXXX-{month_day}")
    if piece.fields.get("which") == "weekend":
        return span_reading(*days.weekend_of(day), why)
    return day_reading(day, why)


def weekday_reading(piece: Piece, setting: Setting) -> Reading:
    """A bare weekday against the base, by tense or by the word in front of it ("next", "the previous")."""
    weekday = piece.needed("weekday")
    which = piece.fields.get("which")
    name = weekday_name(setting, weekday)
    base = setting.told if which in ("previous", "following") else setting.base
    if base is None:
        template = "no_told" if which in ("previous", "following") else "no_base"
        return unknown(says(setting, template), edtf=UNKNOWN_DAY)
    if which in ("previous", "last"):
        return day_reading(days.before(base.day, weekday), says(setting, "weekday_before", weekday=name, base=base))
    if which in ("following", "next"):
        return day_reading(days.after(base.day, weekday), says(setting, "weekday_after", weekday=name, base=base))
    if base.day.isoweekday() == weekday:
        return day_reading(base.day, says(setting, "weekday_same", weekday=name, base=base))
    if setting.tense is Tense.FUTURE:
        return day_reading(days.after(base.day, weekday), says(setting, "weekday_after", weekday=name, base=base))
    return day_reading(days.before(base.day, weekday), says(setting, "weekday_before", weekday=name, base=base))
