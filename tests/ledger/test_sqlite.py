"""Two processes at one ledger: a reader never waits for a writer, a writer waits for the other and loses nothing."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from reportedly.errors import LedgerError
from reportedly.ledger import sqlite
from reportedly.ledger.check import faults
from reportedly.ledger.engine import Engine
from reportedly.ledger.open import reading_ledger, writing_ledger
from reportedly.ledger.reading import reports
from reportedly.ledger.reports import insert_report
from reportedly.ledger.sqlite import SqliteEngine, distance_km
from tests.ledger.making import NOW, report_of

WRITER = """
import sys
from pathlib import Path
from reportedly.ledger.reports import insert_report
from reportedly.ledger.sqlite import SqliteEngine
from tests.ledger.making import NOW, report_of
engine = SqliteEngine(Path(sys.argv[1]), create=False)
with engine.writing() as connection:
    insert_report(connection, report_of("other"), received=NOW)
    print("written", flush=True)
    sys.stdin.readline()
engine.close()
"""
"""Another process that has written, and ends its transaction when it is told to."""


def other_writer(engine: Engine) -> "subprocess.Popen[str]":
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", WRITER, engine.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    return process


def ids(engine: Engine) -> list[str]:
    with engine.reading() as connection:
        return [one.report.id for one in reports(connection)]


def test_a_reader_does_not_wait_for_a_writer_and_sees_what_was_kept_before(engine: Engine) -> None:
    with other_writer(engine) as process:
        with reading_ledger(engine.name) as reader:
            assert ids(reader) == []
        process.communicate("go\n")
    assert ids(engine) == ["other"]


def test_a_reader_keeps_its_state_while_others_write(engine: Engine) -> None:
    with engine.reading() as connection:
        assert list(reports(connection)) == []
        with other_writer(engine) as process:
            process.communicate("go\n")
        assert list(reports(connection)) == []
    assert ids(engine) == ["other"]


def test_a_writer_waits_for_another_and_both_are_kept(engine: Engine) -> None:
    with other_writer(engine) as process:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
        with engine.writing() as connection:
            insert_report(connection, report_of("mine"), received=NOW)
    assert sorted(ids(engine)) == ["mine", "other"]


def test_a_writer_that_waits_too_long_is_told_so(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_S", 0.0)
    with (
        other_writer(engine) as process,
        closing(SqliteEngine(Path(engine.name), create=False)) as hasty,
    ):
        with pytest.raises(LedgerError, match="another program has been writing"), hasty.writing():
            pass
        process.communicate("go\n")


def test_a_transaction_that_fails_leaves_nothing(engine: Engine) -> None:
    def write() -> None:
        with engine.writing() as connection:
            insert_report(connection, report_of("mine"), received=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert ids(engine) == []


def test_a_full_disk_is_told_and_loses_nothing(engine: Engine) -> None:
    with engine.writing() as connection:
        insert_report(connection, report_of("small"), received=NOW)
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def write() -> None:
        with engine.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
            insert_report(connection, report_of("large", text="word " * 20_000), received=NOW)

    with pytest.raises(LedgerError, match="the disk is full; nothing was lost"):
        write()
    assert ids(engine) == ["small"]
    assert list(faults(engine)) == []


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [((0, 0), (0, 1), 111.2), ((0, 179.5), (0, -179.5), 111.2), ((33.31, 44.36), (36.34, 43.13), 355.5)],
)
def test_distances_are_those_on_the_ground(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert distance_km(*one, *other) == pytest.approx(km, abs=0.5)


def test_the_stamp_is_another_after_every_write_and_the_same_after_none(engine: Engine) -> None:
    before = engine.stamp()
    with engine.reading() as connection:
        connection.execute(text("SELECT count(*) FROM reports"))
    assert engine.stamp() == before
    with engine.writing() as connection:
        connection.execute(text("INSERT INTO made_by VALUES ('a test', '1')"))
    assert engine.stamp() != before


def test_the_stamp_stays_the_same_when_readers_come_and_go(ledger_file: Path) -> None:
    with writing_ledger(str(ledger_file), create=True, notify=print):
        pass
    stamps = set()
    for _ in range(3):
        with reading_ledger(str(ledger_file)) as engine:
            stamps.add(engine.stamp())
    assert len(stamps) == 1
