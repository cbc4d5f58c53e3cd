"""Incidents in, the same with their ties to each other out: a threat and the attack that followed it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.languages.links import link_words
from reportedly.merging.profile import days_of
from reportedly.records.incidents import IncidentFields, Perpetrator
from reportedly.records.merged import Incident, Link, LinkKind
from reportedly.records.moments import When
from reportedly.records.vocabulary import Basis, IncidentType

WINDOW_DAYS = 60
"""How long after a threat an attack by the same actor is shown as following it. Chosen, not measured: a season of
escalation, and short enough that a new threat is usually made before it ends."""


def with_links(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """The incidents in their order, each with its links to the others."""
    by_actor: dict[str, list[Incident]] = {}
    for incident in incidents:
        for key in link_keys(incident):
            by_actor.setdefault(key, []).append(incident)
    found: dict[str, dict[str, Link]] = {}
    for group in by_actor.values():
        for threat in group:
            for attack in group:
                for one, link in tied(threat, attack):
                    found.setdefault(one, {})[link.incident_id] = link
    return tuple(replace(one, links=_ordered(found.get(one.id, {}).values())) for one in incidents)


def _ordered(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.kind, link.incident_id)))


def link_keys(incident: IncidentFields) -> tuple[str, ...]:
    """The actors by which a link of this incident is found: only incidents that share a key can be tied."""
    rows = _doers(incident) if incident.type is IncidentType.THREAT else _blamed(incident)
    return tuple(sorted({_key(row) for row in rows}))


def tied(threat: IncidentFields, attack: IncidentFields) -> tuple[tuple[str, Link], ...]:
    """The link from each of the two to the other, by the id it is shown under; empty where they are not tied.

    Only an attack that the threatening actor claims or is accused of, by its own day not before the threat's.
    """
    if threat.type is not IncidentType.THREAT or attack.type is IncidentType.THREAT:
        return ()
    actor = _shared(_doers(threat), _blamed(attack))
    days = _days_between(threat.when, attack.when)
    if actor is None or days is None or not 0 <= days <= WINDOW_DAYS:
        return ()
    words = link_words()
    why = words.threat_then_attack.format(
        actor=actor.name, basis=words.bases[actor.basis.value], days=words.after(days)
    )
    kind = LinkKind.THREAT_THEN_ATTACK
    return ((threat.id, Link(kind, attack.id, why)), (attack.id, Link(kind, threat.id, why)))


def _doers(incident: IncidentFields) -> list[Perpetrator]:
    return [row for row in incident.perpetrators if row.basis is not Basis.DENIED]


def _blamed(incident: IncidentFields) -> list[Perpetrator]:
    return [row for row in incident.perpetrators if row.basis in (Basis.CLAIMED, Basis.ACCUSED)]


def _key(row: Perpetrator) -> str:
    return row.actor_id or row.name.casefold()


def _shared(threatening: Sequence[Perpetrator], blamed: Sequence[Perpetrator]) -> Perpetrator | None:
    """The row of the attack by which the threatening actor is tied to it: its claim before an accusation."""
    keys = {_key(row) for row in threatening}
    found = [row for row in blamed if _key(row) in keys]
    return min(found, key=lambda row: (row.basis is not Basis.CLAIMED, row.name, row.by or ""), default=None)


def _days_between(threat: When | None, attack: When | None) -> int | None:
    """Days from the threat to the attack; None where either has no day."""
    if threat is None or attack is None:
        return None
    before, after = days_of(threat), days_of(attack)
    return None if before is None or after is None else after.last - before.first
