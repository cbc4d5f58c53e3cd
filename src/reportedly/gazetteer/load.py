"""Nothing in, the gazetteer out: names looked up in the file that ships, cached, no list of places in memory."""

from functools import cache, lru_cache
from pathlib import Path

from reportedly.gazetteer.names import fold
from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.gazetteer.store import Store

DATA = Path(__file__).with_name("places.bin")
REMEMBERED = 16_384
"""Names whose answer is kept; about 3 MB when full. News repeats its names."""


class Gazetteer:
    """Places by name. Built once by ``load``; asking changes nothing that can be seen."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._candidates)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Every place of that name in any spelling, best first (main names before aliases, large before small)."""
        return self._remembered(name)

    def _candidates(self, name: str) -> tuple[Place, ...]:
        return tuple(self._store.place(number, alias=alias) for number, alias in self._store.lookup(fold(name)))

    def country(self, code: str) -> Place | None:
        """The country or territory of an ISO 3166-1 alpha-2 code; None for a code that is none."""
        return self.by_id(f"iso:{code}")

    def by_id(self, place_id: str) -> Place | None:
        """A country, province or own entry by its ``place_id``; None where unknown or a plain GeoNames town."""
        found = self._store.lookup(fold(place_id))
        return self._store.place(found[0][0]) if found else None

    @property
    def size(self) -> int:
        """How many places there are."""
        return self._store.entries


@cache
def load() -> Gazetteer:
    """The gazetteer that ships with the package; DataError where its file is missing."""
    return Gazetteer(Store(DATA))


__all__ = ["Gazetteer", "Place", "PlaceKind", "load"]
