"""A ledger in, everything that is wrong with it out, each in a sentence that names what it is about."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Integer, Row, RowMapping, Select, bindparam, cast, func, select

from reportedly.errors import LedgerError
from reportedly.ledger.codec import read
from reportedly.ledger.decisions import decision_id, present_decisions
from reportedly.ledger.engine import Engine
from reportedly.ledger.incidents import facets_of, place_values_of, values_of
from reportedly.ledger.reports import hash_received, reports_in_order
from reportedly.ledger.tables import (
    BLOCKS,
    DECISIONS,
    FACETS,
    INCIDENTS,
    JUDGEMENTS,
    MEMBERS,
    PLACES,
    REPORTED,
    REPORTS,
    TELLINGS,
    TEXTS,
    TOMBSTONES,
)
from reportedly.ledger.tellings import read_telling
from reportedly.records.identity import hash_of
from reportedly.records.incidents import Telling
from reportedly.records.judgements import Decision
from reportedly.records.merged import Incident
from reportedly.records.standing import rejected_ids

_PLACE = select(*(column for column in PLACES.c if column.name != "incident_row")).where(
    PLACES.c.incident_row == bindparam("of")
)
STREAMED = 500
"""Rows held in memory at a time."""


def faults(engine: Engine) -> Iterator[str]:
    """What is wrong, in sentences; none where the ledger is well. Reads every row, and writes nothing that stays."""
    try:
        yield from engine.faults()
        for part in PARTS:
            with engine.reading() as connection:
                yield from part(connection)
        with engine.writing() as connection:
            yield from engine.index.faults(connection)
    except LedgerError as error:
        yield f"the rest could not be checked: {error}"


def _reports(connection: Connection) -> Iterator[str]:
    hashes = {row.row: row.hash for row in _streamed(connection, select(REPORTS.c.row, REPORTS.c.hash))}
    for row, kept in reports_in_order(connection):
        if hash_received(kept.report) != hashes[row]:
            yield f"report {kept.report.id} (version {kept.version}): its content is not what its hash was taken of"
    forgotten = select(REPORTS.c.report_id).where(REPORTS.c.report_id.in_(select(TOMBSTONES.c.report_id)))
    for report_id in connection.execute(forgotten).scalars():
        yield f"report {report_id}: it was forgotten, and is there"


def _texts(connection: Connection) -> Iterator[str]:
    for row in _streamed(connection, select(TEXTS.c.report_id, TEXTS.c.text_hash, TEXTS.c.text)):
        if hash_of(row.text) != row.text_hash:
            yield f"report {row.report_id}: its text is not what its hash {row.text_hash} was taken of"


def _tellings(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(TELLINGS.c.report_row)).scalars().all():
        try:
            telling = read_telling(connection, row)
        except LedgerError as error:
            yield f"the telling of the report in row {row}: {error}"
        else:
            yield from _telling(telling)
    query = (
        select(REPORTS.c.report_id, func.sum(cast(TELLINGS.c.counts, Integer)).label("counting"))
        .join(TELLINGS, TELLINGS.c.report_row == REPORTS.c.row)
        .group_by(REPORTS.c.report_id)
    )
    for row in _streamed(connection, query):
        if row.counting != 1:
            yield f"report {row.report_id}: {row.counting} versions of it count, where one must"


def _telling(telling: Telling) -> Iterator[str]:
    text, known = telling.report.text, {claim.id for claim in telling.claims}
    name = f"report {telling.report.report_id}"
    for claim in telling.claims:
        if claim.quote != text[claim.span.start : claim.span.end]:
            yield f"{name}: claim {claim.id} quotes words that do not stand at {claim.span.start}:{claim.span.end}"
    for incident in telling.incidents:
        for missing in sorted(set(incident.claims) - known):
            yield f"{name}: incident {incident.id} rests on claim {missing}, which is not there"


def _members(connection: Connection) -> Iterator[str]:
    unmerged = select(REPORTED.c.id).where(REPORTED.c.counts, REPORTED.c.row.not_in(select(MEMBERS.c.row)))
    for one in _streamed(connection, unmerged):
        yield f"reported incident {one.id}: it counts and is not merged"
    query = select(MEMBERS, REPORTED.c.counts, REPORTED.c.id.label("own")).outerjoin(
        REPORTED, REPORTED.c.row == MEMBERS.c.row
    )
    for row in _streamed(connection, query):
        if not row.counts or row.id != row.own:
            yield f"member {row.id}: no reported incident that counts is behind it"
        under = select(BLOCKS.c.key).where(BLOCKS.c.member_id == row.id, BLOCKS.c.key.in_(json.loads(row.keys)))
        if len(connection.execute(under).all()) != len(json.loads(row.keys)):
            yield f"member {row.id}: it does not stand under all its block keys"
    keys = sum(len(json.loads(keys)) for (keys,) in _streamed(connection, select(MEMBERS.c["keys"])))
    if connection.execute(select(func.count()).select_from(BLOCKS)).scalar_one() != keys:
        yield "blocks: members stand under keys that are not theirs"


def _judgements(connection: Connection) -> Iterator[str]:
    other = JUDGEMENTS.alias("other")
    mirrored = (
        (other.c.member_row == JUDGEMENTS.c.other_row)
        & (other.c.other_row == JUDGEMENTS.c.member_row)
        & (other.c.score == JUDGEMENTS.c.score)
        & (other.c.verdict == JUDGEMENTS.c.verdict)
    )
    query = select(JUDGEMENTS.c.member_row, JUDGEMENTS.c.other_row).where(~select(other).where(mirrored).exists())
    for row in _streamed(connection, query):
        yield f"judgement of rows {row.member_row} and {row.other_row}: its two sides do not agree"


def _incidents(connection: Connection) -> Iterator[str]:
    rejected = rejected_ids(present_decisions(connection))
    homeless = select(MEMBERS.c.id).where(
        MEMBERS.c.incident_id.is_(None) | MEMBERS.c.incident_id.not_in(select(INCIDENTS.c.id))
    )
    for row in _streamed(connection, homeless):
        yield f"member {row.id}: the incident it is in is not there"
    for stored in connection.execution_options(yield_per=STREAMED).execute(select(INCIDENTS)).mappings():
        try:
            incident = read(Incident, stored["record"])
        except LedgerError as error:
            yield f"incident {stored['id']}: {error}"
        else:
            yield from _incident(connection, incident, stored)
            if stored["rejected"] != rejected.issuperset((incident.id, *incident.was)) and not stored["stale"]:
                yield f"incident {incident.id}: whether it is rejected is not what people decided"


def _incident(connection: Connection, incident: Incident, stored: RowMapping) -> Iterator[str]:
    name = f"incident {stored['id']}"
    if stored["stale"]:
        yield f"{name}: it waits to be resolved; any 'reportedly add' does it"
        return
    query = select(MEMBERS.c.id).where(MEMBERS.c.incident_id == stored["id"]).order_by(MEMBERS.c.id)
    if connection.execute(query).scalars().all() != [incident.id, *incident.was]:
        yield f"{name}: its members are not those it was resolved from"
    if any(stored[key] != value for key, value in values_of(incident).items()):
        yield f"{name}: what it is sorted and filtered by is not what it says"
    facets = select(FACETS.c.facet, FACETS.c.value).where(FACETS.c.incident_row == stored["row"])
    told_facets = set() if stored["rejected"] else set(facets_of(incident))
    if {(facet, value) for facet, value in connection.execute(facets)} != told_facets:
        yield f"{name}: what it is looked up by is not what it says"
    place = connection.execute(_PLACE, {"of": stored["row"]}).mappings().first()
    told = None if incident.where is None or stored["rejected"] else place_values_of(incident.where)
    if (None if place is None else dict(place)) != told:
        yield f"{name}: the place it is looked up by is not where it happened"


def _decisions(connection: Connection) -> Iterator[str]:
    for row in _streamed(connection, select(DECISIONS)):
        try:
            decision = read(Decision, row.record)
        except LedgerError as error:
            yield f"decision {row.id}: {error}"
            continue
        said = (decision.id, decision.act.value, decision.who, decision.when.isoformat(), decision.because)
        if said != (row.id, row.act, row.who, row.at, row.because) or decision_id(decision) != row.id:
            yield f"decision {row.id}: it is not what its id was taken of"


def _streamed(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execution_options(yield_per=STREAMED).execute(query)


PARTS: tuple[Callable[[Connection], Iterator[str]], ...] = (
    _reports,
    _texts,
    _tellings,
    _members,
    _judgements,
    _incidents,
    _decisions,
)
"""What is checked, one kind of row after another."""
