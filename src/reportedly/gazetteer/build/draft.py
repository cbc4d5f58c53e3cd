"""A place while the build works on it."""

from dataclasses import dataclass, field

from reportedly.gazetteer.place import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One entry before it is numbered; ``province`` is the key of the division around it, None where there is none."""

    key: str
    name: str
    kind: PlaceKind
    country: str | None
    province: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    population: int = 0
    gid: int = 0
    capital: bool = False
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = field(default=())

    @property
    def weight(self) -> int:
        """What namesakes are ordered by: people, or what a division or base of that size is worth."""
        return max(self.population, KIND_WEIGHT[self.kind])


KIND_WEIGHT = {
    PlaceKind.CONTINENT: 2_000_000_000,
    PlaceKind.COUNTRY: 1_000_000_000,
    PlaceKind.SEA: 50_000_000,
    PlaceKind.REGION: 5_000_000,
    PlaceKind.PROVINCE: 500_000,
    PlaceKind.WATER: 300_000,
    PlaceKind.RELIEF: 200_000,
    PlaceKind.FACILITY: 150_000,
    PlaceKind.LOCALITY: 100_000,
    PlaceKind.AIRFIELD: 20_000,
    PlaceKind.DISTRICT: 10_000,
    PlaceKind.CITY: 0,
}
"""People an entry of a kind without inhabitants is worth among namesakes: set by eye, so that Victoria the Australian
state comes before most towns of the name and after none of a million."""
