"""How often figures and tolls are right, wrong or silent: own phrases and development sets, in one table.

    python bench/tolls.py --data FOLDER [--only gva,gvc,reports,muc4,phrases,speed] [--limit N] [--show N]

FOLDER holds the development data sets (``gva``, ``gvc``, ``muc4``, ``reports``). A range is right when both ends are.
"""

import argparse
import gzip
import json
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.cleaning.clean import clean
from reportedly.coding.tolls import combine
from reportedly.records.counts import Count
from reportedly.records.mentions import Toll
from reportedly.records.reports import CleanText, Report
from reportedly.understanding.numbers import find_figures
from reportedly.understanding.tolls import find_tolls

Json = dict[str, object]
PHRASES = Path(__file__).parent / "phrases_numbers.toml"


@dataclass
class Line:
    """One line of the table."""

    name: str
    right: int = 0
    wrong: int = 0
    silent: int = 0
    misses: list[str] = field(default_factory=list)

    def tick(self, *, good: bool, silent: bool, note: str) -> None:
        """Count one case."""
        if good:
            self.right += 1
            return
        self.silent += silent
        self.wrong += not silent
        self.misses.append(note)

    def row(self) -> str:
        """The line as printed: shares in per cent."""
        total = max(1, self.right + self.wrong + self.silent)
        shares = [f"{100 * part / total:5.1f}" for part in (self.right, self.wrong, self.silent)]
        return f"{self.name:38} {total:6} {shares[0]} {shares[1]} {shares[2]}"


def records(path: Path) -> Iterator[Json]:
    """The JSON objects of a file, one a line, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def cleaned(record: Json) -> CleanText:
    """The clean text of a record with text and, where known, title and publication day."""
    published = str(record.get("published") or "")[:10]
    try:
        day = date.fromisoformat(published)
    except ValueError:
        day = None
    title = record.get("title")
    return clean(
        Report(id=str(record["id"]), content=str(record["text"]), title=str(title) if title else None, published=day)
    )


def unwrapped(text: str) -> str:
    """A hard-wrapped text with one line a paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def tolls_of(text: CleanText) -> tuple[Toll, ...]:
    """The tolls of a text."""
    return find_tolls(text, find_figures(text))


LEAD = 700
"""Characters after the title whose tolls are taken for the main incident's where they tell any; chosen of 400 to 2,500
on the first 900 GVA documents, November 2026. It stands in for the assignment of tolls to incidents, coding's work."""


def main_tolls(text: CleanText) -> tuple[Toll, ...]:
    """The tolls of the title and the lead, where they tell of anybody, else all."""
    found = tolls_of(text)
    start = text.title_span.end if text.title_span else 0
    lead = tuple(toll for toll in found if toll.span.start < start + LEAD)
    return (
        lead if any(toll.effect in ("killed", "injured", "harmed") and not toll.cumulative for toll in lead) else found
    )


def told(count: Count | None) -> str:
    """A count as printed."""
    return "-" if count is None else f"{count.low},{count.high}"


def archive(folder: Path, parts: list[str], *, incidents: str, limit: int) -> list[Line]:
    """Killed and injured of gun-violence articles against the archive's own figures, shooters included."""
    gold = {str(record["id"]): record for record in records(folder / incidents)}
    name = folder.name
    lines = {effect: Line(f"{name}: {effect} exact") for effect in ("killed", "injured")}
    documents = [record for part in parts for record in records(folder / part)][:limit]
    for record in documents:
        text = cleaned(record)
        tolls = main_tolls(text)
        for effect, line in lines.items():
            want = int(str(gold[str(record["incident"])][effect]))
            got = combine(tolls, effect, attackers=True)
            good = got == Count.exactly(want) or (want == 0 and got is None)
            line.tick(good=good, silent=got is None, note=f"{record['id']}\t{want}\t{told(got)}\t{text.title}")
    return list(lines.values())


def gva(data: Path, limit: int) -> list[Line]:
    """The larger archive sample."""
    return archive(data / "gva", ["train_docs.jsonl.gz"], incidents="train_incidents.jsonl", limit=limit)


def gvc(data: Path, limit: int) -> list[Line]:
    """The Gun Violence Corpus."""
    return archive(data / "gvc", ["train.jsonl", "dev.jsonl"], incidents="incidents.jsonl", limit=limit)


def reports(data: Path, limit: int) -> list[Line]:
    """Killed and injured of the reports with one main incident, all its tolls taken as that incident's."""
    ranges = {effect: Line(f"reports: {effect} range") for effect in ("killed", "injured")}
    silent = {effect: Line(f"reports: {effect} silent") for effect in ("killed", "injured")}
    for record in list(records(data / "reports" / "docs.jsonl"))[:limit]:
        gold = json.loads((data / "reports" / "gold" / f"{record['id']}.json").read_text(encoding="utf-8"))
        mains = [incident for incident in gold["incidents"] if incident["main"] and not incident.get("optional")]
        if len(mains) != 1:
            continue
        tolls = tolls_of(cleaned(record))
        for effect, line in ranges.items():
            if effect not in mains[0]:
                continue
            low, high = mains[0][effect]["low"], mains[0][effect]["high"]
            got = combine(tolls, effect)
            note = f"{record['id']}\t{low},{high}\t{told(got)}"
            if low is None and high is None:
                silent[effect].tick(good=got is None, silent=False, note=note)
            else:
                line.tick(good=got is not None and (got.low, got.high) == (low, high), silent=got is None, note=note)
    return [*ranges.values(), *silent.values()]


def muc4(data: Path, limit: int) -> list[Line]:
    """Deaths and injuries of messages with one template, where the key gives a number for each victim."""
    lines = {"DEATH": Line("muc4 dev: killed total"), "INJURY": Line("muc4 dev: injured total")}
    effects = {"DEATH": "killed", "INJURY": "injured"}
    for record in list(records(data / "muc4" / "dev.jsonl.gz"))[:limit]:
        templates = record["templates"]
        if not isinstance(templates, list) or len(templates) != 1:
            continue
        parsed = templates[0]["parsed"]
        numbers = {filler["ref"][0]: filler for filler in parsed.get("hum_number") or [] if filler.get("ref")}
        got = tolls_of(cleaned({**record, "text": unwrapped(str(record["text"]))}))
        for key, line in lines.items():
            hurt = [
                filler["ref"][0]
                for filler in parsed.get("hum_effect") or []
                if filler["alts"] == [key] and filler.get("ref")
            ]
            wanted = [numbers[name]["alts"][0] for name in hurt if name in numbers and numbers[name]["alts"]]
            if (
                not hurt
                or len(wanted) != len(hurt)
                or not all(isinstance(alt, dict) and alt["low"] == alt["high"] and alt["low"] for alt in wanted)
            ):
                continue
            total = sum(alt["low"] for alt in wanted)
            found = combine(got, effects[key])
            line.tick(
                good=found == Count.exactly(total), silent=found is None, note=f"{record['id']}\t{total}\t{told(found)}"
            )
    return list(lines.values())


def phrases(_data: Path, _limit: int) -> list[Line]:
    """Our own phrases with the value each should have."""
    table = tomllib.loads(PHRASES.read_text(encoding="utf-8"))
    figures, totals = Line("own phrases: figures"), Line("own phrases: totals")
    for entry in table["figure"]:
        got = [told(figure.count) for figure in find_figures(clean(Report(id="phrase", content=entry["text"])))]
        figures.tick(good=got == entry["figures"], silent=not got, note=f"{entry['text']}\t{entry['figures']}\t{got}")
    for entry in table["phrase"]:
        tolls = tolls_of(clean(Report(id="phrase", content=entry["text"])))
        for effect in ("killed", "injured", "abducted"):
            count = combine(tolls, effect, attackers=bool(entry.get("attackers")))
            want = entry.get(effect, "-")
            totals.tick(
                good=told(count) == want, silent=count is None, note=f"{entry['text']}\t{effect} {want}\t{told(count)}"
            )
    return [figures, totals]


def speed(data: Path, limit: int) -> list[Line]:
    """Prints the time of both layers for a text of 350 words, on the archive's texts."""
    texts = [cleaned(record) for record in list(records(data / "gva" / "train_docs.jsonl.gz"))[: min(limit, 300)]]
    words = sum(len(text.text.split()) for text in texts)
    tolls_of(texts[0])
    begun = time.process_time()
    for text in texts:
        tolls_of(text)
    spent = time.process_time() - begun
    print(f"speed: {1000 * spent * 350 / words:.2f} ms for 350 words ({len(texts)} texts, {words} words)")
    return []


SECTIONS: dict[str, Callable[[Path, int], list[Line]]] = {
    "phrases": phrases,
    "gva": gva,
    "gvc": gvc,
    "reports": reports,
    "muc4": muc4,
    "speed": speed,
}


def main() -> None:
    """Run the sections asked for and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", default=",".join(SECTIONS))
    parser.add_argument("--limit", type=int, default=10**9)
    parser.add_argument("--show", type=int, default=0, help="print so many misses of each line")
    options = parser.parse_args()
    print(f"{'':38} {'cases':>6} {'right':>5} {'wrong':>5} {'silent':>5}")
    for name in options.only.split(","):
        for line in SECTIONS[name](options.data, options.limit):
            print(line.row())
            for note in line.misses[: options.show]:
                print("    " + note)


if __name__ == "__main__":
    main()
