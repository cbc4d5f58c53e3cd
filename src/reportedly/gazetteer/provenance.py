"""A place in, where its entry comes from out: the list it stands in, and what its point was checked against."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportedly.errors import DataError
from reportedly.gazetteer.place import Place

OWN = Path(__file__).with_name("facilities.toml")
_OWN_PREFIX = "own:"


class PlaceSource(StrEnum):
    """The list an entry comes from; the value is what its ``place_id`` opens with."""

    GEONAMES = "gn"
    ISO = "iso"
    """Countries and divisions: GeoNames under ISO 3166 codes."""
    AIRPORTSDATA = "air"
    OWN = "own"
    ADDED = "user"


@dataclass(frozen=True, slots=True)
class Provenance:
    """``checked``: the entry of a public list our own point agrees with, or "unverified"; None for other lists."""

    source: PlaceSource
    checked: str | None = None
    names: tuple[str, ...] = ()
    """Every spelling of an entry of our own; the other lists' spellings are not kept one by one."""


def provenance_of(place: Place) -> Provenance:
    """Where the entry comes from."""
    source = PlaceSource(place.place_id.partition(":")[0])
    return _own().get(place.place_id, Provenance(source)) if source is PlaceSource.OWN else Provenance(source)


@cache
def _own() -> Mapping[str, Provenance]:
    try:
        rows = tomllib.loads(OWN.read_text(encoding="utf-8"))["places"]
        return {
            f"{_OWN_PREFIX}{slug}": Provenance(PlaceSource.OWN, row["checked"], tuple(row["names"]))
            for slug, row in rows.items()
        }
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"{OWN}: each place needs names and checked: {error}") from error
