"""Nothing in, a curve out: what adding a report that was told already costs, as a ledger grows a thousandfold.

``python -m bench.ledger_growth [--sizes 1000 100000 1000000]`` (``make growth``). Four days of invented news
(``bench/made.py``, some thousand incidents) are added as any report is, and then, at each size, the same reports of the
fifth day: those are what is measured, in one process, merged and resolved and written to the disk. What lies between is
years of news before these days: copies of the four days under other ids and on earlier days, put straight into the
tables and indexes, with texts and resolved records cut short since nobody reads them. Every size thus has the same
neighbours and other depths of tables.
"""

import argparse
import datetime as dt
import hashlib
import re
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from inspect import signature
from itertools import islice
from pathlib import Path

from bench.curve import curve
from bench.made import stream
from reportedly.ledger.open import reading_ledger, writing_ledger
from reportedly.ledger.reading import totals
from reportedly.pipeline.keep import BATCH, Occasion, Told, add_told

SIZES = (1_000, 100_000, 1_000_000)
DAYS = 4
WARM = 2 * BATCH
"""Reports added first and not measured: a run that has just begun reads the neighbours into memory."""
MEASURED = 6 * BATCH
CUT = 100
"""Letters left of a copied record."""
OCCASION = Occasion(received=dt.datetime(2025, 3, 9, tzinfo=dt.UTC), software="1")
PICTURE = Path("out/growth.svg")

_DAY = re.compile(r'("(?:first|last|told)":)(\d+)')

COPIED = {
    "reports": """row + :rows, renamed(report_id, :mark), version, hash, received, substr(content, 1, :cut), media_type,
        uri, publisher, title, published, language""",
    "texts": "row + :rows, renamed(report_id, :mark), text_hash, substr(text, 1, :cut)",
    "tellings": """report_row + :rows, text_row + :rows, counts, software, publisher, title, published, head,
        substr(record, 1, :cut)""",
    "claims": "report_row + :rows, position, id, record",
    "reported_incidents": """row + :rows, renamed(id, :mark), report_row + :rows, position, counts,
        replace(record, id, renamed(id, :mark))""",
    "members": """row + :rows, renamed(id, :mark), renamed(incident_id, :mark),
        earlier_profile(replace(profile, id, renamed(id, :mark)), :days), keys, follows + :rows, attachment""",
    "blocks": "earlier_key(key, :days), renamed(member_id, :mark)",
    "judgements": "member_row + :rows, other_row + :rows, verdict, score, NULL, NULL",
    "incidents": """row + :rows, renamed(id, :mark), date(start, :back), date(first_day, :back), date(last_day, :back),
        killed_low, sources, reports, disputed, stale, substr(record, 1, :cut), type,
        stage, rejected""",
    "facets": "facet, value, incident_row + :rows",
    "ties": "part, key, day - :days, incident_row + :rows",
    "places": "incident_row + :rows, name, place_id, country, precision, lat, lon, radius_km",
    "place_boxes": "incident_row + :rows, south, north, west, east",
}
"""The tables, and how a row of a copy differs from its original."""


Retelling = Callable[..., str | None]
"""What a copy's value is made with, inside the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a report costs at a size: milliseconds by the clock and of one core's work, and the file's size in MB."""

    incidents: int
    clock_ms: float
    work_ms: float
    megabytes: float


def main() -> None:
    """Prints the table and draws the curve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--folder", type=Path, default=Path("out/growth"))
    wanted = parser.parse_args()
    costs = []
    for cost in measured(wanted.folder, sorted(wanted.sizes)):
        costs.append(cost)
        print(
            f"{cost.incidents:>9,} incidents  {cost.clock_ms:6.2f} ms a report ({1000 / cost.clock_ms:4.0f}/s)  "
            f"{cost.work_ms:6.2f} ms of work  {cost.megabytes:8,.0f} MB",
            flush=True,
        )
    print(f"the largest costs {costs[-1].clock_ms / costs[0].clock_ms:.2f} times what the smallest does")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(curve([(cost.incidents, cost.clock_ms) for cost in costs]), encoding="utf-8")
    print(f"drawn in {PICTURE}")


def measured(folder: Path, sizes: Sequence[int]) -> Iterator[Cost]:
    """What a report costs at each size, smallest first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    recent, grown = folder / "recent.sqlite", folder / "grown.sqlite"
    news = stream(seed=11)
    four_days = list(until_day(news, DAYS))
    fifth = list(islice(news, WARM + MEASURED))
    add(recent, four_days)
    shutil.copy(recent, grown)
    copies = 0
    for size in sizes:
        copies = grow(grown, recent, size, copies)
        trial = grown if size == sizes[-1] else folder / "trial.sqlite"
        if trial != grown:
            shutil.copy(grown, trial)
        yield _cost(trial, fifth)
        trial.unlink()


def until_day(news: Iterator[Told], days: int) -> Iterator[Told]:
    """The reports on what happened in the first days."""
    end = next(iter(stream(seed=11, skip_days=days))).report.id
    for told in news:
        if told.report.id == end:
            return
        yield told


def add(ledger: Path, reports: Sequence[Told]) -> None:
    """Adds reports that were told already to a ledger, made where it is missing."""
    with writing_ledger(str(ledger), create=True, notify=print) as engine:
        for _ in add_told(engine, reports, occasion=OCCASION):
            pass


def _cost(ledger: Path, reports: Sequence[Told]) -> Cost:
    with writing_ledger(str(ledger), create=False, notify=print) as engine:
        outcomes = add_told(engine, reports, occasion=OCCASION)
        for _ in islice(outcomes, WARM):
            pass
        clock, work = [], []
        for _ in range(MEASURED // BATCH):
            began, began_work = time.perf_counter(), time.process_time()
            for _ in islice(outcomes, BATCH):
                pass
            clock.append((time.perf_counter() - began) * 1000 / BATCH)
            work.append((time.process_time() - began_work) * 1000 / BATCH)
        with engine.reading() as transaction:
            _, incidents = totals(transaction)
    return Cost(
        incidents=incidents,
        clock_ms=statistics.median(clock),
        work_ms=statistics.median(work),
        megabytes=ledger.stat().st_size / 1e6,
    )


def grow(
    ledger: Path,
    recent: Path,
    size: int,
    copies: int = 0,
    *,
    copied: Mapping[str, str] = COPIED,
    functions: Sequence[Retelling] = (),
    cut: int = CUT,
) -> int:
    """Copies the recent days further and further back until there are so many incidents; how many copies there are.

    ``copied`` says how the rows of a copy are made, with ``functions`` of its own too; ``cut``: letters left of a text.
    """
    with reading_ledger(str(recent)) as engine, engine.reading() as transaction:
        _, own = totals(transaction)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {setting}")
        own_functions: tuple[Retelling, ...] = (renamed, earlier_key, earlier_profile)
        for function in (*own_functions, *functions):
            parameters = len(signature(function).parameters)
            connection.create_function(function.__name__, parameters, function, deterministic=True)
        connection.execute("ATTACH ? AS recent", (str(recent),))
        (rows,) = connection.execute("SELECT max(row) + 1 FROM recent.reported_incidents").fetchone()
        connection.execute("BEGIN")
        while (copies + 1) * own < size:
            copies += 1
            _copy(connection, copied, number=copies, rows=rows * copies, cut=cut)
        connection.execute("INSERT INTO report_words(report_words) VALUES ('rebuild')")
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    return copies


def _copy(connection: sqlite3.Connection, copied: Mapping[str, str], *, number: int, rows: int, cut: int) -> None:
    days = number * (DAYS + 1)
    values = {"rows": rows, "mark": f"x{number}", "days": days, "back": f"-{days} days", "cut": cut}
    for table, columns in copied.items():
        connection.execute(f"INSERT INTO main.{table} SELECT {columns} FROM recent.{table}", values)  # noqa: S608 - ours
    words = "INSERT INTO main.incident_words(rowid, quotes, names) SELECT rowid + :rows, quotes, names"
    connection.execute(f"{words} FROM recent.incident_words", values)


def renamed(name: str, mark: str) -> str:
    """Another id, as random as any."""
    return hashlib.blake2b(f"{name} {mark}".encode(), digest_size=10).hexdigest()


def earlier_key(key: str, days: int) -> str:
    """A block key some days before: ``attack|d735000|UA`` names its day by number; one of a name stays what it is."""
    family, window, place = key.split("|", 2)
    return f"{family}|{window[0]}{int(window[1:]) - days}|{place}" if window[1:].isdigit() else key


def earlier_profile(profile: str, days: int) -> str:
    """What a member is compared by, some days before."""
    return _DAY.sub(lambda found: f"{found[1]}{int(found[2]) - days}", profile)


if __name__ == "__main__":
    main()
