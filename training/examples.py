"""Corpora's records in, labelled windows of word pieces out: MUC-4's fills and PolNeAR's attributions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.corpora import Record
from reportedly.understanding.tagger.labels import HEADS, Tag, windows
from training.alignment import labels_of, mentions

Pieces = tuple[Sequence[int], Sequence[tuple[int, int]]]
"""A text's word pieces as numbers of the vocabulary, and the offsets of each."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of word pieces, without the encoder's own first and last, and the label of each for the heads taught.

    A head that ``labels`` lacks learns nothing from the window.
    """

    ids: tuple[int, ...]
    labels: Mapping[str, tuple[int, ...]]


def fills(record: Record) -> dict[str, list[str]]:
    """What fills each role over all of a record's templates, as written there."""
    raw = record.get("templates")
    if not isinstance(raw, list):
        raise TypeError(f"{record.get('id')}: templates: a list is wanted")
    return {
        role: sorted({str(mention["text"]) for one in raw for entity in one[role] for mention in entity})
        for role in HEADS["roles"]
    }


def filled(record: Record) -> tuple[str, list[Tag]]:
    """A MUC-4 record's text and the spans of its fills; a record without templates has none."""
    text = str(record["text"])
    return text, mentions(text, fills(record))


def attributed(record: Record) -> tuple[str, list[Tag]]:
    """A PolNeAR record's text and the parts of its attributions; a part in several pieces is several spans."""
    raw = record.get("attributions")
    if not isinstance(raw, list):
        raise TypeError(f"{record.get('id')}: attributions: a list is wanted")
    roles = HEADS["attribution"]
    spans = {Tag(span["start"], span["end"], role) for one in raw for role in roles for span in one[role]}
    kept: list[Tag] = []
    for tag in sorted(spans):
        if not kept or kept[-1].end <= tag.start:
            kept.append(tag)
    return str(record["text"]), kept


def taught(
    head: str, texts: Iterable[tuple[str, Sequence[Tag]]], pieces_of: Callable[[str], Pieces], size: int
) -> list[Window]:
    """Texts with one head's spans, cut into windows side by side, in order."""
    made = []
    for text, tags in texts:
        ids, offsets = pieces_of(text)
        labels = labels_of(head, tags, offsets)
        made += [Window(tuple(ids[a:b]), {head: tuple(labels[a:b])}) for a, b in windows(len(ids), size, 0)]
    return made
