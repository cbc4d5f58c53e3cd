"""A ledger, a number of reports and a moment in; the reports added by a process that dies at that moment out.

A moment is counted in steps of SQLite's machine, a thousand instructions each, so that a kill falls anywhere inside
whatever statement is under way, and can be had again: ``python -m bench.killed LEDGER REPORTS STEP``.
"""

import datetime as dt
import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from bench.made import tellings
from reportedly.exporting.merged import line
from reportedly.ledger import reading
from reportedly.ledger.open import reading_ledger, writing_ledger
from reportedly.pipeline import keep

SEED = 5
BATCH = 5
"""Reports in a transaction here: many small ones give a kill more to fall between."""
INSTRUCTIONS = 1000
OCCASION = keep.Occasion(received=dt.datetime(2025, 3, 9, tzinfo=dt.UTC), software="1")


class Steps:
    """Counts the steps of every connection, and kills the process at the ``last`` one (0: never)."""

    def __init__(self, last: int) -> None:
        self.count = 0
        self._last = last

    def step(self) -> None:
        """One more."""
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def add(ledger: Path, reports: int, *, last: int) -> int:
    """Adds the first so many reports of the stream; how many steps it took, where it lived to tell."""
    steps = Steps(last)
    connect = sqlite3.connect

    def connected(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.set_progress_handler(steps.step, INSTRUCTIONS)
        return connection

    with (
        patch.object(sqlite3, "connect", connected),
        patch.object(keep, "BATCH", BATCH),
        writing_ledger(str(ledger), create=True, notify=print) as engine,
    ):
        for _ in keep.add_told(engine, tellings(SEED, reports), occasion=OCCASION):
            pass
    return steps.count


def exported(ledger: Path) -> Iterator[str]:
    """The lines of the ledger's export."""
    with reading_ledger(str(ledger)) as engine, engine.reading() as transaction:
        yield from map(line, reading.incidents(transaction, engine.index))


if __name__ == "__main__":
    add(Path(sys.argv[1]), int(sys.argv[2]), last=int(sys.argv[3]))
