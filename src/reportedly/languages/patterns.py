"""Patterns of words in, an index that finds them among tokens out: phrases in which one of several words may stand.

A slash parts the words of which any may stand at a place, ``~`` is none of them, and ``_`` joins the words of one:
"took/takes full/~ responsibility" is four phrases, "a_group/anyone" a place for two words or one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from reportedly.errors import DataError
from reportedly.languages.phrases import Hit, Token, Tokens, tokenize

V = TypeVar("V")
Words = tuple[str, ...]
Place = tuple[Words, ...]
"""What may stand at one place of a pattern; the empty tuple where nothing need stand there."""

EITHER, NOTHING, JOINT = "/", "~", "_"


def places_of(pattern: str) -> tuple[Place, ...]:
    """A pattern's places, in order."""
    return tuple(tuple(_words(choice) for choice in place.split(EITHER)) for place in pattern.split())


def _words(choice: str) -> Words:
    return () if choice == NOTHING else tuple(token.lower for token in tokenize(choice.replace(JOINT, " ")))


class PatternIndex(Generic[V]):
    """Finds patterns by folded tokens: at each place the longest, without overlap within one index."""

    def __init__(self, patterns: Iterable[tuple[str, V]]) -> None:
        """DataError for a pattern that may open with nothing: it would be looked for everywhere."""
        self._opening: dict[str, list[tuple[tuple[Place, ...], V]]] = {}
        for pattern, value in patterns:
            places = places_of(pattern)
            if () in places[0]:
                raise DataError(f"{pattern}: a pattern opens with a word; write it once with it and once without")
            for first in dict.fromkeys(words[0] for words in places[0]):
                self._opening.setdefault(first, []).append((places, value))

    def at(self, tokens: Sequence[Token], place: int) -> Hit[V] | None:
        """The longest pattern that starts at ``tokens[place]``, of equal ones the first; None where none does."""
        best: Hit[V] | None = None
        for places, value in self._opening.get(tokens[place].lower, ()):
            end = _end(tokens, place, places)
            if end is not None and (best is None or end > best.end):
                best = Hit(place, end, value)
        return best

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit[V]]:
        """Every pattern among the tokens, in order, without overlap."""
        if isinstance(tokens, Tokens) and self._opening.keys().isdisjoint(tokens.words):
            return
        free = 0
        for place, token in enumerate(tokens):
            if place >= free and token.lower in self._opening:
                hit = self.at(tokens, place)
                if hit is not None:
                    yield hit
                    free = hit.end


def _end(tokens: Sequence[Token], start: int, places: Sequence[Place]) -> int | None:
    """Where the longest reading of ``places`` from ``start`` on ends; None where there is none."""
    if not places:
        return start
    ends = [
        end
        for words in places[0]
        if all(start + k < len(tokens) and tokens[start + k].lower == word for k, word in enumerate(words))
        and (end := _end(tokens, start + len(words), places[1:])) is not None
    ]
    return max(ends, default=None)
