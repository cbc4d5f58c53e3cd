"""Points of the towns inside a division in, its middle and radius out."""

import math
from collections.abc import Sequence

KM_PER_DEGREE = 111.2
MIN_RADIUS_KM = 10.0
TRIM = 0.02
"""The share of towns left out at each end, so that an island far off does not pull the middle away."""


def middle(points: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Latitude, longitude and radius in km of the trimmed bounding box; the points must not be none."""
    south, north = _ends([lat for lat, _ in points])
    west, east = _ends([lon for _, lon in points])
    lat, lon = (south + north) / 2, (west + east) / 2
    height = (north - south) * KM_PER_DEGREE / 2
    width = (east - west) * KM_PER_DEGREE * math.cos(math.radians(lat)) / 2
    return lat, lon, max(MIN_RADIUS_KM, math.hypot(height, width))


def _ends(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    drop = int(len(ordered) * TRIM)
    return ordered[drop], ordered[-1 - drop]


def town_radius(population: int) -> float:
    """Half the extent of a settlement in km, by its people: 2 km for a village, 10 for a million, 25 at most."""
    return round(min(25.0, 2.0 + math.sqrt(population) / 120), 1)


def country_radius(area_km2: float) -> float:
    """The radius in km of a country of that area, half as wide again as a disc of it (countries are not discs)."""
    return round(max(10.0, 1.5 * math.sqrt(area_km2 / math.pi)), 0)
