"""A report and a reason in, the ledger without its text and what it told out; a tombstone is left.

The caller takes its reported incidents out of the merged ones first, in the same transaction.
"""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select

from reportedly.errors import LedgerError
from reportedly.ledger.tables import ANCHORS, REPORTS, TEXTS, TOMBSTONES
from reportedly.ledger.tellings import delete_telling
from reportedly.records.kept import Tombstone


def rows_of(connection: Connection, report_id: str) -> tuple[int, ...]:
    """The rows of all versions of a report; LedgerError where there is none, or none any more."""
    rows = connection.execute(select(REPORTS.c.row).where(REPORTS.c.report_id == report_id)).scalars().all()
    if not rows:
        gone = select(TOMBSTONES.c.because).where(TOMBSTONES.c.report_id == report_id)
        because = connection.execute(gone).scalar()
        reason = "there is no such report in this ledger" if because is None else f"it was forgotten: {because}"
        raise LedgerError(f"{report_id}: {reason}")
    return tuple(rows)


def bury(connection: Connection, report_id: str, *, when: dt.datetime, because: str) -> Tombstone:
    """Deletes every version, text, telling and claim of a report, and leaves the tombstone that comes back."""
    hashes = connection.execute(
        select(TEXTS.c.text_hash).where(TEXTS.c.report_id == report_id).order_by(TEXTS.c.text_hash)
    ).scalars()
    stone = Tombstone(report_id=report_id, hashes=tuple(hashes), when=when, because=because)
    for row in rows_of(connection, report_id):
        delete_telling(connection, row)
    for table in (TEXTS, REPORTS, ANCHORS):
        connection.execute(delete(table).where(table.c.report_id == report_id))
    rows = [{"text_hash": text_hash} for text_hash in stone.hashes]
    told = {"report_id": report_id, "at": when.isoformat(), "because": because}
    connection.execute(insert(TOMBSTONES), [{**told, **row} for row in rows])
    return stone


def tombstones(connection: Connection) -> Iterator[Tombstone]:
    """What is left of forgotten reports, in order of forgetting."""
    found: dict[str, list[str]] = {}
    rows = connection.execute(select(TOMBSTONES).order_by(TOMBSTONES.c.row)).all()
    for row in rows:
        found.setdefault(row.report_id, []).append(row.text_hash)
    said = {row.report_id: row for row in rows}
    for report_id, hashes in found.items():
        row = said[report_id]
        when = dt.datetime.fromisoformat(row.at)
        yield Tombstone(report_id=report_id, hashes=tuple(hashes), when=when, because=row.because)
