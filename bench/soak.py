"""Nothing in, a table out: a ledger whose writer is killed fifty times, and one that the disk has no room for.

``python -m bench.soak`` (``make soak``). A writer is a process of its own that adds reports which were told already; it
dies by SIGKILL after a random time, whatever it is at, and is begun again until it gets to its end. After each death
the ledger is checked; at last the same command completes the work, and the export must be that of a run left alone.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.killed import add, exported
from reportedly.ledger.check import faults
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import reports, totals

REPORTS = 120
KILLS = 50
ROOMS = (0.02, 0.2, 0.4, 0.6, 0.8)
"""The shares of the whole ledger's size at which the disk is full."""
WAITING = "waits to be resolved"
"""What a check says of an incident that a killed run left for the next one; no fault."""


@dataclass(frozen=True, slots=True)
class Row:
    """What happened in one trial: how the writer ended, what was kept by then, and what is wrong."""

    trial: str
    ended: str
    kept: int
    wrong: str


def main() -> int:
    """Prints the table; 1 where anything was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    draw = random.Random(wanted.seed)  # noqa: S311 - drawn, not secret
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_trials(Path(folder), draw, kills=wanted.kills))
    for row in rows:
        print(f"{row.trial:<28} {row.ended:<26} {row.kept:>4} kept   {row.wrong or 'well'}")
    wrong = [row for row in rows if row.wrong]
    print(f"{len(rows)} trials, {len(wrong)} wrong")
    return 1 if wrong else 0


def _trials(folder: Path, draw: random.Random, *, kills: int) -> Iterator[Row]:
    whole = folder / "whole.sqlite"
    began = time.perf_counter()
    _run(whole)
    lasted = time.perf_counter() - began
    lines = list(exported(whole))
    yield _row("left alone", f"done in {lasted:.1f} s", whole)
    kill = run = 0
    while kill < kills:
        ledger, run, alive = folder / f"killed-{run}.sqlite", run + 1, True
        while alive and kill < kills:
            killed_after, lasted = _killed(ledger, delay=draw.uniform(0.2, 1.0) * lasted, lasted=lasted)
            alive = killed_after is not None
            if killed_after is not None:
                kill += 1
                yield _row(f"kill {kill}", f"killed after {killed_after:.2f} s", ledger)
        yield _completed(f"ledger {run} completed", ledger, lines)
    for part in ROOMS:
        ledger = folder / f"full-{part}.sqlite"
        room = int(part * whole.stat().st_size)
        yield _row(f"room for {part:.0%}", _without_room(ledger, room), ledger)
        yield _completed(f"room for {part:.0%}, completed", ledger, lines)


def _call(ledger: Path) -> list[str]:
    return [sys.executable, "-m", "bench.killed", str(ledger), str(REPORTS), "0"]


def _run(ledger: Path) -> None:
    subprocess.run(_call(ledger), check=True)  # noqa: S603 - ourselves


def _killed(ledger: Path, *, delay: float, lasted: float) -> tuple[float | None, float]:
    """After how long the writer was killed, None where it was done before; and how long a whole run lasts by now."""
    began = time.perf_counter()
    with subprocess.Popen(_call(ledger)) as process:  # noqa: S603 - ourselves
        try:
            process.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            process.kill()
            return delay, lasted
    return None, time.perf_counter() - began


def _without_room(ledger: Path, room: int) -> str:
    """Runs a writer whose files may not grow past ``room`` bytes; what it said last."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(  # noqa: S603 - ourselves
        _call(ledger),
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=limit,
    )
    said = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else ""
    return "told of it" if "full" in said or "disk" in said else f"status {done.returncode} {said[-60:]}"


def _completed(trial: str, ledger: Path, lines: list[str]) -> Row:
    _run(ledger)
    same = list(exported(ledger)) == lines
    row = _row(trial, "same bytes" if same else "other bytes", ledger)
    return row if same else Row(row.trial, row.ended, row.kept, row.wrong or "the export differs")


def _row(trial: str, ended: str, ledger: Path) -> Row:
    """What is in the ledger now, and what is wrong with it."""
    if not ledger.exists() or ledger.stat().st_size == 0:
        return Row(trial, ended, 0, "")
    add(ledger, 0, last=0)  # brings a ledger up to date whose making was cut short
    with reading_ledger(str(ledger)) as engine:
        wrong = [fault for fault in faults(engine) if WAITING not in fault]
        with engine.reading() as transaction:
            ids = [one.report.id for one in reports(transaction)]
            told, _ = totals(transaction)
    if len(ids) != told:
        wrong.append(f"{len(ids)} rows for {told} reports")
    return Row(trial, ended, told, "; ".join(wrong))


if __name__ == "__main__":
    sys.exit(main())
