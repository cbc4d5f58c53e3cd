"""What ``--ledger`` names in, an open ledger out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from reportedly.errors import UsageError
from reportedly.ledger.engine import Engine
from reportedly.ledger.schema import bring_up_to_date, require_present
from reportedly.ledger.sqlite import SqliteEngine


def file_named(name: str) -> Path:
    """The file that a path or an address of SQLAlchemy's form names; UsageError where no ledger can be there."""
    if "://" not in name:
        return Path(name)
    try:
        url = make_url(name)
    except ArgumentError as error:
        raise UsageError(f"{name}: is no address of a ledger; write a file, or sqlite:///FILE") from error
    if url.get_backend_name() != "sqlite":
        raise UsageError(f"{name}: this version keeps ledgers in SQLite alone; write a file, or sqlite:///FILE")
    if url.database is None or url.database == ":memory:":
        raise UsageError(f"{name}: names no file, and a ledger in memory would keep nothing; write sqlite:///FILE")
    return Path(url.database)


@contextmanager
def reading_ledger(name: str) -> Iterator[Engine]:
    """A ledger to read from; LedgerError where it is missing or its schema is not the present one."""
    engine = SqliteEngine(file_named(name), create=False)
    try:
        require_present(engine)
        yield engine
    finally:
        engine.close()


@contextmanager
def writing_ledger(name: str, *, create: bool, notify: Callable[[str], None]) -> Iterator[Engine]:
    """A ledger to write to, brought up to date; made where it is missing and ``create`` says so.

    ``notify`` hears, in a sentence, of an older ledger that was brought up to date.
    """
    engine = SqliteEngine(file_named(name), create=create)
    try:
        bring_up_to_date(engine, notify=notify)
        yield engine
    finally:
        engine.close()
