"""The port to a database: what the rest of the ledger asks of it, so that a second engine is a second file.

Tables are read and written with SQLAlchemy Core; what is here is what engines do each in their own way.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from sqlalchemy import Connection, Select

from reportedly.records.filters import Near

Transaction: TypeAlias = Connection
"""What ``reading`` and ``writing`` hand out and the functions of this room take; other rooms pass it on."""


class Index(Protocol):
    """Finding by words and by place; each call runs inside the caller's transaction."""

    def add_report(self, connection: Connection, report_row: int) -> None:
        """Makes the title and text of a telling that counts findable."""

    def drop_report(self, connection: Connection, report_row: int) -> None:
        """Takes them out again; called while the telling still counts."""

    def put_incident(self, connection: Connection, reported_row: int, *, quotes: str, names: str) -> None:
        """Makes a reported incident findable by the words it rests on and by its names."""

    def drop_incidents(self, connection: Connection, reported_rows: Sequence[int]) -> None:
        """Takes reported incidents out again."""

    def put_place(self, connection: Connection, incident_row: int, circle: Near) -> None:
        """Makes a merged incident findable by its place."""

    def drop_place(self, connection: Connection, incident_row: int) -> None:
        """Takes it out again, where it is there."""

    def report_rows(self, words: str) -> Select[Any]:
        """The rows of the reports that hold every one of the words."""

    def reported_rows(self, words: str) -> Select[Any]:
        """The rows of the reported incidents whose quotes or names hold every one of the words."""

    def incident_ids(self, words: str) -> Select[Any]:
        """The ids of the merged incidents of which a report, or the quotes and names, hold every one of the words."""

    def incident_rows(self, circle: Near) -> Select[Any]:
        """The rows of the merged incidents whose place meets the circle."""

    def clear(self, connection: Connection) -> None:
        """Empties the index of everything."""

    def faults(self, connection: Connection) -> Iterator[str]:
        """What is wrong with the index, in words."""


class Engine(Protocol):
    """One open ledger: transactions for readers and for writers, and the file as a whole.

    LedgerError from any of these where the database is missing, busy, full, read-only or damaged.
    """

    @property
    def name(self) -> str:
        """What a person calls this ledger: its file."""

    @property
    def index(self) -> Index:
        """Finding by words and by place."""

    def stamp(self) -> tuple[int, ...]:
        """Another one after every write, so that what was read once need not be read again; cheap."""

    def reading(self) -> AbstractContextManager[Connection]:
        """One state of the ledger, held for as long as the context lasts; never waits for a writer."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction of the only writer: kept whole at the end, or not at all; waits for another writer."""

    def faults(self) -> Iterator[str]:
        """What is wrong with the file itself, in words."""

    def copy_to(self, file: Path) -> None:
        """A copy of one state of the ledger, while others read and write."""

    def scrub(self) -> None:
        """Overwrites what was deleted, so that no copy of it is left in the file."""

    def close(self) -> None:
        """Lets go of the file."""
