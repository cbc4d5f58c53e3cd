"""What people decide: appended, never changed, and anchored to the words that the decided incidents stand on."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from reportedly.errors import LedgerError
from reportedly.ledger.codec import read, write
from reportedly.ledger.tables import ANCHORS, CLAIMS, DECISIONS, REPORTED, TELLINGS, TEXTS
from reportedly.ledger.tellings import counting_row, read_telling
from reportedly.records.claims import Claim
from reportedly.records.identity import hash_of
from reportedly.records.incidents import ReportedIncident, Telling
from reportedly.records.judgements import Decision
from reportedly.records.spans import Span


def append_decision(connection: Connection, decision: Decision) -> None:
    """Keeps a decision for ever; the same one twice changes nothing.

    LedgerError where it names a reported incident, or takes back a decision, that the ledger does not have.
    """
    columns = DECISIONS.c
    if connection.execute(select(columns.row).where(columns.id == decision.id)).first() is not None:
        return
    if decision.undoes is not None:
        known = connection.execute(select(columns.row).where(columns.id == decision.undoes)).first()
        if known is None:
            raise LedgerError(f"there is no decision {decision.undoes!r} to undo; 'reportedly log' lists them all")
    for incident_id in (*decision.incidents, *decision.rest):
        _anchor(connection, incident_id)
    connection.execute(
        insert(DECISIONS).values(
            id=decision.id,
            act=decision.act.value,
            who=decision.who,
            at=decision.when.isoformat(),
            because=decision.because,
            record=write(decision),
        )
    )


def decision_id(decision: Decision) -> str:
    """The hash of what was decided, by whom, when and why; ``decision.id`` plays no part in it."""
    return hash_of(
        decision.act.value,
        *decision.incidents,
        "rest",
        *decision.rest,
        decision.who,
        decision.when.astimezone(dt.UTC).isoformat(),
        decision.because,
        decision.field or "",
        write((decision.value,)),
        decision.undoes or "",
    )


def decisions_in_order(connection: Connection) -> tuple[Decision, ...]:
    """Every decision, oldest first, as it was made."""
    records = connection.execute(select(DECISIONS.c.record).order_by(DECISIONS.c.row)).scalars()
    return tuple(read(Decision, record) for record in records)


def _anchor(connection: Connection, incident_id: str) -> None:
    if connection.execute(select(ANCHORS.c.incident_id).where(ANCHORS.c.incident_id == incident_id)).first():
        return
    found = _standing(connection, incident_id)
    if found is None:
        raise LedgerError(f"there is no reported incident {incident_id!r} in this ledger")
    report_id, text_hash, span = found
    values = {"incident_id": incident_id, "report_id": report_id, "text_hash": text_hash}
    connection.execute(insert(ANCHORS).values(**values, start=span.start, end=span.end))


def _standing(connection: Connection, incident_id: str) -> tuple[str, str, Span] | None:
    """Report, text and span of a reported incident; the span covers the words that make its type."""
    row = connection.execute(
        select(REPORTED.c.record, REPORTED.c.report_row, TEXTS.c.report_id, TEXTS.c.text_hash)
        .join(TELLINGS, TELLINGS.c.report_row == REPORTED.c.report_row)
        .join(TEXTS, TEXTS.c.row == TELLINGS.c.text_row)
        .where(REPORTED.c.id == incident_id)
        .order_by(REPORTED.c.counts.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    incident = read(ReportedIncident, row.record)
    query = select(CLAIMS.c.record).where(CLAIMS.c.report_row == row.report_row, CLAIMS.c.id.in_(incident.claims))
    claims = [read(Claim, record) for record in connection.execute(query).scalars()]
    return row.report_id, row.text_hash, trigger_span(claims)


def trigger_span(claims: Iterable[Claim]) -> Span:
    """The first words that make an incident what it is: of its type where a claim says it, else its first words."""
    ranked = sorted(claims, key=lambda claim: (claim.field.value != "type", claim.span))
    return ranked[0].span


def present_decisions(connection: Connection) -> tuple[Decision, ...]:
    """The decisions with the ids that their incidents have now, oldest first.

    An incident that another version of the software, or of its report, tells under another id is found again by its
    anchor. One that is not found keeps its old id, and the decision waits for it.
    """
    kept = decisions_in_order(connection)
    moved = {old: new for old in lost_ids(connection) if (new := _found_again(connection, old)) is not None}
    return tuple(_moved(decision, moved) for decision in kept) if moved else kept


def lost_ids(connection: Connection) -> tuple[str, ...]:
    """The ids that people decided on and that name no reported incident any more, sorted."""
    here = select(REPORTED.c.id).where(REPORTED.c.id == ANCHORS.c.incident_id, REPORTED.c.counts)
    query = select(ANCHORS.c.incident_id).where(~here.exists()).order_by(ANCHORS.c.incident_id)
    return tuple(connection.execute(query).scalars())


def _moved(decision: Decision, moved: Mapping[str, str]) -> Decision:
    return replace(
        decision,
        incidents=tuple(moved.get(one, one) for one in decision.incidents),
        rest=tuple(moved.get(one, one) for one in decision.rest),
    )


def _found_again(connection: Connection, incident_id: str) -> str | None:
    """The one incident of the same report whose first words are those of the anchor; None where not just one is."""
    anchor = connection.execute(select(ANCHORS).where(ANCHORS.c.incident_id == incident_id)).one()
    counting = counting_row(connection, anchor.report_id)
    if counting is None:
        return None
    told = read_telling(connection, counting[0])
    span = Span(anchor.start, anchor.end)
    if told.report.text_hash == anchor.text_hash:
        found = [one for one, at in _triggers(told) if at.overlaps(span)]
    else:
        words = _words_of(connection, anchor.report_id, anchor.text_hash, span)
        found = [one for one, at in _triggers(told) if at.of(told.report.text) == words]
    return found[0] if len(found) == 1 else None


def _triggers(told: Telling) -> Iterator[tuple[str, Span]]:
    """Each incident of a telling with the span of its first words."""
    claims = {claim.id: claim for claim in told.claims}
    for incident in told.incidents:
        yield incident.id, trigger_span(claims[one] for one in incident.claims)


def _words_of(connection: Connection, report_id: str, text_hash: str, span: Span) -> str | None:
    same = (TEXTS.c.report_id == report_id) & (TEXTS.c.text_hash == text_hash)
    text = connection.execute(select(TEXTS.c.text).where(same)).scalar()
    return None if text is None else span.of(text)
