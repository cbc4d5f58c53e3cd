"""Annotations of a text in, a label for each word piece out: the way there that the product's tagger goes back."""

import re
from collections.abc import Mapping, Sequence

from reportedly.understanding.tagger.labels import HEADS, OUTSIDE, Tag


def mentions(text: str, fills: Mapping[str, Sequence[str]]) -> list[Tag]:
    """Every place where a fill of a role stands in the text as whole words, any case; of two that overlap, the longest.

    Of equals the earlier stays, then the role that comes first. All mentions are taken, not only the one an annotator
    pointed at: a tagger that is told a second mention is nothing learns to find fewer.
    """
    order = {role: at for at, role in enumerate(HEADS["roles"])}
    found = sorted(
        (
            Tag(match.start(), match.end(), role)
            for role, words in fills.items()
            for fill in words
            if fill.strip()
            for match in re.finditer(rf"(?<!\w){re.escape(fill)}(?!\w)", text, re.IGNORECASE)
        ),
        key=lambda tag: (tag.start - tag.end, tag.start, order[tag.role]),
    )
    kept: list[Tag] = []
    for tag in found:
        if all(tag.end <= other.start or other.end <= tag.start for other in kept):
            kept.append(tag)
    return sorted(kept)


def labels_of(head: str, tags: Sequence[Tag], offsets: Sequence[tuple[int, int]]) -> list[int]:
    """One head's label for each piece at ``offsets``; a piece that only touches a span belongs to it.

    ``tags`` are of that head, in order of their place, and do not overlap.
    """
    labels, begun, at = [], -1, 0
    for start, end in offsets:
        while at < len(tags) and tags[at].end <= start:
            at += 1
        if at == len(tags) or tags[at].start >= end:
            labels.append(OUTSIDE)
            continue
        labels.append(2 * HEADS[head].index(tags[at].role) + (2 if begun == at else 1))
        begun = at
    return labels
