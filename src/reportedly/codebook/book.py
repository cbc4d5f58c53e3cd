"""The whole codebook as one value: its vocabularies and its actors."""

from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.codebook.actors import Actor, actors
from reportedly.codebook.added import read_added, with_added
from reportedly.codebook.entries import Entry, entries
from reportedly.records.additions import Addition


@dataclass(frozen=True, slots=True, eq=False)
class Codebook:
    """Every code that can be given and every actor that is known; compared by identity, so it can key a cache."""

    entries: tuple[Entry, ...]
    actors: tuple[Actor, ...]

    def codes(self, vocabulary: str) -> tuple[str, ...]:
        """The codes of one vocabulary in the order of its file; empty for a vocabulary that does not exist."""
        return tuple(entry.code for entry in self.entries if entry.vocabulary == vocabulary)

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id; None where there is none."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)

    def within(self, code: str, *, ancestor: str, vocabulary: str) -> bool:
        """True where ``code`` is ``ancestor`` or lies under it ("one_way_drone" within "drone")."""
        parents = {entry.code: entry.parent for entry in self.entries if entry.vocabulary == vocabulary}
        at: str | None = code
        while at is not None and at != ancestor:
            at = parents.get(at)
        return at is not None


def codebook(addition: Addition | None = None) -> Codebook:
    """The codebook that ships, with the actors of a user's file; DataError where either is wrong. Read once each."""
    return _shipped() if addition is None else _with(addition)


@cache
def _shipped() -> Codebook:
    return Codebook(entries(), actors())


@lru_cache(maxsize=4)
def _with(addition: Addition) -> Codebook:
    return Codebook(entries(), with_added(actors(), read_added(addition)))
