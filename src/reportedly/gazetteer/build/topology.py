"""A TopoJSON file of countries in, simplified rings out: borders are simplified once, so neighbours still fit."""

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportedly.gazetteer.outlines import STEPS_PER_DEGREE

TOLERANCE_DEGREES = 0.04
"""How far a simplified border may lie from the true one: about 4 km, set so that the file stays below 400 kB."""
SMALLEST_DEGREES = 0.12
"""Islands whose box is smaller than this on both sides are left out, unless they are all a country has."""

Point = tuple[float, float]
Row = tuple[str, str, list[list[int]]]
UNNUMBERED = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY"}
"""Areas without an ISO number in Natural Earth, and the code they are drawn under."""


def rows_of(path: Path, alpha_2: dict[str, str]) -> list[Row]:
    """Code, name and rings of every country; ``alpha_2`` leads from ISO numeric to alpha-2 codes."""
    topology: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_simplified(arc) for arc in _decoded(topology)]
    merged: dict[str, tuple[str, list[list[Point]]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = alpha_2.get(str(shape.get("id", ""))) or UNNUMBERED.get(name)
        if code is not None:
            merged.setdefault(code, (name, []))[1].extend(_rings(shape, arcs))
    return [
        (code, name, [_flat(ring) for ring in _worth_drawing(rings)]) for code, (name, rings) in sorted(merged.items())
    ]


def _decoded(topology: dict[str, Any]) -> list[list[Point]]:
    (scale_lon, scale_lat), (shift_lon, shift_lat) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        lon = lat = 0
        points = []
        for step_lon, step_lat in arc:
            lon, lat = lon + step_lon, lat + step_lat
            points.append((lon * scale_lon + shift_lon, lat * scale_lat + shift_lat))
        found.append(points)
    return found


def _simplified(points: list[Point]) -> list[Point]:
    """Douglas-Peucker with ``TOLERANCE_DEGREES``, both ends kept."""
    keep = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        start, end = open_parts.pop()
        far, number = max(
            ((_off(points[at], points[start], points[end]), at) for at in range(start + 1, end)), default=(0.0, start)
        )
        if far > TOLERANCE_DEGREES:
            keep.add(number)
            open_parts += [(start, number), (number, end)]
    return [points[number] for number in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    width, height = end[0] - start[0], end[1] - start[1]
    length = math.hypot(width, height)
    if length == 0:
        return math.hypot(point[0] - start[0], point[1] - start[1])
    return abs(width * (start[1] - point[1]) - height * (start[0] - point[0])) / length


def _rings(shape: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [_joined(ring, arcs) for polygon in polygons for ring in polygon]


def _joined(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _worth_drawing(rings: list[list[Point]]) -> list[list[Point]]:
    large = [ring for ring in rings if _box(ring) >= SMALLEST_DEGREES and len(ring) > 3]  # noqa: PLR2004 (a line)
    return large or [max(rings, key=_box)]


def _box(ring: list[Point]) -> float:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return max(max(lons) - min(lons), max(lats) - min(lats))


def _flat(ring: list[Point]) -> list[int]:
    steps = [(round(lon * STEPS_PER_DEGREE), round(lat * STEPS_PER_DEGREE)) for lon, lat in ring]
    flat = [*steps[0]]
    for (lon, lat), (next_lon, next_lat) in pairwise(steps):
        if (lon, lat) != (next_lon, next_lat):
            flat += [next_lon - lon, next_lat - lat]
    return flat
