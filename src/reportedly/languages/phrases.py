"""Text in, folded tokens out; and an index that finds any of many phrases among them in one pass."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")
_TOKEN = re.compile(r"[^\s_](?:(?<=[^\W_])[^\W_]*(?:[-.'’][^\W_]+)*)?")


class Token(NamedTuple):
    """A word or a sign: ``text[start:end]``, and the form it is looked up by (lower case, straight apostrophes).

    A named tuple, as a report makes some five hundred and a frozen dataclass takes twice as long to make.
    """

    start: int
    end: int
    lower: str


_token = tuple.__new__
"""Makes a Token of its fields in half the time that calling it takes."""


class Tokens(tuple[Token, ...]):  # noqa: SLOT001 - a tuple takes no slots but empty ones
    """The tokens of a stretch; ``words`` are the forms that stand in it, by which most searches are over at once."""

    words: frozenset[str]


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of ``text[start:end]`` with offsets into ``text``; a possessive ending is a token of its own.

    Stretches of the last few texts are kept, as several layers read the same sentences.
    """
    if end is None:
        return _tokens(text, start, len(text))
    kept = _kept(text)
    found = kept.get((start, end))
    if found is None:
        found = kept[start, end] = _tokens(text, start, end)
    return found


@lru_cache(maxsize=2)
def _kept(text: str) -> dict[tuple[int, int], Tokens]:  # noqa: ARG001 - the key
    """What has been cut of one text so far."""
    return {}


def _tokens(text: str, start: int, end: int) -> Tokens:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        first, last = match.span()
        lower = word.lower() if word.isalpha() else word.lower().replace("’", "'")
        if lower[-2:] == "'s" and len(lower) > len("'s"):
            found.append(_token(Token, (first, last - 2, lower[:-2])))
            found.append(_token(Token, (last - 2, last, "'s")))
        else:
            found.append(_token(Token, (first, last, lower)))
    tokens = Tokens(found)
    tokens.words = frozenset([token.lower for token in found])
    return tokens


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A phrase found: ``tokens[start:end]``, and what it stands for."""

    start: int
    end: int
    value: V


class PhraseIndex(Generic[V]):
    """Finds phrases by their folded tokens: at each place the longest, without overlap within one index."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._alone: dict[str, V] = {}
        self._longer: dict[str, dict[str, list[tuple[list[str], V]]]] = {}
        for phrase, value in phrases:
            words = [token.lower for token in tokenize(phrase)]
            if len(words) == 1:
                self._alone.setdefault(words[0], value)
            elif words:
                self._longer.setdefault(words[0], {}).setdefault(words[1], []).append((words[2:], value))
        for following in self._longer.values():
            for entries in following.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        self._firsts = self._alone.keys() | self._longer.keys()

    def phrases(self) -> Iterator[str]:
        """Every phrase, its words parted by blanks."""
        yield from self._alone
        for first, following in self._longer.items():
            for second, entries in following.items():
                yield from (" ".join([first, second, *rest]) for rest, _ in entries)

    def at(self, tokens: Sequence[Token], place: int) -> Hit[V] | None:
        """The longest phrase that starts at ``tokens[place]``; None where none does."""
        first = tokens[place].lower
        following = self._longer.get(first)
        if following is not None and place + 1 < len(tokens):
            for rest, value in following.get(tokens[place + 1].lower, ()):
                end = place + 2 + len(rest)
                if not rest or [token.lower for token in tokens[place + 2 : end]] == rest:
                    return Hit(place, end, value)
        return Hit(place, place + 1, self._alone[first]) if first in self._alone else None

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit[V]]:
        """Every phrase among the tokens, in order, without overlap."""
        firsts, free = self._firsts, 0
        if isinstance(tokens, Tokens):
            firsts = firsts & tokens.words
            if not firsts:
                return
        for place, token in enumerate(tokens):
            if token.lower in firsts and place >= free:
                hit = self.at(tokens, place)
                if hit is not None:
                    yield hit
                    free = hit.end
