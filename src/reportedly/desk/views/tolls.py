"""A merged incident's tolls in, the history of its figures out, with a bar of text for each."""

from dataclasses import dataclass

from reportedly.desk.views.told import origins
from reportedly.records.counts import Count
from reportedly.records.merged import Incident, Toll

BAR = 16
"""Characters of the longest bar: beside date, speaker and figure it still fits into 80 columns."""
SURE, MAYBE, OPEN, NONE = "█", "░", "▸", "·"
"""Told at least; told at most; no upper end; told to be none."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One toll with its bar; ``bar`` is empty where this speaker gives no figure of what the bars show."""

    toll: Toll
    bar: str


def history(incident: Incident, *, width: int = BAR) -> tuple[Figure, ...]:
    """The tolls in the order of the incident, on one scale: the killed, or the injured where nobody tells of killed.

    What a copy only repeats is left out.
    """
    tolls = _folded(incident)
    injured = all(toll.killed is None for toll in tolls)
    counts = [toll.injured if injured else toll.killed for toll in tolls]
    top = max((_top(count) for count in counts if count is not None), default=0)
    return tuple(
        Figure(toll, "" if count is None else bar(count, top=top, width=width))
        for toll, count in zip(tolls, counts, strict=True)
    )


def _folded(incident: Incident) -> list[Toll]:
    copied = origins(incident)
    given = {(toll.report_id, toll.source, toll.killed, toll.injured) for toll in incident.tolls}

    def repeats(toll: Toll) -> bool:
        origin = copied.get(toll.report_id, toll.report_id)
        return origin != toll.report_id and (origin, toll.source, toll.killed, toll.injured) in given

    return [toll for toll in incident.tolls if not repeats(toll)]


def bar(count: Count, *, top: int, width: int = BAR) -> str:
    """``count`` drawn on a scale that ends at ``top``; a figure above zero is never drawn as nothing."""
    low = _cells(count.low or 0, top=top, width=width)
    high = low if count.high is None else _cells(count.high, top=top, width=width)
    if not high and count.high is not None:
        return NONE
    return SURE * low + MAYBE * (high - low) + (OPEN if count.high is None else "")


def _top(count: Count) -> int:
    return max(count.low or 0, count.high or 0)


def _cells(number: int, *, top: int, width: int) -> int:
    """Characters for a number: one each where they fit, else in proportion, at least one."""
    if number <= 0:
        return 0
    return number if top <= width else max(1, round(number * width / top))
