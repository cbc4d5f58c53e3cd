"""Calendar arithmetic: days, weekdays, months and feasts in, days and EDTF out; no language, no clock."""

import datetime as dt

from reportedly.errors import DataError
from reportedly.records.moments import Moment

DAYS_A_WEEK = 7


def before(day: dt.date, weekday: int) -> dt.date:
    """The last ``weekday`` (ISO, Monday 1) strictly before ``day``."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday - 1) % DAYS_A_WEEK + 1)


def on_or_before(day: dt.date, weekday: int) -> dt.date:
    """``day`` itself where it is the ``weekday``, else the last one before."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % DAYS_A_WEEK)


def after(day: dt.date, weekday: int) -> dt.date:
    """The first ``weekday`` strictly after ``day``."""
    return day + dt.timedelta(days=(weekday - day.isoweekday() - 1) % DAYS_A_WEEK + 1)


def on_or_after(day: dt.date, weekday: int) -> dt.date:
    """``day`` itself where it is the ``weekday``, else the first one after."""
    return day + dt.timedelta(days=(weekday - day.isoweekday()) % DAYS_A_WEEK)


def valid(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month."""
    first = dt.date(year, month, 1)
    return first, moved_months(first, 1) - dt.timedelta(days=1)


def moved_months(day: dt.date, months: int) -> dt.date:
    """The same day ``months`` later (earlier where negative), held at the month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        found = valid(year, month + 1, min(day.day, last))
        if found:
            return found
    raise AssertionError("every month has 28 days")


def week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Monday and Sunday of the week ``day`` falls in."""
    monday = day - dt.timedelta(days=day.isoweekday() - 1)
    return monday, monday + dt.timedelta(days=6)


def easter(year: int) -> dt.date:
    """Western Easter Sunday (anonymous Gregorian computus, Meeus 1991)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (skipped + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    shift = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - shift
    month = 3 + (offset + 40) // 44
    return dt.date(year, month, offset + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> dt.date:
    """Orthodox Easter Sunday on the Gregorian calendar (Meeus's Julian computus; right from 1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    shift = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + shift + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


def nth(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The ``number``-th ``weekday`` of a month; -1 is the last."""
    first, last = month_of(year, month)
    if number < 0:
        return on_or_before(last, weekday) + dt.timedelta(weeks=number + 1)
    return on_or_after(first, weekday) + dt.timedelta(weeks=number - 1)


def holiday(rule: str, year: int) -> dt.date:
    """The day a rule gives in ``year``.

    Rules: ``12-24`` a fixed day, ``easter -2`` and ``orthodox +1`` days from Easter, ``11 4 4 +1`` the fourth
    Thursday of November and days from it. DataError for any other.
    """
    head, *rest = rule.split()
    try:
        if head in ("easter", "orthodox"):
            start = easter(year) if head == "easter" else orthodox_easter(year)
            return start + dt.timedelta(days=int(rest[0]) if rest else 0)
        if not rest:
            month, day = head.split("-")
            return dt.date(year, int(month), int(day))
        shift = int(rest[2]) if len(rest) > 2 else 0  # noqa: PLR2004
        return nth(year, int(head), int(rest[0]), int(rest[1])) + dt.timedelta(days=shift)
    except (ValueError, IndexError) as error:
        raise DataError(f"holiday rule {rule!r}: wanted MM-DD, easter ±N, orthodox ±N or MONTH WEEKDAY N") from error


def zone_at(minutes: int, rule: str, day: dt.date) -> dt.timezone:
    """The zone ``minutes`` east of UTC, an hour on where the daylight ``rule`` (us, eu, none) holds on ``day``."""
    summer = False
    if rule == "us":
        summer = nth(day.year, 3, 7, 2) <= day < nth(day.year, 11, 7, 1)
    elif rule == "eu":
        summer = nth(day.year, 3, 7, -1) <= day < nth(day.year, 10, 7, -1)
    return dt.timezone(dt.timedelta(minutes=minutes + 60 * summer))


def edtf_moment(moment: Moment) -> str:
    """A day or a time in EDTF level 0."""
    return moment.isoformat(timespec="seconds") if isinstance(moment, dt.datetime) else moment.isoformat()


def edtf(start: Moment | None, end: Moment | None) -> str:
    """A day, an interval, or one open to a side, in EDTF level 1; a whole month or year by its own short form."""
    if start is not None and end is not None:
        return _whole(start, end) or (
            edtf_moment(start) if start == end else f"{edtf_moment(start)}/{edtf_moment(end)}"
        )
    if start is None and end is None:
        return "XXXX-XX-XX"
    return f"{edtf_moment(start)}/.." if start is not None else f"../{edtf_moment(end)}" if end is not None else ".."


def _whole(start: Moment, end: Moment) -> str | None:
    if isinstance(start, dt.datetime) or isinstance(end, dt.datetime):
        return None
    if (start, end) == (dt.date(start.year, 1, 1), dt.date(start.year, 12, 31)):
        return f"{start.year:04d}"
    if (start, end) == month_of(start.year, start.month):
        return f"{start.year:04d}-{start.month:02d}"
    return None


def weekend_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """A holiday's weekend: the Saturday and Sunday nearest to it, and the days from or to the holiday."""
    saturday = on_or_before(day + dt.timedelta(days=3), 6)
    return min(day, saturday), max(day, saturday + dt.timedelta(days=1))
