"""The incidents that a report or a decision touched, before and after, in, what became of each out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.records.changes import Change, ChangeKind, FieldChange
from reportedly.records.forms import range_value, when_value, where_value
from reportedly.records.merged import Incident
from reportedly.records.values import Value


def changes(before: Sequence[Incident], after: Sequence[Incident]) -> tuple[Change, ...]:
    """What differs, in the order of ids; incidents are the same where they share most members.

    An incident's id is its smallest member's and may be another one tomorrow, so that ids alone tell nothing.
    """
    pairs = _pairs(before, after)
    now = {id_: incident.id for incident in after for id_ in _members(incident)}
    then = {id_: incident.id for incident in before for id_ in _members(incident)}
    kept = {incident.id for incident in pairs.values()}
    found = [
        *_of_those_now(after, pairs, then=then, now=now),
        *_of_those_then((one for one in before if one.id not in kept), now),
    ]
    return tuple(sorted(found, key=lambda change: (change.incident.id, change.kind)))


def fields_of(incident: Incident) -> Mapping[str, Value]:
    """The values of an incident that a reader would call news, by field."""
    when, where, condition = incident.when, incident.where, incident.condition
    blamed = sorted({(row.name, row.basis.value, row.by or "") for row in incident.perpetrators})
    return {
        "type": incident.type.value,
        "stage": incident.stage.value,
        "when": None if when is None else _without(when_value(when), "derivation", "text"),
        "where": None if where is None else where_value(where),
        "killed": range_value(incident.killed),
        "injured": range_value(incident.injured),
        "responsibility": tuple(one.value for one in incident.responsibility),
        "perpetrators": tuple({"name": name, "basis": basis, "by": by or None} for name, basis, by in blamed),
        "condition": None if condition is None else condition.text,
        "links": tuple(sorted(link.incident_id for link in incident.links)),
    }


def _of_those_now(
    after: Iterable[Incident], pairs: Mapping[str, Incident], *, then: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Change]:
    for incident in after:
        if (was := pairs.get(incident.id)) is not None:
            differing = _differing(was, incident, now)
            if differing:
                yield Change(kind=ChangeKind.CHANGED, incident=incident, fields=differing)
            continue
        source = next((then[id_] for id_ in _members(incident) if id_ in then), None)
        kind = ChangeKind.NEW if source is None else ChangeKind.SPLIT
        yield Change(kind=kind, incident=incident, other=source)


def _of_those_then(lost: Iterable[Incident], now: Mapping[str, str]) -> Iterator[Change]:
    for incident in lost:
        into = next((now[id_] for id_ in _members(incident) if id_ in now), None)
        yield Change(kind=ChangeKind.GONE if into is None else ChangeKind.JOINED, incident=incident, other=into)


def _pairs(before: Sequence[Incident], after: Sequence[Incident]) -> Mapping[str, Incident]:
    """The incident each was, by the id it has now: those that share most members first, each once.

    A new version of a report has new members; then one of the same report and type is the one it was.
    """
    shared = sorted(
        (-len(_members(old) & _members(new)), -len(_reports(old) & _reports(new)), new.id, old.id, place)
        for place, old in enumerate(before)
        for new in after
        if _members(old) & _members(new) or (old.type is new.type and _reports(old) & _reports(new))
    )
    found: dict[str, Incident] = {}
    used: set[int] = set()
    for *_, new_id, _, place in shared:
        if new_id not in found and place not in used:
            found[new_id] = before[place]
            used.add(place)
    return found


def _members(incident: Incident) -> frozenset[str]:
    return frozenset((incident.id, *incident.was))


def _reports(incident: Incident) -> frozenset[str]:
    return frozenset(told.report_id for told in incident.reports)


def _differing(before: Incident, after: Incident, now: Mapping[str, str]) -> tuple[FieldChange, ...]:
    links = tuple(replace(link, incident_id=now.get(link.incident_id, link.incident_id)) for link in before.links)
    old, new = fields_of(replace(before, links=links)), fields_of(after)
    return tuple(FieldChange(field, old[field], new[field]) for field in new if old[field] != new[field])


def _without(value: Value, *keys: str) -> Value:
    """An object without some of its keys: how a day is worded is no news."""
    return {key: part for key, part in value.items() if key not in keys} if isinstance(value, dict) else value
