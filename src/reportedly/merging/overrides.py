"""An incident and the values people set in, the incident with these values out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reportedly.errors import UsageError
from reportedly.records.counts import Count
from reportedly.records.forms import count_from, when_from, where_from
from reportedly.records.incidents import Perpetrator
from reportedly.records.judgements import Decision
from reportedly.records.merged import Incident
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.values import Value
from reportedly.records.vocabulary import Basis, IncidentType, Responsibility, Stage

PERPETRATORS = "perpetrators"


def overridden(incident: Incident, settings: Iterable[Decision]) -> Incident:
    """The incident with what people set, ``settings`` newest first; UsageError where a value does not fit its field."""
    wanted: dict[str, Decision] = {}
    for decision in settings:
        wanted.setdefault(decision.field or "", decision)
    for field, decision in wanted.items():
        incident = _set(incident, field, decision.value, who=decision.who)
    return incident


def check(incident: Incident, field: str, value: Value) -> None:
    """UsageError, with what would be right, where a person cannot set this field of the incident to this value."""
    _set(incident, field, value, who="")


def _set(incident: Incident, field: str, value: Value, *, who: str) -> Incident:
    if field not in _SHAPES:
        raise UsageError(f"{field}: cannot be set; one of {', '.join(_SHAPES)} can")
    try:
        if field == PERPETRATORS:
            return _set_perpetrators(incident, value, who=who)
        return _SETTERS[field](incident, value)
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{field}: {value!r} does not fit ({error}); it takes {_SHAPES[field]}") from error


def _count(value: Value) -> Count | None:
    if value is not None and count_from(value) is None:
        raise ValueError("no range")
    return count_from(value)


def _when(value: Value, claims: tuple[str, ...]) -> When | None:
    return None if value is None else replace(when_from(value), claims=claims)


def _where(value: Value, claims: tuple[str, ...]) -> Where | None:
    return None if value is None else replace(where_from(value), claims=claims)


def _set_when(incident: Incident, value: Value) -> Incident:
    """A day of a person's rests on the claims that bear on it, for and against."""
    return replace(incident, when=_when(value, () if incident.when is None else incident.when.claims))


def _set_where(incident: Incident, value: Value) -> Incident:
    return replace(incident, where=_where(value, () if incident.where is None else incident.where.claims))


def _set_perpetrators(incident: Incident, value: Value, *, who: str) -> Incident:
    """Who is blamed, and the responsibility that follows; what is withheld stays so."""
    told = () if value is None else value
    if not isinstance(told, tuple | list):
        raise TypeError("no list")
    rows = tuple(row for one in told for row in _blamed(incident, one, who=who))
    held = {Responsibility(row.basis.value) for row in rows}
    held |= {Responsibility.WITHHELD} & set(incident.responsibility)
    return replace(incident, perpetrators=rows, responsibility=tuple(sorted(held)))


def _blamed(incident: Incident, value: Value, *, who: str) -> tuple[Perpetrator, ...]:
    """The rows in which reports say just this; else one by the word of the person who decides.

    That one rests on the claims that bear on it, for and against: those of the name, or of all who are blamed.
    """
    if not isinstance(value, Mapping):
        raise TypeError("no name and basis")
    name, basis, actor_id = str(value["name"]), Basis(str(value["basis"])), value.get("actor_id")
    known = [
        row
        for row in incident.perpetrators
        if row.name.casefold() == name.casefold() or (actor_id is not None and row.actor_id == actor_id)
    ]
    told = tuple(row for row in known if row.basis is basis)
    if told:
        return told
    claims = tuple(dict.fromkeys(one for row in known or incident.perpetrators for one in row.claims))
    own = None if actor_id is None else str(actor_id)
    return (Perpetrator(name=name, basis=basis, by=who, actor_id=own, claims=claims),)


_SETTERS: Mapping[str, Callable[[Incident, Value], Incident]] = {
    "type": lambda incident, value: replace(incident, type=IncidentType(str(value))),
    "stage": lambda incident, value: replace(incident, stage=Stage(str(value))),
    "when": _set_when,
    "where": _set_where,
    "killed": lambda incident, value: replace(incident, killed=_count(value)),
    "injured": lambda incident, value: replace(incident, injured=_count(value)),
}
_SHAPES = {
    "type": "one of the incident types",
    "stage": "one of the stages",
    "when": "a day (2024-05-13), or the contract's object with start, end and precision",
    "where": "the contract's object with at least a name",
    "perpetrators": "objects with name, basis and actor_id, or null for nobody",
    "killed": '{"low": 2, "high": 5}, either of them null, or null for silent',
    "injured": '{"low": 2, "high": 5}, either of them null, or null for silent',
}
