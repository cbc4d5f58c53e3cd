"""Everything that is read out of a ledger, as records: incidents, their members, judgements, decisions, reports.

Each function reads inside the caller's ``engine.reading()``, so that all of one answer is of one state.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, func, literal, select

from reportedly.ledger.codec import read
from reportedly.ledger.decisions import decisions_in_order
from reportedly.ledger.engine import Index
from reportedly.ledger.finding import chosen, is_dear, ordered
from reportedly.ledger.links import linked
from reportedly.ledger.reports import reports_in_order
from reportedly.ledger.shelf_rows import judgements_of
from reportedly.ledger.tables import CLAIMS, INCIDENTS, MEMBERS, REPORTED, REPORTS, TELLINGS
from reportedly.ledger.tellings import counting_row, read_telling
from reportedly.records.claims import Claim
from reportedly.records.filters import EVERYTHING, WHOLE, Filter, Page
from reportedly.records.incidents import ReportedIncident, Telling
from reportedly.records.judgements import Decision, Judgement
from reportedly.records.kept import KeptReport
from reportedly.records.merged import Incident, Member, ReportHead

STREAMED = 200
"""Rows held in memory at a time while a long answer is read: some 2 MB of records."""


_MEMBERS = (
    select(REPORTED.c.record, REPORTED.c.report_row, TELLINGS.c.head)
    .join(MEMBERS, MEMBERS.c.row == REPORTED.c.row)
    .join(TELLINGS, TELLINGS.c.report_row == REPORTED.c.report_row)
    .where(MEMBERS.c.incident_id == bindparam("incident_id"))
    .order_by(MEMBERS.c.id)
)
_CLAIMS = select(CLAIMS.c.id, CLAIMS.c.record).where(CLAIMS.c.report_row == bindparam("report_row"))
STANDS = INCIDENTS.c.rejected.is_(False)
_LISTED = func.json_remove(INCIDENTS.c.record, literal("$.evidence"), literal("$.tolls"))
# Statements are built once: to build one takes longer than to run it.


def incidents(
    connection: Connection, index: Index, *, wanted: Filter = EVERYTHING, page: Page = WHOLE
) -> Iterator[Incident]:
    """The incidents that a filter holds for, in the page's order, read as they are asked for."""
    yield from _read(connection, index, wanted, page, INCIDENTS.c.record)


def listed(
    connection: Connection, index: Index, *, wanted: Filter = EVERYTHING, page: Page = WHOLE
) -> Iterator[Incident]:
    """The same as a list shows them, without evidence and tolls, which are nine tenths of an incident."""
    yield from _read(connection, index, wanted, page, _LISTED)


def listed_and_counted(
    connection: Connection, index: Index, *, wanted: Filter, page: Page
) -> tuple[tuple[Incident, ...], int]:
    """A page of a list, and how many incidents the filter holds for in all: dear conditions are asked once for both."""
    if page.after is not None or not is_dear(wanted):
        found = tuple(listed(connection, index, wanted=wanted, page=page))
        return found, count(connection, index, wanted=wanted)
    query = ordered(select(INCIDENTS.c.row, func.count().over()).where(*chosen(wanted, index)), page)
    rows = connection.execute(query).all()
    return tuple(_in_rows(connection, [row for row, _ in rows], _LISTED)), rows[0][1] if rows else 0


def _read(
    connection: Connection, index: Index, wanted: Filter, page: Page, record: ColumnElement[str]
) -> Iterator[Incident]:
    """Rows first, then the records of so many at a time: what sorts rows alone touches no record."""
    query = ordered(select(INCIDENTS.c.row).where(*chosen(wanted, index)), page)
    rows = connection.execution_options(yield_per=STREAMED).execute(query).scalars()
    for part in rows.partitions():
        yield from _in_rows(connection, part, record)


def _in_rows(connection: Connection, rows: Sequence[int], record: ColumnElement[str]) -> Iterator[Incident]:
    """The incidents of these rows, in their order."""
    found = connection.execute(select(INCIDENTS.c.row, record).where(INCIDENTS.c.row.in_(rows)))
    records = {row: read(Incident, stored) for row, stored in found}
    yield from linked(connection, [records[row] for row in rows])


def count(connection: Connection, index: Index, *, wanted: Filter = EVERYTHING) -> int:
    """How many incidents a filter holds for."""
    query = select(func.count()).select_from(INCIDENTS).where(*chosen(wanted, index))
    return int(connection.execute(query).scalar_one())


def incident_ids(connection: Connection) -> Iterator[str]:
    """The id of every incident that nobody rejected, in no order, read as they are asked for."""
    yield from connection.execution_options(yield_per=10_000).execute(select(INCIDENTS.c.id).where(STANDS)).scalars()


def incident_id(connection: Connection, member_id: str) -> str | None:
    """The id of the incident that a reported incident is in; None where no such one counts."""
    return connection.execute(select(MEMBERS.c.incident_id).where(MEMBERS.c.id == member_id)).scalar()


def incident(connection: Connection, member_id: str) -> Incident | None:
    """The incident of that id, or of any of its members' ids; None where there is none."""
    own = incident_id(connection, member_id)
    record = connection.execute(select(INCIDENTS.c.record).where(INCIDENTS.c.id == own)).scalar()
    return None if record is None else next(linked(connection, [read(Incident, record)]))


def is_rejected(connection: Connection, incident_id: str) -> bool:
    """Whether people rejected every telling of an incident: it is then in no list, no count and no export."""
    query = select(INCIDENTS.c.rejected).where(INCIDENTS.c.id == incident_id)
    return bool(connection.execute(query).scalar())


def members(connection: Connection, incident_id: str) -> tuple[Member, ...]:
    """The reported incidents of an incident, by id, each with its report and claims."""
    rows = connection.execute(_MEMBERS, {"incident_id": incident_id}).all()
    return tuple(_member(connection, row.record, row.report_row, row.head) for row in rows)


def judgements(connection: Connection, incident_id: str) -> tuple[Judgement, ...]:
    """What rules hold of pairs of which at least one is a member of the incident, best score first."""
    query = select(MEMBERS.c.id).where(MEMBERS.c.incident_id == incident_id)
    found = {
        (one.first, one.second): one
        for member_id in connection.execute(query).scalars().all()
        for one in judgements_of(connection, member_id)
    }
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.first, one.second)))


def decisions(connection: Connection) -> tuple[Decision, ...]:
    """Everything people decided, oldest first."""
    return decisions_in_order(connection)


def reports(connection: Connection) -> Iterator[KeptReport]:
    """Every version of every report, in order of arrival, read as they are asked for."""
    return (kept for _, kept in reports_in_order(connection))


def versions(connection: Connection, report_id: str) -> tuple[KeptReport, ...]:
    """The versions of one report, oldest first; empty where there is none."""
    return tuple(kept for _, kept in reports_in_order(connection, report_id=report_id))


def telling(connection: Connection, report_id: str) -> Telling | None:
    """What the version of a report that counts tells, with its text; None where there is none."""
    found = counting_row(connection, report_id)
    return None if found is None else read_telling(connection, found[0])


def tellings(connection: Connection) -> Iterator[Telling]:
    """What the version of each report that counts tells, with its text, in order of arrival, one at a time."""
    query = select(TELLINGS.c.report_row).where(TELLINGS.c.counts).order_by(TELLINGS.c.report_row)
    for row in connection.execute(query).scalars().all():
        yield read_telling(connection, row)


def totals(connection: Connection) -> tuple[int, int]:
    """How many reports (not counting versions) and how many incidents there are."""
    told = connection.execute(select(func.count(REPORTS.c.report_id.distinct()))).scalar_one()
    return int(told), int(connection.execute(select(func.count()).select_from(INCIDENTS).where(STANDS)).scalar_one())


def _member(connection: Connection, record: str, report_row: int, head: str) -> Member:
    told = read(ReportedIncident, record)
    return Member(incident=told, report=read(ReportHead, head), claims=_claims(connection, report_row, told.claims))


def _claims(connection: Connection, report_row: int, ids: Sequence[str]) -> tuple[Claim, ...]:
    """The claims of those ids, in their order."""
    wanted = set(ids)
    rows = connection.execute(_CLAIMS, {"report_row": report_row}).all()
    found = {row.id: row.record for row in rows if row.id in wanted}
    return tuple(read(Claim, found[one]) for one in ids)
