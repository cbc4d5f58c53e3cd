"""An incident and the values people set in, the incident with these values out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reportedly.errors import UsageError
from reportedly.merging.voices import count_from
from reportedly.records.counts import Count
from reportedly.records.judgements import Decision
from reportedly.records.merged import Incident
from reportedly.records.moments import Moment, When, parse_moment
from reportedly.records.places import Where
from reportedly.records.values import Value
from reportedly.records.vocabulary import IncidentType, PlacePrecision, Stage, TimePrecision


def overridden(incident: Incident, settings: Iterable[Decision]) -> Incident:
    """The incident with what people set, ``settings`` newest first; UsageError where a value does not fit its field."""
    wanted: dict[str, Decision] = {}
    for decision in settings:
        wanted.setdefault(decision.field or "", decision)
    for field, decision in wanted.items():
        incident = _set(incident, field, decision.value)
    return incident


def check(incident: Incident, field: str, value: Value) -> None:
    """UsageError, with what would be right, where a person cannot set this field of the incident to this value."""
    _set(incident, field, value)


def _set(incident: Incident, field: str, value: Value) -> Incident:
    if field not in _SETTERS:
        raise UsageError(f"{field}: cannot be set; one of {', '.join(_SETTERS)} can")
    try:
        return _SETTERS[field](incident, value)
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{field}: {value!r} does not fit ({error}); it takes {_SHAPES[field]}") from error


def _count(value: Value) -> Count | None:
    if value is not None and count_from(value) is None:
        raise ValueError("no range")
    return count_from(value)


def _text(value: Mapping[str, Value], key: str) -> str:
    found = value.get(key, "")
    if not isinstance(found, str):
        raise TypeError(f"{key} is no text")
    return found


def _moment(value: Value) -> Moment | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError("no ISO 8601 day or time")
    return parse_moment(value)


def _object(value: Value) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _when(value: Value, claims: tuple[str, ...]) -> When | None:
    if value is None:
        return None
    given = {"start": value} if isinstance(value, str) else _object(value)
    start = _moment(given.get("start"))
    end = _moment(given.get("end", given.get("start")))
    text = _text(given, "edtf") or str(given.get("start") or "")
    return When(
        start=start,
        end=end,
        precision=TimePrecision(_text(given, "precision") or TimePrecision.DAY),
        edtf=text,
        derivation=_text(given, "derivation"),
        text=_text(given, "text") or text,
        claims=claims,
    )


def _number(value: Mapping[str, Value], key: str) -> float | None:
    found = value.get(key)
    if found is not None and not isinstance(found, int | float):
        raise TypeError(f"{key} is no number")
    return found


def _where(value: Value, claims: tuple[str, ...]) -> Where | None:
    if value is None:
        return None
    given = _object(value)
    if not _text(given, "name"):
        raise ValueError("no name")
    return Where(
        name=_text(given, "name"),
        country=_text(given, "country") or None,
        lat=_number(given, "lat"),
        lon=_number(given, "lon"),
        radius_km=_number(given, "radius_km"),
        precision=PlacePrecision(_text(given, "precision") or PlacePrecision.SETTLEMENT),
        place_id=_text(given, "place_id") or None,
        claims=claims,
    )


def _set_when(incident: Incident, value: Value) -> Incident:
    """A day of a person's rests on the claims that bear on it, for and against."""
    return replace(incident, when=_when(value, () if incident.when is None else incident.when.claims))


def _set_where(incident: Incident, value: Value) -> Incident:
    return replace(incident, where=_where(value, () if incident.where is None else incident.where.claims))


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
    "killed": '{"low": 2, "high": 5}, either of them null, or null for silent',
    "injured": '{"low": 2, "high": 5}, either of them null, or null for silent',
}
