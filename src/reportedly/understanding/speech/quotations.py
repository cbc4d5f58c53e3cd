"""A text in, its stretches in quotation marks out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_OPEN = re.compile("[“„\"«]|(?<!\\w)''(?=\\w)|(?<![\\w’])‘(?=\\w)|(?<![^\\s(\\[—–-])'(?=\\w)")
_CLOSE = {
    "“": re.compile('[”"]'),
    "„": re.compile("[“”]"),
    '"': re.compile('["”]'),
    "«": re.compile("»"),
    "''": re.compile("''"),
}
"""What closes each opening mark; careless copy mixes straight and curly ones."""
_CLOSE_SINGLE = re.compile(
    "(?<=[,.?!…])['’](?!\\w)|(?<=[^\\W\\ds])['’](?=[\\s,.;:)—–?!]|$)|(?<=s)['’](?=[,.;:)—–?!\n]|$)"
)
_LONGEST_SINGLE = 1200
"""A single quotation mark that opens speech is closed within this many characters; else it is an apostrophe."""
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch in quotation marks, marks included; ``closed`` False where its paragraph ends before it does."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order, never overlapping; one left open ends with its paragraph."""
    found: list[Quotation] = []
    at = 0
    while (mark := _OPEN.search(text, at)) is not None:
        start = mark.start()
        stop = _PARAGRAPH.search(text, start)
        limit = stop.start() if stop is not None else len(text)
        single = mark.group() in ("'", "‘")
        limit = min(limit, start + _LONGEST_SINGLE) if single else limit
        closing = _CLOSE.get(mark.group(), _CLOSE_SINGLE).search(text, start + 1, limit)
        if closing is not None and closing.end() > start + 2:
            found.append(Quotation(start, closing.end()))
            at = closing.end()
        elif single or (closing is None and mark.group() == '"' and not _opens(text, start)):
            at = start + 1
        else:
            found.append(Quotation(start, limit, closed=False))
            at = max(limit, start + 1)
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1].isspace()) and at + 1 < len(text) and not text[at + 1].isspace()


def touching(quotes: Sequence[Quotation], start: int, end: int) -> list[int]:
    """The indexes of the quotations (in order, without overlap) that share a character with ``start:end``."""
    at = bisect_right(quotes, start, key=lambda quote: quote.end)
    found = []
    while at < len(quotes) and quotes[at].start < end:
        found.append(at)
        at += 1
    return found
