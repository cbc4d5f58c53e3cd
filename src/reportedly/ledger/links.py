"""Ties between merged incidents: who could be tied to one out, the ties that hold in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from reportedly.ledger.codec import read, write
from reportedly.ledger.tables import INCIDENTS, LINKS, TIES
from reportedly.records.merged import Incident, Link

_ROW = select(INCIDENTS.c.row).where(INCIDENTS.c.id == bindparam("incident_id"))
_DELETE_TIES = delete(TIES).where(TIES.c.incident_row == bindparam("of"))
_DELETE_LINKS = delete(LINKS).where(or_(LINKS.c.incident_row == bindparam("of"), LINKS.c.other_row == bindparam("of")))
_INSERT_TIES = insert(TIES)
# Statements are built once: to build one takes longer than to run it.


class Part(StrEnum):
    """What an incident is in a tie of threat and attack."""

    THREAT = "threat"
    ATTACK = "attack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What an incident can be tied by: its part, its actors' keys and its day (ordinal)."""

    part: Part
    keys: tuple[str, ...]
    day: int


def put_tie(connection: Connection, incident_id: str, tie: Tie | None) -> None:
    """Says what a stored incident can be tied by; None: by nothing. Its links are taken away."""
    row = _row_of(connection, incident_id)
    connection.execute(_DELETE_TIES, {"of": row})
    connection.execute(_DELETE_LINKS, {"of": row})
    if tie is not None and tie.keys:
        rows = [{"part": tie.part.value, "key": key, "day": tie.day, "incident_row": row} for key in tie.keys]
        connection.execute(_INSERT_TIES, rows)


def tieable(
    connection: Connection, *, part: Part, keys: Sequence[str], first_day: int, last_day: int
) -> Iterator[Incident]:
    """The incidents of a part that share a key and whose day lies in the interval, by id."""
    within = TIES.c.day.between(first_day, last_day)
    rows = select(TIES.c.incident_row).where(TIES.c.part == part.value, TIES.c.key.in_(list(keys)), within)
    query = select(INCIDENTS.c.record).where(INCIDENTS.c.row.in_(rows)).order_by(INCIDENTS.c.id)
    for record in connection.execute(query).scalars().all():
        yield read(Incident, record)


def put_links(connection: Connection, links: Iterable[tuple[str, Link]]) -> None:
    """Keeps links, each under the id of the incident it is shown with."""
    rows = [
        {
            "incident_row": _row_of(connection, incident_id),
            "other_row": _row_of(connection, link.incident_id),
            "record": write(link),
        }
        for incident_id, link in links
    ]
    if rows:
        connection.execute(insert(LINKS), rows)


def linked(connection: Connection, incidents: Sequence[Incident]) -> Iterator[Incident]:
    """The incidents, each with its links, in their order."""
    rows = connection.execute(
        select(INCIDENTS.c.id, LINKS.c.record)
        .join(LINKS, LINKS.c.incident_row == INCIDENTS.c.row)
        .where(INCIDENTS.c.id.in_([incident.id for incident in incidents]))
    ).all()
    found: dict[str, list[Link]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(read(Link, row.record))
    for incident in incidents:
        links = sorted(found.get(incident.id, ()), key=lambda link: (link.kind, link.incident_id))
        yield replace(incident, links=tuple(links)) if links else incident


def _row_of(connection: Connection, incident_id: str) -> int:
    return int(connection.execute(_ROW, {"incident_id": incident_id}).scalar_one())
