"""What a story must tell: a TOML file written by hand in, frozen expectations out.

Only what is given is checked. ``tests/cases/README.md`` lists the keys.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source that some claim of the incident must have; ``name`` words all stand in its name."""

    name: str
    kind: str | None = None
    anonymous: bool | None = None
    via: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """A perpetrator row; ``by`` words of the speaker's name, ``report`` for the report's own voice."""

    name: str
    basis: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """A weapon row; ``code`` the codebook's, ``name`` words of the report's wording, counts as ranges."""

    code: str | None = None
    name: str | None = None
    count: str | None = None
    intercepted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """A victim row."""

    name: str
    killed: str | None = None
    injured: str | None = None
    abducted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedIncident:
    """One incident a story must tell; None and empty: not checked. ``type`` and precisions list what is accepted."""

    type: tuple[str, ...] = ()
    stage: str | None = None
    main: bool | None = None
    day: str | None = None
    start: str | None = None
    end: str | None = None
    time_precision: tuple[str, ...] = ()
    edtf: str | None = None
    dateless: bool | None = None
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    within_km: float = 25.0
    place_precision: tuple[str, ...] = ()
    weapon: tuple[Arm, ...] = ()
    target: tuple[str, ...] = ()
    victim: tuple[Hurt, ...] = ()
    killed: str | None = None
    injured: str | None = None
    attackers_killed: str | None = None
    attackers_captured: str | None = None
    perpetrator: tuple[Blame, ...] = ()
    no_perpetrator: bool | None = None
    side: tuple[str, ...] = ()
    prevented_by: tuple[str, ...] = ()
    responsibility: tuple[str, ...] | None = None
    condition: str | None = None
    speaker: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedClaim:
    """A claim the report must make: its field, words of its quote, its speaker, words of its value, its count."""

    field: str
    quote: str | None = None
    speaker: str | None = None
    value: str | None = None
    count: str | None = None
    factuality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """Something the report must not tell: an incident of a type or stage, a claim with such a field or quote."""

    type: str | None = None
    stage: str | None = None
    field: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """All a story must tell. ``main`` and ``incidents`` are exact numbers, ``furniture`` words that must be marked.

    ``report`` holds what the container says (publisher, published, title); ``sample`` names a file of the sample
    reports instead, and ``id`` or words of its ``title`` the report in it where it holds several.
    """

    about: str
    report: Mapping[str, str]
    sample: str | None = None
    id: str | None = None
    title: str | None = None
    main: int | None = None
    incidents: int | None = None
    incident: tuple[ExpectedIncident, ...] = ()
    claim: tuple[ExpectedClaim, ...] = ()
    absent: tuple[Absent, ...] = ()
    furniture: tuple[str, ...] = ()


PARTS: Mapping[str, type] = {
    "weapon": Arm,
    "victim": Hurt,
    "perpetrator": Blame,
    "speaker": Speaker,
    "incident": ExpectedIncident,
    "claim": ExpectedClaim,
    "absent": Absent,
}
"""Keys whose tables are read into a type of their own (``speaker`` only below an incident)."""


def expectation_from(path: Path) -> Expectation:
    """The expectation a TOML file holds; ValueError names the file and a key that is not one."""
    try:
        made = built(Expectation, {"report": {}, **tomllib.loads(path.read_text(encoding="utf-8"))})
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error
    assert isinstance(made, Expectation)
    return made


def built(kind: type, raw: Mapping[str, object], *, parts: Mapping[str, type] = PARTS) -> object:
    """A dataclass of ``kind`` from a table, nested tables too by ``parts``; ValueError for a key it lacks."""
    known = {field.name for field in fields(kind)}
    if strange := sorted(set(raw) - known):
        raise ValueError(f"{kind.__name__}: no such key: {', '.join(strange)}; there are {', '.join(sorted(known))}")
    return kind(**{key: shaped(kind, key, value, parts) for key, value in raw.items()})


def shaped(kind: type, key: str, value: object, parts: Mapping[str, type]) -> object:
    """A value as the dataclass wants it: tables into their types, lists into tuples, one word into a tuple of one."""
    if isinstance(value, list):
        part = parts.get(key)
        return tuple(built(part, one, parts=parts) if part and isinstance(one, dict) else listed(one) for one in value)
    if kind is ExpectedIncident and key in ("type", "time_precision", "place_precision"):
        return (value,)
    return value


def listed(value: object) -> object:
    """A list within a list as a tuple, anything else as it is."""
    return tuple(value) if isinstance(value, list) else value
