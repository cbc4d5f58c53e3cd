"""A member in, the small view of it that comparing needs out."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from reportedly.codebook.names import words_of
from reportedly.languages.hours import hour_words
from reportedly.languages.tables import FALLBACK
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident
from reportedly.records.merged import Member, Passage
from reportedly.records.moments import When, day_of
from reportedly.records.places import Where
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, Stage, TimePrecision


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

    ``around``: the places its report names first, where it has none of its own.
    ``names`` and ``words`` are the rare ones of the passages that tell of it and, where that is the news, of
    the lead where it tells of nothing else.
    ``people`` are the last names of victims.
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
    around: tuple[Spot, ...]
    doers: frozenset[str]
    sufferers: frozenset[str]
    weapons: frozenset[str]
    targets: frozenset[str]
    people: frozenset[str]
    killed: Count | None
    injured: Count | None
    names: frozenset[str]
    words: frozenset[str]
    fingerprint: frozenset[int]


def profile(member: Member) -> Profile:
    """The view of one member; the same member gives the same view."""
    incident, report = member.incident, member.report
    told = [passage for passage in report.passages if _tells_of(passage, incident)]
    names = frozenset(name for passage in told for name in passage.names)
    return Profile(
        id=incident.id,
        report_id=report.report_id,
        main=incident.main,
        type=incident.type,
        family=family_of(incident.type),
        stage=incident.stage,
        days=None if incident.when is None else days_of(incident.when, report.language),
        told=None if report.published is None else day_of(report.published).toordinal(),
        spot=None if incident.where is None else spot_of(incident.where),
        around=() if incident.where is not None else tuple(spot_of(place) for place in report.places),
        doers=_doers(incident),
        sufferers=_sufferers(incident),
        weapons=frozenset(weapon.code for weapon in incident.weapons),
        targets=_words(*(target.name for target in incident.targets)),
        people=_people(incident, names),
        killed=incident.killed,
        injured=incident.injured,
        names=names,
        words=frozenset(word for passage in told for word in passage.words),
        fingerprint=frozenset(report.fingerprint),
    )


def family_of(kind: IncidentType) -> Family:
    """Threats and arrests stand apart; everything else is an attack."""
    if kind is IncidentType.THREAT:
        return Family.THREAT
    return Family.ARREST if kind is IncidentType.ARREST else Family.ATTACK


def days_of(when: When, language: str = FALLBACK) -> Days | None:
    """The days of an interval, a night reaching into the next one; None where no year is known.

    Of a part of a day the hours are those its words, in ``language``, stand for.
    """
    if when.start is None or when.end is None:
        return None
    first, last = day_of(when.start).toordinal(), day_of(when.end).toordinal()
    clock = _clock(when, language)
    if clock is None:
        return Days(first=first, last=last)
    return Days(first=first, last=max(last, (clock[1] - 1) // DAY), start=clock[0], end=clock[1])


def _clock(when: When, language: str) -> tuple[int, int] | None:
    """From and to in minutes, by the clock of the place: an offset is left out, as reports of one place share it."""
    if isinstance(when.start, dt.datetime) and isinstance(when.end, dt.datetime):
        return _minute(when.start), _minute(when.end)
    if when.start is None or when.precision is not TimePrecision.PART_OF_DAY:
        return None
    hours = hour_words(language).in_words(when.text)
    midnight = day_of(when.start).toordinal() * DAY
    return None if hours is None else (midnight + 60 * hours[0], midnight + 60 * hours[1])


DAY = 24 * 60
"""Minutes."""


def _minute(moment: dt.datetime) -> int:
    return moment.toordinal() * DAY + moment.hour * 60 + moment.minute


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


def _tells_of(passage: Passage, incident: ReportedIncident) -> bool:
    return incident.id in passage.incidents or (incident.main and not passage.incidents)


def _people(incident: ReportedIncident, names: Collection[str]) -> frozenset[str]:
    """The last words of victims' and targets' names that are among the report's rare names: those of persons."""
    written = [words_of(row.name).folds for row in incident.victims] + [
        words_of(row.name).folds for row in incident.targets if row.kind in PEOPLE
    ]
    return frozenset(folds[-1] for folds in written if folds and folds[-1] in names)


PEOPLE = frozenset({"civilian", "person", "child", "official", "police", "military", "journalist", "religious"})
"""Kinds of targets that may be persons; a street or a shop has a name too, but outlets share that by chance."""


def _key(name: str, actor_id: str | None) -> str:
    return actor_id or " ".join(words_of(name).folds)


def _words(*names: str) -> frozenset[str]:
    return frozenset(fold for name in names for fold in words_of(name).folds)
