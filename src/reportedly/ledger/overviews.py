"""A filter in, numbers of incidents out: by place and by day, without a record being read.

Each function reads inside the caller's ``engine.reading()``.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Integer, func, literal, literal_column, select

from reportedly.ledger.engine import Index
from reportedly.ledger.finding import chosen
from reportedly.ledger.tables import INCIDENTS, PLACES
from reportedly.records.filters import EVERYTHING, Filter
from reportedly.records.vocabulary import PlacePrecision, Stage

_ROW_AS_A_VALUE: ColumnElement[int] = literal_column("+places.incident_row", Integer)
"""The row, but no key to look places up by: they are read from the index in which those of one point stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A settled place under one name, and how many incidents were there; ``row`` is that of one of them."""

    name: str
    precision: PlacePrecision
    lat: float
    lon: float
    radius_km: float
    incidents: int
    row: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What a mark on a map says of the one incident it stands for."""

    id: str
    stage: Stage
    summary: str


def spots(connection: Connection, index: Index, *, wanted: Filter = EVERYTHING) -> Iterator[Spot]:
    """Where the incidents were that a filter holds for and whose place has a point, by latitude and longitude."""
    columns = [PLACES.c[key] for key in ("lat", "lon", "radius_km", "precision", "name")]
    query = (
        select(*columns, func.count().label("incidents"), func.min(PLACES.c.incident_row).label("row"))
        .where(PLACES.c.lat.is_not(None))
        .group_by(*columns)
    )
    if wanted != EVERYTHING:
        query = query.where(_ROW_AS_A_VALUE.in_(select(INCIDENTS.c.row).where(*chosen(wanted, index))))
    for row in connection.execute(query).mappings():
        yield Spot(**{**row, "precision": PlacePrecision(row["precision"])})


def briefs(connection: Connection, rows: Iterable[int]) -> Mapping[int, Brief]:
    """What stands in these rows."""
    parts = [func.json_extract(INCIDENTS.c.record, literal(path)) for path in ("$.stage", "$.summary")]
    query = select(INCIDENTS.c.row, INCIDENTS.c.id, *parts).where(INCIDENTS.c.row.in_(list(rows)))
    return {row: Brief(id_, Stage(stage), summary) for row, id_, stage, summary in connection.execute(query)}


def days(connection: Connection, index: Index, *, wanted: Filter = EVERYTHING) -> Mapping[dt.date | None, int]:
    """How many of the incidents that a filter holds for began on each day; under None those without a known day."""
    first = INCIDENTS.c.first_day
    query = select(first, func.count()).where(*chosen(wanted, index)).group_by(first)
    rows = connection.execute(query)
    return {None if day is None else dt.date.fromisoformat(day): number for day, number in rows}
