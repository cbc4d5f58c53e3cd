"""A sentence in, its clauses out: what a statement stands on, with the mentions inside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from reportedly.languages.phrases import Token, Tokens, tokenize
from reportedly.languages.statements import Hits, StatementWords
from reportedly.records.mentions import (
    ActorMention,
    Attribution,
    Figure,
    PlaceMention,
    TimeMention,
    Toll,
    Understanding,
)
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Trigger
from reportedly.records.values import Value
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.numbers import Ordinal

MARKS = frozenset({";", ":", "—", "–"})
"""Signs that end a clause."""
LEAST = 3
"""A clause cut shorter than this many tokens says too little to stand alone."""
NEAR = 6
"""Within this many tokens after a word the thing it is about is looked for ("several small rocket attacks")."""


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=_Spanned)


class Shelf(Generic[M]):
    """Mentions in text order, found by where they start."""

    def __init__(self, mentions: Sequence[M]) -> None:
        self._mentions = sorted(mentions, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._mentions]

    def inside(self, span: Span) -> list[M]:
        """The mentions that lie wholly inside a span."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [one for one in self._mentions[low:high] if one.span.end <= span.end]


@dataclass(frozen=True)
class Desk:
    """One text with its mentions laid out by place; ``mentions`` as the layers before this one found them."""

    clean: CleanText
    mentions: Understanding
    words: StatementWords
    ordinals: Shelf[Ordinal]

    @cached_property
    def figures(self) -> Shelf[Figure]:
        """Numbers."""
        return Shelf(self.mentions.figures)

    @cached_property
    def times(self) -> Shelf[TimeMention]:
        """Times."""
        return Shelf(self.mentions.times)

    @cached_property
    def places(self) -> Shelf[PlaceMention]:
        """Places."""
        return Shelf(self.mentions.places)

    @cached_property
    def tolls(self) -> Shelf[Toll]:
        """Figures of people hurt."""
        return Shelf(self.mentions.tolls)

    @cached_property
    def actors(self) -> Shelf[ActorMention]:
        """Parties with a name or a type."""
        return Shelf(self.mentions.actors)

    @cached_property
    def triggers(self) -> Shelf[Trigger]:
        """Words that tell of an incident."""
        return Shelf(self.mentions.triggers)

    def said_at(self, span: Span) -> Attribution | None:
        """The narrowest attribution with a speaker whose content holds a span; None: the report's own voice."""
        around = [a for a in self.mentions.attributions if a.content.contains(span) and a.source is not None]
        return min(around, key=lambda a: a.content.end - a.content.start, default=None)


@dataclass(frozen=True)
class Line:
    """One sentence: its tokens, the phrases in it, and the tokens its clauses begin at."""

    desk: Desk
    index: int
    heading: bool
    tokens: Sequence[Token]
    hits: Hits
    edges: Sequence[int] = field(default=())

    def find(self, name: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """The phrases of a list that begin in ``tokens[start:end]``."""
        hits = self.hits.get(name)
        if hits is None:
            return []
        stop = len(self.tokens) if end is None else end
        return [hit for hit in hits if start <= hit[0] < stop]

    def span(self, start: int, end: int) -> Span:
        """Where ``tokens[start:end]`` stand."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, start: int, end: int) -> str:
        """The words of ``tokens[start:end]``."""
        return self.span(start, end).of(self.desk.clean.text)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each token starts."""
        return [token.start for token in self.tokens]

    @cached_property
    def said(self) -> Sequence[Attribution]:
        """The attributions whose content reaches into the sentence."""
        whole = self.span(0, len(self.tokens))
        return [said for said in self.desk.mentions.attributions if said.content.overlaps(whole)]

    def at(self, offset: int) -> int:
        """The index of the token a character stands in, or of the one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def after(self, span: Span) -> int:
        """The index of the first token after a span."""
        return self.at(span.end - 1) + 1

    def near(self, name: str, start: int, reach: int = NEAR) -> tuple[int, int] | None:
        """The first phrase of a list that begins soon after, with nothing between that would part the two."""
        hit = next(iter(self.find(name, start, start + reach)), None)
        if hit is None or any(stop < hit[0] for stop, _ in self.find("clauses.stops", start, hit[0])):
            return None
        return hit

    def clause(self, start: int, end: int | None = None) -> "Clause":
        """The shortest clause around ``tokens[start:end]``."""
        stop = start + 1 if end is None else end
        low = max(edge for edge in (0, *self.edges) if edge <= start)
        high = min(edge for edge in (*self.edges, len(self.tokens)) if edge >= stop)
        return _trimmed(_said(Clause(self, low, high), start, stop), start, stop)

    def clauses(self) -> "Iterator[Clause]":
        """The clauses of the sentence, in order."""
        for start in (0, *self.edges):
            clause = self.clause(start)
            yield clause


@dataclass(frozen=True)
class Clause:
    """``tokens[start:end]`` of a sentence."""

    line: Line
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.line.span(self.start, self.end)

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.words(self.start, self.end)

    @property
    def desk(self) -> Desk:
        """The text it is part of."""
        return self.line.desk

    def find(self, name: str) -> list[tuple[int, int]]:
        """The phrases of a list that begin in it."""
        return self.line.find(name, self.start, self.end)

    def frame(self) -> dict[str, Value]:
        """Since when, until when and where; None where the clause does not say."""
        since, until = self._period()
        place = self.place()
        return {
            "since": since,
            "until": until,
            "place": place.where.name if place is not None else None,
        }

    def _period(self) -> tuple[str | None, str | None]:
        """Since when and until when; a day on which something happened once is neither."""
        since: str | None = None
        until: str | None = None
        precision: TimePrecision | None = None
        for time in self.desk.times.inside(self.span):
            at = self.line.at(time.span.start)
            start, end = time.when.start, time.when.end
            first = start.isoformat() if start is not None else None
            last = end.isoformat() if end is not None and end != start else None
            if self.line.find("clauses.until", max(0, at - 2), at):
                until = until or first
            elif since is not None and until is not None and time.when.precision is precision:
                until = last or first
            elif since is None and (time.reference or last or self.line.find("clauses.since", max(0, at - 2), at)):
                since, until, precision = first, last or until, time.when.precision
        return since, until

    def place(self, start: int | None = None) -> PlaceMention | None:
        """The first place that the clause says something is at; None where a name stands for a state or its people."""
        first = self.start if start is None else start
        for place in self.desk.places.inside(self.line.span(first, self.end)):
            at = self.line.at(place.span.start)
            before = self.line.find("clauses.locatives", max(0, at - 2), at + 1)
            if not place.metonym and before and not self.line.find("clauses.people", at + 1, at + 3):
                return place
        return None

    def dated(self) -> bool:
        """True where the clause names the day on which something happened, not since or until when."""
        for time in self.desk.times.inside(self.span):
            at = self.line.at(time.span.start)
            framed = any(self.line.find(name, max(0, at - 2), at) for name in ("clauses.until", "clauses.since"))
            if is_day(time) and not time.reference and not framed:
                return True
        return False


def is_day(time: TimeMention) -> bool:
    """True for a time inside one day."""
    start, end = time.when.start, time.when.end
    return start is not None and end is not None and start.isoformat()[:10] == end.isoformat()[:10]


def _said(clause: Clause, start: int, end: int) -> Clause:
    """A clause without the words that only say who says it."""
    line = clause.line
    core = line.span(start, min(end, clause.end))
    for said in line.said:
        cue = said.cue
        if cue is None or not said.content.contains(core) or said.content.contains(cue.span):
            continue
        if line.tokens[0].start <= cue.span.start <= line.tokens[-1].end and _owned(line, cue.span):
            continue
        low = max(clause.start, line.at(said.content.start))
        high = min(clause.end, line.after(said.content))
        if high - low >= LEAST:
            clause = Clause(line, low, high)
    return clause


def _owned(line: Line, cue: Span) -> bool:
    """True for a cue whose words are part of what is stated ("claimed dozens of attacks", "accused it of")."""
    return bool(line.find("clauses.owned", line.at(cue.start), line.after(cue)))


def _trimmed(clause: Clause, start: int, end: int) -> Clause:
    """A clause without the joints and signs at its ends."""
    line, low, high = clause.line, clause.start, clause.end
    while low < start and (line.find("clauses.joints", low, low + 1) or not line.tokens[low].lower[0].isalnum()):
        low += 1
    while high > end and not line.tokens[high - 1].lower[0].isalnum():
        high -= 1
    return Clause(line, low, high)


def lines_of(desk: Desk) -> Iterator[Line]:
    """Every sentence that is no furniture and in which a phrase of any list stands."""
    clean = desk.clean
    for index, sentence in enumerate(clean.sentences):
        if sentence.furniture:
            continue
        tokens = tokenize(clean.text, sentence.span.start, sentence.span.end)
        hits = desk.words.hits(tokens)
        if tokens:
            yield Line(desk, index, sentence.heading, tokens, hits, _edges(tokens, hits))


def _edges(tokens: Sequence[Token], hits: Hits) -> tuple[int, ...]:
    marked = not isinstance(tokens, Tokens) or not MARKS.isdisjoint(tokens.words)
    marks = [place + 1 for place, token in enumerate(tokens) if token.lower in MARKS and place > 0] if marked else []
    bare = [start for start, _ in hits.get("clauses.openers", ())]
    comma = [start for start, _ in hits.get("clauses.after_comma", ()) if start and tokens[start - 1].lower == ","]
    return tuple(sorted({edge for edge in (*marks, *bare, *comma) if 0 < edge < len(tokens)}))
