"""A page and its groups in, what its times are counted from out: publication, dateline, page stamp, days told."""

import datetime as dt
import re
from dataclasses import dataclass

from reportedly.records.moments import day_of
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times.framing import is_stamp
from reportedly.understanding.times.locating import Page
from reportedly.understanding.times.ranges import Range
from reportedly.understanding.times.readings import Origin, Reading, Setting
from reportedly.understanding.times.resolving import day_part
from reportedly.understanding.times.scanning import Group
from reportedly.understanding.times.tense import Tense

RECENT_DAYS = 21
"""A day told counts as the report's own news, and as what "a day earlier" counts from, this long around the base."""
DATELINE_REACH = 90
"""Characters of a paragraph within which a dateline's date stands: place, country, agency."""
DATELINE_GROUPS = 4
"""A dateline is among the first few times of a text: a title and a page stamp may come before it."""

DATELINE_DAYS = 10
"""A report is printed within this many days of its dateline: weeklies and magazines among the slowest."""

_TAIL = re.compile(r"(?P<shut>[)\]])?\s*(?:\([^)\n]{1,60}\)|\[[^\]\n]{1,60}\])?\s*(?:--|[–—:-])")
"""What closes a dateline's date: the bracket it stands in, an agency in brackets, the dash."""
_OPENING = {")": "(", "]": "["}
_WORD = re.compile(r"[^\W\d_]+")
_FINE = (TimePrecision.DAY, TimePrecision.PART_OF_DAY, TimePrecision.HOUR, TimePrecision.MINUTE)


@dataclass(frozen=True, slots=True)
class Told:
    """A day told at ``at``, that later words may count from; ``night``: told as a night."""

    at: int
    day: dt.date
    night: bool


def dateline_of(page: Page, groups: list[Group | Range], *, published: Origin | None) -> Group | None:
    """The date of the line that opens the body: places, a date, an agency, a dash; None where none stands.

    The date may stand in brackets, with the agency or alone. A date far from publication is none: lists of past deeds
    open their lines alike.
    """
    for group in groups[:DATELINE_GROUPS]:
        if not isinstance(group, Group) or group.get("date") is None:
            continue
        near = [start for start, _ in page.runs if 0 <= group.start - start <= DATELINE_REACH]
        closed = _TAIL.match(page.text, group.end)
        if not near or closed is None:
            continue
        front = page.text[max(near) : group.start]
        if closed["shut"] and _OPENING[closed["shut"]] not in front:
            continue
        named = _WORD.findall(front)
        alone = front.strip() == _OPENING.get(closed["shut"] or "")
        if all(word[0].isupper() for word in named) and (named or alone or "(" in closed.group()):
            return group if _is_near(page, group, published=published) else None
    return None


def _is_near(page: Page, group: Group, *, published: Origin | None) -> bool:
    stated = _stated(page, group, published=published, name="dateline")
    return published is None or (stated is not None and abs((stated.day - published.day).days) <= DATELINE_DAYS)


def base_of(
    page: Page, groups: list[Group | Range], *, published: Origin | None, dateline: Group | None
) -> Origin | None:
    """What weekdays and "yesterday" count from: the dateline's day, else publication, else the page's own stamp."""
    if dateline is not None:
        stated = _stated(page, dateline, published=published, name="dateline")
        if stated is not None:
            return stated
    if published is not None:
        return published
    stamps = (group for group in groups if isinstance(group, Group) and group.get("date") and is_stamp(page, group))
    stamp = next(stamps, None)
    return None if stamp is None else _stated(page, stamp, published=None, name="stamp")


def _stated(page: Page, group: Group, *, published: Origin | None, name: str) -> Origin | None:
    """The one day a date states, as an origin under ``name``; None where it states none."""
    words = page.text[group.start : group.end]
    setting = Setting(language=page.language, base=published, told=None, tense=Tense.PAST, words=words)
    reading = day_part(group, setting)
    if reading is None or reading.start is None or reading.start != reading.end:
        return None
    return Origin(day=day_of(reading.start), name=name)


def last_told(page: Page, group: Group | Range, told: list[Told], *, base: Origin | None) -> Origin | None:
    """The day that "a day earlier" counts from: the sentence's own, else the last one that is news, else the last."""
    if not told:
        return None
    last = told[-1]
    if base is not None and not page.same_sentence(last.at, group.start):
        recent = [one for one in told if abs((base.day - one.day).days) <= RECENT_DAYS]
        last = recent[-1] if recent else last
    return Origin(day=last.day, name="told")


def told_day(reading: Reading) -> dt.date | None:
    """The day a reading tells for others to count from; None where it frames, is open or coarser than a day."""
    if reading.reference or reading.precision not in _FINE or reading.start is None or reading.end is None:
        return None
    return day_of(reading.start)
