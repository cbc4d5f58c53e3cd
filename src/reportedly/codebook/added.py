"""A user's own file in, the actors it adds and the spellings it gives to known ones out; errors name file and line.

One ``[[actor]]`` table an actor, with the keys of the files that ship: ``name`` and ``kind``, and where wanted
``aliases``, ``acronyms``, ``countries``, ``since``, ``until``, ``checked`` and ``id``; ``of`` (the id of an actor that
ships) with ``aliases`` and ``acronyms`` adds spellings to that one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from reportedly.codebook.actors import Actor, variants
from reportedly.codebook.entries import entries
from reportedly.codebook.names import folded, spellings
from reportedly.errors import DataError
from reportedly.records.additions import Addition, tables_of

ADDED = "user:"
"""What the id of an actor from a user's own file opens with."""
KEYS = ("id", "name", "kind", "aliases", "acronyms", "countries", "since", "until", "checked", "of")
KEYS_WITH_OF = frozenset({"of", "aliases", "acronyms"})
STATE = "state"
COUNTRY_LETTERS = 2
Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedActor:
    """One table, checked by itself; ``where`` is its file and line.

    ``actor`` is new; with ``of`` its names and acronyms are spellings for the actor of that id.
    """

    where: str
    actor: Actor
    of: str | None = None


def read_added(addition: Addition) -> tuple[AddedActor, ...]:
    """Every table of the file in its order; DataError names the file, the line and what would be right."""
    return tuple(_added(where, fields) for where, fields in tables_of(addition, "actor"))


def with_added(shipped: Sequence[Actor], added: Iterable[AddedActor]) -> tuple[Actor, ...]:
    """The actors that ship with what a user adds; DataError where a spelling or an id is somebody else's already."""
    found = {actor.id: actor for actor in shipped}
    owners = {folded(name): actor.id for actor in shipped for name in _called(actor)}
    for row in added:
        known = found.get(row.of) if row.of is not None else None
        if row.of is not None and known is None:
            raise DataError(f"{row.where}: no actor has the id {row.of!r}; {_instead(row.of, found)}")
        if known is None and row.actor.id in found:
            raise DataError(f"{row.where}: the id {row.actor.id!r} is taken; give another one under 'id'")
        actor = row.actor if known is None else _joined(known, row.actor)
        _claim(row, actor, owners, found)
        found[actor.id] = actor
    return tuple(found.values())


def _called(actor: Actor) -> tuple[str, ...]:
    return (*actor.names, *actor.acronyms, *actor.demonyms)


def _joined(known: Actor, more: Actor) -> Actor:
    """A known actor with further spellings."""
    names = tuple(dict.fromkeys([*known.names, *more.names]))
    return replace(known, names=names, acronyms=tuple(dict.fromkeys([*known.acronyms, *more.acronyms])))


def _claim(row: AddedActor, actor: Actor, owners: dict[tuple[str, ...], str], found: Mapping[str, Actor]) -> None:
    """Enter the spellings of a row as its actor's; DataError for one that is another actor's."""
    for name in _called(row.actor):
        owner = owners.setdefault(folded(name), actor.id)
        if owner != actor.id:
            other = found[owner].name if owner in found else owner
            raise DataError(
                f"{row.where}: {name!r} is a name of {other} ({owner}) already; add spellings to that one with "
                f"of = {owner!r}, or leave {name!r} out"
            )


def _instead(wanted: str, found: Iterable[str]) -> str:
    near = get_close_matches(wanted, list(found), n=1)
    return f"did you mean {near[0]!r}?" if near else "reportedly who NAME shows ids"


def _added(where: str, fields: Fields) -> AddedActor:
    _check_keys(where, fields)
    of = _text(where, fields, "of")
    names = _spelled(where, fields)
    acronyms = _texts(where, fields, "acronyms")
    if of is not None:
        if not names and not acronyms:
            raise DataError(f"{where}: 'of' needs 'aliases' or 'acronyms', which the actor of that id then gets")
        return AddedActor(where=where, of=of, actor=Actor(id=of, name=of, kind="", names=names, acronyms=acronyms))
    name = _text(where, fields, "name")
    if name is None:
        raise DataError(f"{where}: a new actor needs a 'name', further spellings of a known one the key 'of'")
    actor = Actor(
        id=_id(where, fields, name),
        name=name,
        kind=_kind(where, fields),
        names=tuple(dict.fromkeys([name, *names])),
        acronyms=acronyms,
        countries=_countries(where, fields),
        since=_year(where, fields, "since"),
        until=_year(where, fields, "until"),
        checked=_text(where, fields, "checked") or "unverified",
    )
    return AddedActor(where=where, actor=actor)


def _check_keys(where: str, fields: Fields) -> None:
    allowed = KEYS_WITH_OF if "of" in fields else frozenset(KEYS)
    for key in sorted(set(fields) - allowed):
        if key in KEYS:
            raise DataError(f"{where}: {key!r} cannot stand beside 'of', which adds spellings alone")
        near = get_close_matches(key, KEYS, n=1)
        known = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(KEYS)}"
        raise DataError(f"{where}: no key {key!r}; {known}")


def _spelled(where: str, fields: Fields) -> tuple[str, ...]:
    """Every spelling of the aliases, patterns written out."""
    found: list[str] = []
    for pattern in _texts(where, fields, "aliases"):
        try:
            found += spellings(pattern, variants())
        except (KeyError, ValueError) as error:
            raise DataError(f"{where}: the alias {pattern!r} cannot be spelled out: {error}") from error
    if lost := [name for name in found if not folded(name)]:
        raise DataError(f"{where}: a name must hold letters, got {lost[0]!r}")
    return tuple(found)


def _id(where: str, fields: Fields, name: str) -> str:
    own = _text(where, fields, "id")
    slug = own if own is not None else "_".join(folded(name))
    if not slug:
        raise DataError(f"{where}: a name must hold letters, got {name!r}")
    return slug if slug.startswith(ADDED) else f"{ADDED}{slug}"


def _kind(where: str, fields: Fields) -> str:
    kinds = [one.code for one in entries() if one.vocabulary == "actor_kind" and one.code != STATE]
    kind = _text(where, fields, "kind")
    if kind not in kinds:
        raise DataError(f"{where}: 'kind' must be one of {', '.join(kinds)}; got {kind!r}")
    return kind


def _countries(where: str, fields: Fields) -> tuple[str, ...]:
    countries = _texts(where, fields, "countries")
    for code in countries:
        if len(code) != COUNTRY_LETTERS or not code.isalpha() or not code.isupper():
            raise DataError(f"{where}: 'countries' lists ISO 3166-1 codes such as IQ, got {code!r}")
    return countries


def _text(where: str, fields: Fields, key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise DataError(f"{where}: {key!r} must be a text, got {value!r}")
    return None if value is None else value.strip()


def _texts(where: str, fields: Fields, key: str) -> tuple[str, ...]:
    value = fields.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise DataError(f"{where}: {key!r} must be a list of texts, got {value!r}")
    return tuple(one.strip() for one in value)


def _year(where: str, fields: Fields, key: str) -> int | None:
    value = fields.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise DataError(f"{where}: {key!r} must be a year, got {value!r}")
    return value
