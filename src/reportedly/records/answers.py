"""Answers to questions about many incidents: what is counted, tested, threatened, and where."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.counts import Count
from reportedly.records.moments import Moment
from reportedly.records.vocabulary import IncidentType, Stage, TimePrecision


class TallyKey(StrEnum):
    """What incidents are counted by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    TYPE = "type"
    STAGE = "stage"
    ACTOR = "actor"
    PLACE = "place"


PERIODS = frozenset({TallyKey.DAY, TallyKey.WEEK, TallyKey.MONTH, TallyKey.YEAR})
"""Keys that are stretches of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """The incidents that share a value, and the reports that stand behind them, each counted once.

    ``value`` is a code, an id, or a stretch of time by its first day (``2025-09-08``, ``2025-09``, ``2025``); None for
    incidents that have no such value: no settled time, nobody blamed, no place. ``name`` is what a person reads for an
    id, None where the value says it. ``killed`` adds up what is told of the killed, None where nothing is.
    """

    value: str | None
    name: str | None
    incidents: int
    reports: int
    killed: Count | None
    stages: Mapping[Stage, int]
    incident_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Rows in the order of time or, for other keys, the most first; ``incidents`` and ``reports`` count all, each once.

    An incident with several actors stands in several rows.
    """

    by: TallyKey
    rows: tuple[TallyRow, ...]
    incidents: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident of a timeline; times None where nobody tells a day, ``reported`` when it was first told of."""

    incident_id: str
    start: Moment | None
    end: Moment | None
    precision: TimePrecision | None
    type: IncidentType
    stage: Stage
    place: str | None
    country: str | None
    killed: Count | None
    injured: Count | None
    summary: str
    reported: Moment | None
    reports: int
    sources: int

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day it may have been on; None where either is open or unknown."""
        if self.start is None or self.end is None:
            return None
        first = self.start.date() if isinstance(self.start, dt.datetime) else self.start
        return first, self.end.date() if isinstance(self.end, dt.datetime) else self.end
