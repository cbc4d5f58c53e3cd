"""Merged incidents in, rows out that can be filtered and sorted; the record itself stands beside them as JSON."""

from collections.abc import Iterator
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from reportedly.ledger.codec import write
from reportedly.ledger.engine import Index
from reportedly.ledger.tables import FACETS, INCIDENTS, LINKS, PLACES, TIES
from reportedly.records.filters import Near
from reportedly.records.merged import Incident
from reportedly.records.moments import day_of, iso
from reportedly.records.places import Where

_ROW = select(INCIDENTS.c.row).where(INCIDENTS.c.id == bindparam("incident_id"))
_INSERT = insert(INCIDENTS).returning(INCIDENTS.c.row)
_UPDATE = (
    update(INCIDENTS)
    .where(INCIDENTS.c.row == bindparam("of"))
    .values({column: bindparam(column.name) for column in INCIDENTS.c if column.name != "row"})
)
_INSERT_FACETS = insert(FACETS)
_DELETE_FACETS = delete(FACETS).where(FACETS.c.incident_row == bindparam("of"))
_INSERT_PLACE = insert(PLACES)
_DELETE_PLACE = delete(PLACES).where(PLACES.c.incident_row == bindparam("of"))
# Statements are built once: to build one takes longer than to run it.


class _Party(Protocol):
    """Whoever has a part in an incident."""

    @property
    def name(self) -> str:
        """The report's own wording."""

    @property
    def actor_id(self) -> str | None:
        """The codebook's id, None where it knows none."""


def put_incident(connection: Connection, index: Index, incident: Incident, *, rejected: bool = False) -> None:
    """Keeps an incident as it is resolved now, in place of what stood under its id.

    One that people rejected is kept too, since its members' ids lead to it, but is looked up by nothing.
    """
    row = _row_of(connection, incident.id)
    values = {**values_of(incident), "rejected": rejected}
    if row is None:
        row = int(connection.execute(_INSERT, values).scalar_one())
    else:
        connection.execute(_UPDATE, {**values, "of": row})
        connection.execute(_DELETE_FACETS, {"of": row})
        _drop_place(connection, index, row)
    if rejected:
        return
    facets = [
        {"facet": facet, "value": value, "incident_row": row} for facet, value in sorted(set(facets_of(incident)))
    ]
    connection.execute(_INSERT_FACETS, facets)
    _put_place(connection, index, row, incident.where)


def drop_incident(connection: Connection, index: Index, incident_id: str) -> None:
    """Takes out an incident whose members all went elsewhere; nothing where it never was there."""
    row = _row_of(connection, incident_id)
    if row is None:
        return
    _drop_place(connection, index, row)
    connection.execute(delete(LINKS).where(or_(LINKS.c.incident_row == row, LINKS.c.other_row == row)))
    for table in (FACETS, TIES):
        connection.execute(delete(table).where(table.c.incident_row == row))
    connection.execute(delete(INCIDENTS).where(INCIDENTS.c.row == row))


def mark_stale(connection: Connection, incident_id: str) -> bool:
    """Says that an incident waits to be resolved again; False where nothing stands under its id yet."""
    done = connection.execute(update(INCIDENTS).where(INCIDENTS.c.id == incident_id).values(stale=True))
    return done.rowcount > 0


def stale_incidents(connection: Connection) -> tuple[str, ...]:
    """The ids of those that wait, sorted."""
    query = select(INCIDENTS.c.id).where(INCIDENTS.c.stale).order_by(INCIDENTS.c.id)
    return tuple(connection.execute(query).scalars())


def clear_incidents(connection: Connection) -> None:
    """Takes out every incident; the index is cleared by whoever calls."""
    for table in (LINKS, TIES, FACETS, PLACES, INCIDENTS):
        connection.execute(delete(table))


def _row_of(connection: Connection, incident_id: str) -> int | None:
    return connection.execute(_ROW, {"incident_id": incident_id}).scalar()


def values_of(incident: Incident) -> dict[str, object]:
    """The columns of an incident's row."""
    when = incident.when
    return {
        "id": incident.id,
        "start": None if when is None or when.start is None else iso(when.start),
        "first_day": None if when is None or when.start is None else day_of(when.start).isoformat(),
        "last_day": None if when is None or when.end is None else day_of(when.end).isoformat(),
        "killed_low": None if incident.killed is None else incident.killed.low,
        "sources": incident.sources,
        "reports": len({told.report_id for told in incident.reports}),
        "disputed": bool(incident.disagreements),
        "stale": False,
        "record": write(incident),
        "type": incident.type.value,
        "stage": incident.stage.value,
    }


def facets_of(incident: Incident) -> Iterator[tuple[str, str]]:
    """Everything an incident is looked up by that is a word; actors by their id and by their name, without case."""
    yield "type", incident.type.value
    yield "stage", incident.stage.value
    if incident.where is not None and incident.where.country is not None:
        yield "country", incident.where.country
    for target in incident.targets:
        yield "target_kind", target.kind
    for held in incident.responsibility:
        yield "responsibility", held.value
    parties: tuple[_Party, ...] = (
        *incident.targets,
        *incident.victims,
        *incident.perpetrators,
        *incident.sides,
        *incident.prevented_by,
    )
    for party in parties:
        yield "actor", party.name.casefold()
        if party.actor_id is not None:
            yield "actor", party.actor_id.casefold()


def _put_place(connection: Connection, index: Index, row: int, where: Where | None) -> None:
    if where is None:
        return
    connection.execute(_INSERT_PLACE, {"incident_row": row, **place_values_of(where)})
    if where.lat is not None and where.lon is not None:
        index.put_place(connection, row, Near(lat=where.lat, lon=where.lon, radius_km=where.radius_km or 0.0))


def place_values_of(where: Where) -> dict[str, object]:
    """The columns of a place's row, but for whose it is."""
    point = (where.lat, where.lon, where.radius_km or 0.0)
    lat, lon, radius_km = (None, None, None) if None in point[:2] else point
    return {
        "name": where.name,
        "place_id": where.place_id,
        "country": where.country,
        "precision": where.precision.value,
        "lat": lat,
        "lon": lon,
        "radius_km": radius_km,
    }


def _drop_place(connection: Connection, index: Index, row: int) -> None:
    connection.execute(_DELETE_PLACE, {"of": row})
    index.drop_place(connection, row)
