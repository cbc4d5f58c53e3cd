"""SQLite's indexes over words (FTS5) and places (R*Tree): rows in, selects of rows out."""

from collections.abc import Iterator, Sequence
from math import cos, radians
from typing import Any

from sqlalchemy import Connection, Select, bindparam, column, insert, literal_column, or_, select, table, text, union
from sqlalchemy.exc import DatabaseError

from reportedly.ledger.tables import PLACES, REPORTED
from reportedly.records.filters import Near

KM_PER_DEGREE = 110.0
"""A degree of latitude is 110.57 km at the equator and more elsewhere; a little less makes boxes a little too
large, and the exact distance decides."""

_POLE = 89.0
"""Nearer the poles a circle may hold every longitude."""

_REPORT_WORDS = table("report_words", column("rowid"))
_INCIDENT_WORDS = table("incident_words", column("rowid"))
_BOXES = table("place_boxes", column("incident_row"), column("south"), column("north"), column("west"), column("east"))

_SETTLED = "SELECT incident_row FROM places WHERE lat IS NOT NULL"
_REPORTED = "SELECT row FROM reported_incidents WHERE counts"

_ROWS = {
    "incident_words": (
        f"SELECT * FROM (SELECT rowid FROM incident_words EXCEPT {_REPORTED})"  # noqa: S608 - words of ours
        f" UNION SELECT * FROM ({_REPORTED} EXCEPT SELECT rowid FROM incident_words)"
    ),
    "place_boxes": (
        f"SELECT * FROM (SELECT incident_row FROM place_boxes EXCEPT {_SETTLED})"  # noqa: S608 - words of ours
        f" UNION SELECT * FROM ({_SETTLED} EXCEPT SELECT incident_row FROM place_boxes)"
    ),
}
"""Rows that stand in an index or in what it is of, and not in both."""


class SqliteIndex:
    """Words in two FTS5 tables, places in an R*Tree whose hits are measured exactly."""

    def add_report(self, connection: Connection, report_row: int) -> None:
        """Indexes title and text from where they stand."""
        connection.execute(
            text(
                "INSERT INTO report_words(rowid, title, text)"
                " SELECT report_row, title, text FROM report_texts WHERE report_row = :row"
            ),
            {"row": report_row},
        )

    def drop_report(self, connection: Connection, report_row: int) -> None:
        """FTS5 takes a row out when it is told again what it held."""
        connection.execute(
            text(
                "INSERT INTO report_words(report_words, rowid, title, text)"
                " SELECT 'delete', report_row, title, text FROM report_texts WHERE report_row = :row"
            ),
            {"row": report_row},
        )

    def put_incident(self, connection: Connection, reported_row: int, *, quotes: str, names: str) -> None:
        """One row of words for a reported incident."""
        connection.execute(
            text("INSERT INTO incident_words(rowid, quotes, names) VALUES (:row, :quotes, :names)"),
            {"row": reported_row, "quotes": quotes, "names": names},
        )

    def drop_incidents(self, connection: Connection, reported_rows: Sequence[int]) -> None:
        """Deletes the rows of words."""
        if reported_rows:
            rows = [{"row": row} for row in reported_rows]
            connection.execute(text("DELETE FROM incident_words WHERE rowid = :row"), rows)

    def put_place(self, connection: Connection, incident_row: int, circle: Near) -> None:
        """The box around the circle."""
        south, north, west, east = box_around(circle)
        connection.execute(
            text("INSERT OR REPLACE INTO place_boxes VALUES (:row, :south, :north, :west, :east)"),
            {"row": incident_row, "south": south, "north": north, "west": west, "east": east},
        )

    def drop_place(self, connection: Connection, incident_row: int) -> None:
        """Deletes the box."""
        connection.execute(text("DELETE FROM place_boxes WHERE incident_row = :row"), {"row": incident_row})

    def report_rows(self, words: str) -> Select[Any]:
        """By title and text."""
        return _matching("report_words", words)

    def reported_rows(self, words: str) -> Select[Any]:
        """By quotes and names."""
        return _matching("incident_words", words)

    def incident_ids(self, words: str) -> Select[Any]:
        """By title and text of a report, or by quotes and names.

        Left to itself, SQLite would look each member up in its table, whose rows are long, instead of in the index.
        """
        told = union(
            select(REPORTED.c.row).where(REPORTED.c.report_row.in_(self.report_rows(words))),
            self.reported_rows(words),
        )
        homes = text("members INDEXED BY members_home")
        return select(literal_column("incident_id")).select_from(homes).where(literal_column("members.row").in_(told))

    def incident_rows(self, circle: Near) -> Select[Any]:
        """By box first, then by distance; a box over the date line is looked for on both its sides."""
        south, north, west, east = box_around(circle)
        columns = _BOXES.c
        sides = [(columns.west <= east + turn) & (columns.east >= west + turn) for turn in (-360, 0, 360)]
        distance = text("distance_km(places.lat, places.lon, :near_lat, :near_lon) <= places.radius_km + :near_km")
        measured = distance.bindparams(near_lat=circle.lat, near_lon=circle.lon, near_km=circle.radius_km)
        return (
            select(PLACES.c.incident_row)
            .join(_BOXES, columns.incident_row == PLACES.c.incident_row)
            .where((columns.south <= north) & (columns.north >= south), or_(*sides), measured)
        )

    def clear(self, connection: Connection) -> None:
        """Deletes every word and box."""
        _command(connection, "report_words", "delete-all")
        connection.execute(text("DELETE FROM incident_words"))
        connection.execute(text("DELETE FROM place_boxes"))

    def faults(self, connection: Connection) -> Iterator[str]:
        """What FTS5 and R*Tree find wrong with themselves, and whose words or boxes are missing."""
        for name in ("report_words", "incident_words"):
            try:
                _command(connection, name, "integrity-check")
            except DatabaseError:
                yield f"{name}: does not agree with the texts"
        found = connection.execute(text("SELECT rtreecheck('place_boxes')")).scalar_one()
        if found != "ok":
            yield f"place_boxes: {found}"
        for name, query in _ROWS.items():
            if connection.execute(text(query)).first() is not None:
                yield f"{name}: rows are missing, or there is nothing behind them"

    def forget_deleted(self, connection: Connection) -> None:
        """Merges the segments of the word indexes, in which deleted words stand until then."""
        for name in ("report_words", "incident_words"):
            _command(connection, name, "optimize")


def box_around(circle: Near) -> tuple[float, float, float, float]:
    """South, north, west and east (degrees) of a box that holds the circle; longitudes may pass 180."""
    height = circle.radius_km / KM_PER_DEGREE
    south, north = circle.lat - height, circle.lat + height
    farthest = max(abs(south), abs(north))
    if farthest >= _POLE:
        return south, north, -180.0, 180.0
    width = height / cos(radians(farthest))
    return south, north, circle.lon - width, circle.lon + width


def _command(connection: Connection, name: str, command: str) -> None:
    """FTS5 takes commands as inserts into a column named as the table; rank 1 has a check look at the texts too."""
    values = {name: command, "rank": 1} if command == "integrity-check" else {name: command}
    connection.execute(insert(table(name, *map(column, values))).values(values))


def _matching(name: str, words: str) -> Select[Any]:
    """Every word must stand somewhere in the row; words are quoted, so that none is read as an operator."""
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    where = text(f"{name} MATCH :words").bindparams(bindparam("words", quoted, unique=True))
    return select(literal_column("rowid")).select_from(table(name)).where(where)
