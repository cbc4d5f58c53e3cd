"""Which schema a ledger has, and the steps to the present one."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from reportedly.errors import LedgerError
from reportedly.ledger.engine import Engine

STEPS = ("0001", "0002", "0003")
"""The steps in ``migrations/versions``, oldest first; a test compares the two."""

PRESENT = STEPS[-1]


def schema_of(connection: Connection) -> str | None:
    """The last step that a ledger has taken, None where it has taken none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def require_present(engine: Engine) -> None:
    """LedgerError where the ledger's schema is not the present one."""
    with engine.reading() as connection:
        found = schema_of(connection)
        foreign = found is None and bool(inspect(connection).get_table_names())
    if found == PRESENT:
        return
    _refuse_unknown(engine, found, foreign=foreign)
    raise LedgerError(
        f"{engine.name}: its schema is {found or 'empty'}, this version reads {PRESENT}; "
        f"'reportedly reread --ledger {engine.name}' brings it up to date and loses nothing"
    )


def bring_up_to_date(engine: Engine, *, notify: Callable[[str], None]) -> None:
    """Takes the steps that a ledger lacks, all or none; ``notify`` hears of it where it was not empty.

    LedgerError where a newer version made it, or it is another program's.
    """
    with engine.reading() as connection:
        if schema_of(connection) == PRESENT:
            return
    with engine.writing() as connection:
        found = schema_of(connection)
        foreign = found is None and bool(inspect(connection).get_table_names())
        if found == PRESENT:
            return  # another writer was faster
        _refuse_unknown(engine, found, foreign=foreign)
        upgrade(connection)
    if found is not None:
        notify(f"{engine.name}: brought from schema {found} to {PRESENT}")


def upgrade(connection: Connection, to: str = PRESENT) -> None:
    """Runs Alembic up to a step, inside the caller's transaction."""
    from alembic import command  # noqa: PLC0415 - alembic takes 0.2 s, and nearly every ledger is up to date
    from alembic.config import Config  # noqa: PLC0415 - likewise

    config = Config()
    config.set_main_option("script_location", str(Path(str(files("reportedly.ledger").joinpath("migrations")))))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _refuse_unknown(engine: Engine, found: str | None, *, foreign: bool) -> None:
    if foreign:
        raise LedgerError(f"{engine.name}: it holds another program's tables; name a file of its own for the ledger")
    if found is not None and found not in STEPS:
        raise LedgerError(
            f"{engine.name}: its schema is {found}, made by a newer version of reportedly; this one knows {PRESENT}. "
            "Install the newer version"
        )
