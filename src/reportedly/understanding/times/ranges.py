"""Neighbouring times in, runs of time out: from Friday to Sunday, overnight into Sunday, between 8 and 9 p.m."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache

from reportedly.languages.times import FormKind, time_words
from reportedly.records.moments import Moment, day_of
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times import days
from reportedly.understanding.times.readings import Origin, Reading, Setting, says
from reportedly.understanding.times.resolving import day_part, time_part
from reportedly.understanding.times.scanning import Group, Piece
from reportedly.understanding.times.tense import Tense

_OPENING = 40
"""Characters in front of a run's first time in which its opening word must stand."""


@dataclass(frozen=True, slots=True)
class Range:
    """A run from one time to another; ``night`` where it is told as one night."""

    first: Group
    second: Group
    night: bool

    @property
    def start(self) -> int:
        """Where the first time starts."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where the second time ends."""
        return self.second.end

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of both, in text order."""
        return self.first.pieces + self.second.pieces


@dataclass(frozen=True, slots=True)
class _Joints:
    opening: re.Pattern[str]
    weak: re.Pattern[str]
    strong: re.Pattern[str]
    night: re.Pattern[str]


@cache
def _joints(language: str) -> _Joints:
    patterns = time_words(language).patterns
    return _Joints(*(re.compile(patterns[name]) for name in ("rangeopen", "rangejoin", "strongjoin", "overnight")))


_ENDS = ("date", "weekday", "holiday", "clock")


def _can_end(group: Group) -> bool:
    return any(group.get(slot) for slot in _ENDS) and group.get("frame") is None


def join_ranges(low: str, groups: list[Group], *, language: str) -> list[Group | Range]:
    """Groups with those that tell a run joined, in text order."""
    joints = _joints(language)
    found: list[Group | Range] = []
    for group in groups:
        last = found[-1] if found else None
        if isinstance(last, Group) and _can_end(last) and _can_end(group):
            joined = _range(low, last, group, joints=joints)
            if joined:
                found[-1] = joined
                continue
        found.append(group)
    return found


def _range(low: str, first: Group, second: Group, *, joints: _Joints) -> Range | None:
    gap = low[first.end : second.start]
    opening = first.pieces[-1].start
    lead = low[max(0, opening - _OPENING) : opening]
    nightly = first.get("part")
    night = joints.night.search(lead) is not None or (nightly is not None and nightly.kind is FormKind.NIGHTLY)
    opened = night or joints.opening.search(lead) is not None
    if joints.strong.fullmatch(gap) or (opened and joints.weak.fullmatch(gap)):
        late = any(piece.fields.get("part") == "night" for piece in first.pieces)
        return Range(first, second, night or late)
    return None


def range_reading(run: Range, setting: Setting) -> Reading:
    """The run's interval: its end against the base, its start against its end."""
    second_day = day_part(run.second, setting) or day_part(run.first, setting)
    second = time_part(second_day, run.second, setting)
    if second.start is None or second.end is None:
        first = day_part(run.first, setting)
        both = first is not None and first.start is None and first.edtf != second.edtf
        return replace(second, edtf=_from_to(first.edtf, second.edtf)) if first is not None and both else second
    end_day = day_of(second.end)
    near = replace(setting, base=Origin(day=end_day, name="told"), told=None, tense=Tense.PAST)
    first = time_part(day_part(run.first, near) or second_day, run.first, near)
    return _between(first, second, run, setting=setting)


def _from_to(first: str, second: str) -> str:
    """From the first's start to the second's end, where either is an interval itself ("12-13 until Monday")."""
    return f"{first.partition('/')[0]}/{second.rpartition('/')[2]}"


def _in_one_zone(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Both ends of a run, the zone told for one of them given to the other ("0700 GMT until 9 am")."""
    if not isinstance(start, dt.datetime) or not isinstance(end, dt.datetime):
        return start, end
    return start.replace(tzinfo=start.tzinfo or end.tzinfo), end.replace(tzinfo=end.tzinfo or start.tzinfo)


def _between(first: Reading, second: Reading, run: Range, *, setting: Setting) -> Reading:
    if first.start is None or second.end is None:
        return second
    start, end = _in_one_zone(first.start, second.end)
    if run.night or type(start) is not type(end):
        start, end = day_of(start), day_of(end)
    if day_of(start) > day_of(end) or (type(start) is type(end) and start > end):
        return second
    precision = TimePrecision.PART_OF_DAY if run.night else second.precision
    why = says(setting, "range", first=first.why, second=second.why)
    return Reading(start=start, end=end, precision=precision, edtf=days.edtf(start, end), why=why)
