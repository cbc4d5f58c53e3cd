"""Incidents with their links in, each threat with what followed and the attacks that no threat came before out."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from reportedly.asking.days import days_of
from reportedly.records.answers import Followed, ThreatRow, Threats, Unthreatened
from reportedly.records.merged import Incident, LinkKind
from reportedly.records.vocabulary import Basis, IncidentType, Stage

ATTACKED = frozenset({Stage.ATTEMPTED, Stage.THWARTED, Stage.ACCOMPLISHED})


def threats(incidents: Iterable[Incident], *, window: int, known_until: dt.date | None) -> Threats:
    """The threats and what followed, as merging linked them within ``window`` days.

    ``known_until`` is the day of the last report: a window that ends later is still open. A threat without a day is
    linked with nothing.
    """
    found = {one.id: one for one in incidents}
    made = [one for one in found.values() if one.type is IncidentType.THREAT]
    rows = (_row(one, found, window=window, known_until=known_until) for one in made)
    return Threats(
        window=window,
        threats=tuple(sorted(rows, key=lambda row: (row.made is None, row.made or dt.date.min, row.incident_id))),
        attacks=tuple(_unthreatened(one) for one in found.values() if _is_attack(one) and not _linked(one)),
    )


def _row(threat: Incident, found: Mapping[str, Incident], *, window: int, known_until: dt.date | None) -> ThreatRow:
    days = days_of(threat)
    until = None if days is None else days[0] + dt.timedelta(days=window)
    attacks = [found[id_] for id_ in _linked(threat) if id_ in found]
    followed = (_followed(attack, threat, days[0]) for attack in attacks) if days is not None else ()
    by = [row.name for row in threat.perpetrators if row.basis is not Basis.DENIED]
    return ThreatRow(
        incident_id=threat.id,
        made=None if days is None else days[0],
        by=tuple(dict.fromkeys(by)),
        condition=None if threat.condition is None else threat.condition.text,
        place=None if threat.where is None else threat.where.name,
        summary=threat.summary,
        until=until,
        open=until is not None and (known_until is None or until > known_until),
        followed=tuple(sorted(followed, key=lambda one: (one.days, one.incident_id))),
        reports=len({told.report_id for told in threat.reports}),
    )


def _followed(attack: Incident, threat: Incident, made: dt.date) -> Followed:
    keys = {row.actor_id or row.name.casefold() for row in threat.perpetrators}
    bases = {row.basis for row in attack.perpetrators if (row.actor_id or row.name.casefold()) in keys}
    days = days_of(attack)
    return Followed(
        incident_id=attack.id,
        days=0 if days is None else (days[1] - made).days,
        basis=Basis.CLAIMED if Basis.CLAIMED in bases else Basis.ACCUSED,
        denied=Basis.DENIED in bases,
        stage=attack.stage,
        summary=attack.summary,
    )


def _unthreatened(attack: Incident) -> Unthreatened:
    days = days_of(attack)
    return Unthreatened(
        incident_id=attack.id,
        day=None if days is None else days[0],
        stage=attack.stage,
        type=attack.type,
        summary=attack.summary,
    )


def _is_attack(incident: Incident) -> bool:
    return incident.stage in ATTACKED and incident.type not in (IncidentType.THREAT, IncidentType.ARREST)


def _linked(incident: Incident) -> Sequence[str]:
    return [link.incident_id for link in incident.links if link.kind is LinkKind.THREAT_THEN_ATTACK]
