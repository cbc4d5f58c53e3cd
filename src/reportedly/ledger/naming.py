"""The beginning of an id in, the reported incidents it may mean out, each with the incident it is in."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.ledger.tables import MEMBERS

_LAST = "\U0010ffff"
"""Sorts behind whatever an id can go on with."""


@dataclass(frozen=True, slots=True)
class Named:
    """A reported incident and the incident it is in, by their ids."""

    member_id: str
    incident_id: str


def named(connection: Connection, beginning: str, *, most: int) -> tuple[Named, ...]:
    """Those whose id begins so, sorted, at most ``most``; a whole id stands for itself alone, nothing for none."""
    columns = MEMBERS.c
    found = select(columns.id, columns.incident_id).where(columns.incident_id.is_not(None))
    rows = connection.execute(found.where(columns.id == beginning)).all()
    if not rows and beginning:
        begun = found.where(columns.id >= beginning, columns.id < beginning + _LAST)
        rows = connection.execute(begun.order_by(columns.id).limit(most)).all()
    return tuple(Named(row.id, row.incident_id) for row in rows)
