"""Reports as received: what a ledger knows of one that comes in, and the row of one that is kept."""

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, or_, select

from reportedly.errors import Clash, Forgotten
from reportedly.ledger.codec import read_moment, write_moment
from reportedly.ledger.tables import REPORTS, TELLINGS, TEXTS, TOMBSTONES
from reportedly.records.identity import hash_of
from reportedly.records.kept import KeptReport
from reportedly.records.moments import Moment, day_of
from reportedly.records.reports import CleanText, Report

_FORGOTTEN = (
    select(TOMBSTONES.c.at, TOMBSTONES.c.because)
    .where(or_(TOMBSTONES.c.report_id == bindparam("report_id"), TOMBSTONES.c.text_hash == bindparam("text_hash")))
    .limit(1)
)
_RECEIVED = select(REPORTS.c.row).where(
    REPORTS.c.report_id == bindparam("report_id"), REPORTS.c.hash == bindparam("hash")
)
_TEXT = select(TEXTS.c.row).where(
    TEXTS.c.report_id == bindparam("report_id"), TEXTS.c.text_hash == bindparam("text_hash")
)
_URI = select(REPORTS.c.uri).where(REPORTS.c.report_id == bindparam("report_id"), REPORTS.c.uri.is_not(None)).limit(1)
_VERSIONS = select(func.count()).where(REPORTS.c.report_id == bindparam("report_id"))
_INSERT = insert(REPORTS).returning(REPORTS.c.row)
# Statements are built once: to build one takes longer than to run it.


def hash_received(report: Report) -> str:
    """Tells one version of a report as received from another: its content, kind and title, which make its text."""
    return hash_of(report.content, report.media_type, report.title or "")


def is_known(connection: Connection, report: Report) -> bool:
    """True where exactly this was received before, so that it need not be told; Forgotten where its id was."""
    _refuse_forgotten(connection, report, text_hash=None)
    same = {"report_id": report.id, "hash": hash_received(report)}
    return connection.execute(_RECEIVED, same).first() is not None


def is_kept(connection: Connection, report: Report, text: CleanText) -> bool:
    """True where the ledger holds this text of this report; False where it is new, or a new version.

    Clash where the id is another report's, Forgotten where this one was forgotten.
    """
    _refuse_forgotten(connection, report, text_hash=text.text_hash)
    if connection.execute(_TEXT, {"report_id": report.id, "text_hash": text.text_hash}).first() is not None:
        return True
    if report.uri is not None:
        _refuse_clash(connection, report, report.uri)
    return False


def insert_report(connection: Connection, report: Report, *, received: dt.datetime) -> int:
    """Keeps a report as received, as the next version of its id; its row."""
    versions = connection.execute(_VERSIONS, {"report_id": report.id}).scalar_one()
    values = {
        "report_id": report.id,
        "version": versions + 1,
        "hash": hash_received(report),
        "received": received.isoformat(),
        "content": report.content,
        "media_type": report.media_type,
        "uri": report.uri,
        "publisher": report.publisher,
        "title": report.title,
        "published": write_moment(report.published),
        "language": report.language,
    }
    return int(connection.execute(_INSERT, values).scalar_one())


def reports_in_order(
    connection: Connection, *, report_id: str | None = None, rows: Sequence[int] | None = None
) -> Iterator[tuple[int, KeptReport]]:
    """Every version of every report (or of one, or of some rows), in order of arrival, each with its row."""
    query = (
        select(REPORTS, func.coalesce(TELLINGS.c.counts, False).label("counts"))
        .outerjoin(TELLINGS, TELLINGS.c.report_row == REPORTS.c.row)
        .order_by(REPORTS.c.row)
    )
    if report_id is not None:
        query = query.where(REPORTS.c.report_id == report_id)
    if rows is not None:
        query = query.where(REPORTS.c.row.in_(rows))
    for row in connection.execution_options(yield_per=200).execute(query).mappings():
        yield row["row"], _kept(row)


def supersedes(published: Moment | None, by: Moment | None) -> bool:
    """True where a version that arrives later, published ``by``, takes the place of the one that counts.

    It does unless both say when they were published and it was the earlier: an old copy that is added late.
    """
    return published is None or by is None or not _is_earlier(by, published)


def _is_earlier(first: Moment, second: Moment) -> bool:
    """By the clock where both tell a time and either both or neither its zone, else by the day."""
    if not (isinstance(first, dt.datetime) and isinstance(second, dt.datetime)):
        return day_of(first) < day_of(second)
    if (first.utcoffset() is None) != (second.utcoffset() is None):
        return first.date() < second.date()
    return first < second


def _refuse_forgotten(connection: Connection, report: Report, *, text_hash: str | None) -> None:
    found = connection.execute(_FORGOTTEN, {"report_id": report.id, "text_hash": text_hash}).first()
    if found is not None:
        raise Forgotten(report.name, f"was forgotten on {found.at[:10]}, and is not kept again: {found.because}")


def _refuse_clash(connection: Connection, report: Report, uri: str) -> None:
    other = connection.execute(_URI, {"report_id": report.id}).scalar()
    if other is not None and other != uri:
        reason = f"the id {report.id!r} is another report's, kept from {other} and with another text"
        raise Clash(report.name, f"{reason}; ids must be unique")


def _kept(row: RowMapping) -> KeptReport:
    report = Report(
        id=row["report_id"],
        content=row["content"],
        media_type=row["media_type"],
        uri=row["uri"],
        publisher=row["publisher"],
        title=row["title"],
        published=read_moment(row["published"]),
        language=row["language"],
    )
    received = dt.datetime.fromisoformat(row["received"])
    return KeptReport(report=report, version=row["version"], counts=bool(row["counts"]), received=received)
