"""A text in, its sentences out: spans in order that cover every non-blank character, each furniture or not."""

import re
from collections.abc import Iterator

from sentencex import segment

from reportedly.cleaning.furniture import Marker, mark, marker_for
from reportedly.cleaning.labels import labels_of
from reportedly.cleaning.lines import Line, lines_of
from reportedly.records.reports import Sentence
from reportedly.records.spans import Span

_PLATFORM = re.compile(r"(?<=[a-z] X\.)\s+(?=[A-Z\"“])")
"""Where a sentence ends in the name of the platform X, which looks like an initial."""


def _strip(text: str, start: int, end: int) -> Span | None:
    """``start:end`` without its margins; None where it is blank."""
    words = text[start:end]
    body = words.strip()
    if not body:
        return None
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, start + lead + len(body))


def _belongs(text: str, left: Span, right: Span, marker: Marker) -> bool:
    """True where a sentence end was none: nothing but marks follows, or the language joins the two."""
    after = right.of(text)
    if not any(char.isalnum() for char in after):
        return True
    before = text[max(left.start, left.end - 12) : left.end]
    return any(first.search(before) and second.match(after) for first, second in marker.table.joins)


def _split(text: str, start: int, end: int, *, language: str, marker: Marker) -> list[Span]:
    """The sentences of a stretch of one line."""
    spans: list[Span] = []
    at = start
    for piece in segment(language, text[start:end]):
        span = _strip(text, at, min(at + len(piece), end))
        at += len(piece)
        if span is None:
            continue
        if spans and _belongs(text, spans[-1], span, marker):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    rest = _strip(text, at, end) if at < end else None
    return [part for span in ([*spans, rest] if rest else spans) for part in _at_platform(text, span)]


def _at_platform(text: str, span: Span) -> Iterator[Span]:
    """A span cut after the platform X where it closes a sentence: the splitter takes the letter for an initial."""
    at = span.start
    for match in _PLATFORM.finditer(text, span.start, span.end):
        yield Span(at, match.start())
        at = match.end()
    yield Span(at, span.end)


def _sentences_of(text: str, line: Line, marks: list[Span], *, language: str, marker: Marker) -> Iterator[Sentence]:
    """One line's sentences, cut where furniture begins and ends."""
    at = line.span.start
    for mark_span in [*marks, None]:
        stop = mark_span.start if mark_span else line.span.end
        for span in _split(text, at, stop, language=language, marker=marker):
            words = span.of(text)
            promo = not any(char.isalnum() for char in words) or marker.is_furniture(words)
            yield Sentence(span, line.paragraph, heading=line.heading and not promo, furniture=promo)
        if mark_span is not None:
            stripped = _strip(text, mark_span.start, mark_span.end)
            if stripped is not None:
                yield Sentence(stripped, line.paragraph, furniture=True)
            at = mark_span.end


def split_sentences(text: str, *, language: str, title: Span | None = None) -> tuple[Sentence, ...]:
    """Sentences of ``text`` in order, with paragraph numbers; ``title`` is one sentence, a heading.

    Paragraphs are parted by blank lines; a line break inside a paragraph ends a sentence, as it does in news pages. A
    sentence that is furniture in part is cut there into two, and so is what opens with the sign of a list's item.
    """
    lines = lines_of(text, title=title)
    marker = marker_for(text, language)
    labels = labels_of(lines)
    found: list[Sentence] = []
    for place, (line, marks) in enumerate(zip(lines, mark(lines, marker), strict=True)):
        if line.title:
            found.append(Sentence(line.span, line.paragraph, heading=True))
            continue
        label = labels.get(place)
        opening = [label] if label is not None and not any(span.overlaps(label) for span in marks) else []
        found += _sentences_of(text, line, [*opening, *marks], language=language, marker=marker)
    return tuple(found)
