"""A place in a sentence in, the direction in time that the verbs around it give out."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportedly.languages.times import time_words

REACH = 160
"""Characters looked at to either side: about one clause and its verb; longer sentences hold other verbs."""

_STOP = re.compile(r"[.!?;]\s|\n\s*\n|[\"“”]")


class Tense(StrEnum):
    """What the nearest verb says of a time: gone, to come, or nothing."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class _Verbs:
    future: re.Pattern[str]
    past: re.Pattern[str]
    passive: re.Pattern[str]


@cache
def _verbs(language: str) -> _Verbs:
    patterns = time_words(language).patterns
    return _Verbs(*(re.compile(patterns[name]) for name in ("future", "past", "passive")))


def _marks(text: str, verbs: _Verbs) -> list[tuple[int, Tense]]:
    """The verbs of a clause that tell a tense, in order; a participle after "be" tells none."""
    future = [(match.start(), match.end()) for match in verbs.future.finditer(text)]
    marks = [(start, Tense.FUTURE) for start, _ in future]
    for match in verbs.past.finditer(text):
        inside = any(start <= match.start() < end for start, end in future)
        if not inside and not verbs.passive.search(text, 0, match.start()):
            marks.append((match.start(), Tense.PAST))
    return sorted(marks)


def tense_at(low: str, start: int, end: int, *, language: str) -> Tense:
    """The tense of the nearest verb before ``low[start:end]`` in its sentence, else behind it; OPEN where none is."""
    verbs = _verbs(language)
    left = low[max(0, start - REACH) : start]
    stops = [match.end() for match in _STOP.finditer(left)]
    marks = _marks(left[stops[-1] if stops else 0 :], verbs)
    if marks:
        return marks[-1][1]
    right = low[end : end + REACH]
    stop = _STOP.search(right)
    marks = _marks(right[: stop.start()] if stop else right, verbs)
    return marks[0][1] if marks else Tense.OPEN
