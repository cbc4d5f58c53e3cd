"""A place and an area in, whether the one is surely or possibly inside the other out."""

from math import asin, cos, radians, sin, sqrt

from reportedly.gazetteer.load import load
from reportedly.records.places import Where
from reportedly.records.vocabulary import PlacePrecision

EARTH_KM = 6371.0088
"""The mean radius of the Earth (IUGG)."""
COARSE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.SEA})
"""Precisions of areas that hold towns; a settlement holds what is around it."""


def is_inside(where: Where | None, area: Where) -> bool:
    """True where a place surely lies in an area: in the country or province, or within reach of the town or base."""
    if where is None:
        return False
    if area.precision is PlacePrecision.COUNTRY:
        return where.country is not None and where.country == area.country
    if area.place_id is not None and area.place_id in (where.place_id, province_of(where)):
        return True
    if where.precision in COARSE:
        return False
    apart = distance_km(where, area)
    return apart is not None and apart <= (area.radius_km or 0.0) + (where.radius_km or 0.0)


def may_be_inside(where: Where | None, area: Where) -> bool:
    """True where nothing says that it does not: an unknown place, one too coarse, or one that is surely inside."""
    if where is None or is_inside(where, area):
        return True
    if where.country is not None and area.country is not None and where.country != area.country:
        return False
    return where.lat is None or (where.precision in COARSE and province_of(where) is None)


def province_of(where: Where) -> str | None:
    """The id of the first-order division around a place, its own id for a division; None where not known."""
    if where.place_id is None or where.precision is PlacePrecision.COUNTRY:
        return None
    if where.precision is PlacePrecision.PROVINCE:
        return where.place_id
    place = load().by_id(where.place_id)
    return None if place is None else place.province


def distance_km(one: Where, other: Where) -> float | None:
    """The distance of two points on the ground (haversine); None where either has none."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    phi, other_phi = radians(one.lat), radians(other.lat)
    square = sin((other_phi - phi) / 2) ** 2 + cos(phi) * cos(other_phi) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(square)))
