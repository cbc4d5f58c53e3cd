"""MUC-4's records in their five-role form in, tagged windows of word pieces out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.corpora import Record
from training.spans import ROLES, Span, labels_of, mentions, windows

Pieces = tuple[Sequence[int], Sequence[tuple[int, int]]]
"""A text's word pieces as numbers of the vocabulary, and the offsets of each."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of word pieces, without the encoder's own first and last, and the label of each."""

    ids: tuple[int, ...]
    labels: tuple[int, ...]


def fills(record: Record) -> dict[str, list[str]]:
    """What fills each role over all of a record's templates, as written there."""
    raw = record.get("templates")
    if not isinstance(raw, list):
        raise TypeError(f"{record.get('id')}: templates: a list is wanted")
    return {
        role: sorted({str(mention["text"]) for one in raw for entity in one[role] for mention in entity})
        for role in ROLES
    }


def tagged(record: Record) -> tuple[str, list[Span]]:
    """A record's text and the spans of its fills; a record without templates has none."""
    text = str(record["text"])
    return text, mentions(text, fills(record))


def training_windows(records: Iterable[Record], pieces_of: Callable[[str], Pieces], size: int) -> list[Window]:
    """All records cut into windows side by side, in order."""
    made = []
    for record in records:
        text, spans = tagged(record)
        ids, offsets = pieces_of(text)
        labels = labels_of(spans, offsets)
        made += [Window(tuple(ids[a:b]), tuple(labels[a:b])) for a, b in windows(len(ids), size, 0)]
    return made
