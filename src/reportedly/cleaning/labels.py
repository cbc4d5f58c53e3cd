"""The lines of a text in, the signs that open the items of its lists out: bullets, numbers, a live page's clocks."""

import re
from collections.abc import Mapping, Sequence

from reportedly.cleaning.lines import Line
from reportedly.records.spans import Span

BULLET = re.compile(r"[-–—•*·▪►▶■●]\s+(?=\S)")
NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
CLOCK = re.compile(r"[\[*]*\d{1,2}[:.]\d{2}[\]*]*\s*(?:[-–—:|]\s*)?(?=\S)")
KINDS = ((BULLET, 2), (NUMBER, 2), (CLOCK, 3))
"""What opens an item, and how many lines must open so: one dash may be a quotation's, two clocks a timetable's."""


def labels_of(lines: Sequence[Line]) -> Mapping[int, Span]:
    """The sign that opens a line, by the line's place, where other lines of the text open with one of its kind."""
    found: dict[int, Span] = {}
    for kind, fewest in KINDS:
        hits = {place: hit for place, line in enumerate(lines) if not line.title and (hit := kind.match(line.words))}
        if len(hits) >= fewest:
            found |= {place: _span(lines[place], hit) for place, hit in hits.items() if place not in found}
    return found


def _span(line: Line, hit: re.Match[str]) -> Span:
    return Span(line.span.start, line.span.start + len(hit[0].rstrip()))
