"""The times layer measured: phrases beside two general libraries, and gold days of development texts; prints one table.

    python bench/times.py [--data FOLDER] [--rivals] [--wrong]

``--data`` holds ``gva``, ``gvc``, ``muc4`` and ``reports`` as their READMEs describe; without it only phrases count.
``--rivals`` also runs dateparser and parsedatetime, which must be installed.
``--wrong`` lists the phrases that ours misses.
"""

import argparse
import datetime as dt
import gzip
import json
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.cleaning.clean import clean
from reportedly.records.mentions import TimeMention
from reportedly.records.moments import day_of
from reportedly.records.reports import CleanText, Report
from reportedly.understanding.times import find_times

PHRASES = Path(__file__).with_name("phrases_times.toml")
CARRIERS = {"past": "The post was attacked {}.", "future": "Talks will be held {}.", "none": "{}"}
SILENT = ("none", "ref", "open")
HEAD_SENTENCES = 8
REPEATS = 3
"""Each phrase is timed this often and its best time kept, so that other work on the machine does not show."""
FINE = ("day", "part_of_day", "hour", "minute")


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase: see the head of the phrases file."""

    phrase: str
    base: dt.date | None
    tense: str
    expected: str
    told: dt.date | None
    lot: bool


def rows() -> list[Row]:
    """All phrases, the lot first."""
    raw = tomllib.loads(PHRASES.read_text(encoding="utf-8"))
    return [_row([str(cell) for cell in row], lot=kind == "lot") for kind in ("lot", "made") for row in raw[kind]]


def _row(cells: list[str], *, lot: bool) -> Row:
    phrase, base, tense, expected, *told = cells
    return Row(
        phrase=phrase,
        base=dt.date.fromisoformat(base) if base else None,
        tense=tense,
        expected=expected,
        told=dt.date.fromisoformat(told[0]) if told else None,
        lot=lot,
    )


def cleaned(text: str, published: dt.date | None, *, title: str | None = None) -> CleanText:
    """A clean text of a plain one."""
    return clean(Report(id="bench", content=text, title=title, published=published))


def sentence(row: Row) -> str:
    """The phrase in its carrier sentence, after the day that it counts from where it has one."""
    told = f"The first attack was on {row.told.day} {row.told:%B} {row.told.year}. " if row.told else ""
    return told + CARRIERS[row.tense].format(row.phrase)


def bounds(expected: str) -> tuple[dt.datetime, dt.datetime]:
    """First and last moment of an expected value, without zone."""
    first, _, last = expected.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(text: str, *, last: bool) -> dt.datetime:
    if "T" in text:
        return dt.datetime.fromisoformat(text).replace(tzinfo=None)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        parts += [12, 31] if last else [1, 1]
    elif len(parts) == 2:
        following = dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        parts.append((following - dt.timedelta(days=1)).day if last else 1)
    return dt.datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - local time is meant


def verdict_ours(row: Row) -> str:
    """Right, wrong or silent, for our reading of the phrase."""
    mentions = find_times(cleaned(sentence(row), row.base))
    mentions = mentions[1:] if row.told else mentions
    expected, reference = row.expected.removeprefix("ref").strip(), row.expected.startswith("ref")
    dated = [mention for mention in mentions if mention.when.start is not None and mention.reference == reference]
    if row.expected in SILENT:
        bad = [m for m in mentions if not m.reference and m.when.start is not None]
        return "wrong" if bad else "right"
    if expected.startswith("XXXX") or expected.endswith("XX"):
        return "right" if [m.when.edtf for m in mentions] == [expected] else "wrong" if dated else "silent"
    if not dated:
        return "wrong" if any(mention.when.start is not None for mention in mentions) else "silent"
    return "right" if len(dated) == 1 and _equal(dated[0], expected) else "wrong"


def _equal(mention: TimeMention, expected: str) -> bool:
    start, end = bounds(expected)
    when = mention.when
    if "T" in expected:
        zone = dt.datetime.fromisoformat(expected.partition("/")[0]).tzinfo
        told = when.start if isinstance(when.start, dt.datetime) else None
        last = when.end if isinstance(when.end, dt.datetime) else None
        if told is None or last is None or (zone is not None and told.utcoffset() != zone.utcoffset(None)):
            return False
        return (told.replace(tzinfo=None), last.replace(tzinfo=None)) == (start, end)
    if when.start is None or isinstance(when.start, dt.datetime):
        return False
    return when.start == start.date() and (when.end is None or when.end == end.date())


def verdict_theirs(row: Row, found: dt.datetime | None) -> str:
    """The same for a library that gives one moment; anywhere inside an expected interval is right."""
    expected = row.expected.removeprefix("ref").strip()
    if not expected or expected in SILENT or "X" in expected:
        return "right" if found is None else "wrong"
    if found is None:
        return "silent"
    start, end = bounds(expected)
    found = found.replace(tzinfo=None)
    if "T" in expected:
        return "right" if start <= found <= end else "wrong"
    return "right" if start.date() <= found.date() <= end.date() else "wrong"


def rivals() -> dict[str, Callable[[Row], dt.datetime | None]]:
    """Two general libraries, each given the base, the tense and the bare phrase; dateparser also searches in it."""
    import dateparser  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - bench only, installed for it
    import parsedatetime  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415
    from dateparser.search import search_dates  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415

    calendar = parsedatetime.Calendar()

    def by_dateparser(row: Row) -> dt.datetime | None:
        day = row.told or row.base
        settings: dict[str, object] = {"PREFER_DATES_FROM": "future" if row.tense == "future" else "past"}
        if day is not None:
            settings["RELATIVE_BASE"] = dt.datetime.combine(day, dt.time(12))
        parsed: dt.datetime | None = dateparser.parse(row.phrase, languages=["en"], settings=settings)
        if parsed is None:
            searched = search_dates(row.phrase, languages=["en"], settings=settings)
            parsed = searched[0][1] if searched else None
        return parsed

    def by_parsedatetime(row: Row) -> dt.datetime | None:
        day = row.told or row.base
        base = dt.datetime.combine(day, dt.time(12)) if day is not None else None
        parsed, status = calendar.parseDT(row.phrase, sourceTime=base)
        return parsed if status else None

    return {"dateparser": by_dateparser, "parsedatetime": by_parsedatetime}


def installed_rivals() -> dict[str, Callable[[Row], dt.datetime | None]]:
    """The general libraries, where the extra ``bench`` is installed; empty where it is not."""
    try:
        return rivals()
    except ModuleNotFoundError:
        return {}


def slowest_ms(read: Callable[[Row], str], row: Row) -> float:
    """Milliseconds that one reading of a phrase takes, the best of a few."""
    return min(_timed(read, row) for _ in range(REPEATS)) * 1000


def phrase_table(*, with_rivals: bool, show_wrong: bool) -> None:
    """Right, wrong and silent for each reader, and the slowest phrase."""
    table = rows()
    readers: dict[str, Callable[[Row], str]] = {"reportedly": verdict_ours}
    if with_rivals:
        for name, rival in rivals().items():
            readers[name] = lambda row, rival=rival: verdict_theirs(row, rival(row))  # type: ignore[misc]
    print(f"{len(table)} phrases, {sum(row.lot for row in table)} by lot")
    print(
        f"{'':14} {'right':>12} {'wrong':>12} {'silent':>12}   {'right of lot':>12} {'ms a phrase':>11} {'slowest':>8}"
    )
    for name, read in readers.items():
        verdicts, spent = [], []
        read(table[0])
        for row in table:
            verdicts.append(read(row))
            spent.append(slowest_ms(read, row))
        counts = Counter(verdicts)
        lot = Counter(verdict for verdict, row in zip(verdicts, table, strict=True) if row.lot)
        shares = "".join(f"{counts[key]:5} {counts[key] / len(table):6.1%} " for key in ("right", "wrong", "silent"))
        print(
            f"{name:14} {shares}  {lot['right'] / lot.total():12.1%} {sum(spent) / len(spent):11.2f} {max(spent):8.1f}"
        )
        if show_wrong and name == "reportedly":
            _print_wrong(table, verdicts)


def _timed(read: Callable[[Row], str], row: Row) -> float:
    """Seconds that one reading of a phrase takes, cleaning and verdict included."""
    started = time.perf_counter()
    read(row)
    return time.perf_counter() - started


def _print_wrong(table: list[Row], verdicts: list[str]) -> None:
    for row, verdict in zip(table, verdicts, strict=True):
        if verdict != "right":
            found = [(m.when.edtf, m.reference) for m in find_times(cleaned(sentence(row), row.base))]
            print(f"  {verdict:6} {row.phrase!r} {row.base} {row.tense}: wanted {row.expected}, got {found}")


def documents(data: Path, name: str) -> Iterator[tuple[str, CleanText, list[str]]]:
    """Each dated document of a set with the gold days of its main incidents."""
    if name == "reports":
        for line in (data / name / "docs.jsonl").read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            gold = json.loads((data / name / "gold" / f"{raw['id']}.json").read_text(encoding="utf-8"))
            wanted = [str(incident["date"]) for incident in gold["incidents"] if incident["main"] and incident["date"]]
            if wanted:
                yield _document(raw, wanted)
        return
    if name == "muc4":
        with gzip.open(data / name / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            for raw in map(json.loads, lines):
                wanted = [day for template in raw["templates"] for day in _exact_days(template)]
                if wanted:
                    yield raw["id"], cleaned(raw["text"], None), wanted
        return
    incidents, files = ("train_incidents.jsonl", ["train_docs.jsonl.gz"])
    if name == "gvc":
        incidents, files = ("incidents.jsonl", ["train.jsonl", "dev.jsonl"])
    facts = [json.loads(line) for line in (data / name / incidents).read_text(encoding="utf-8").splitlines()]
    days = {str(fact["id"]): str(fact["date"]) for fact in facts}
    for file in files:
        opened = gzip.open if file.endswith(".gz") else open
        with opened(data / name / file, "rt", encoding="utf-8") as lines:
            for raw in map(json.loads, lines):
                if raw["published"]:
                    yield _document(raw, [days[str(raw["incident"])]])


def _exact_days(template: dict[str, dict[str, list[dict[str, list[dict[str, str]]]] | None]]) -> list[str]:
    """The day of a MUC-4 incident whose key gives one exactly, else nothing."""
    fillers = template["parsed"]["incident_date"] or []
    options = [
        option for filler in fillers for option in filler["alts"] if option["form"] == "exact" and option["from"]
    ]
    return [option["from"] for option in options[:1]]


def _document(raw: dict[str, str | None], wanted: list[str]) -> tuple[str, CleanText, list[str]]:
    published = dt.date.fromisoformat(str(raw["published"])[:10]) if raw["published"] else None
    return str(raw["id"]), cleaned(str(raw["text"]), published, title=raw["title"]), wanted


def _hits(mention: TimeMention, wanted: str, *, slack: int) -> bool:
    first, _, last = wanted.partition("/")
    margin = dt.timedelta(days=slack)
    start, end = mention.when.start, mention.when.end
    assert start is not None
    assert end is not None
    low, high = dt.date.fromisoformat(first) - margin, dt.date.fromisoformat(last or first) + margin
    return day_of(start) <= high and day_of(end) >= low


def gold_table(data: Path) -> None:
    """How often the gold day is among the times found near the top, anywhere, and is the first of them."""
    print(f"\nGold days among the times that date, a day or finer: first {HEAD_SENTENCES} sentences, all, first told")
    print(
        f"{'':8} {'documents':>9} {'head':>7} {'all':>7} {'first':>7} {'first±1':>8}"
        f" {'none at head':>13} {'ms/350 words':>13}"
    )
    for name in ("reports", "gva", "gvc", "muc4"):
        tally: Counter[str] = Counter()
        spent = words = 0.0
        for _, text, wanted in documents(data, name):
            started = time.process_time()
            mentions = find_times(text)
            spent += time.process_time() - started
            words += len(text.text.split())
            for day in wanted:
                tally.update(_score(text, mentions, day))
        total = tally["documents"]
        keys = ("head", "all", "first", "near", "undated")
        shares = [tally[key] / total for key in keys]
        print(
            f"{name:8} {total:9} {shares[0]:7.1%} {shares[1]:7.1%} {shares[2]:7.1%} {shares[3]:8.1%} {shares[4]:13.1%}"
            f" {spent / words * 350 * 1000:13.2f}"
        )


def _score(text: CleanText, mentions: tuple[TimeMention, ...], day: str) -> Counter[str]:
    top = [sentence for sentence in text.sentences if not sentence.furniture][:HEAD_SENTENCES]
    fine = [
        mention
        for mention in mentions
        if not mention.reference
        and mention.when.start is not None
        and mention.when.end is not None
        and mention.when.precision.value in FINE
        and (day_of(mention.when.end) - day_of(mention.when.start)).days <= 2
    ]
    head = [mention for mention in fine if mention.span.start < top[-1].span.end]
    return Counter(
        documents=1,
        head=any(_hits(mention, day, slack=0) for mention in head),
        all=any(_hits(mention, day, slack=0) for mention in fine),
        first=bool(head) and _hits(head[0], day, slack=0),
        near=bool(head) and _hits(head[0], day, slack=1),
        undated=not head,
    )


def main() -> None:
    """Read the command line and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    phrase_table(with_rivals=options.rivals, show_wrong=options.wrong)
    if options.data is not None:
        gold_table(options.data)


if __name__ == "__main__":
    main()
