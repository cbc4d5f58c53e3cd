"""Fills of a text in, a label for each word piece out, and back: labels and offsets in, spans of the text out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""MUC-4's five string roles, in the order in which their labels are numbered."""

OUTSIDE = 0
"""The label of a piece in no span; role number r begins at ``2r + 1`` and goes on at ``2r + 2``."""

LABELS = 1 + 2 * len(ROLES)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` fills ``role``, one of ROLES."""

    start: int
    end: int
    role: str


def mentions(text: str, fills: Mapping[str, Sequence[str]]) -> list[Span]:
    """Every place where a fill stands in the text as whole words, any case; where two overlap, the longest stays.

    Of equals the earlier stays, then the role that comes first. All mentions are taken, not only the one an annotator
    pointed at: a tagger that is told a second mention is nothing learns to find fewer.
    """
    found = sorted(
        (
            Span(match.start(), match.end(), role)
            for role in ROLES
            for fill in fills.get(role, ())
            if fill.strip()
            for match in re.finditer(rf"(?<!\w){re.escape(fill)}(?!\w)", text, re.IGNORECASE)
        ),
        key=lambda span: (span.start - span.end, span.start, ROLES.index(span.role)),
    )
    kept: list[Span] = []
    for span in found:
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)


def labels_of(spans: Sequence[Span], offsets: Sequence[tuple[int, int]]) -> list[int]:
    """A label for each piece at ``offsets``; a piece that only touches a span belongs to it."""
    labels = []
    begun: set[Span] = set()
    for start, end in offsets:
        span = next((one for one in spans if one.start < end and start < one.end), None)
        if span is None:
            labels.append(OUTSIDE)
            continue
        labels.append(2 * ROLES.index(span.role) + (2 if span in begun else 1))
        begun.add(span)
    return labels


def spans_of(labels: Sequence[int], offsets: Sequence[tuple[int, int]]) -> list[Span]:
    """The spans that the labels say; a label that goes on with nothing begun of its role begins."""
    spans: list[Span] = []
    open_role: str | None = None
    for label, (start, end) in zip(labels, offsets, strict=True):
        if label == OUTSIDE:
            open_role = None
            continue
        role, begins = ROLES[(label - 1) // 2], label % 2 == 1
        if begins or role != open_role:
            spans.append(Span(start, end, role))
        else:
            spans[-1] = Span(spans[-1].start, end, role)
        open_role = role
    return spans


def windows(pieces: int, size: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Ranges of at most ``size`` pieces that cover all, each sharing ``overlap`` with the one before.

    ValueError where ``overlap`` leaves no way forward.
    """
    if not 0 <= overlap < size:
        raise ValueError(f"overlap {overlap}: 0 to {size - 1} is wanted")
    start = 0
    while start < pieces:
        end = min(start + size, pieces)
        yield start, end
        if end == pieces:
            return
        start = end - overlap
