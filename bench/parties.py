"""re3d: the parties found in a text against the named organisations its annotators marked; a row of the one table.

An organisation of re3d is anybody who acts, "we" and "the refugees" too; only those with a name are asked for here,
that is with a capital that does not open their sentence. A party found is wrong where it touches none of them all.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import Record, records, report_from, words_of
from bench.measures import Balance, Measure
from reportedly.cleaning.clean import clean
from reportedly.codebook.book import codebook
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.actors import find_actors

AGREED = 0.5
"""The annotators' agreement from which the corpus counts an entity as gold (its README)."""
FILES = ("train.jsonl", "valid.jsonl")
CAPITALS = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:of|the|for|and|al|de)?\s*[A-Z][\w.'’-]*)*")
"""The baseline's parties: every run of capitals."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The organisations the annotators marked in one text: those with a name, and all."""

    named: tuple[Span, ...]
    every: tuple[Span, ...]


def marked_in(record: Record, text: CleanText) -> Marked:
    """The gold organisations of a record; TypeError where it holds no list of them."""
    raw = record["entities"]
    if not isinstance(raw, list):
        raise TypeError(f"{record['id']}: entities: a list is wanted")
    agreed = [one for one in raw if one["confidence"] >= AGREED and one["type"] == "Organisation"]
    organisations = [Span(one["start"], one["end"]) for one in agreed]
    openings = frozenset(sentence.span.start for sentence in text.sentences)
    named = tuple(span for span in organisations if is_named(text.text, span, openings))
    return Marked(named, tuple(organisations))


def is_named(text: str, span: Span, openings: frozenset[int]) -> bool:
    """True where a capital stands in a span that does not only open its sentence."""
    return any(text[at].isupper() and at not in openings for at in range(span.start, span.end))


def compared(gold: Marked, found: Sequence[Span]) -> Balance:
    """Named organisations found, parties that touch no organisation, named organisations missed."""
    tp = sum(any(one.overlaps(span) for one in found) for span in gold.named)
    fp = sum(not any(one.overlaps(span) for span in gold.every) for one in found)
    return Balance(tp, fp, len(gold.named) - tp)


def texts(folder: Path) -> Iterable[tuple[Record, CleanText]]:
    """Every record with its clean text, those left out whose offsets cleaning has shifted."""
    for file in FILES:
        for record in records(folder / file):
            text = clean(report_from({"id": record["id"], "text": record["text"]}))
            if text.text == words_of(record, "text"):
                yield record, text


def measures(folder: Path, *, limit: int | None = None) -> list[Measure]:
    """One row: F1 of named organisations, beside every run of capitals taken for one."""
    ours, naive = Balance(0, 0, 0), Balance(0, 0, 0)
    for record, text in list(texts(folder))[:limit]:
        gold = marked_in(record, text)
        ours = ours.plus(compared(gold, [one.span for one in find_actors(text, codebook()) if not one.generic]))
        naive = naive.plus(compared(gold, [Span(*match.span()) for match in CAPITALS.finditer(text.text)]))
    label = "named organisations, overlap F1"
    return [Measure(key="re3d.parties", label=label, value=ours.f1, baseline=naive.f1, detail=str(ours))]
