"""Merged incidents in, a GeoJSON feature collection out (RFC 7946): a point where a place is settled, else none."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from reportedly.exporting.columns import cells
from reportedly.records.merged import Incident

_HEAD, _BETWEEN, _TAIL = b'{"type":"FeatureCollection","features":[\n', b",\n", b"\n]}\n"


def write_geojson(incidents: Iterable[Incident], stream: BinaryIO) -> None:
    """Writes one feature a line, one at a time; an incident without a settled point has the geometry null."""
    stream.write(_HEAD)
    for number, incident in enumerate(incidents):
        if number:
            stream.write(_BETWEEN)
        written = json.dumps(feature(incident), ensure_ascii=False, separators=(",", ":"))
        stream.write(written.encode("utf-8", "backslashreplace"))
    stream.write(_TAIL)


def feature(incident: Incident) -> dict[str, object]:
    """The incident as a feature: its flat row as properties, ``place_precision`` and ``radius_km`` among them.

    A point says no more than these two allow: a country's point is its middle, not where something happened.
    """
    row = cells(incident)
    return {"type": "Feature", "id": row.pop("id"), "geometry": _point(incident), "properties": row}


def _point(incident: Incident) -> dict[str, object] | None:
    where = incident.where
    if where is None or where.lat is None or where.lon is None:
        return None
    return {"type": "Point", "coordinates": [where.lon, where.lat]}
