"""PolNeAR's articles in, precision and recall of sources, cues, contents and of who-said-what pairs out.

    python bench/polnear.py FOLDER/dev.jsonl

A span counts as found where the other side's span of the same role covers at least half of its tokens (white-space
separated): recall asks this of each gold span, precision of each own span. A pair counts where one attribution of the
other side covers at least half of both its source and its content. Token figures score the union of a role's spans.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.cleaning.clean import clean
from reportedly.records.mentions import Attribution
from reportedly.records.reports import Report
from reportedly.understanding.speech import find_attributions
from reportedly.understanding.understand import learned

ROLES = ("source", "cue", "content")
HALF = 0.5
_WORD = re.compile(r"\S+")

Tokens = frozenset[int]
"""The start offsets of the tokens a span covers."""


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution as three sets of tokens; an empty set where it lacks that role."""

    source: Tokens
    cue: Tokens
    content: Tokens

    def of(self, role: str) -> Tokens:
        """The tokens of one role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(slots=True)
class Tally:
    """How many spans of each side the other side has."""

    gold: int = 0
    gold_found: int = 0
    own: int = 0
    own_found: int = 0

    def add(self, gold: Sequence[bool], own: Sequence[bool]) -> None:
        """Counts one text's spans."""
        self.gold += len(gold)
        self.gold_found += sum(gold)
        self.own += len(own)
        self.own_found += sum(own)

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent."""
        precision = 100 * self.own_found / self.own if self.own else 0.0
        recall = 100 * self.gold_found / self.gold if self.gold else 0.0
        f_one = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return precision, recall, f_one


def covered(span: Tokens, others: Iterable[Tokens]) -> bool:
    """True where one of ``others`` covers at least half of ``span``."""
    return any(len(span & other) >= HALF * len(span) for other in others)


def compare(gold: Sequence[Told], own: Sequence[Told], tallies: dict[str, Tally]) -> None:
    """Adds one text's comparison to the tallies, one for each role, ``pair``, and the token figures."""
    for role in ROLES:
        theirs = [told.of(role) for told in gold if told.of(role)]
        ours = [told.of(role) for told in own if told.of(role)]
        tallies[role].add([covered(span, ours) for span in theirs], [covered(span, theirs) for span in ours])
        one, two = frozenset[int]().union(*theirs), frozenset[int]().union(*ours)
        tallies[f"{role} tokens"].add([token in two for token in one], [token in one for token in two])
    with_source = [told for told in gold if told.source and told.content]
    ours_with = [told for told in own if told.source and told.content]
    tallies["pair"].add(
        [_paired(told, ours_with) for told in with_source], [_paired(told, with_source) for told in ours_with]
    )


def _paired(told: Told, others: Sequence[Told]) -> bool:
    return any(covered(told.source, [other.source]) and covered(told.content, [other.content]) for other in others)


def _tokens(starts: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> Tokens:
    return frozenset(a for first, last in spans for a, b in starts if a < last and b > first)


def _gold(record: dict[str, object], words: Sequence[tuple[int, int]]) -> list[Told]:
    found = []
    for raw in _list(record["attributions"]):
        sides = {role: [(int(str(s["start"])), int(str(s["end"]))) for s in _list(raw[role])] for role in ROLES}
        found.append(Told(*(_tokens(words, sides[role]) for role in ROLES)))
    return found


def _list(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


def _own(attributions: Iterable[Attribution], words: Sequence[tuple[int, int]]) -> list[Told]:
    found = []
    for told in attributions:
        source = [(told.source.span.start, told.source.span.end)] if told.source and told.source.span else []
        cue = [(told.cue.span.start, told.cue.span.end)] if told.cue else []
        found.append(
            Told(_tokens(words, source), _tokens(words, cue), _tokens(words, [(told.content.start, told.content.end)]))
        )
    return found


def score(records: Iterable[dict[str, object]]) -> tuple[dict[str, Tally], float]:
    """The tallies over all records, and the seconds that reading them took."""
    names = (*ROLES, "pair", *(f"{role} tokens" for role in ROLES))
    tallies = {name: Tally() for name in names}
    spent = 0.0
    for record in records:
        text = str(record["text"])
        report = clean(Report(id=str(record["id"]), content=text))
        begun = time.process_time()
        attributions = find_attributions(report, learned(report).get("attribution", ()))
        spent += time.process_time() - begun
        words = [match.span() for match in _WORD.finditer(text)]
        compare(_gold(record, words), _own(attributions, words), tallies)
    return tallies, spent


def load(path: Path) -> list[dict[str, object]]:
    """The records of a JSON Lines file, plain or gzipped."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return [json.loads(line) for line in text.decode("utf-8").split("\n") if line]


def main() -> None:
    """Prints one line for each tally."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--first", type=int, default=None, help="only the first N articles")
    options = parser.parse_args()
    records = load(options.path)[: options.first]
    tallies, spent = score(records)
    for name, tally in tallies.items():
        precision, recall, f_one = tally.scores()
        print(f"{name:15} P {precision:5.1f}  R {recall:5.1f}  F {f_one:5.1f}   own {tally.own}, gold {tally.gold}")
    size = sum(len(str(record["text"]).split()) for record in records)
    print(f"{1000 * spent / size * 350:.2f} ms for 350 words, {len(records)} articles")


if __name__ == "__main__":
    main()
