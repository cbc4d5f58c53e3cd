"""A language code in, its words for parties, people and things that can be hit out (``<code>/actors.toml``)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table


class Role(StrEnum):
    """What a noun names: a party of one sort or another, somebody by role, or a thing that can be hit."""

    FORCE = "force"
    POLICE = "police"
    OFFICE = "office"
    GROUP = "group"
    GANG = "gang"
    DOER = "doer"
    PERSON = "person"
    THING = "thing"


class Needs(StrEnum):
    """What must stand before a noun for it to count: nothing, any modifier, one that arms it, one that hides who."""

    NOTHING = "nothing"
    MODIFIER = "modifier"
    TYPE = "type"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Nouns that behave alike. ``frame`` is a sentence with ``{}`` for the noun, ``look_alike`` one that holds none."""

    role: Role
    kind: str
    needs: Needs
    words: tuple[str, ...]
    frame: str
    look_alike: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWords:
    """The nouns of a language and the words around them; the comments in the TOML file say what each list is for."""

    heads: tuple[Heads, ...]
    modifiers: frozenset[str]
    types: frozenset[str]
    soft: frozenset[str]
    mild: frozenset[str]
    tied: frozenset[str]
    apart: frozenset[str]
    tails: frozenset[str]
    divisions: frozenset[str]
    parts_of_others: frozenset[str]
    heads_of_compounds: frozenset[str]
    generic: frozenset[str]
    unidentified: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    inner_of: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    suffering: frozenset[str]
    none: frozenset[str]
    owners: frozenset[str]
    placed: frozenset[str]
    placing: frozenset[str]
    plural_endings: frozenset[str]
    singular_endings: frozenset[str]
    locative: frozenset[str]
    deeds: frozenset[str]
    deed_fillers: frozenset[str]
    acts: frozenset[str]
    accusing: frozenset[str]
    passive: frozenset[str]
    agents: frozenset[str]
    bodies: frozenset[str]
    bodies_loose: frozenset[str]
    openers: frozenset[str]
    naming: frozenset[str]
    selves: frozenset[str]
    styled: frozenset[str]
    connecting: frozenset[str]
    relations: frozenset[str]
    infinitive: frozenset[str]
    belonging: frozenset[str]
    wordlike: frozenset[str]

    def plural(self, word: str) -> bool:
        """True where a folded noun ends like a plural; irregular ones ("men") are not told."""
        return word.endswith(tuple(self.plural_endings)) and not word.endswith(tuple(self.singular_endings))


_SECTIONS = ("words", "states", "groups")


@cache
def actor_words(language: str) -> ActorWords:
    """The words of ``language`` (BCP 47); DataError where the file lacks a key or holds a wrong one."""
    code = spoken(language)
    raw = table(code, "actors")
    lists: dict[str, frozenset[str]] = {}
    for section in _SECTIONS:
        part = raw.get(section)
        if not isinstance(part, dict):
            raise DataError(f"languages/{code}/actors.toml: the table [{section}] is missing")
        lists |= {key: frozenset(_texts(part, key, code)) for key in part}
    named = {field.name for field in fields(ActorWords)} - {"heads"}
    if named != lists.keys():
        raise DataError(f"languages/{code}/actors.toml: missing or unknown lists: {sorted(named ^ lists.keys())}")
    return ActorWords(heads=_heads(raw.get("heads"), code), **lists)


def _heads(rows: object, code: str) -> tuple[Heads, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DataError(f"languages/{code}/actors.toml: [[heads]] tables are missing")
    return tuple(_head(row, code) for row in rows)


def _head(row: Mapping[str, object], code: str) -> Heads:
    try:
        return Heads(
            role=Role(str(row["role"])),
            kind=str(row["kind"]),
            needs=Needs(str(row.get("needs", Needs.NOTHING))),
            words=_texts(row, "words", code),
            frame=str(row["frame"]),
            look_alike=str(row["look_alike"]),
        )
    except (KeyError, ValueError) as error:
        raise DataError(f"languages/{code}/actors.toml: a [[heads]] table is wrong: {error}") from error


def _texts(row: Mapping[str, object], key: str, code: str) -> tuple[str, ...]:
    value = row.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DataError(f"languages/{code}/actors.toml: {key!r} needs a list of texts")
    return tuple(value)
