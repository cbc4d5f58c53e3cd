"""Answers to questions about many incidents: what is counted, tested, threatened, and where."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.merged import ReportHead
from reportedly.records.moments import Moment
from reportedly.records.places import Where
from reportedly.records.vocabulary import Basis, IncidentType, Stage, TimePrecision


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


class Measure(StrEnum):
    """What a claim says of many incidents.

    That one is the first, the last or the deadliest of them, that there were so many, that so many were killed, or that
    they happen again and again.
    """

    FIRST = "first"
    LAST = "last"
    DEADLIEST = "deadliest"
    NUMBER = "number"
    KILLED = "killed"
    HABIT = "habit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A claim about many incidents as something that can be tested; None for what its words do not settle.

    ``types`` are the kinds it counts, ``narrowed``: it counts only some of these ("of foreigners"), in words that are
    not tested. ``first`` and ``last`` are the days between which it surely holds, both inclusive; from ``opens`` on
    it may. ``subject`` is the id of the reported incident that it ranks.
    """

    claim: Claim
    told: ReportHead
    measure: Measure | None
    types: tuple[IncidentType, ...]
    narrowed: bool
    count: Count | None
    opens: dt.date | None
    first: dt.date | None
    last: dt.date | None
    place: Where | None
    subject: str | None = None


class Verdict(StrEnum):
    """What a ledger says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNDECIDABLE = "undecidable"


class Doubt(StrEnum):
    """Why a ledger cannot say.

    ``measure``: the words do not tell what is counted or ranked. ``place``, ``period``: no settled place, no time it
    counts from. ``subject``: the incident it ranks, or its toll, is not known. ``narrower``: it counts only some of a
    kind. ``fewer``: the ledger holds fewer than it says, which no ledger can hold against it. ``possible``: an incident
    may belong to it, but its time or place is too coarse. ``uncovered``: no report covers a part of the period.
    """

    MEASURE = "measure"
    PLACE = "place"
    PERIOD = "period"
    SUBJECT = "subject"
    NARROWER = "narrower"
    FEWER = "fewer"
    POSSIBLE = "possible"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Gap:
    """Days, both inclusive, of which no report about the country tells."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A claim about many incidents, and what a ledger says of it.

    ``by`` are the ids of the incidents that speak for the verdict (that were counted, contradict it, or may belong to
    it), ``doubt`` is None where there is a verdict, ``gaps`` are the days that are not covered. ``again`` are further
    reports that carry the same words.
    """

    assertion: Assertion
    verdict: Verdict
    by: tuple[str, ...] = ()
    doubt: Doubt | None = None
    gaps: tuple[Gap, ...] = ()
    again: tuple[ReportHead, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """An attack after a threat: ``days`` later, by an actor tied to it as ``basis`` says; ``denied``: it denies it."""

    incident_id: str
    days: int
    basis: Basis
    denied: bool
    stage: Stage
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatRow:
    """A threat, by whom, on what condition, and what followed within the window of ``until``.

    ``made`` is its day, None where nobody tells; ``place`` as it is named. ``open``: the ledger does not reach to the
    end of the window yet, so that more may follow.
    """

    incident_id: str
    made: dt.date | None
    by: tuple[str, ...]
    condition: str | None
    place: str | None
    summary: str
    until: dt.date | None
    open: bool
    followed: tuple[Followed, ...]
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unthreatened:
    """An attack before which the ledger holds no threat by anyone who claims it or is accused of it."""

    incident_id: str
    day: dt.date | None
    stage: Stage
    type: IncidentType
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Threats:
    """The threats in the order of their days, and the attacks without one; ``window`` in days."""

    window: int
    threats: tuple[ThreatRow, ...]
    attacks: tuple[Unthreatened, ...]
