"""A Telling in, its text cut into paragraphs, sentences and nested marks out, ready to be drawn.

Marks overlap freely in a text, elements may not: where two cross, the later one is cut at the earlier one's end and
goes on behind it as another piece of the same mark.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reportedly.desk.wording import wording
from reportedly.records.incidents import Account, Telling
from reportedly.records.mentions import Cue, Source
from reportedly.records.reports import Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import SentenceStatus

SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one kind that claims stand on; ``number`` counts marks in reading order, from 1."""

    number: int
    kind: str
    span: Span
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a mark around its content; ``opens`` on its first piece, ``height`` counts marks in it and it."""

    mark: Mark
    opens: bool
    height: int
    nodes: "tuple[Node, ...]"


Node: TypeAlias = str | Marked


@dataclass(frozen=True, slots=True)
class Shown:
    """One sentence as it is shown: ``gap`` is the white space before it, ``number`` counts from 1 over the report."""

    number: int
    status: SentenceStatus
    why: str | None
    heading: bool
    gap: str
    text: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together."""

    heading: bool
    furniture: bool
    lines: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    mark: Mark
    opens: bool = True

    @property
    def order(self) -> tuple[int, int, int]:
        """Where a piece comes: by its start, the longer one outside."""
        return self.start, -self.end, self.mark.number


def marks_of(telling: Telling) -> tuple[Mark, ...]:
    """The marks of a report's claims and speakers, in reading order; claims of one kind on the same words share one."""
    kinds = wording().tables["mark_of"]
    found: dict[tuple[Span, str], list[str]] = {}
    for claim in telling.claims:
        found.setdefault((claim.span, kinds[claim.field.value]), []).append(claim.id)
        for span in _speaker_spans(claim.source, claim.cue):
            found.setdefault((span, SPEAKER), [])
    for said in telling.attributions:
        for span in _speaker_spans(said.source, said.cue):
            found.setdefault((span, SPEAKER), [])
    keys = sorted(found, key=lambda key: (key[0].start, -key[0].end, key[1]))
    return tuple(
        Mark(number, kind, span, tuple(found[span, kind])) for number, (span, kind) in enumerate(keys, start=1)
    )


def paragraphs_of(telling: Telling, marks: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """The whole text in paragraphs and sentences, every character shown, the marks laid over it."""
    text = telling.report.text
    accounts = {account.sentence: account for account in telling.accounts}
    pieces = [_Piece(mark.span.start, mark.span.end, mark) for mark in marks]
    opened: set[int] = set()
    paragraphs: dict[int, list[Shown]] = {}
    at = 0
    for number, sentence in enumerate(telling.report.sentences, start=1):
        account = accounts.get(sentence) or Account(sentence, _unaccounted(sentence))
        span = sentence.span
        lines = paragraphs.setdefault(sentence.paragraph, [])
        lines.append(
            Shown(
                number=number,
                status=account.status,
                why=account.why,
                heading=sentence.heading,
                gap=text[at : span.start] if lines else "",
                text=span.of(text),
                nodes=_nest(text, span, _within(pieces, span, opened)),
            )
        )
        at = span.end
    return tuple(_paragraph(lines) for lines in paragraphs.values())


def anchors_of(marks: Iterable[Mark]) -> Mapping[str, int]:
    """The number of the mark that each claim's words carry."""
    return {claim: mark.number for mark in marks for claim in mark.claims}


def _speaker_spans(source: Source | None, cue: Cue | None) -> list[Span]:
    spans = [None if source is None else source.span, None if cue is None else cue.span]
    return [span for span in spans if span is not None]


def _unaccounted(sentence: Sentence) -> SentenceStatus:
    return SentenceStatus.FURNITURE if sentence.furniture else SentenceStatus.NOT_CODED


def _paragraph(lines: list[Shown]) -> Paragraph:
    return Paragraph(
        heading=all(line.heading for line in lines),
        furniture=all(line.status is SentenceStatus.FURNITURE for line in lines),
        lines=tuple(lines),
    )


def _within(pieces: Iterable[_Piece], span: Span, opened: set[int]) -> list[_Piece]:
    """The pieces that fall into a sentence, cut to it; ``opened`` remembers which marks have begun."""
    found = []
    for piece in pieces:
        start, end = max(piece.start, span.start), min(piece.end, span.end)
        if start < end:
            found.append(_Piece(start, end, piece.mark, piece.mark.number not in opened))
            opened.add(piece.mark.number)
    return found


def _nest(text: str, span: Span, pieces: Iterable[_Piece]) -> tuple[Node, ...]:
    """The words of ``span`` with pieces around them, each inside the one that began before it."""
    nodes: list[Node] = []
    at = span.start
    waiting = sorted(pieces, key=lambda piece: piece.order)
    while waiting:
        outer, *waiting = waiting
        if at < outer.start:
            nodes.append(text[at : outer.start])
        inside, waiting = _part(waiting, outer.end)
        inner = _nest(text, Span(outer.start, outer.end), inside)
        height = 1 + max((node.height for node in inner if isinstance(node, Marked)), default=0)
        nodes.append(Marked(outer.mark, outer.opens, height, inner))
        at = outer.end
    if at < span.end:
        nodes.append(text[at : span.end])
    return tuple(nodes)


def _part(pieces: list[_Piece], end: int) -> tuple[list[_Piece], list[_Piece]]:
    """Pieces before ``end`` and pieces after it, a piece across it cut in two."""
    inside, after = [], []
    for piece in pieces:
        if piece.start >= end:
            after.append(piece)
            continue
        inside.append(_Piece(piece.start, min(piece.end, end), piece.mark, piece.opens))
        if piece.end > end:
            after.append(_Piece(end, piece.end, piece.mark, opens=False))
    return inside, sorted(after, key=lambda piece: piece.order)
