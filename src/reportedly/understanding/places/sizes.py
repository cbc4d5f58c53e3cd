"""A place in, how likely its bare name means it out: what its kind, its people, its spelling and its rank add."""

import math
from collections.abc import Mapping
from enum import StrEnum

from reportedly.gazetteer.place import Place, PlaceKind

SIZE = {
    PlaceKind.CONTINENT: 8.0,
    PlaceKind.COUNTRY: 8.0,
    PlaceKind.SEA: 8.0,
    PlaceKind.REGION: 8.0,
    PlaceKind.FACILITY: 6.0,
    PlaceKind.LOCALITY: 5.5,
    PlaceKind.WATER: 6.5,
    PlaceKind.RELIEF: 6.5,
    PlaceKind.AIRFIELD: 4.5,
}
"""What a kind is worth beside a settlement's decimal logarithm of people (a city of a million: 6)."""
ALIAS_COST = 1.0
ADDED = 8.0
"""A place of a user's own file: as likely as a country, since somebody who works with it named it."""
CAPITAL = 0.5
NO_POINT_COST = 3.0
DISTRICT_COST, DISTRICT_MOST = 0.5, 5.5
"""A district counts its people, a little less than a town of as many."""
PROVINCE_LEAST, PROVINCE_MOST = 4.5, 6.2
"""A first-order division counts its people within these bounds: an island's parish is no Anbar."""
MILLION = 1_000_000
SURE_CITY = 100_000
"""People of a settlement whose name alone is enough."""


class SizePart(StrEnum):
    """What adds to a bare name's weight, or takes from it."""

    ADDED = "added"
    """It stands in the user's own file."""
    KIND = "kind"
    """What a place of its kind is worth, whatever its people."""
    PEOPLE = "people"
    """The decimal logarithm of its people, within the bounds of its kind."""
    ALIAS = "alias"
    """The name is not its main one."""
    CAPITAL = "capital"
    NO_POINT = "no_point"


def parts_of(place: Place) -> Mapping[SizePart, float]:
    """What each part gives, on a logarithmic scale; their sum is the weight without any context."""
    if place.is_added:
        return {SizePart.ADDED: ADDED}
    fixed = SIZE.get(place.kind)
    parts = {SizePart.PEOPLE: _people(place)} if fixed is None else {SizePart.KIND: fixed}
    if place.alias:
        parts[SizePart.ALIAS] = -ALIAS_COST * (2 if place.kind is PlaceKind.COUNTRY else 1)
    if place.capital and place.population >= SURE_CITY:
        parts[SizePart.CAPITAL] = CAPITAL
    if place.lat is None:
        parts[SizePart.NO_POINT] = -NO_POINT_COST
    return parts


def _people(place: Place) -> float:
    size = math.log10(place.population + 300)
    if place.kind is PlaceKind.DISTRICT:
        return min(DISTRICT_MOST, size - DISTRICT_COST)
    if place.kind is PlaceKind.PROVINCE:
        return min(PROVINCE_MOST, max(PROVINCE_LEAST, size))
    return size


def size_of(place: Place) -> float:
    """How likely a bare name is this place, on a logarithmic scale."""
    return sum(parts_of(place).values())
