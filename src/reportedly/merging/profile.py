"""A member in, the small view of it that comparing needs out."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reportedly.codebook.names import words_of
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident
from reportedly.records.merged import Member
from reportedly.records.moments import Moment, When, day_of
from reportedly.records.places import Where
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, Stage


class Family(StrEnum):
    """Kinds that reports tell apart; within one, outlets often differ (a rocket that another calls a drone)."""

    ATTACK = "attack"
    THREAT = "threat"
    ARREST = "arrest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days an incident may have fallen on, as ordinals (``date.toordinal``), both inclusive.

    ``start`` and ``end`` are minutes counted from the ordinal's origin where the text tells the time of day, else None.
    """

    first: int
    last: int
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where it was: a point with its radius in km where one is settled, else only an id, a country or folded words."""

    place_id: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float
    precision: PlacePrecision
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What two members are compared by; ``told`` is the ordinal of publication, None where not known.

    ``doers`` and ``sufferers`` are ids of actors, and folded names where the codebook knows none.
    """

    id: str
    report_id: str
    main: bool
    type: IncidentType
    family: Family
    stage: Stage
    days: Days | None
    told: int | None
    spot: Spot | None
    doers: frozenset[str]
    sufferers: frozenset[str]
    weapons: frozenset[str]
    targets: frozenset[str]
    killed: Count | None
    injured: Count | None
    names: frozenset[str]
    quotes: frozenset[str]
    fingerprint: tuple[int, ...]


def profile(member: Member) -> Profile:
    """The view of one member; the same member gives the same view."""
    incident, report = member.incident, member.report
    return Profile(
        id=incident.id,
        report_id=report.report_id,
        main=incident.main,
        type=incident.type,
        family=family_of(incident.type),
        stage=incident.stage,
        days=None if incident.when is None else days_of(incident.when),
        told=None if report.published is None else day_of(report.published).toordinal(),
        spot=None if incident.where is None else spot_of(incident.where),
        doers=_doers(incident),
        sufferers=_sufferers(incident),
        weapons=frozenset(weapon.code for weapon in incident.weapons),
        targets=_words(*(target.name for target in incident.targets)),
        killed=incident.killed,
        injured=incident.injured,
        names=frozenset(report.names),
        quotes=frozenset(claim.quote for claim in member.claims),
        fingerprint=report.fingerprint,
    )


def family_of(kind: IncidentType) -> Family:
    """Threats and arrests stand apart; everything else is an attack."""
    if kind is IncidentType.THREAT:
        return Family.THREAT
    return Family.ARREST if kind is IncidentType.ARREST else Family.ATTACK


def days_of(when: When) -> Days | None:
    """The days of an interval; None where no year is known."""
    if when.start is None or when.end is None:
        return None
    return Days(
        first=day_of(when.start).toordinal(),
        last=day_of(when.end).toordinal(),
        start=_minute(when.start),
        end=_minute(when.end),
    )


def _minute(moment: Moment) -> int | None:
    """Minutes by the clock of the place: an offset is left out, as reports of one place share it."""
    if not isinstance(moment, dt.datetime):
        return None
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def spot_of(where: Where) -> Spot:
    """A place as it is compared."""
    return Spot(
        place_id=where.place_id,
        country=where.country,
        lat=where.lat,
        lon=where.lon,
        radius_km=where.radius_km or 0.0,
        precision=where.precision,
        words=_words(where.name),
    )


def _doers(incident: ReportedIncident) -> frozenset[str]:
    blamed = {_key(row.name, row.actor_id) for row in incident.perpetrators if row.basis is not Basis.DENIED}
    return frozenset(blamed | {_key(side.name, side.actor_id) for side in incident.sides})


def _sufferers(incident: ReportedIncident) -> frozenset[str]:
    hurt = [row.actor_id for row in incident.targets] + [row.actor_id for row in incident.victims]
    return frozenset(actor for actor in hurt if actor is not None)


def _key(name: str, actor_id: str | None) -> str:
    return actor_id or " ".join(words_of(name).folds)


def _words(*names: str) -> frozenset[str]:
    return frozenset(fold for name in names for fold in words_of(name).folds)
