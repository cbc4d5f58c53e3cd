"""A reading and the words around it in, the reading marked where it frames others: since, until, stamps, birthdays."""

import re
from dataclasses import dataclass, replace
from functools import cache

from reportedly.languages.times import time_words
from reportedly.understanding.times.locating import Page
from reportedly.understanding.times.ranges import Range
from reportedly.understanding.times.readings import Reading, Setting, opened, says
from reportedly.understanding.times.scanning import Group, own_start
from reportedly.understanding.times.tense import Tense, tense_at

AROUND = 110
"""Characters looked at in front of a time for what frames it: "since" and the clause it opens."""
BESIDE = 50
"""Characters looked at for a noun or verb right beside a time."""


@dataclass(frozen=True, slots=True)
class _Frames:
    """The compiled patterns of one language, by the names they have in its file."""

    since: re.Pattern[str]
    upto: re.Pattern[str]
    after: re.Pattern[str]
    sincefar: re.Pattern[str]
    began: re.Pattern[str]
    stamp: re.Pattern[str]
    born: re.Pattern[str]
    birthday: re.Pattern[str]
    possessive: re.Pattern[str]
    noun: re.Pattern[str]
    whenclause: re.Pattern[str]
    speech: re.Pattern[str]
    event: re.Pattern[str]


@cache
def _frames(language: str) -> _Frames:
    patterns = time_words(language).patterns
    return _Frames(**{name: re.compile(patterns[name]) for name in _Frames.__slots__})


def is_stamp(page: Page, group: Group | Range) -> bool:
    """True for the page's own date: posted, updated, published."""
    return _frames(page.language).stamp.search(page.low, max(0, group.start - AROUND), group.start) is not None


def is_spoken(page: Page, group: Group | Range) -> bool:
    """True for the day on which somebody spoke, which is not the day of what they spoke about."""
    return _frames(page.language).speech.search(page.low, max(0, group.start - BESIDE), group.start) is not None


def is_framed(page: Page, group: Group | Range, *, floor: int) -> bool:
    """True where the words in front, from ``floor`` on, make a time a frame, whatever it comes to."""
    frames = _frames(page.language)
    head = _head(page, group, floor=floor)
    framing = (frames.since, frames.sincefar, frames.began, frames.born)
    return is_stamp(page, group) or any(pattern.search(head) for pattern in framing)


def tense_of(page: Page, group: Group | Range) -> Tense:
    """The direction of the verbs around; what dates a deed ("the massacre of 16 November") is past whatever they say.

    A bound ("until Friday") in a clause without a verb is to come.
    """
    frames = _frames(page.language)
    before = frames.event.search(page.low, max(0, group.start - BESIDE), group.start)
    if before or frames.noun.match(page.low, group.end):
        return Tense.PAST
    tense = tense_at(page.low, group.start, group.end, language=page.language)
    if tense is Tense.OPEN and frames.upto.search(_head(page, group, floor=0)):
        return Tense.FUTURE
    return tense


def _head(page: Page, group: Group | Range, *, floor: int) -> str:
    """The words in front of a time, from ``floor`` on, with the prepositions that its form opens with."""
    start = own_start(page.low, group.start, group.end, language=page.language)
    return page.low[max(floor, group.start - AROUND) : start]


def framed(page: Page, group: Group | Range, reading: Reading, *, setting: Setting, floor: int) -> Reading:
    """The reading as the words around it frame it; unchanged where nothing does.

    ``floor``: where the time before it ends; what frames that one does not frame this. A day that a clause explains
    ("since May 3, when a mill burned") dates what the clause tells.
    """
    frames = _frames(page.language)
    head, tail = _head(page, group, floor=floor), page.low[group.end : group.end + BESIDE]
    if is_stamp(page, group):
        return replace(reading, reference=True, why=says(setting, "stamped", why=reading.why))
    flagged = any("reference" in piece.fields for piece in group.pieces)
    if flagged or frames.born.search(head) or frames.birthday.match(tail):
        return replace(reading, reference=True)
    if frames.whenclause.match(tail):
        return reading
    if frames.since.search(head):
        return opened(reading, start=reading.start, end=None, why=says(setting, "since", why=reading.why))
    if frames.sincefar.search(head) or frames.began.search(head):
        return replace(reading, reference=True)
    if _closed(group) or frames.possessive.match(tail) or frames.noun.match(tail):
        return reading
    if frames.upto.search(head):
        return opened(reading, start=None, end=reading.end, why=says(setting, "upto", why=reading.why))
    if frames.after.search(head):
        return opened(reading, start=reading.start, end=None, why=says(setting, "since", why=reading.why))
    return reading


def _closed(group: Group | Range) -> bool:
    """True for times that "before" and "after" in front do not open: runs, clock times, counted days."""
    if isinstance(group, Range) or any(group.get(slot) for slot in ("clock", "part", "counted", "frame")):
        return True
    return any("to_day" in piece.fields or "to_year" in piece.fields for piece in group.pieces)
