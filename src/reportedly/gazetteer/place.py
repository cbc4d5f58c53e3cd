"""What the gazetteer knows of one place, as a frozen value."""

from dataclasses import dataclass
from enum import StrEnum

ADDED = "user:"
"""What the ``place_id`` of a place from a user's own file opens with."""


class PlaceKind(StrEnum):
    """What sort of place an entry is; the order of kinds is kept in the data file, so new ones go last."""

    CONTINENT = "continent"
    COUNTRY = "country"
    PROVINCE = "province"
    """A first-order division: province, state, governorate, oblast."""
    DISTRICT = "district"
    """A second-order division: district, county, local government area."""
    CITY = "city"
    """A settlement of any size."""
    LOCALITY = "locality"
    """A part of a settlement, a camp, a square, a street: smaller than a town."""
    FACILITY = "facility"
    """A base, embassy, field, crossing, port, prison, hospital, university."""
    AIRFIELD = "airfield"
    REGION = "region"
    """An area without a government of its own, inside a country or across several."""
    SEA = "sea"
    """A sea, gulf, strait or ocean."""
    WATER = "water"
    """A river, lake, canal or dam."""
    RELIEF = "relief"
    """A mountain, valley, desert, island or forest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry: ``place_id`` is ``gn:``, ``air:``, ``iso:``, ``own:`` or ``user:`` and the source's key.

    ``lat``/``lon`` in degrees, None where no source gives a point; ``radius_km`` about half the extent. ``country`` ISO
    3166-1 alpha-2, None for seas and for regions across countries. ``province`` is the ``place_id`` of the first-order
    division around it, None where there is none or it is not known. ``population`` 0 where not known. ``alias``: True
    where the name asked for is not the entry's main one.
    """

    place_id: str
    name: str
    kind: PlaceKind
    country: str | None
    province: str | None
    lat: float | None
    lon: float | None
    radius_km: float
    population: int
    capital: bool = False
    alias: bool = False

    @property
    def is_added(self) -> bool:
        """True for a place of a user's own file, which is meant wherever its name stands."""
        return self.place_id.startswith(ADDED)
