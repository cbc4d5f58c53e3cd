import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.backup import back_up, restore
from reportedly.ledger.check import faults
from reportedly.ledger.engine import Engine
from reportedly.ledger.incidents import put_incident
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import incident_ids, reports
from reportedly.ledger.reports import insert_report
from tests.ledger.making import NOW, incident_of, report_of


@contextmanager
def a_writer_at_work(engine: Engine) -> Iterator[None]:
    """Somebody who has written, and has not ended the transaction."""
    written, done = threading.Event(), threading.Event()

    def write() -> None:
        with engine.writing() as connection:
            insert_report(connection, report_of("late"), received=NOW)
            written.set()
            done.wait()

    writer = threading.Thread(target=write)
    writer.start()
    written.wait()
    try:
        yield
    finally:
        done.set()
        writer.join()


def kept(name: str) -> list[str]:
    with reading_ledger(name) as engine, engine.reading() as connection:
        return [one.report.id for one in reports(connection)]


def test_a_backup_is_taken_while_others_write_and_holds_what_was_kept_by_then(engine: Engine, tmp_path: Path) -> None:
    with engine.writing() as connection:
        insert_report(connection, report_of("early"), received=NOW)
    copy = tmp_path / "copy.sqlite"
    with a_writer_at_work(engine):
        back_up(engine, copy)
    assert kept(str(copy)) == ["early"]
    assert kept(engine.name) == ["early", "late"]


def test_a_backup_is_restored_whole(engine: Engine, tmp_path: Path) -> None:
    with engine.writing() as connection:
        put_incident(connection, engine.index, incident_of("a"))
    back_up(engine, tmp_path / "copy.sqlite")
    restore(tmp_path / "copy.sqlite", f"sqlite:///{tmp_path / 'new.sqlite'}")
    with reading_ledger(str(tmp_path / "new.sqlite")) as found, found.reading() as connection:
        assert list(incident_ids(connection)) == ["a"]
        assert list(found.faults()) == []


def test_nothing_is_overwritten_by_a_backup_or_a_restore(engine: Engine, tmp_path: Path) -> None:
    there = tmp_path / "there.sqlite"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(LedgerError, match="is there already"):
        back_up(engine, there)
    back_up(engine, tmp_path / "copy.sqlite")
    with pytest.raises(LedgerError, match="is there already"):
        restore(tmp_path / "copy.sqlite", str(there))
    assert there.read_text(encoding="utf-8") == "mine"


def test_what_is_no_ledger_is_not_restored(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("Dear diary, " * 200, encoding="utf-8")
    with pytest.raises(LedgerError, match="no ledger"):
        restore(wrong, str(tmp_path / "new.sqlite"))
    assert not (tmp_path / "new.sqlite").exists()


def test_a_backup_without_room_leaves_no_half_file(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        back_up(engine, tmp_path / "no-folder" / "copy.sqlite")
    assert list(faults(engine)) == []
    assert sorted(one.suffix for one in tmp_path.iterdir() if "copy" in one.name) == []
