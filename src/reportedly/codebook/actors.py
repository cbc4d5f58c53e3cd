"""The actors of ``codebook/actors/*.toml``: who they are and every way to write their names."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.codebook.names import spellings
from reportedly.errors import DataError

BESIDE = frozenset({"variants.toml", "relations.toml"})
"""Files that hold no actors."""
STATES = "states"
"""The file that holds the states; the others hold groups, forces and organisations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One state, force, organisation or group.

    ``kind``: state, state_force, police, government, organisation, armed_group, facade (a name used for one group's or
    several groups' claims), umbrella (many groups under one name) or criminal. ``names`` are all its spellings, the
    canonical ``name`` first; ``acronyms`` are written in capitals and matched so. ``demonyms`` and ``capitals`` are a
    state's only. ``countries``: ISO 3166-1 alpha-2, where it is based or fights; of a state or its force: that state.
    ``since``/``until``: years, None where not known or, for ``until``, still active. ``checked``: what was read to
    check the entry, or ``unverified``. Who pays or arms whom is never a property of an actor.
    """

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    checked: str = "unverified"


@cache
def actors() -> tuple[Actor, ...]:
    """Every actor, states first, in the order of the files; DataError where one is broken or an id stands twice."""
    folder = resources.files(__package__).joinpath("actors")
    files = sorted(
        entry.name for entry in folder.iterdir() if entry.name.endswith(".toml") and entry.name not in BESIDE
    )
    shared = variants()
    found: list[Actor] = []
    for file in sorted(files, key=lambda name: (name != f"{STATES}.toml", name)):
        rows = _rows(_parsed(file), file, "actor")
        found += [_actor(row, file, shared) for row in rows]
    _check_ids(found)
    return tuple(found)


def _parsed(file: str) -> dict[str, object]:
    path = resources.files(__package__).joinpath("actors", file)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"codebook/actors/{file}: not TOML: {error}") from error


@cache
def variants() -> Mapping[str, tuple[str, ...]]:
    """The spellings that many names share, by the name an alias calls them by; DataError where the file is broken."""
    table = _parsed("variants.toml")
    return {key: _texts(table, key, "variants.toml") for key in table}


def _rows(table: Mapping[str, object], file: str, key: str) -> list[dict[str, object]]:
    rows = table.get(key)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DataError(f"codebook/actors/{file}: [[{key}]] tables are missing")
    return rows


def _actor(row: Mapping[str, object], file: str, variants: Mapping[str, tuple[str, ...]]) -> Actor:
    name = _text(row, "name", file)
    patterns = _texts(row, "aliases", file)
    try:
        names = [one for pattern in patterns for one in spellings(pattern, variants)]
    except (KeyError, ValueError) as error:
        raise DataError(f"codebook/actors/{file}: {name!r}: an alias cannot be spelled out: {error}") from error
    return Actor(
        id=_text(row, "id", file),
        name=name,
        kind=_text(row, "kind", file),
        names=tuple(dict.fromkeys([name, *names])),
        acronyms=_texts(row, "acronyms", file),
        demonyms=_texts(row, "demonyms", file),
        capitals=_texts(row, "capitals", file),
        countries=_texts(row, "countries", file),
        since=_year(row, "since", file),
        until=_year(row, "until", file),
        checked=_text(row, "checked", file),
    )


def _check_ids(found: list[Actor]) -> None:
    seen: set[str] = set()
    for actor in found:
        if actor.id in seen:
            raise DataError(f"codebook/actors: the id {actor.id!r} stands twice")
        seen.add(actor.id)


def _text(row: Mapping[str, object], key: str, file: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise DataError(f"codebook/actors/{file}: {row.get('id')!r} needs a text under {key!r}")
    return value


def _texts(row: Mapping[str, object], key: str, file: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DataError(f"codebook/actors/{file}: {row.get('id')!r} needs a list of texts under {key!r}")
    return tuple(value)


def _year(row: Mapping[str, object], key: str, file: str) -> int | None:
    value = row.get(key)
    if value is not None and not isinstance(value, int):
        raise DataError(f"codebook/actors/{file}: {row.get('id')!r} needs a year under {key!r}")
    return value
