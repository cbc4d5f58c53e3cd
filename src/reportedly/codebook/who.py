"""A name in, the actor it means out, the others it could be taken for, and why they are not taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice

from reportedly.codebook.actors import Actor
from reportedly.codebook.book import Codebook
from reportedly.codebook.names import folded

MOST_OTHERS = 8
"""How many actors with a longer or shorter name are offered beside the one that is meant."""
MOST_NEAR = 5
ALIKE = 0.84
"""difflib's ratio from which a spelling is offered: "Al Shabbab" for "Al Shabab", not "Hamas" for "Hasm"."""
SHORTEST = 5
"""A spelling with fewer letters is like too many others to be offered ("PKK", "TAK")."""
ID_MARK = ":"
"""What every actor's id holds and no name does."""


class Why(StrEnum):
    """Why an actor is or is not the one that a name means."""

    NAME = "name"
    ACRONYM = "acronym"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    ID = "id"
    LONGER = "longer"
    SHORTER = "shorter"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One actor a name brings up: ``written`` is the spelling of the codebook that did; only the first is ``taken``."""

    actor: Actor
    why: Why
    written: str
    taken: bool = False


def who(name: str, book: Codebook) -> tuple[Candidate, ...]:
    """The actor of that name first, then others whose names hold it or lie in it, then those spelled nearly so.

    Case, marks on letters, apostrophes, hyphens and a leading article make no difference to a name. Nothing is
    ``taken`` where no spelling is the same: names that almost match are offered and never merged.
    """
    words = _bare(folded(name))
    if not words:
        return ()
    exact = list(_exact(name.strip(), words, book))
    seen = {one.actor.id for one in exact}
    around = [one for one in _around(words, book) if one.actor.id not in seen]
    others = _each_once(around)[:MOST_OTHERS]
    near = _near(words, book, seen | {one.actor.id for one in others})
    first = [Candidate(actor=one.actor, why=one.why, written=one.written, taken=True) for one in exact[:1]]
    return (*first, *exact[1:], *others, *near)


ARTICLES = frozenset({"the", "al", "el"})
"""Words a name may open with or not."""


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _exact(name: str, words: tuple[str, ...], book: Codebook) -> Iterator[Candidate]:
    """The actors one of whose spellings is the name: own names before acronyms, adjectives and capitals."""
    known = book.actor(name) if ID_MARK in name else None
    if known is not None:
        yield Candidate(actor=known, why=Why.ID, written=known.id)
        return
    found: set[str] = set()
    for why in (Why.NAME, Why.ACRONYM, Why.DEMONYM, Why.CAPITAL):
        for actor in book.actors:
            written = next((one for one in _spelled(actor, why) if _bare(folded(one)) == words), None)
            if written is not None and actor.id not in found:
                found.add(actor.id)
                yield Candidate(actor=actor, why=why, written=written)


def _spelled(actor: Actor, why: Why) -> tuple[str, ...]:
    return {
        Why.NAME: actor.names,
        Why.ACRONYM: actor.acronyms,
        Why.DEMONYM: actor.demonyms,
        Why.CAPITAL: actor.capitals,
    }[why]


def _around(words: tuple[str, ...], book: Codebook) -> Iterator[Candidate]:
    """Actors with a name that holds all the words asked for, then those whose whole name lies in them."""
    asked = set(words)
    spelled = [(actor, name, set(_bare(folded(name)))) for actor in book.actors for name in actor.names]
    yield from (Candidate(actor=a, why=Why.LONGER, written=name) for a, name, held in spelled if asked < held)
    inner = [(a, name, held) for a, name, held in spelled if held and held < asked and held - ARTICLES]
    yield from (
        Candidate(actor=a, why=Why.SHORTER, written=name) for a, name, _ in sorted(inner, key=lambda r: -len(r[2]))
    )


def _each_once(found: Sequence[Candidate]) -> list[Candidate]:
    return list({one.actor.id: one for one in reversed(found)}.values())[::-1]


def _near(words: tuple[str, ...], book: Codebook, seen: set[str]) -> list[Candidate]:
    """Other actors with a spelling that is almost the name, the likest first."""
    key = " ".join(words)
    alike: list[tuple[float, Candidate]] = []
    for actor in book.actors:
        if actor.id in seen:
            continue
        likeness, written = max((_likeness(key, name), name) for name in actor.names)
        if likeness >= ALIKE:
            alike.append((likeness, Candidate(actor=actor, why=Why.ALIKE, written=written)))
    return [one for _, one in islice(sorted(alike, key=lambda pair: -pair[0]), MOST_NEAR)]


def _likeness(key: str, name: str) -> float:
    other = " ".join(_bare(folded(name)))
    if len(other) < SHORTEST:
        return 0.0
    matcher = SequenceMatcher(None, key, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
