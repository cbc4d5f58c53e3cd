"""The tagger's labels: a number for each word piece in, spans of the text out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

HEADS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "roles": ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"),
        "attribution": ("source", "cue", "content"),
    }
)
"""What each head tells of a piece, in the order in which its labels are numbered: MUC-4's five string roles; PolNeAR's
three parts of an attribution. No two spans of one head overlap."""

OUTSIDE: Final = 0
"""The label of a piece in no span of a head; its role number r begins at ``2r + 1`` and goes on at ``2r + 2``."""


@dataclass(frozen=True, slots=True, order=True)
class Tag:
    """``text[start:end]`` fills ``role``, one that a head of HEADS tells.

    ``surety`` is the least probability that the network gives a label of its pieces, 0 to 1; not calibrated.
    """

    start: int
    end: int
    role: str
    surety: float = 1.0


def width(head: str) -> int:
    """How many labels a head has, OUTSIDE among them."""
    return 1 + 2 * len(HEADS[head])


def tags_of(head: str, labels: Sequence[tuple[int, float]], offsets: Sequence[tuple[int, int]]) -> list[Tag]:
    """The spans that one head's labels say, each label given with its probability.

    A label that goes on with nothing begun of its role begins.
    """
    tags: list[Tag] = []
    open_role: str | None = None
    for (label, surety), (start, end) in zip(labels, offsets, strict=True):
        if label == OUTSIDE:
            open_role = None
            continue
        role, begins = HEADS[head][(label - 1) // 2], label % 2 == 1
        if begins or role != open_role:
            tags.append(Tag(start, end, role, surety))
        else:
            tags[-1] = Tag(tags[-1].start, end, role, min(tags[-1].surety, surety))
        open_role = role
    return tags


Labels = list[tuple[int, float]]
"""A label for each piece, with its probability."""


def read_windows(
    pieces: int, size: int, overlap: int, read: Callable[[int, int], Mapping[str, Labels]]
) -> dict[str, Labels]:
    """Each head's labels of a text from those of its windows: a piece is told by the window it lies deeper in.

    ``read`` gives every head's labels of the pieces from the first number to before the second.
    """
    labels: dict[str, Labels] = {head: [(OUTSIDE, 0.0)] * pieces for head in HEADS}
    deepest = [-1] * pieces
    for start, end in windows(pieces, size, overlap):
        told = read(start, end)
        for at in range(start, end):
            depth = min(at - start, end - at)
            if depth > deepest[at]:
                deepest[at] = depth
                for head, row in told.items():
                    labels[head][at] = row[at - start]
    return labels


def by_word(
    text: str, labels: Sequence[tuple[int, float]], offsets: Sequence[tuple[int, int]]
) -> list[tuple[int, float]]:
    """The labels with every piece inside a word told as the word's first, so that no span begins or ends in a word."""
    told: list[tuple[int, float]] = []
    reached = -1
    for own, (start, end) in zip(labels, offsets, strict=True):
        inside = start == reached and text[start - 1].isalnum() and text[start].isalnum()
        told.append(_going_on(*told[-1]) if inside else own)
        reached = end
    return told


def _going_on(label: int, surety: float) -> tuple[int, float]:
    """A label for the piece behind: what begins a role goes on."""
    return label + label % 2, surety


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
