"""What a ledger knows about one place, and about one stretch of time."""

import datetime as dt
from dataclasses import dataclass

from reportedly.records.answers import ThreatRow
from reportedly.records.changes import Step
from reportedly.records.claims import Claim
from reportedly.records.merged import Incident, ReportHead, ToldBy
from reportedly.records.places import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A claim about a force and the report it stands in; ``own`` False where it is about the country around."""

    claim: Claim
    told: ReportHead
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteThreat:
    """A threat against the place (``own``), or one that is placed in its country or came before an attack on it."""

    row: ThreatRow
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All about a base, an embassy, a town or a ship lane: who is there, which threats stand, what was tried.

    Presences stand in the order of publication, threats and attacks in the order of time. ``last`` is the latest report
    about an attack or a threat against the place itself, None where there is none.
    """

    area: Where
    presences: tuple[Presence, ...]
    threats: tuple[SiteThreat, ...]
    attacks: tuple[Incident, ...]
    last: ToldBy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a ledger holds of some days, both inclusive, in an area (None: everywhere).

    ``incidents`` touch these days; ``before`` those that touch as many days right before; ``unplaced``
    touch the days, but nobody tells where they were, so that no area holds them. ``threats`` are
    those made in these days or still watched. ``steps`` changed, in these days, what was known of earlier incidents.
    """

    area: Where | None
    first: dt.date
    last: dt.date
    incidents: tuple[Incident, ...]
    before: tuple[Incident, ...]
    unplaced: tuple[Incident, ...]
    threats: tuple[ThreatRow, ...]
    steps: tuple[Step, ...]
