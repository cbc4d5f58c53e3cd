import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.desk import cli
from reportedly.errors import LedgerError, UsageError

FIRST = {"id": "a", "text": "A car bomb killed four people in Goma on Monday, police said.", "published": "2025-03-04"}
SECOND = {**FIRST, "id": "b", "text": "A car bomb killed six people in Goma on Monday, a doctor said."}
CORRECTED = {**FIRST, "text": "A car bomb killed five people in Goma on Monday, police said."}


def run(*arguments: str) -> "tuple[int, str, str]":
    """Exit status, standard output, standard error."""
    result = CliRunner().invoke(cli.app, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return str(tmp_path / "news.sqlite")


@pytest.fixture
def reports(tmp_path: Path) -> str:
    path = tmp_path / "wire.jsonl"
    path.write_text(f"{json.dumps(FIRST)}\n{json.dumps(SECOND)}\n", encoding="utf-8")
    return str(path)


def test_adding_ends_with_a_line_that_says_what_became_of_the_reports(
    ledger: str, reports: str, tmp_path: Path
) -> None:
    status, out, err = run("add", reports, "--ledger", ledger)
    assert (status, err) == (0, "")
    assert out == "2 added, 0 already there, 0 new versions, 0 refused; 1 incidents, 1 new\n"
    later = tmp_path / "later.json"
    later.write_text(json.dumps(CORRECTED), encoding="utf-8")
    status, out, err = run("add", reports, "nowhere.txt", str(later), "-l", ledger)
    assert status == 1
    assert out == "0 added, 1 already there, 1 new versions, 1 refused; 1 incidents, 0 new\n".replace("1 al", "2 al")
    assert err.startswith("refused: nowhere.txt: ")


def test_published_and_publisher_stand_for_inputs_that_lack_them(ledger: str, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text(FIRST["text"], encoding="utf-8")
    run("add", str(plain), "-l", ledger, "--published", "2025-03-04", "--publisher", "The Post")
    with closing(sqlite3.connect(ledger)) as connection:
        assert connection.execute("SELECT published, publisher FROM reports").fetchall() == [("2025-03-04", "The Post")]


def test_a_ledger_that_cannot_be_is_a_wrong_call(reports: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="SQLite alone"):
        run("add", reports, "--ledger", "postgresql://db/news")
    with pytest.raises(LedgerError, match="cannot be opened"):
        run("add", reports, "--ledger", str(tmp_path / "no-folder" / "news.sqlite"))
    with pytest.raises(LedgerError, match="there is no ledger"):
        run("check", "--ledger", str(tmp_path / "none.sqlite"))


def test_a_ledger_is_checked_and_what_is_wrong_is_named(ledger: str, reports: str) -> None:
    run("add", reports, "-l", ledger)
    assert run("check", "-l", ledger) == (0, "all is well: 2 reports, 1 incidents\n", "")
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE texts SET text = 'x' WHERE report_id = 'a'")
    status, out, _ = run("check", "-l", ledger)
    assert status == 1
    assert "report a: its text is not" in out


def test_a_backup_is_restored(ledger: str, reports: str, tmp_path: Path) -> None:
    run("add", reports, "-l", ledger)
    assert run("backup", str(tmp_path / "copy.sqlite"), "-l", ledger)[0] == 0
    new = str(tmp_path / "new.sqlite")
    assert run("restore", str(tmp_path / "copy.sqlite"), "-l", new)[0] == 0
    assert run("check", "-l", new)[1] == "all is well: 2 reports, 1 incidents\n"


def test_a_forgotten_report_is_refused_with_the_reason(ledger: str, reports: str) -> None:
    run("add", reports, "-l", ledger)
    assert run("forget", "a", "-l", ledger, "--because", "a court said so")[1].startswith("forgot a, in 1 versions")
    status, out, err = run("add", reports, "-l", ledger)
    assert status == 1
    assert "0 added, 1 already there" in out
    assert "a court said so" in err


def test_a_ledger_is_merged_and_read_anew(ledger: str, reports: str) -> None:
    run("add", reports, "-l", ledger)
    assert run("rebuild", "-l", ledger) == (0, "merged anew: 2 reports, 1 incidents\n", "")
    nothing = "0 read anew, 0 of them tell something else; 0 incidents are new, 0 are gone\n"
    assert run("reread", "-l", ledger) == (0, nothing, "")
    assert run("reread", "-l", ledger, "--all")[1] == nothing.replace("0 read", "2 read")
