"""A process that is killed while it adds loses nothing and doubles nothing, and the same command completes the work."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bench.killed import add, exported
from reportedly.ledger.check import faults
from reportedly.ledger.open import writing_ledger
from reportedly.ledger.reading import reports

REPORTS = 30
KILLS = 5
DRAW = random.Random(20251103)  # noqa: S311 - drawn once, the same in every run


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], int]:
    """What a run that is left alone exports, and how many steps it takes."""
    ledger = tmp_path_factory.mktemp("unbroken") / "ledger.sqlite"
    steps = add(ledger, REPORTS, last=0)
    return list(exported(ledger)), steps


@pytest.mark.parametrize("share", [DRAW.random() for _ in range(KILLS)])
def test_a_kill_at_any_moment_costs_nothing_but_time(
    unbroken: tuple[list[str], int], tmp_path: Path, share: float
) -> None:
    lines, steps = unbroken
    ledger = tmp_path / "ledger.sqlite"
    call = [sys.executable, "-m", "bench.killed", str(ledger), str(REPORTS), str(1 + int(share * steps))]
    assert subprocess.run(call, check=False).returncode == -signal.SIGKILL  # noqa: S603 - ourselves
    with writing_ledger(str(ledger), create=True, notify=print) as engine:
        assert [fault for fault in faults(engine) if "waits to be resolved" not in fault] == []
        with engine.reading() as transaction:
            kept = [one.report.id for one in reports(transaction)]
        assert len(kept) == len(set(kept)) < REPORTS
    add(ledger, REPORTS, last=0)
    assert list(exported(ledger)) == lines
