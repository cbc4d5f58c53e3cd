"""A place as a person types it in, the place of the gazetteer that is meant out.

"Kirkuk", "Springfield, Illinois" (the one around it behind a comma) and "35.47,44.39" (degrees, WGS 84) are understood.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.errors import UsageError
from reportedly.gazetteer.load import load
from reportedly.gazetteer.place import Place, PlaceKind

_POINT = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*")
_MOST_LAT, _MOST_LON = 90.0, 180.0
_ISO_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Meant:
    """The place a word stands for, and the namesakes elsewhere it could have stood for, best first."""

    place: Place
    others: tuple[Place, ...]


def point_in(words: str) -> tuple[float, float] | None:
    """Latitude and longitude where ``words`` are two numbers; UsageError where these are no point on the ground."""
    found = _POINT.fullmatch(words)
    if found is None:
        return None
    lat, lon = float(found[1]), float(found[2])
    if abs(lat) > _MOST_LAT or abs(lon) > _MOST_LON:
        raise UsageError(f"{words!r} is no point: latitude (-90 to 90) comes first, then longitude (-180 to 180)")
    return lat, lon


def place_meant(words: str) -> Meant:
    """The place of that name, a settlement before the province called like it; UsageError where there is none."""
    name, _, around = (part.strip() for part in words.rpartition(",")) if "," in words else (words.strip(), "", "")
    known = load().candidates(name)
    found = [place for place in known if place.lat is not None and _lies_in(place, around)]
    if not found:
        where = f" in {around}" if known and around else ""
        raise UsageError(f"the gazetteer has no {name!r}{where}; give a point instead: 35.47,44.39")
    best = next((place for place in found if place.kind is PlaceKind.CITY and _is_beside(place, found[0])), found[0])
    return Meant(best, tuple(place for place in found if not _is_beside(place, best)))


def country_code(words: str) -> str | None:
    """The ISO 3166-1 code of a country given by its code or by a name of it; None where it is neither."""
    if len(words) == _ISO_LETTERS and load().country(words.upper()) is not None:
        return words.upper()
    found = load().candidates(words)
    return next((place.country for place in found if place.kind is PlaceKind.COUNTRY), None)


def place_name(place: Place) -> str:
    """The place's name with the division and the country around it, each once."""
    division = load().by_id(place.province) if place.province else None
    country = load().country(place.country) if place.country else None
    return ", ".join(dict.fromkeys([place.name, *(one.name for one in (division, country) if one is not None)]))


def _lies_in(place: Place, around: str) -> bool:
    """True where ``around`` is empty, or names the country or the division of the place."""
    if not around:
        return True
    holders: Sequence[Place] = load().candidates(around)
    code = country_code(around)
    return place.country == code if code else any(one.place_id == place.province for one in holders)


def _is_beside(place: Place, other: Place) -> bool:
    """True where two places of one name are a town and what is called after it."""
    return place.country == other.country and (
        place.province in (other.province, other.place_id) or place.place_id == other.province
    )
