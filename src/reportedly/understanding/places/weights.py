"""A place in, how likely a text means it out: its size, its country's evidence, its nearness to the sure places."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.records.vocabulary import PlacePrecision
from reportedly.understanding.places.sizes import MILLION, SURE_CITY, size_of
from reportedly.understanding.places.spot import Cue, Risk, Search, Spot
from reportedly.understanding.places.tokens import Case

MOST = 16
"""Namesakes weighed for one name."""
COUNTRY_TOLD = 3.0
"""For a namesake in a country the text names, at full evidence."""
HINT = 0.6
"""A vote for a country whose institutions a text names or whose press prints it; the country's own name gives 1."""
MOST_HINTS = 2
"""Different hints of one country that count: two make it told, more make it no surer."""
PROVINCE_TOLD = 2.0
"""For a settlement or site in a first-order division the text names."""
NEAR_OTHERS = 2.0
"""For a namesake beside other places of the text, at no distance; halves every ``HALF_KM``."""
HALF_KM = 120.0
FAR_KM = 100.0
"""A town this far from every sure place is not one that a quarter of a town there is called by."""
BESIDE_KM = 50.0
"""A small place this near a sure one needs no other cue: a county and its neighbour."""
OWN_COUNTRY_COST = 6.0
"""For a division or town that bears the name of the country it lies in (the State of Mexico)."""
HOLDS_SURE = 2.0
"""For a country or first-order division in which a sure place of the text lies."""
COUNTRY_NAME_COST = 1.5
"""For a division or town that bears a country's name (Niger State, Georgia in the United States)."""
DIVISION_NAME_COST = 2.5
"""For a town or county that bears the name of a larger division it does not lie in (Oregon in Ohio)."""
SAME_NAME_COST = 3.0
"""For a division whose name a town inside it bears too, unless the words say it is the division."""
KIND_TOLD = 3.0
"""For a namesake of the kind the words around say ("Paktika province")."""
EARTH_KM = 6371.0
MUCH_LARGER = 10
"""A place of this many times the people of a namesake abroad is meant by the bare name."""
KNOWN_CITY = 15_000
"""People of a settlement whose name is enough in a country the text names, or with a strong cue."""
MOST_ANCHORS = 24
"""Sure places whose neighbourhood counts; the first named come first."""
_POINTS = (PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.AIRFIELD, PlaceKind.LOCALITY)
_INSIDE = (*_POINTS, PlaceKind.DISTRICT)
_TOLD_KINDS: Mapping[PlacePrecision, tuple[PlaceKind, ...]] = {
    PlacePrecision.SETTLEMENT: (PlaceKind.CITY,),
    PlacePrecision.DISTRICT: (PlaceKind.DISTRICT, PlaceKind.LOCALITY),
    PlacePrecision.PROVINCE: (PlaceKind.PROVINCE, PlaceKind.REGION),
    PlacePrecision.EXACT: (PlaceKind.FACILITY, PlaceKind.AIRFIELD, PlaceKind.LOCALITY),
    PlacePrecision.REGION: (PlaceKind.REGION, PlaceKind.RELIEF, PlaceKind.WATER),
    PlacePrecision.SEA: (PlaceKind.SEA,),
}


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance; infinite where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def countries_told(search: Search, spots: Sequence[Spot]) -> dict[str, float]:
    """How surely the text is about each country, 0 to 1: by its name, its people, its provinces and large cities."""
    votes: dict[str, float] = defaultdict(float)
    for token in search.tokens:
        if not token.cap:
            continue
        word = token.word.capitalize() if token.case is Case.UPPER else token.word
        country = search.words.demonyms.get(word)
        if country is not None:
            votes[country] += 1.0
    hints = {token.word for token in search.tokens if token.word in search.words.hints}
    for country, number in Counter(search.words.hints[word] for word in hints).items():
        votes[country] += HINT * min(number, MOST_HINTS)
    for country in search.origin.countries:
        votes[country] += HINT
    for spot in spots:
        place = spot.candidates[0] if spot.candidates else None
        if (
            place is None
            or place.country is None
            or place.alias
            or _is_ambiguous(spot)
            or spot.risk not in (Risk.NONE, Risk.EMBEDDED)
        ):
            continue
        if spot.risk is Risk.EMBEDDED:
            votes[place.country] += 0.4 if place.population >= MILLION and place.kind is PlaceKind.CITY else 0.0
            continue
        if place.kind is PlaceKind.COUNTRY and len(spot.candidates) < MOST:
            votes[place.country] += 1.0
        elif place.kind is PlaceKind.PROVINCE:
            votes[place.country] += 0.9 if spot.case is Case.MIXED or spot.cue is Cue.STRONG else 0.0
        elif place.population >= MILLION or place.capital:
            votes[place.country] += 0.6
    return {country: 1 - 0.45**vote for country, vote in votes.items()}


def _is_ambiguous(spot: Spot) -> bool:
    """True for a name that weighs nearly as much in another country (Tripoli, Georgia; a parish of Jamaica)."""
    first = spot.candidates[0]
    others = [other for other in spot.candidates[1:4] if other.country != first.country and not other.alias]
    if first.kind is PlaceKind.COUNTRY:
        return any(other.kind is PlaceKind.PROVINCE and other.population >= MILLION for other in others)
    least = max(min(SURE_CITY, first.population), first.population / MUCH_LARGER)
    return any(other.population >= least for other in others)


def provinces_told(spots: Sequence[Spot]) -> dict[str, str]:
    """First-order divisions named, by ``place_id``, with their names."""
    found = {}
    for spot in spots:
        counts = spot.candidates and spot.risk in (Risk.NONE, Risk.EMBEDDED)
        place = spot.candidates[0] if counts else None
        if place is None or place.kind is not PlaceKind.PROVINCE or _is_ambiguous(spot):
            continue
        if spot.kind is PlacePrecision.PROVINCE or not any(_town_inside(place, town) for town in spot.candidates[1:4]):
            found[place.place_id] = place.name
    return found


class Weights:
    """What each place weighs in one text by itself: size, evidence for its country, nearness to the sure places."""

    def __init__(
        self, *, told: Mapping[str, float], provinces: Mapping[str, str], anchors: Sequence[Place] = ()
    ) -> None:
        self._told = told
        self._provinces = provinces
        self._anchors = anchors
        self._apart: Weights | None = None
        self._held: dict[str, set[str]] = defaultdict(set)
        for place in anchors:
            self._held[f"iso:{place.country}"].add(place.place_id)
            self._held[place.province or ""].add(place.place_id)
        self._known: dict[tuple[str, bool], float] = {}

    def beside(self, anchors: Sequence[Place]) -> "Weights":
        """The same, with what nearness to the sure places adds."""
        together = Weights(told=self._told, provinces=self._provinces, anchors=anchors)
        together._apart = self
        return together

    def of(self, place: Place) -> float:
        """The weight, worked out once for each place."""
        key = (place.place_id, place.alias)
        weight = self._known.get(key)
        if weight is None:
            base = self._apart.of(place) if self._apart is not None else self._by_itself(place)
            weight = self._known[key] = base + _near_bonus(place, self._anchors)
        return weight

    def _by_itself(self, place: Place) -> float:
        weight = size_of(place) + _told_bonus(place, self._told)
        name = self._provinces.get(place.province or "")
        inside = name is not None and place.kind in _INSIDE and not place.name.startswith(name)
        return weight + PROVINCE_TOLD if inside else weight

    def is_beside(self, place: Place) -> bool:
        """True for a place next to a sure one of another name in the same country."""
        near = [other for other in self._anchors if other.country == place.country and other.name != place.name]
        return any(distance_km(place, other) <= BESIDE_KM for other in near)

    def is_far(self, place: Place) -> bool:
        """True where the text has sure places of another name in the same country, and none of them is near."""
        near = [other for other in self._anchors if other.country == place.country and other.name != place.name]
        return bool(near) and all(distance_km(place, other) > FAR_KM for other in near)

    def holding(self, place: Place, pool: Sequence[Place]) -> float:
        """What a country or first-order division gains from sure places in it that are no namesakes of it."""
        if place.kind not in (PlaceKind.COUNTRY, PlaceKind.PROVINCE):
            return 0.0
        held = self._held.get(place.place_id)
        others = held - {other.place_id for other in pool} if held else None
        return HOLDS_SURE if others else 0.0


def _told_bonus(place: Place, told: Mapping[str, float]) -> float:
    if place.country is None or place.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT):
        return 0.0
    return COUNTRY_TOLD * told.get(place.country, 0.0)


def _near_bonus(place: Place, anchors: Sequence[Place]) -> float:
    near = [
        distance_km(place, other) for other in anchors if other.name != place.name and other.country == place.country
    ]
    return NEAR_OTHERS * 0.5 ** (min(near) / HALF_KM) if near else 0.0


@dataclass(frozen=True, slots=True)
class Rivals:
    """The namesakes that cost others weight: countries, divisions of millions, and settlements."""

    countries: tuple[Place, ...]
    divisions: tuple[Place, ...]
    towns: tuple[Place, ...]


def rivals_of(pool: Sequence[Place]) -> Rivals:
    """The rivals among the namesakes of one name."""
    main = [place for place in pool if not place.alias]
    return Rivals(
        countries=tuple(place for place in main if place.kind is PlaceKind.COUNTRY),
        divisions=tuple(place for place in main if place.kind is PlaceKind.PROVINCE and place.population >= MILLION),
        towns=tuple(place for place in pool if place.kind is PlaceKind.CITY),
    )


def kind_bonus(spot: Spot, place: Place, rivals: Rivals) -> float:
    """What the words around a spot add to a namesake of the kind they tell, or take from one that shares its name."""
    if spot.kind is not None and place.kind in _TOLD_KINDS.get(spot.kind, ()):
        return KIND_TOLD
    cost = 0.0
    if place.kind is not PlaceKind.COUNTRY:
        for other in rivals.countries:
            cost -= OWN_COUNTRY_COST if other.country == place.country else COUNTRY_NAME_COST
    borrows = place.kind in (PlaceKind.CITY, PlaceKind.DISTRICT) and not place.capital
    if borrows and any(_lends_to(place, other) for other in rivals.divisions):
        cost -= DIVISION_NAME_COST
    divides = place.kind in (PlaceKind.PROVINCE, PlaceKind.DISTRICT)
    if divides and any(_town_inside(place, other) for other in rivals.towns):
        cost -= SAME_NAME_COST
    return cost


def _lends_to(place: Place, division: Place) -> bool:
    """True for a division elsewhere in the country, whose name a town or county borrowed."""
    elsewhere = division.country == place.country and division.place_id != place.province
    return elsewhere and division.population > place.population


def _town_inside(division: Place, town: Place) -> bool:
    if town.country != division.country:
        return False
    if division.kind is PlaceKind.PROVINCE:
        return town.province == division.place_id and town.population >= KNOWN_CITY
    return distance_km(division, town) < max(60.0, division.radius_km)


def is_anchor(spot: Spot, place: Place) -> bool:
    """True where the place is sure enough to pull its namesakes' neighbours to it."""
    if spot.risk is not Risk.NONE or place.kind not in _POINTS:
        return False
    return size_of(place) >= 5.0 or len(spot.candidates) == 1  # noqa: PLR2004 (100,000 people)
