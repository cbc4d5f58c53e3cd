"""One sentence under way: its tokens, its moods, and who and what stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.languages.phrases import PhraseIndex, Token
from reportedly.languages.triggers import TriggerWords
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing
from reportedly.understanding.triggers.roles import Cast

STRIKING = (Doing.ATTACK, Doing.LAUNCH, Doing.BURST, Doing.CLASH)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence under way."""

    index: int
    tokens: Sequence[Token]
    words: TriggerWords
    cast: Cast
    heading: bool
    armed_before: bool
    moods: Mapping[str, Sequence[tuple[int, int]]]
    conditions: PhraseIndex[bool]

    def span(self, start: int, end: int) -> Span:
        """The characters of ``tokens[start:end]``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def mood(self, name: str, start: int, end: int) -> bool:
        """True where a phrase of that mood begins in ``tokens[start:end]``."""
        return any(start <= first < end for first, _ in self.moods.get(name, ()))

    def flown(self, start: int, end: int) -> bool:
        """True where ``tokens[start:end]`` name a weapon that is stopped when destroyed."""
        low, high = self.tokens[start].start, self.tokens[end - 1].end
        return any(player.flies for player in self.cast.between(low, high))

    def places(self, start: int, end: int) -> bool:
        """True where ``tokens[start:end]`` name a place."""
        low, high = self.tokens[start].start, self.tokens[end - 1].end
        return any(player.place for player in self.cast.between(low, high))

    def seizes(self, start: int, end: int) -> bool:
        """True where the first mention of ``tokens[start:end]`` is somebody."""
        stop = min(end, len(self.tokens))
        if start >= stop:
            return False
        players = self.cast.between(self.tokens[start].start, self.tokens[stop - 1].end)
        return bool(players) and players[0].doer

    def is_site(self, start: int, reach: int) -> bool:
        """True where the first mention of the ``reach`` tokens from ``start`` is a place, a site or a thing."""
        stop = min(start + reach, len(self.tokens))
        if start >= stop:
            return False
        players = self.cast.between(self.tokens[start].start, self.tokens[stop - 1].end)
        first = players[0] if players else None
        return first is not None and not (first.doer or first.weapon or self.is_where(first.span))

    def boards(self, start: int, reach: int) -> bool:
        """True where the ``reach`` tokens from ``start`` name a ship and nobody before it."""
        stop = min(start + reach, len(self.tokens))
        if start >= stop:
            return False
        players = self.cast.between(self.tokens[start].start, self.tokens[stop - 1].end)
        return bool(players) and players[0].ship

    def is_where(self, span: Span) -> bool:
        """True for a place that only says where ("in Ostra")."""
        before = [token.lower for token in self.tokens if token.end <= span.start]
        placed = any(player.place for player in self.cast.between(span.start, span.end))
        return placed and bool(before) and before[-1] in self.words.grammar["locatives"]

    def is_place(self, span: Span) -> bool:
        """True where a span is a town, a region or a named site."""
        return any(player.place for player in self.cast.between(span.start, span.end))

    def is_person(self, span: Span) -> bool:
        """True where a span is somebody, not a place or a thing."""
        return any(player.doer for player in self.cast.between(span.start, span.end))

    def armed(self, start: int, end: int) -> bool:
        """True where a weapon is named in ``tokens[start:end]``."""
        low, high = self.tokens[start].start, self.tokens[end - 1].end
        return any(player.weapon for player in self.cast.between(low, high))


def weapon_named_before(clean: CleanText, cast: Cast, index: int) -> bool:
    """True where one of the two sentences before names a weapon."""
    start = clean.sentences[max(0, index - 2)].span.start
    return any(player.weapon for player in cast.between(start, clean.sentences[index].span.start))
