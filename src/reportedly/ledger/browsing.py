"""What a reader leafs through, a page at a time: reports, claims and judgements, and what incidents are looked up by.

Each function reads inside the caller's ``engine.reading()``. ``after`` is the row behind which a page goes on, None for
the first; every item comes with its row.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, literal, select, tuple_

from reportedly.ledger.codec import read
from reportedly.ledger.shelf_rows import JUDGED_FULLY, judgement_in, words_of_reasons
from reportedly.ledger.tables import CLAIMS, FACETS, JUDGEMENTS, PLACES, REPORTED, REPORTS, TELLINGS
from reportedly.records.claims import Claim
from reportedly.records.judgements import Judgement
from reportedly.records.merged import ReportHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A report in a list: its counting version, when it was received (UTC) and how many incidents it tells."""

    row: int
    head: ReportHead
    received: dt.datetime
    incidents: int


@dataclass(frozen=True, slots=True)
class StandingClaim:
    """A claim of a version that counts; its place is the row of that version and the claim's number there."""

    place: tuple[int, int]
    claim: Claim
    report_id: str


def newest_reports(connection: Connection, *, after: int | None = None, limit: int) -> tuple[Listed, ...]:
    """The versions that count, the last received first."""
    told = (
        select(func.count())
        .select_from(REPORTED)
        .where(REPORTED.c.report_row == TELLINGS.c.report_row)
        .scalar_subquery()
    )
    query = (
        select(TELLINGS.c.report_row, TELLINGS.c.head, REPORTS.c.received, told.label("told"))
        .join(REPORTS, REPORTS.c.row == TELLINGS.c.report_row)
        .where(TELLINGS.c.counts)
        .order_by(TELLINGS.c.report_row.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(TELLINGS.c.report_row < after)
    return tuple(
        Listed(
            row=row.report_row,
            head=read(ReportHead, row.head),
            received=dt.datetime.fromisoformat(row.received),
            incidents=row.told,
        )
        for row in connection.execute(query)
    )


def standing_claims(
    connection: Connection,
    *,
    report_id: str | None = None,
    field: str | None = None,
    after: tuple[int, int] | None = None,
    limit: int,
) -> tuple[StandingClaim, ...]:
    """The claims of versions that count, in order of arrival and of the text; of one report or field where asked."""
    columns = CLAIMS.c
    query = (
        select(columns.report_row, columns.position, columns.record, REPORTS.c.report_id)
        .join(TELLINGS, TELLINGS.c.report_row == columns.report_row)
        .join(REPORTS, REPORTS.c.row == columns.report_row)
        .where(TELLINGS.c.counts)
        .order_by(columns.report_row, columns.position)
        .limit(limit)
    )
    if report_id is not None:
        query = query.where(REPORTS.c.report_id == report_id)
    if field is not None:
        query = query.where(func.json_extract(columns.record, literal("$.field")) == field)
    if after is not None:
        query = query.where(tuple_(columns.report_row, columns.position) > tuple_(*map(literal, after)))
    rows = connection.execute(query)
    return tuple(StandingClaim((row.report_row, row.position), read(Claim, row.record), row.report_id) for row in rows)


def judged_pairs(
    connection: Connection, *, verdict: str | None = None, after: tuple[int, int] | None = None, limit: int
) -> tuple[tuple[tuple[int, int], Judgement], ...]:
    """What rules hold of pairs, each once, in order of arrival."""
    columns = JUDGEMENTS.c
    query = (
        JUDGED_FULLY.where(columns.member_row < columns.other_row)
        .order_by(columns.member_row, columns.other_row)
        .limit(limit)
    )
    if verdict is not None:
        query = query.where(columns.verdict == verdict)
    if after is not None:
        query = query.where(tuple_(columns.member_row, columns.other_row) > tuple_(*map(literal, after)))
    found = connection.execute(query).all()
    words = words_of_reasons(connection) if found else {}
    return tuple(((row.member_row, row.other_row), judgement_in(row, words)) for row in found)


def facet_counts(connection: Connection, facet: str) -> Iterator[tuple[str, int]]:
    """What stands under a facet (``actor``, ``country``, ``type`` …), each with its number of incidents, most first."""
    number = func.count()
    query = (
        select(FACETS.c.value, number)
        .where(FACETS.c.facet == facet)
        .group_by(FACETS.c.value)
        .order_by(number.desc(), FACETS.c.value)
    )
    yield from ((str(value), int(count)) for value, count in connection.execute(query))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTold:
    """A place that incidents happened at, by its id, or by its name where it has none, and how many."""

    place_id: str | None
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    incidents: int


def places_told(connection: Connection) -> Iterator[PlaceTold]:
    """Every place of merged incidents, most incidents first; its name is the one that most of them have."""
    columns = [PLACES.c[key] for key in ("place_id", "name", "country", "lat", "lon")]
    number = func.count().label("incidents")
    query = select(*columns, number).group_by(*columns).order_by(number.desc(), PLACES.c.name)
    told: dict[str, PlaceTold] = {}
    for row in connection.execute(query).mappings():
        found = PlaceTold(**row)
        key = found.place_id or found.name
        known = told.get(key)
        told[key] = found if known is None else replace(known, incidents=known.incidents + found.incidents)
    yield from sorted(told.values(), key=lambda place: (-place.incidents, place.place_id or place.name))
