"""A clean text in, its time mentions out, in text order, resolved against publication, dateline and what was told."""

import datetime as dt
from dataclasses import dataclass, field, replace

from reportedly.languages.times import FormKind
from reportedly.records.mentions import TimeMention
from reportedly.records.moments import When, day_of
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times.clocks import SMALL_HOURS, clock_time
from reportedly.understanding.times.framing import framed, is_framed, is_spoken, tense_of
from reportedly.understanding.times.locating import Page, locate, page_of
from reportedly.understanding.times.origins import RECENT_DAYS, Told, base_of, dateline_of, last_told, told_day
from reportedly.understanding.times.ranges import Range, range_reading
from reportedly.understanding.times.readings import Origin, Reading, Setting, day_reading, says
from reportedly.understanding.times.resolving import day_part, time_part
from reportedly.understanding.times.scanning import Group, own_start
from reportedly.understanding.times.tense import Tense

LONG_RANGE_DAYS = 3
"""A run of more days than this frames what happened in it."""
TOLD_KEPT = 20
"""Days told that are kept to count from: more than any report looks back over, so that long texts take linear time."""
LOOK_AHEAD = 2
"""Times behind a time of day, in its sentence, that may name its day."""


@dataclass(slots=True)
class _Walk:
    """One walk through a page: what its times count from, and the days told so far.

    ``near``: the last of them, frames included; ``spoken``: the last day something was said on.
    """

    page: Page
    groups: list[Group | Range]
    base: Origin | None
    dateline: Group | None
    published: Origin | None
    told: list[Told] = field(default_factory=list)
    near: Told | None = None
    spoken: Told | None = None


def publication_day(clean: CleanText) -> dt.date | None:
    """The day the report was published, on the publisher's own clock; None where nobody tells."""
    return None if clean.published is None else day_of(clean.published)


def find_times(clean: CleanText) -> tuple[TimeMention, ...]:
    """Every time expression outside furniture, in text order, without overlap.

    What frames, counts or stamps is a ``reference``. Nothing is counted from the machine's clock; without a publication
    day and a dateline a bare weekday has no day, and a date without a year no year.
    """
    page = page_of(clean)
    groups = locate(page)
    day = publication_day(clean)
    published = None if day is None else Origin(day=day, name="publication")
    dateline = dateline_of(page, groups, published=published)
    base = base_of(page, groups, published=published, dateline=dateline)
    walk = _Walk(page, groups, base, dateline, published)
    return tuple(_step(walk, index) for index in range(len(groups)))


def _step(walk: _Walk, index: int) -> TimeMention:
    """The mention at ``index``; its day joins the days told."""
    page, group = walk.page, walk.groups[index]
    start = own_start(page.low, group.start, group.end, language=page.language)
    setting = _setting(walk, index, start)
    floor = walk.groups[index - 1].end if index else 0
    reading = framed(page, group, _read(walk, index, setting=setting), setting=setting, floor=floor)
    if group is walk.dateline:
        reading = replace(reading, reference=True, why=says(setting, "datelined", why=reading.why))
    _tell(walk, group, reading)
    return _mention(page, start, group.end, reading=reading)


def _tell(walk: _Walk, group: Group | Range, reading: Reading) -> None:
    """Add the day of a reading to those that later words may count from."""
    if group is walk.dateline:
        return
    if is_spoken(walk.page, group):
        day = told_day(reading)
        walk.spoken = Told(group.end, day, night=False) if day is not None else walk.spoken
        return
    night = any(piece.fields.get("part") == "night" for piece in group.pieces)
    if reading.start is not None and reading.precision is TimePrecision.DAY:
        walk.near = Told(group.end, day_of(reading.start), night)
    day = told_day(reading)
    if day is not None:
        walk.near = Told(group.end, day, night)
        walk.told = [*walk.told[-TOLD_KEPT:], walk.near]


def _setting(walk: _Walk, index: int, start: int) -> Setting:
    page, group = walk.page, walk.groups[index]
    days = walk.told[:-1] if _restates_day(walk, index) else walk.told
    return Setting(
        language=page.language,
        base=walk.published if group is walk.dateline else walk.base,
        told=_near(walk, group) or _spoken(walk, group, days) or last_told(page, group, days, base=walk.base),
        tense=tense_of(page, group),
        words=" ".join(page.text[start : group.end].split()),
        beside=bool(days) and page.same_sentence(days[-1].at, group.start),
    )


def _near(walk: _Walk, group: Group | Range) -> Origin | None:
    """What "that month" counts from: the last day of its sentence, even one that only frames."""
    near, periodic = walk.near, group.pieces[0].kind is FormKind.PERIOD
    if near is None or not periodic or not walk.page.same_sentence(near.at, group.start):
        return None
    return Origin(day=near.day, name="told")


def _spoken(walk: _Walk, group: Group | Range, days: list[Told]) -> Origin | None:
    """The day its own sentence was said on, if it tells no other ("said on Tuesday that it struck a day earlier")."""
    spoken = walk.spoken
    if spoken is None or not walk.page.same_sentence(spoken.at, group.start):
        return None
    if days and walk.page.same_sentence(days[-1].at, group.start):
        return None
    return Origin(day=spoken.day, name="told")


def _restates_day(walk: _Walk, index: int) -> bool:
    """True for ``on Sunday, five days later``: the same day once more, counted from one told before it."""
    piece = walk.groups[index].pieces[0]
    counts = piece.kind is FormKind.OFFSET and "turns" not in piece.fields and piece.fields["unit"] != "hour"
    if index == 0 or not walk.told or not counts:
        return False
    last = walk.groups[index - 1].end
    return walk.told[-1].at == last and not walk.page.low[last : piece.start].strip(", ")


def _read(walk: _Walk, index: int, *, setting: Setting) -> Reading:
    group = walk.groups[index]
    if isinstance(group, Range):
        return range_reading(group, setting)
    day = day_part(group, setting)
    if day is None and not any(piece.kind is FormKind.NIGHTLY for piece in group.pieces):
        day = _day_ahead(walk, index, setting=setting) or _day_told(walk, group, setting=setting)
    return time_part(day, group, setting)


def _day_ahead(walk: _Walk, index: int, *, setting: Setting) -> Reading | None:
    """The day that a time of day takes from behind it in its sentence, where none stands in front there."""
    page, group = walk.page, walk.groups[index]
    if walk.told and page.same_sentence(walk.told[-1].at, group.start):
        return None
    floor = group.end
    for later in walk.groups[index + 1 : index + 1 + LOOK_AHEAD]:
        if not isinstance(later, Group) or not page.same_sentence(group.end, later.start):
            return None
        tense, before = tense_of(page, later), floor
        floor = later.end
        ahead = tense is Tense.FUTURE and setting.tense is not Tense.FUTURE
        if ahead or is_spoken(page, later) or is_framed(page, later, floor=before):
            continue
        reading = day_part(later, replace(setting, tense=tense))
        if reading is not None and told_day(reading) is not None:
            return reading
    return None


def _day_told(walk: _Walk, group: Group, *, setting: Setting) -> Reading | None:
    """The day that a time of day takes from the news told before it; the small hours of a night are the next day's."""
    told = last_told(walk.page, group, walk.told, base=walk.base)
    if told is None:
        return None
    day = told.day
    if setting.base is not None and abs((setting.base.day - day).days) > RECENT_DAYS:
        return None
    last = walk.told[-1]
    small = any(piece.kind is FormKind.CLOCK and clock_time(piece)[0].hour < SMALL_HOURS for piece in group.pieces)
    if small and last.night and last.day == day:
        day += dt.timedelta(days=1)
    return day_reading(day, says(setting, "told", day=day.isoformat()))


def _mention(page: Page, start: int, end: int, *, reading: Reading) -> TimeMention:
    low = page.low
    if low[end : end + 1] == ")" and "(" in low[start:end] and ")" not in low[low.index("(", start) : end]:
        end += 1
    when = When(
        start=reading.start,
        end=reading.end,
        precision=reading.precision,
        edtf=reading.edtf,
        derivation=reading.why,
        text=page.text[start:end],
    )
    return TimeMention(Span(start, end), when, reference=reading.reference or _is_long(reading))


def _is_long(reading: Reading) -> bool:
    if reading.precision is not TimePrecision.DAY or reading.start is None or reading.end is None:
        return False
    return (day_of(reading.end) - day_of(reading.start)).days > LONG_RANGE_DAYS
