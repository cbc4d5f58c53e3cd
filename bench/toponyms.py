"""Scores place recognition and resolution: ``python bench/toponyms.py DATA [--geowebnews]``.

DATA is the folder that holds ``geovirus.jsonl`` and ``geowebnews.jsonl``, one document a line with ``text`` and
``toponyms`` (``start``, ``end``, ``lat``, ``lon``). Detection counts an exact span and, beside it, any overlap, each
gold name at most once. ``acc@161 on matched``: of exactly found names with a point in gold, the share whose predicted
point lies within 161 km (a missing point counts as wrong). ``recall@161``: the same hits over all gold names with a
point. Times are processor time of ``find_places`` alone.
"""

import argparse
import json
import math
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.cleaning.sentences import split_sentences
from reportedly.gazetteer.load import load
from reportedly.records.reports import CleanText
from reportedly.understanding.places import find_places

NEAR_KM = 161.0
EARTH_KM = 6371.0
WORDS_OF_A_REPORT = 350


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name at ``start:end`` with its point; ``lat`` and ``lon`` None where there is none."""

    start: int
    end: int
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over documents; ``overlapping`` are gold names touched by a prediction, ``near`` hits within 161 km."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlapping: int = 0
    matched_with_point: int = 0
    near: int = 0
    gold_with_point: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Field by field."""
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two (lat, lon) in degrees."""
    lat, other_lat = math.radians(one[0]), math.radians(other[0])
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def is_near(gold: Toponym, found: Toponym) -> bool:
    """True where both have a point and the two lie within 161 km."""
    if gold.lat is None or gold.lon is None or found.lat is None or found.lon is None:
        return False
    return distance_km((gold.lat, gold.lon), (found.lat, found.lon)) <= NEAR_KM


def compare(gold: Sequence[Toponym], predicted: Sequence[Toponym]) -> Tally:
    """One document's counts."""
    by_span = {(item.start, item.end): item for item in predicted}
    pairs = [(item, by_span[item.start, item.end]) for item in gold if (item.start, item.end) in by_span]
    touched = sum(any(item.start < other.end and other.start < item.end for other in predicted) for item in gold)
    with_point = [(item, found) for item, found in pairs if item.lat is not None]
    return Tally(
        gold=len(gold),
        predicted=len(predicted),
        exact=len(pairs),
        overlapping=touched,
        matched_with_point=len(with_point),
        near=sum(is_near(item, found) for item, found in with_point),
        gold_with_point=sum(item.lat is not None for item in gold),
    )


def percent(part: float, whole: float) -> float:
    """A percentage; 0 where the whole is none."""
    return 100.0 * part / whole if whole else 0.0


def f1(hits: int, *, gold: int, predicted: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return percent(2 * hits, gold + predicted)


def clean_of(text: str) -> CleanText:
    """A bare text as the rooms hand it on: sentences, no publisher, no address."""
    return CleanText(
        report_id="bench", text=text, text_hash="", language="en", sentences=split_sentences(text, language="en")
    )


def gold_of(row: Mapping[str, object]) -> list[Toponym]:
    """A row's gold names."""
    items = row["toponyms"]
    assert isinstance(items, list)
    return [Toponym(item["start"], item["end"], item["lat"], item["lon"]) for item in items]


def predicted_in(clean: CleanText) -> list[Toponym]:
    """The names ours finds."""
    return [
        Toponym(found.span.start, found.span.end, found.where.lat, found.where.lon)
        for found in find_places(clean, load())
    ]


def report(name: str, tally: Tally, *, seconds: float, words: int) -> str:
    """The lines printed for one corpus."""
    exact, overlap, gold, predicted = tally.exact, tally.overlapping, tally.gold, tally.predicted
    per_report = 1000 * seconds * WORDS_OF_A_REPORT / max(words, 1)
    precision, recall = percent(exact, predicted), percent(exact, gold)
    lines = [
        f"{name}: gold {gold}, predicted {predicted}",
        f"  exact span    P {precision:.1f}  R {recall:.1f}  F1 {f1(exact, gold=gold, predicted=predicted):.1f}",
        f"  any overlap   R {percent(overlap, gold):.1f}  F1 {f1(overlap, gold=gold, predicted=predicted):.1f}",
        f"  acc@161 km on matched {percent(tally.near, tally.matched_with_point):.1f}",
        f"  recall@161 km over all gold {percent(tally.near, tally.gold_with_point):.1f}",
        f"  {per_report:.2f} ms per {WORDS_OF_A_REPORT} words",
    ]
    return "\n".join(lines)


def run(path: Path) -> str:
    """Scores one corpus file."""
    rows: Iterable[dict[str, object]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    tally, seconds, words = Tally(), 0.0, 0
    for row in rows:
        clean = clean_of(str(row["text"]))
        begun = time.process_time()
        predicted = predicted_in(clean)
        seconds += time.process_time() - begun
        words += len(clean.text.split())
        tally = tally.plus(compare(gold_of(row), predicted))
    return report(path.stem, tally, seconds=seconds, words=words)


def main() -> None:
    """Reads the arguments, prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--geowebnews", action="store_true", help="score GeoWebNews too (kept for rare checks)")
    arguments = parser.parse_args()
    print(run(arguments.data / "geovirus.jsonl"))
    if arguments.geowebnews:
        print(run(arguments.data / "geowebnews.jsonl"))


if __name__ == "__main__":
    main()
