"""MUC-4 by all its slots: tellings and official keys in, recall, precision and F over every slot out.

``python -m bench.muc4_all_slots --data FOLDER`` prints a line for each slot. After the scoring guidelines of 1992 ("All
Templates"): a fill is correct, half correct, incorrect, missing or spurious; recall divides by what the key holds,
precision by what was filled; a template without a partner is missing or spurious with all its fills. An optional
template or fill counts only where it is met; of alternatives, any is right.

What the guidelines leave to judgement is decided here, the same way each time: a string is correct where it is an
alternative but for articles and numbers, or ends in the same word and lies within one; it is half correct where one
content word is shared. A value is half correct where it is right for another mention, or one of the two contains the
other in the hierarchy. Templates pair one to one by the most points, where their types meet. The published figures of
1992 were reached with a person at the scorer's side, so they are near and not the same.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.corpora import Record, records, report_from
from bench.measures import Measure
from reportedly.exporting.muc4 import SLOTS, STRINGS, Fill, Slots, left_out, slots_of
from reportedly.pipeline.tell import tell_report

PARENTS: Mapping[str, str] = {
    "BOMBING": "ATTACK",
    "ARSON": "ATTACK",
    "KIDNAPPING": "ATTACK",
    "HIJACKING": "ATTACK",
    "MACHINE GUN": "GUN",
    "MORTAR": "GUN",
    "HANDGUN": "GUN",
    "RIFLE": "GUN",
    "BOMB": "EXPLOSIVE",
    "VEHICLE BOMB": "BOMB",
    "DYNAMITE": "BOMB",
    "MINE": "EXPLOSIVE",
    "AERIAL BOMB": "BOMB",
    "GRENADE": "EXPLOSIVE",
    "MISSILE": "PROJECTILE",
    "ROCKET": "PROJECTILE",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED",
}
"""The hierarchies of set fills. Only bombing, arson, kidnapping and hijacking lie under attack."""
LIGHT = frozenset(
    [
        "A",
        "AN",
        "THE",
        "OF",
        "IN",
        "AT",
        "ON",
        "AND",
        "OR",
        "TO",
        "BY",
        "FROM",
        "HIS",
        "HER",
        "THEIR",
        "ITS",
        "WITH",
        "FOR",
    ]
)
DATELINE = re.compile(r"(?i)\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d\d)\b")
WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"^(?:\d+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|SEVERAL|SOME)$")
CORRECT, HALF, NONE = 2, 1, 0
"""Points of a fill, in halves."""
REACH = timedelta(days=7)
"""How far "on or before" a day reaches back. Chosen, not measured: news of an undated attack is seldom older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFill:
    """One fill of a key: alternatives, and those of the mention it belongs to (None: it stands for itself)."""

    alternatives: tuple[Any, ...]
    of: tuple[str, ...] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One template of a key."""

    slots: Mapping[str, tuple[KeyFill, ...]]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """Correct, half correct, incorrect, missing and spurious fills."""

    correct: int = 0
    half: int = 0
    incorrect: int = 0
    missing: int = 0
    spurious: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score(
            self.correct + other.correct,
            self.half + other.half,
            self.incorrect + other.incorrect,
            self.missing + other.missing,
            self.spurious + other.spurious,
        )

    @property
    def points(self) -> float:
        """A half correct fill counts half."""
        return self.correct + self.half / 2

    @property
    def recall(self) -> float:
        """0 to 100; 0 where the key is empty."""
        possible = self.correct + self.half + self.incorrect + self.missing
        return 100 * self.points / possible if possible else 0.0

    @property
    def precision(self) -> float:
        """0 to 100; 0 where nothing was filled."""
        actual = self.correct + self.half + self.incorrect + self.spurious
        return 100 * self.points / actual if actual else 0.0

    @property
    def f1(self) -> float:
        """Both weighed alike, 0 to 100: "P&R" of 1992."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def keys_of(record: Record) -> list[Key]:
    """The templates of a document's key; TypeError where the record has another shape."""
    raw = record.get("templates")
    if not isinstance(raw, list):
        raise TypeError(f"{record.get('id')}: templates: a list is wanted")
    return [Key({slot: _fills(one["parsed"][slot]) for slot in SLOTS}, bool(one["optional"])) for one in raw]


def _fills(raw: Sequence[Mapping[str, Any]] | None) -> tuple[KeyFill, ...]:
    return tuple(
        KeyFill(
            alternatives=tuple(row["alts"]), of=None if not row["ref"] else tuple(row["ref"]), optional=row["optional"]
        )
        for row in raw or ()
    )


def words(text: str) -> list[str]:
    """The words that count: upper case, no articles, no numbers before the noun."""
    return [word for word in WORD.findall(text.upper()) if word not in LIGHT and not NUMBER.match(word)]


def string_points(ours: str, theirs: str) -> int:
    """Points of a string against one alternative."""
    mine, gold = words(ours), words(theirs)
    if not mine or not gold:
        return NONE
    if mine == gold or (mine[-1] == gold[-1] and (set(mine) <= set(gold) or set(gold) <= set(mine))):
        return CORRECT
    return HALF if set(mine) & set(gold) else NONE


def value_points(ours: str, theirs: str) -> int:
    """Points of a set fill: the value itself, or one above or below it."""
    if ours == theirs:
        return CORRECT
    return HALF if ours in above(theirs) or theirs in above(ours) else NONE


def above(value: str) -> Iterator[str]:
    """The values that contain this one, nearest first."""
    while (parent := PARENTS.get(value)) is not None:
        yield parent
        value = parent


def date_points(ours: str, theirs: Mapping[str, str | None]) -> int:
    """Points of a date: the same ends; half where the two overlap. "On or before" reaches back ``REACH``."""
    ends = [datetime.strptime(day, "%d %b %y").date() for day in ours.removeprefix("- ").split(" - ")]  # noqa: DTZ007
    first, last = ends[0], ends[-1]
    if ours.startswith("- "):
        if theirs.get("form") == "on_or_before" and theirs.get("to") == last.isoformat():
            return CORRECT
        first = last - REACH
    low, high = (None if theirs.get(end) is None else date.fromisoformat(str(theirs[end])) for end in ("from", "to"))
    if (first, last) == (low, high):
        return CORRECT
    high = high or low
    if high is None:
        return NONE
    low = low or high - REACH
    return HALF if first <= high and low <= last else NONE


def place_points(ours: str, theirs: Mapping[str, Any]) -> int:
    """Points of a location: country and the most special place; half for the country, or another of its places."""
    country, _, place = ours.partition(": ")
    if country != theirs.get("country"):
        return NONE
    levels = [[one["name"] for one in level] for level in theirs.get("places") or ()]
    if not levels:
        return HALF if place else CORRECT
    return CORRECT if place and any(string_points(place, name) == CORRECT for name in levels[-1]) else HALF


def number_points(ours: str, theirs: Mapping[str, Any]) -> int:
    """Points of a number: the same ends; half where the two overlap."""
    ends = [int(end) if end else None for end in (part.strip() for part in ours.split("-"))]
    low, high = ends[0], ends[-1]
    gold_low, gold_high = theirs.get("low"), theirs.get("high")
    if theirs.get("plural"):
        return CORRECT if low is not None and low > 1 and high is None else HALF if (low or 0) > 1 else NONE
    if (low, high) == (gold_low, gold_high):
        return CORRECT
    top, gold_top = (1 << 30 if end is None else end for end in (high, gold_high))
    return HALF if (low or 0) <= gold_top and (gold_low or 0) <= top else NONE


def fill_points(slot: str, ours: Fill, theirs: KeyFill) -> int:
    """The best points over the alternatives; at most half where the value belongs to another mention."""
    best = max((_alternative(slot, ours.value, one) for one in theirs.alternatives), default=NONE)
    if best == CORRECT and ours.of is not None and theirs.of is not None:
        return CORRECT if any(string_points(ours.of, one) for one in theirs.of) else HALF
    return best


def _alternative(slot: str, ours: str, theirs: Any) -> int:  # noqa: ANN401 - a key's alternative is text or table
    if slot == "incident_date":
        return date_points(ours, theirs)
    if slot == "incident_location":
        return place_points(ours, theirs)
    if slot.endswith(("_number", "_total")):
        return number_points(ours, theirs) if isinstance(theirs, dict) else NONE
    return string_points(ours, theirs) if slot in STRINGS else value_points(ours, theirs)


def slot_score(slot: str, ours: Sequence[Fill], theirs: Sequence[KeyFill]) -> Score:
    """One slot of two paired templates: the best pairs first; what is left on both sides is incorrect."""
    pairs = sorted(
        ((fill_points(slot, one, two), i, j) for i, one in enumerate(ours) for j, two in enumerate(theirs)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    mine, gold, points = set(range(len(ours))), set(range(len(theirs))), []
    for worth, i, j in pairs:
        if worth and i in mine and j in gold:
            mine.discard(i)
            gold.discard(j)
            points.append(worth)
    required = sum(not theirs[j].optional for j in gold)
    wrong = min(len(mine), required)
    return Score(points.count(CORRECT), points.count(HALF), wrong, required - wrong, len(mine) - wrong)


def pair_score(ours: Slots, theirs: Key) -> dict[str, Score]:
    """Every slot of two paired templates."""
    return {slot: slot_score(slot, ours[slot], theirs.slots[slot]) for slot in SLOTS}


def aligned(ours: Sequence[Slots], theirs: Sequence[Key]) -> list[tuple[int, int]]:
    """One-to-one pairs with the most points; types that do not meet never pair."""
    states: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {0: (0.0, ())}
    for i, one in enumerate(ours):
        grown = dict(states)
        for j, key in enumerate(theirs):
            rows = pair_score(one, key)
            if rows["incident_type"].points == 0:
                continue
            worth = sum(row.points for row in rows.values())
            for used, (points, on) in states.items():
                state = (points + worth, (*on, (i, j)))
                if not used >> j & 1 and grown.get(used | 1 << j, (-1.0,))[0] < state[0]:
                    grown[used | 1 << j] = state
        states = grown
    return list(max(states.values(), key=lambda state: state[0])[1])


def document_score(ours: Sequence[Slots], theirs: Sequence[Key]) -> dict[str, Score]:
    """Every slot of a document, templates without a partner included; an optional key without one is nothing."""
    pairs = aligned(ours, theirs)
    rows = [pair_score(ours[i], theirs[j]) for i, j in pairs]
    rows += [
        {slot: Score(spurious=len(one[slot])) for slot in SLOTS}
        for i, one in enumerate(ours)
        if i not in {i for i, _ in pairs}
    ]
    rows += [
        {slot: Score(missing=sum(not fill.optional for fill in key.slots[slot])) for slot in SLOTS}
        for j, key in enumerate(theirs)
        if j not in {j for _, j in pairs} and not key.optional
    ]
    return total(rows)


def total(rows: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Scores of the same slots, together."""
    found = {slot: Score() for slot in SLOTS}
    for row in rows:
        found = {slot: found[slot].plus(row[slot]) for slot in SLOTS}
    return found


def templates_of(record: Record) -> list[Slots]:
    """What the product fills for a document, equal templates once."""
    telling = tell_report(report_from(record))
    told_on = dateline(telling.report.text)
    found: list[Slots] = []
    for incident in telling.incidents:
        slots = None if left_out(incident, told_on=told_on) else slots_of(incident, told_on=told_on)
        if slots is not None and slots not in found:
            found.append(slots)
    return found


def dateline(text: str) -> date | None:
    """The day in the opening line of a message ("4 FEB 90"), which every one of the corpus has; None for another."""
    found = DATELINE.search(text[:200])
    return None if found is None else datetime.strptime(" ".join(found.groups()), "%d %b %y").date()  # noqa: DTZ007


def naive(record: Record) -> list[Slots]:
    """The baseline: every document tells one accomplished terrorist attack of which nothing else is known."""
    del record
    told = {"incident_type": "ATTACK", "incident_stage": "ACCOMPLISHED", "perp_category": "TERRORIST ACT"}
    return [{slot: (Fill(told[slot]),) if slot in told else () for slot in SLOTS}]


def scored(documents: Iterable[Record]) -> tuple[dict[str, Score], Score]:
    """The product's scores by slot, and the baseline's over all."""
    ours, base = [], []
    for document in documents:
        keys = keys_of(document)
        ours.append(document_score(templates_of(document), keys))
        base.append(document_score(naive(document), keys))
    return total(ours), together(total(base))


def together(slots: Mapping[str, Score]) -> Score:
    """All slots as one."""
    found = Score()
    for score in slots.values():
        found = found.plus(score)
    return found


def development(folder: Path) -> list[Record]:
    """TST1 and TST2, which are tuned on nowhere."""
    return [record for split in ("tst1", "tst2") for record in records(folder / f"{split}.jsonl")]


def all_slots(folder: Path, *, limit: int | None = None) -> Measure:
    """The row of the benchmark's table."""
    slots, base = scored(development(folder)[:limit])
    ours = together(slots)
    return Measure(
        key="muc4.all_slots",
        label="official all-slots F",
        value=ours.f1,
        baseline=base.f1,
        detail=f"P {ours.precision:.1f} R {ours.recall:.1f}",
    )


def main() -> None:
    """Prints a line for each slot, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    wanted = parser.parse_args()
    slots, base = scored(development(wanted.data / "muc4"))
    print(f"{'slot':20} {'R':>5} {'P':>5} {'F':>5} {'cor':>5} {'half':>5} {'inc':>5} {'mis':>5} {'spu':>5}")
    for name, score in {**slots, "ALL": together(slots), "naive": base}.items():
        counts = (score.correct, score.half, score.incorrect, score.missing, score.spurious)
        figures = f"{score.recall:5.1f} {score.precision:5.1f} {score.f1:5.1f}"
        print(f"{name:20} {figures} {' '.join(f'{count:5}' for count in counts)}")


if __name__ == "__main__":
    main()
