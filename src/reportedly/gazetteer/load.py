"""Nothing in, the gazetteer out: names looked up in the file that ships, cached, no list of places in memory."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from reportedly.errors import DataError
from reportedly.gazetteer.added import AddedPlace, read_added
from reportedly.gazetteer.names import fold
from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.gazetteer.store import Store
from reportedly.records.additions import Addition

DATA = Path(__file__).with_name("places.bin")
REMEMBERED = 16_384
"""Names whose answer is kept; about 3 MB when full. News repeats its names."""


class Gazetteer:
    """Places by name. Built once by ``load``; asking changes nothing that can be seen."""

    def __init__(self, store: Store, added: tuple[AddedPlace, ...] = ()) -> None:
        self._store = store
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._candidates)
        self._added_ids = {row.place.place_id: row.place for row in added if row.place is not None}
        self._added = self._by_name(added)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Every place of that name in any spelling, best first.

        What the user added comes first, then main names before aliases, large before small.
        """
        return self._remembered(name)

    def _candidates(self, name: str) -> tuple[Place, ...]:
        key = fold(name)
        known = (self._store.place(number, alias=alias) for number, alias in self._store.lookup(key))
        added = self._added.get(key, ())
        ids = {place.place_id for place in added}
        return (*added, *(place for place in known if place.place_id not in ids))

    def country(self, code: str) -> Place | None:
        """The country or territory of an ISO 3166-1 alpha-2 code; None for a code that is none."""
        return self.by_id(f"iso:{code}")

    def by_id(self, place_id: str) -> Place | None:
        """A country, province, own or added entry by its ``place_id``; None where unknown or a plain GeoNames town."""
        if place_id in self._added_ids:
            return self._added_ids[place_id]
        found = self._store.lookup(fold(place_id))
        return self._store.place(found[0][0]) if found else None

    def find(self, place_id: str) -> tuple[Place, ...]:
        """The entry of a ``place_id`` of any kind, none where there is none; slower than ``by_id``, 0.1 s."""
        added = self._added_ids.get(place_id)
        if added is not None:
            return (added,)
        return tuple(self._store.place(number) for number in self._store.numbers({place_id}).values())

    def names_like(self, key: str) -> frozenset[str]:
        """Folded names that open or end as ``key`` does and are about as long; the user's own, all of them."""
        return self._store.names_like(key) | frozenset(self._added)

    @property
    def size(self) -> int:
        """How many places there are."""
        return self._store.entries + len(self._added_ids)

    def _by_name(self, added: tuple[AddedPlace, ...]) -> Mapping[str, tuple[Place, ...]]:
        """What a user added by folded name; DataError for a country or a place that is not known."""
        numbers = self._store.numbers({row.of for row in added if row.of is not None}) if added else {}
        found: dict[str, dict[str, Place]] = defaultdict(dict)
        for row in added:
            place = row.place
            if place is None:
                if row.of not in numbers:
                    raise DataError(f"{row.where}: no place has the id {row.of!r}; reportedly where NAME shows ids")
                place = self._store.place(numbers[row.of])
            elif place.country is not None and not self._is_country(place.country):
                raise DataError(f"{row.where}: country must be an ISO 3166-1 code such as IQ, got {place.country!r}")
            for name in row.names:
                found[fold(name)].setdefault(place.place_id, place)
        return {name: tuple(places.values()) for name, places in found.items()}

    def _is_country(self, code: str) -> bool:
        place = self.country(code)
        return place is not None and place.kind is PlaceKind.COUNTRY and place.country == code


@lru_cache(maxsize=4)
def load(addition: Addition | None = None) -> Gazetteer:
    """The gazetteer that ships, with what a user's file adds; DataError where either is missing or wrong."""
    store = _store()
    return Gazetteer(store) if addition is None else Gazetteer(store, read_added(addition))


@cache
def _store() -> Store:
    return Store(DATA)


__all__ = ["Gazetteer", "Place", "PlaceKind", "load"]
