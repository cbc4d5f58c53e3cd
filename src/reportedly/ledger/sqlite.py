"""The SQLite engine: one file in WAL mode, one writer at a time, any number of readers who never wait for it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from reportedly.errors import LedgerError
from reportedly.ledger.sqlite_index import SqliteIndex

BUSY_S = 60.0
"""How long a writer waits for another. Transactions take well under a second (a batch of 50 reports); a minute is
reached only by a writer that hangs."""

CACHE_KIB = 65_536
"""The page cache of one connection. With SQLite's own 2 MiB, the inner pages of the indexes of a million incidents are
read again from the file for every report."""

EARTH_KM = 6371.0088
"""The mean radius of the Earth (IUGG)."""

_WORDS = {
    "SQLITE_BUSY": "another program has been writing to it for a minute; try again when it is done",
    "SQLITE_LOCKED": "another program has been writing to it for a minute; try again when it is done",
    "SQLITE_FULL": "the disk is full; nothing was lost: make room and give the same command again",
    "SQLITE_IOERR": "the disk failed or is full; nothing was lost: give the same command again once it is well",
    "SQLITE_READONLY": "it cannot be written to; check the rights on the file and its folder",
    "SQLITE_CANTOPEN": "it cannot be opened; check that its folder is there and may be written to",
    "SQLITE_NOTADB": "it is no ledger, but a file of another kind",
    "SQLITE_CORRUPT": "it is damaged; restore a backup with 'reportedly restore'",
}


class SqliteEngine:
    """An open ledger in one SQLite file."""

    def __init__(self, file: Path, *, create: bool) -> None:
        if not create and not file.is_file():
            raise LedgerError(f"{file}: there is no ledger; 'reportedly add PATH --ledger {file}' makes one")
        self._file = file
        self._mode = "rwc" if create else "rw"
        self._index = SqliteIndex()
        self._engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool)
        event.listen(self._engine, "begin", _begin)

    @property
    def name(self) -> str:
        """The file."""
        return str(self._file)

    @property
    def index(self) -> SqliteIndex:
        """FTS5 and R*Tree."""
        return self._index

    def stamp(self) -> tuple[int, ...]:
        """Which file it is, and when it and its log were last written to; an empty log comes and goes with readers."""
        return (*_written(self._file), *_written(self._file.with_name(f"{self._file.name}-wal")))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot, as WAL gives it."""
        with self._named_faults(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """BEGIN IMMEDIATE, so that a transaction which reads first never loses a race it began."""
        with self._named_faults(), self._engine.connect() as connection:
            writing = connection.execution_options(writing=True)
            with writing.begin():
                yield writing

    def faults(self) -> Iterator[str]:
        """What SQLite's own check finds."""
        with self.reading() as connection:
            for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
                if found != "ok":
                    yield f"the file: {found}"
            for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                yield f"{table}: row {row} belongs to a row of {parent} that is not there"

    def copy_to(self, file: Path) -> None:
        """SQLite's online backup."""
        with self._named_faults(), closing(self._connect()) as source, closing(sqlite3.connect(file)) as target:
            source.backup(target)

    def scrub(self) -> None:
        """Merges the full-text segments, in which deleted words stand until then, and empties the log.

        In the file itself, ``secure_delete`` overwrites whatever is deleted.
        """
        with self.writing() as connection:
            self._index.forget_deleted(connection)
        with self._named_faults(), closing(self._connect()) as alone:
            busy, *_ = alone.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise LedgerError(
                f"{self._file}: deleted, but somebody still reads the state before; give the command again"
            )

    def close(self) -> None:
        """Closes every connection."""
        self._engine.dispose()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(str(self._file.resolve()))}?mode={self._mode}",
            uri=True,
            timeout=BUSY_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.create_function("distance_km", 4, distance_km, deterministic=True)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _named_faults(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            raise self._fault(error.orig or error) from error
        except sqlite3.DatabaseError as error:
            raise self._fault(error) from error

    def _fault(self, error: BaseException) -> LedgerError:
        code = getattr(error, "sqlite_errorname", "")
        words = next((words for name, words in _WORDS.items() if code.startswith(name)), None)
        return LedgerError(f"{self._file}: {words or error}")


def _written(file: Path) -> tuple[int, ...]:
    """Which file it is, and when it was last written to; nothing of one that is empty or not there."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return ()
    return (found.st_ino, found.st_mtime_ns, found.st_size) if found.st_size else ()


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points on the ground (haversine)."""
    phi, other_phi = radians(lat), radians(other_lat)
    square = sin((other_phi - phi) / 2) ** 2 + cos(phi) * cos(other_phi) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(square)))


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
