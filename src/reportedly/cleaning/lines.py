"""A text in, its blocks and lines out: where paragraphs part and which lines they hold."""

import itertools
import re
from dataclasses import dataclass

from reportedly.records.spans import Span

_BLOCK = re.compile(r"\n[ \t]*\n\s*")
_TERMINAL = tuple(".!?…\"'”’»)]:;,。！？؟۔")
HEADING_WORDS = 12
"""A line of at most this many words that ends without a stop, alone in its paragraph, heads what follows."""


FEWEST_WRAPPED = 4
MARGINS = (45, 130)
SLACK = 8
"""A paragraph of at least so many lines, the longest of a length between these, may have been wrapped at a margin:
where no line's successor had a first word that fits, give or take an indent and double blanks (MUC-4, 2026)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line, or a paragraph wrapped at a margin, without the blanks around it.

    ``paragraph`` counts from 0; ``title``: it is the report's title.
    """

    span: Span
    words: str
    paragraph: int
    heading: bool = False
    title: bool = False


def _lines(text: str, start: int, end: int) -> list[Span]:
    found = []
    at = start
    for line in text[start:end].split("\n"):
        lead = len(line) - len(line.lstrip())
        if lead < len(line):
            found.append(Span(at + lead, at + len(line.rstrip())))
        at += len(line) + 1
    return found


def _wraps(text: str, spans: list[Span], width: int) -> bool:
    """True where each line but the last is full, and one at least goes on in mid-sentence."""
    pairs = list(itertools.pairwise(spans))
    full = all(_length(line) + 1 + len(after.of(text).split(None, 1)[0]) > width - SLACK for line, after in pairs)
    goes_on = any(text[after.start].isalpha() and not text[after.start].isupper() for _, after in pairs)
    return full and (goes_on or _is_caps(text, spans))


def _is_caps(text: str, spans: list[Span]) -> bool:
    return text[spans[0].start : spans[-1].end].isupper()


def _wrapped(text: str, spans: list[Span], width: int) -> bool:
    """True for a paragraph broken into lines by a typewriter's margin, which ends no sentence."""
    if len(spans) < FEWEST_WRAPPED:
        return width > 0 and len(spans) > 1 and max(map(_length, spans)) <= width and _wraps(text, spans, width)
    own = max(map(_length, spans))
    return MARGINS[0] <= own <= MARGINS[1] and _wraps(text, spans, own)


def _length(span: Span) -> int:
    return span.end - span.start


def ends_with_stop(words: str) -> bool:
    """True where a line ends as a sentence does, or in a bracket, quotation mark or comma."""
    return words.endswith(_TERMINAL)


def _is_heading(words: str) -> bool:
    return len(words.split()) <= HEADING_WORDS and not ends_with_stop(words)


def _unwrapped(text: str, blocks: list[list[Span]]) -> list[list[Span]]:
    """The blocks, those that were wrapped at a margin as one line each; shorter ones by the margin of the longer."""
    wrapped = [len(spans) >= FEWEST_WRAPPED and _wrapped(text, spans, 0) for spans in blocks]
    full = [max(map(_length, spans)) for spans, is_wrapped in zip(blocks, wrapped, strict=True) if is_wrapped]
    width = max(full, default=0)
    return [
        [Span(spans[0].start, spans[-1].end)] if is_wrapped or (width and _wrapped(text, spans, width)) else spans
        for spans, is_wrapped in zip(blocks, wrapped, strict=True)
    ]


def lines_of(text: str, *, title: Span | None = None) -> tuple[Line, ...]:
    """The lines of ``text`` in order; ``title`` is one line, paragraph 0 where it stands alone."""
    found: list[Line] = []
    at = 0
    if title is not None:
        found.append(Line(title, title.of(text), 0, heading=True, title=True))
        at = title.end
    bounds = [match.span() for match in _BLOCK.finditer(text, at)]
    starts = [at, *[end for _, end in bounds]]
    ends = [*[start for start, _ in bounds], len(text)]
    paragraph = len(found)
    blocks = [_lines(text, start, end) for start, end in zip(starts, ends, strict=True)]
    for spans in _unwrapped(text, blocks):
        alone = len(spans) == 1
        for span in spans:
            words = span.of(text)
            found.append(Line(span, words, paragraph, heading=alone and _is_heading(words)))
        paragraph += bool(spans)
    return tuple(found)
