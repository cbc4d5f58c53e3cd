"""How actors hang together, by whose word and when (``actors/relations.toml``): claims, no properties of an actor."""

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from importlib import resources

from reportedly.errors import DataError

FILE = "relations.toml"


class RelationKind(StrEnum):
    """What one actor is to another; the comment in the file says what each word means."""

    WING_OF = "wing_of"
    MEMBER_OF = "member_of"
    FACADE_OF = "facade_of"
    SUCCESSOR_OF = "successor_of"
    SPLIT_FROM = "split_from"
    AFFILIATE_OF = "affiliate_of"
    BACKED_BY = "backed_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One dated claim: ``says`` is whose word it is, ``dated`` when, as far as known.

    ``actor`` and ``of`` are ids of the codebook. ``checked``: what was read to check the row, or ``unverified``.
    """

    actor: str
    kind: RelationKind
    of: str
    says: str
    dated: str
    checked: str


@cache
def relations() -> tuple[Relation, ...]:
    """Every relation in the order of the file; DataError where a row lacks a key or holds a wrong one."""
    text = resources.files(__package__).joinpath("actors", FILE).read_text(encoding="utf-8")
    try:
        rows = tomllib.loads(text)["relation"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"codebook/actors/{FILE}: no [[relation]] tables: {error}") from error
    return tuple(_relation(row) for row in rows)


def _relation(row: dict[str, object]) -> Relation:
    keys = {field.name for field in fields(Relation)}
    if row.keys() != keys or not all(isinstance(value, str) and value for value in row.values()):
        raise DataError(f"codebook/actors/{FILE}: a [[relation]] has a text under each of {sorted(keys)}; got {row}")
    try:
        kind = RelationKind(str(row["kind"]))
    except ValueError as error:
        raise DataError(f"codebook/actors/{FILE}: {row['actor']!r}: {error}") from error
    return Relation(
        actor=str(row["actor"]),
        kind=kind,
        of=str(row["of"]),
        says=str(row["says"]),
        dated=str(row["dated"]),
        checked=str(row["checked"]),
    )


def relations_of(actor_id: str) -> tuple[Relation, ...]:
    """The relations an actor stands in, on either side, those of its own first."""
    own = [one for one in relations() if one.actor == actor_id]
    return (*own, *(one for one in relations() if one.of == actor_id))
