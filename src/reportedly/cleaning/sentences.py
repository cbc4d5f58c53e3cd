"""A text in, its sentences out: spans in order that cover every non-blank character."""

import re

from sentencex import segment

from reportedly.records.reports import Sentence
from reportedly.records.spans import Span

_BLOCK = re.compile(r"\n[ \t]*\n\s*")
_TERMINAL = tuple(".!?…\"'”’»)]:;,。！？؟۔")
HEADING_WORDS = 12
"""A line of at most this many words that ends without a stop, alone in its paragraph, heads what follows."""


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The non-blank lines of a paragraph, stripped."""
    found = []
    at = start
    for line in text[start:end].split("\n"):
        lead = len(line) - len(line.lstrip())
        if line.strip():
            found.append((at + lead, at + len(line.rstrip())))
        at += len(line) + 1
    return found


def _is_heading(text: str, lines: list[tuple[int, int]]) -> bool:
    start, end = lines[0]
    line = text[start:end]
    return len(lines) == 1 and len(line.split()) <= HEADING_WORDS and not line.endswith(_TERMINAL)


def _split_line(text: str, start: int, end: int, language: str) -> list[Span]:
    """One line's sentences; a piece without a letter or digit joins the one before it."""
    spans: list[Span] = []
    at = start
    for piece in segment(language, text[start:end]):
        lead = len(piece) - len(piece.lstrip())
        body = piece.strip()
        if body:
            span = Span(at + lead, at + lead + len(body))
            if spans and not any(char.isalnum() for char in body):
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
        at += len(piece)
    return spans


def split_sentences(text: str, *, language: str, title: Span | None = None) -> tuple[Sentence, ...]:
    """Sentences of ``text`` in order, with paragraph numbers; ``title`` is one sentence, a heading.

    Paragraphs are parted by blank lines; a line break inside a paragraph ends a sentence, as it does in news pages.
    """
    sentences: list[Sentence] = []
    paragraph = 0
    at = 0
    if title is not None:
        sentences.append(Sentence(title, 0, heading=True))
        paragraph, at = 1, title.end
    bounds = [match.span() for match in _BLOCK.finditer(text, at)]
    starts = [at, *[end for _, end in bounds]]
    ends = [*[start for start, _ in bounds], len(text)]
    for start, end in zip(starts, ends, strict=True):
        lines = _lines(text, start, end)
        if not lines:
            continue
        heading = _is_heading(text, lines)
        for line in lines:
            sentences += [Sentence(span, paragraph, heading=heading) for span in _split_line(text, *line, language)]
        paragraph += 1
    return tuple(sentences)
