from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from reportedly.errors import LedgerError
from reportedly.ledger import schema
from reportedly.ledger.engine import Engine
from reportedly.ledger.open import reading_ledger, writing_ledger
from reportedly.ledger.sqlite import SqliteEngine
from reportedly.ledger.tables import METADATA

VIRTUAL = ("report_words", "incident_words", "place_boxes")


@pytest.fixture
def older(ledger_file: Path) -> Iterator[Path]:
    """A ledger that took the first step alone, and keeps a decision."""
    with closing(SqliteEngine(ledger_file, create=True)) as engine, engine.writing() as connection:
        schema.upgrade(connection, "0001")
        connection.execute(
            text("INSERT INTO decisions(id, act, who, at, because, record) VALUES ('d', 'same', 'w', 't', 'b', '{}')")
        )
    return ledger_file


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")  # of an index over an expression
def test_the_steps_make_the_tables_the_code_knows(engine: Engine) -> None:
    with engine.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert [change for change in compare_metadata(context, METADATA) if change[0] != "remove_index"] == []


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or not (name or "").startswith(VIRTUAL)


def test_the_list_of_steps_is_the_folder_of_steps() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert tuple(step.revision for step in reversed(list(scripts.walk_revisions()))) == schema.STEPS


def test_an_older_ledger_is_brought_up_to_date_with_a_word_and_keeps_what_it_held(older: Path) -> None:
    said: list[str] = []
    with writing_ledger(str(older), create=False, notify=said.append) as engine, engine.reading() as connection:
        assert schema.schema_of(connection) == schema.PRESENT
        assert connection.execute(text("SELECT id FROM decisions")).scalars().all() == ["d"]
    assert said == [f"{older}: brought from schema 0001 to {schema.PRESENT}"]


def test_a_ledger_that_is_up_to_date_is_opened_without_a_word(engine: Engine) -> None:
    said: list[str] = []
    with writing_ledger(engine.name, create=False, notify=said.append):
        assert said == []


def test_an_older_ledger_is_not_read_as_it_is(older: Path) -> None:
    with pytest.raises(LedgerError, match=r"schema is 0001.*reportedly reread"), reading_ledger(str(older)):
        pass


def test_a_newer_ledger_is_refused_by_name(engine: Engine) -> None:
    with engine.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    for opening in (reading_ledger(engine.name), writing_ledger(engine.name, create=True, notify=print)):
        with pytest.raises(LedgerError, match=r"0999.*newer version of reportedly"), opening:
            pass


def test_another_programs_file_is_left_alone(ledger_file: Path) -> None:
    with closing(SqliteEngine(ledger_file, create=True)) as engine, engine.writing() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with (
        pytest.raises(LedgerError, match="another program's tables"),
        writing_ledger(str(ledger_file), create=True, notify=print),
    ):
        pass


def test_a_step_that_fails_leaves_nothing_behind(ledger_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(connection: object, to: str = "") -> None:
        upgrade(connection, "0001")  # type: ignore[arg-type]
        raise LedgerError(to)

    upgrade = schema.upgrade
    monkeypatch.setattr(schema, "upgrade", breaking)
    with pytest.raises(LedgerError), writing_ledger(str(ledger_file), create=True, notify=print):
        pass
    with closing(SqliteEngine(ledger_file, create=False)) as engine, engine.reading() as connection:
        assert schema.schema_of(connection) is None
