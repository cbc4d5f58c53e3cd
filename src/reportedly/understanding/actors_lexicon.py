"""A codebook and a language in, one lexicon out: every name and every noun of a party, by its first folded word."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from reportedly.codebook.actors import Actor
from reportedly.codebook.book import Codebook
from reportedly.codebook.names import folded
from reportedly.languages.actors import ActorWords, Heads, Role, actor_words

Phrase = tuple[str, ...]
"""Folded words in order."""
T = TypeVar("T")
Index = dict[str, tuple[tuple[int, ...], dict[Phrase, T]]]
"""Phrases by their first word: how many words they have, the longest first, and what each stands for."""

STATE = "state"
INITIALS = 4
"""A name of at most this many letters, all of them capitals, is an acronym ("USA", "DPRK")."""
PARTY_KINDS = {
    "state_force": "military",
    "facade": "armed_group",
    "umbrella": "armed_group",
    "criminal": "criminal_group",
}
"""The party kind of an actor's kind, where the two words differ."""


class Use(StrEnum):
    """How a name is used: as the actor's own, as its acronym, as its adjective, or as a capital that stands for it."""

    NAME = "name"
    ACRONYM = "acronym"
    DEMONYM = "demonym"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name one actor; ``written`` is the codebook's spelling."""

    actor: Actor
    use: Use
    written: str

    @property
    def state(self) -> bool:
        """True where it names a state."""
        return self.actor.kind == STATE

    @property
    def kind(self) -> str:
        """The party kind of the actor."""
        return PARTY_KINDS.get(self.actor.kind, self.actor.kind)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Names and nouns of parties, people and things; a phrase with no heads is none of them.

    ``before_things`` and ``before_doers`` are words that may describe such a noun (a building describes no doer);
    ``things`` are nouns that a party's noun may describe.
    """

    words: ActorWords
    names: Index[tuple[Name, ...]]
    heads: Index[tuple[Heads, ...]]
    relations: Index[str]
    before_things: frozenset[str]
    before_doers: frozenset[str]
    things: frozenset[str]


@cache
def lexicon(codebook: Codebook, language: str) -> Lexicon:
    """The lexicon of one codebook in one language, compiled once."""
    words = actor_words(language)
    heads = [(folded(word), group) for group in words.heads for word in group.words]
    blocked: list[tuple[Phrase, tuple[Heads, ...]]] = [(folded(phrase), ()) for phrase in sorted(words.none)]
    nouns = {phrase for phrase, _ in heads}
    single = [(phrase[0], group.role) for phrase, group in heads if len(phrase) == 1]
    adjuncts = {word for word, role in single if role not in (Role.PERSON, Role.DOER) and not words.plural(word)}
    return Lexicon(
        words=words,
        names=_by_first(_gathered(_names(codebook))),
        heads=_by_first([*_gathered(heads), *(pair for pair in blocked if pair[0] not in nouns)]),
        relations=_by_first((folded(relation), relation) for relation in words.relations),
        before_things=words.modifiers | adjuncts,
        before_doers=words.modifiers - frozenset(word for word, role in single if role is Role.THING),
        things=frozenset(word for word, role in single if role in (Role.THING, Role.PERSON)),
    )


def _names(codebook: Codebook) -> list[tuple[Phrase, Name]]:
    found: list[tuple[Phrase, Name]] = []
    for actor in codebook.actors:
        uses = (
            (Use.NAME, actor.names),
            (Use.ACRONYM, actor.acronyms),
            (Use.DEMONYM, actor.demonyms),
            (Use.CAPITAL, actor.capitals),
        )
        for use, spelled in uses:
            for name in spelled:
                if "(" not in name or use is Use.ACRONYM:
                    short = use is Use.NAME and name.isupper() and len(name) <= INITIALS
                    found.append((folded(name), Name(actor, Use.ACRONYM if short else use, name)))
    return found


def _gathered(pairs: Iterable[tuple[Phrase, T]]) -> Iterable[tuple[Phrase, tuple[T, ...]]]:
    """Each phrase once, with all it stands for in the order given."""
    found: dict[Phrase, list[T]] = {}
    for phrase, value in pairs:
        if phrase:
            found.setdefault(phrase, []).append(value)
    return [(phrase, tuple(values)) for phrase, values in found.items()]


def _by_first(pairs: Iterable[tuple[Phrase, T]]) -> Index[T]:
    found: dict[str, dict[Phrase, T]] = {}
    for phrase, value in pairs:
        found.setdefault(phrase[0], {}).setdefault(phrase, value)
    return {
        first: (tuple(sorted({len(phrase) for phrase in known}, reverse=True)), known) for first, known in found.items()
    }
