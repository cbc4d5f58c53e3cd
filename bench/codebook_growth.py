"""Nothing in, what exporting a long ledger in each format costs out: seconds, memory, rows, bytes.

``python -m bench.codebook_growth [--incidents 1000000] [--formats jsonl acled …]``. Incidents are invented from one
seed (``bench/made.py``), told and merged as any are; copies of them under other ids go one by one into each exporter,
whose files go nowhere.
"""

import argparse
import io
import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, cast

from bench.ledger_growth import OCCASION
from bench.made import stream
from reportedly.exporting.codebooks import CODEBOOKS, CodebookFormat
from reportedly.exporting.formats import EXPORTERS, ExportFormat
from reportedly.ledger.open import reading_ledger, writing_ledger
from reportedly.ledger.reading import incidents
from reportedly.pipeline.keep import add_told
from reportedly.records.merged import Incident

REPORTS = 500
"""Reports that the copied incidents are merged from."""
FORMATS = tuple(str(form) for form in (*ExportFormat, *CodebookFormat))


class Nowhere(io.RawIOBase):
    """Counts what is written and keeps none of it."""

    size = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, raw: Any) -> int:  # noqa: ANN401 - any buffer
        """Counts it."""
        self.size += len(raw)
        return len(raw)


def main() -> None:
    """Prints a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=1_000_000)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=FORMATS)
    asked = parser.parse_args()
    found = invented()
    for form in asked.formats:
        table, rules = Nowhere(), Nowhere()
        began, before = time.perf_counter(), resident_mb()
        rows = exported(form, copies(found, asked.incidents), cast("BinaryIO", table), cast("BinaryIO", rules))
        seconds, grown = time.perf_counter() - began, resident_mb() - before
        print(
            f"{form:7} {asked.incidents:>9,} incidents  {rows:>9,} rows  {seconds:7.1f} s  "
            f"{before + grown:5.0f} MB at most, "
            f"{grown:3.0f} more than before  {table.size / 1e6:7.1f} + {rules.size / 1e6:8.1f} MB written",
            flush=True,
        )


def exported(form: str, found: Iterable[Incident], table: BinaryIO, rules: BinaryIO) -> int:
    """Writes incidents in a format and counts the rows: those of the codebook, or one for each incident."""
    if form in set(CodebookFormat):
        return CODEBOOKS[CodebookFormat(form)](found, table, rules).rows
    counted = Counted(found)
    EXPORTERS[ExportFormat(form)](counted, table)
    return counted.number


class Counted:
    """Incidents that are counted as they pass."""

    def __init__(self, found: Iterable[Incident]) -> None:
        self.found = found
        self.number = 0

    def __iter__(self) -> Iterator[Incident]:
        """Each, once."""
        for incident in self.found:
            self.number += 1
            yield incident


def invented() -> list[Incident]:
    """The incidents of some hundred reports of invented news."""
    with TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "made.sqlite")
        with writing_ledger(ledger, create=True, notify=print) as engine:
            for _ in add_told(engine, list(islice(stream(seed=11), REPORTS)), occasion=OCCASION):
                pass
        with reading_ledger(ledger) as engine, engine.reading() as transaction:
            return list(incidents(transaction, engine.index))


def copies(found: list[Incident], number: int) -> Iterator[Incident]:
    """As many incidents, each under an id of its own, one at a time."""
    for at, incident in enumerate(islice(cycle(found), number)):
        yield replace(incident, id=f"{incident.id}-{at}")


def resident_mb() -> float:
    """The most memory this process has had, in MB (Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
