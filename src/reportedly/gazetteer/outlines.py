"""Nothing in, country outlines out: polygons for drawing maps, from Natural Earth (public domain)."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly.errors import DataError

DATA = Path(__file__).with_name("outlines.json")
STEPS_PER_DEGREE = 100
"""Coordinates are kept as whole hundredths of a degree (about 1 km)."""

Ring = tuple[tuple[float, float], ...]
"""(longitude, latitude) pairs in degrees; the last equals the first."""


POLAR = 80.0
"""Degrees of latitude beyond which an outline is closed over the pole."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One country's or territory's land: ``country`` ISO 3166-1 alpha-2, ``rings`` outer edges and holes alike.

    Fill them by the even-odd rule. Borders are Natural Earth's, which draws who holds the ground.
    """

    country: str
    name: str
    rings: tuple[Ring, ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """Every outline, in order of the country's code; DataError where the file is missing or misshapen."""
    try:
        rows = json.loads(DATA.read_text(encoding="utf-8"))
        return tuple(Outline(code, name, tuple(_ring(flat) for flat in rings)) for code, name, rings in rows)
    except FileNotFoundError:
        raise DataError(f"{DATA}: missing; rebuild it with python -m reportedly.gazetteer.build") from None
    except (TypeError, ValueError) as error:
        raise DataError(f"{DATA}: each row must be code, name, rings: {error}") from error


def _ring(flat: list[int]) -> Ring:
    """Pairs from a flat list of steps, each but the first pair told as a difference from the one before."""
    lon = lat = 0
    points = []
    for step_lon, step_lat in zip(flat[::2], flat[1::2], strict=True):
        lon, lat = lon + step_lon, lat + step_lat
        points.append((lon / STEPS_PER_DEGREE, lat / STEPS_PER_DEGREE))
    return tuple(points)


def unbroken(ring: Ring) -> Ring:
    """The ring stepping over the date line instead of around the globe, its longitudes beyond 180 where it does.

    Polar edges, which do go around, stay as they are.
    """
    points = [ring[0]]
    for lon, lat in ring[1:]:
        before = points[-1][0]
        turn = 360 * round((before - lon) / 360) if abs(lat) < POLAR else 0
        points.append((lon + turn, lat))
    return tuple(points)
