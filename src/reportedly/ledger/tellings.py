"""What reports tell: a Telling in, rows out, and back; the record that comes back equals the one that went in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from reportedly.ledger.codec import read, read_moment, write, write_moment
from reportedly.ledger.engine import Index
from reportedly.ledger.tables import CLAIMS, REPORTED, REPORTS, TELLINGS, TEXTS
from reportedly.records.claims import Claim
from reportedly.records.incidents import Account, IncidentFields, ReportedIncident, Telling
from reportedly.records.mentions import Attribution, PlaceMention
from reportedly.records.merged import ReportHead
from reportedly.records.moments import Moment
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span

_INSERT_TELLING = insert(TELLINGS)
_INSERT_CLAIM = insert(CLAIMS)
_INSERT_INCIDENT = insert(REPORTED).returning(REPORTED.c.row)
_INSERT_TEXT = insert(TEXTS).returning(TEXTS.c.row)
_TEXT = select(TEXTS.c.row).where(
    TEXTS.c.report_id == bindparam("report_id"), TEXTS.c.text_hash == bindparam("text_hash")
)
_REPORTED_ROWS = (
    select(REPORTED.c.row).where(REPORTED.c.report_row == bindparam("report_row")).order_by(REPORTED.c.position)
)
_COUNT = tuple(
    update(table).where(table.c.report_row == bindparam("of")).values(counts=bindparam("now"))
    for table in (TELLINGS, REPORTED)
)
_COUNTING = (
    select(TELLINGS.c.report_row, TELLINGS.c.published)
    .join(REPORTS, REPORTS.c.row == TELLINGS.c.report_row)
    .where(REPORTS.c.report_id == bindparam("report_id"), TELLINGS.c.counts)
)
# Statements are built once: to build one takes longer than to run it.


class _Named(Protocol):
    """Whatever has a name that a person may look for."""

    @property
    def name(self) -> str:
        """The report's own wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rest:
    """What a telling holds beside its text's head, its incidents and its claims."""

    sentences: tuple[Sentence, ...] = ()
    furniture: tuple[Span, ...] = ()
    title_span: Span | None = None
    attributions: tuple[Attribution, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    accounts: tuple[Account, ...] = ()


def insert_telling(
    connection: Connection, telling: Telling, *, report_row: int, head: ReportHead, software: str
) -> tuple[int, ...]:
    """Keeps what a report tells, not counted yet; the rows of its reported incidents, in order.

    ``head`` is what merging keeps of the report, ``software`` the version that told it.
    """
    text = telling.report
    values = {
        "report_row": report_row,
        "text_row": _text_row(connection, text),
        "counts": False,
        "software": software,
        "publisher": text.publisher,
        "title": text.title,
        "published": write_moment(text.published),
        "head": write(head),
        "record": write(_rest_of(telling)),
    }
    connection.execute(_INSERT_TELLING, values)
    claims = [
        {"report_row": report_row, "position": position, "id": claim.id, "record": write(claim)}
        for position, claim in enumerate(telling.claims)
    ]
    if claims:
        connection.execute(_INSERT_CLAIM, claims)
    return tuple(
        _insert_incident(connection, incident, report_row=report_row, position=position)
        for position, incident in enumerate(telling.incidents)
    )


def delete_telling(connection: Connection, report_row: int) -> None:
    """Takes out what a version of a report told; it must not count any more. Its text stays."""
    for table in (CLAIMS, REPORTED, TELLINGS):
        connection.execute(delete(table).where(table.c.report_row == report_row))


def count_telling(connection: Connection, index: Index, report_row: int, telling: Telling) -> None:
    """Lets a version, whose telling it is, count: its incidents are to be merged, and its words can be found."""
    _set_counts(connection, report_row, counts=True)
    index.add_report(connection, report_row)
    claims = {claim.id: claim for claim in telling.claims}
    rows = connection.execute(_REPORTED_ROWS, {"report_row": report_row}).scalars().all()
    for row, incident in zip(rows, telling.incidents, strict=True):
        quotes = dict.fromkeys(claims[one].quote for one in incident.claims)
        index.put_incident(connection, row, quotes="\n".join(quotes), names="\n".join(_names(incident)))


def discount_telling(connection: Connection, index: Index, report_row: int) -> None:
    """Lets a version count no more; its incidents must stand in no merged incident by now."""
    index.drop_report(connection, report_row)
    index.drop_incidents(connection, [row for row, _ in _incidents(connection, report_row)])
    _set_counts(connection, report_row, counts=False)


def does_count(connection: Connection, report_row: int) -> bool:
    """True where this version of its report counts."""
    query = select(TELLINGS.c.counts).where(TELLINGS.c.report_row == report_row)
    return bool(connection.execute(query).scalar())


def counting_row(connection: Connection, report_id: str) -> tuple[int, Moment | None] | None:
    """The row and the time of publication of the version that counts; None for a report that is not there."""
    found = connection.execute(_COUNTING, {"report_id": report_id}).first()
    return None if found is None else (found.report_row, read_moment(found.published))


def read_telling(connection: Connection, report_row: int) -> Telling:
    """What the version of a report in that row tells."""
    row = connection.execute(
        select(TELLINGS.c.head, TELLINGS.c.record, TEXTS.c.text)
        .join(TEXTS, TEXTS.c.row == TELLINGS.c.text_row)
        .where(TELLINGS.c.report_row == report_row)
    ).one()
    rest = read(_Rest, row.record)
    return Telling(
        report=_clean_text(read(ReportHead, row.head), row.text, rest),
        incidents=tuple(incident for _, incident in _incidents(connection, report_row)),
        claims=tuple(_claims(connection, report_row)),
        attributions=rest.attributions,
        places=rest.places,
        accounts=rest.accounts,
    )


def _clean_text(head: ReportHead, text: str, rest: _Rest) -> CleanText:
    return CleanText(
        report_id=head.report_id,
        text=text,
        text_hash=head.text_hash,
        language=head.language,
        sentences=rest.sentences,
        furniture=rest.furniture,
        title_span=rest.title_span,
        uri=head.uri,
        publisher=head.publisher,
        title=head.title,
        published=head.published,
    )


def _rest_of(telling: Telling) -> _Rest:
    return _Rest(
        sentences=telling.report.sentences,
        furniture=telling.report.furniture,
        title_span=telling.report.title_span,
        attributions=telling.attributions,
        places=telling.places,
        accounts=telling.accounts,
    )


def _text_row(connection: Connection, text: CleanText) -> int:
    """The row of a text, made where it is new."""
    same = {"report_id": text.report_id, "text_hash": text.text_hash}
    found = connection.execute(_TEXT, same).scalar()
    return int(connection.execute(_INSERT_TEXT, {**same, "text": text.text}).scalar_one() if found is None else found)


def _insert_incident(connection: Connection, incident: ReportedIncident, *, report_row: int, position: int) -> int:
    values = {"id": incident.id, "report_row": report_row, "position": position, "counts": False}
    return int(connection.execute(_INSERT_INCIDENT, {**values, "record": write(incident)}).scalar_one())


def _set_counts(connection: Connection, report_row: int, *, counts: bool) -> None:
    for statement in _COUNT:
        connection.execute(statement, {"of": report_row, "now": counts})


def _incidents(connection: Connection, report_row: int) -> Iterator[tuple[int, ReportedIncident]]:
    columns = REPORTED.c
    query = select(columns.row, columns.record).where(columns.report_row == report_row).order_by(columns.position)
    for row in connection.execute(query).all():
        yield row.row, read(ReportedIncident, row.record)


def _claims(connection: Connection, report_row: int) -> Sequence[Claim]:
    query = select(CLAIMS.c.record).where(CLAIMS.c.report_row == report_row).order_by(CLAIMS.c.position)
    return [read(Claim, record) for record in connection.execute(query).scalars()]


def _names(incident: IncidentFields) -> list[str]:
    """The names a person may look for, each once."""
    parties: tuple[_Named, ...] = (
        *incident.targets,
        *incident.victims,
        *incident.perpetrators,
        *incident.sides,
        *incident.prevented_by,
        *incident.weapons,
    )
    names = [party.name for party in parties] + ([incident.where.name] if incident.where else [])
    return list(dict.fromkeys(names))


def software_of(connection: Connection) -> list[tuple[int, str | None]]:
    """The row of every version of every report, in order of arrival, with the software that told it (None: nobody)."""
    query = (
        select(REPORTS.c.row, TELLINGS.c.software)
        .outerjoin(TELLINGS, TELLINGS.c.report_row == REPORTS.c.row)
        .order_by(REPORTS.c.row)
    )
    return [(row.row, row.software) for row in connection.execute(query).all()]


def read_head(connection: Connection, report_row: int) -> ReportHead | None:
    """What merging keeps of a version of a report; None where it was never told."""
    record = connection.execute(select(TELLINGS.c.head).where(TELLINGS.c.report_row == report_row)).scalar()
    return None if record is None else read(ReportHead, record)


def say_told_by(connection: Connection, report_row: int, software: str) -> None:
    """Notes that this software tells the same of it."""
    connection.execute(update(TELLINGS).where(TELLINGS.c.report_row == report_row).values(software=software))


def heads_in_order(connection: Connection) -> Iterator[tuple[int, str, Moment | None]]:
    """Row, id and time of publication of every version that was told, in order of arrival."""
    query = (
        select(TELLINGS.c.report_row, REPORTS.c.report_id, TELLINGS.c.published)
        .join(REPORTS, REPORTS.c.row == TELLINGS.c.report_row)
        .order_by(TELLINGS.c.report_row)
    )
    for row in connection.execute(query).all():
        yield row.report_row, row.report_id, read_moment(row.published)


def count_none(connection: Connection, index: Index) -> None:
    """Lets nothing count; whoever calls has taken out what was merged."""
    index.clear(connection)
    for table in (TELLINGS, REPORTED):
        connection.execute(update(table).values(counts=False))
