"""Spots in, each with the one place it is or None: namesakes are chosen by what else the text names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.records.vocabulary import PlacePrecision
from reportedly.understanding.places.containment import in_list, lies_in, places_around, places_held
from reportedly.understanding.places.sizes import MILLION, SURE_CITY, size_of
from reportedly.understanding.places.spot import Cue, Risk, Search, Spot
from reportedly.understanding.places.tokens import Case, Gap
from reportedly.understanding.places.weights import (
    KNOWN_CITY,
    MOST,
    MOST_ANCHORS,
    Weights,
    countries_told,
    distance_km,
    is_anchor,
    kind_bonus,
    provinces_told,
    rivals_of,
)

AROUND = 5.0
"""For a namesake inside the place named right behind it ("Aurora, Illinois")."""
CLEAR_SIZE = 5.5
"""What a surname's namesake must weigh to be meant behind a strong cue: a province, a city of 300,000."""
FAR_OFF = 10
"""Where capitals tell no names, a city of a country the text does not speak of must be this much larger to be meant."""
TOLD = 0.5
"""Evidence of a country from which on the text is about it: one mention gives 0.55."""
CLEARLY_TOLD = 0.7
"""Evidence of a country from which on a small place elsewhere needs to be told: one mention and a hint, or two."""
STANDS_OUT = 4
"""How many times the people of any namesake a town needs to be meant where the text tells no country."""
ABROAD_CITY = 300_000
"""People of a city that may be meant far from all that the text tells."""
COUNTRY_CITY = 2_000
"""People of a settlement with a name of several words that no other country has."""
RARE_NAME = 5
"""Letters of a name that is no plain word's by chance."""
ONE_PLACE_KM = 60.0
"""A town and the district named after it lie no farther apart than this."""
LEAD = 0.3
"""What a namesake must weigh more than any far from it abroad to be meant: twice the people, or anything told."""
FAR_KM = 161.0
"""From here on a namesake's pin would be a wrong one, as geoparsing counts it."""
COMMON_CITY = 60_000
"""People of a settlement that bears a plain word's name ("Derby") and is meant behind a strong cue in its country."""
_WHOLE = (PlaceKind.COUNTRY, PlaceKind.PROVINCE)
"""Kinds that are still named inside an organisation's name ("the California Medical Association"), as a metonym."""
_PLAIN = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)


@dataclass(frozen=True, slots=True)
class Settled:
    """A spot that is a place; ``place`` None where it is named but not known."""

    spot: Spot
    place: Place | None
    around: Place | None = None
    """The place named right behind as the one around it."""


Choice = tuple[Place | None, Place | None, bool, bool]
"""The best namesake, the place named around it, whether it holds the place named in front, and whether a namesake far
from it in another country weighs about as much."""


def settle(search: Search, spots: Sequence[Spot]) -> list[Settled]:
    """The spots that are places, in text order, each with the namesake that fits the rest of the text best."""
    told = countries_told(search, spots)
    namesakes = [_namesakes(search, spots, number) for number in range(len(spots))]
    alone, homes = _by_themselves(search, told, provinces_told(spots))
    first = [_best(spot, known, alone) for spot, known in zip(spots, namesakes, strict=True)]
    anchors = {home.place_id: home for home in homes if home.kind is PlaceKind.CITY}
    for spot, (place, *_) in zip(spots, first, strict=True):
        if place is not None and is_anchor(spot, place):
            anchors[place.place_id] = place
    together = alone.beside(tuple(anchors.values())[:MOST_ANCHORS])
    chosen = [_best(spot, known, together) for spot, known in zip(spots, namesakes, strict=True)]
    kept = [
        _judged(search, spots, number, choice=choice, told=told, weights=together)
        for number, choice in enumerate(chosen)
    ]
    return _with_repeats(spots, chosen, kept, told=told)


def _by_themselves(search: Search, told: Mapping[str, float], provinces: dict[str, str]) -> tuple[Weights, list[Place]]:
    """What places weigh before they are put beside each other, and the homes of the text's paper."""
    alone = Weights(told=told, provinces=provinces)
    homes = [max(namesakes, key=alone.of) for namesakes in search.origin.homes]
    named = {home.place_id: home.name for home in homes if home.kind is PlaceKind.PROVINCE}
    return (Weights(told=told, provinces=provinces | named) if named else alone), homes


def _with_repeats(
    spots: Sequence[Spot], chosen: Sequence[Choice], kept: list[Settled | None], *, told: Mapping[str, float]
) -> list[Settled]:
    """What was kept, with the names of the same places that nothing but their repetition speaks for."""
    sure = {found.place.place_id for found in kept if found is not None and found.place is not None}
    for number, (place, around, *_) in enumerate(chosen):
        spot = spots[number]
        if (
            kept[number] is None
            and place is not None
            and place.place_id in sure
            and spot.risk is Risk.NONE
            and _is_told(place, told)
        ):
            kept[number] = Settled(spot, place, around)
    return [found for found in kept if found is not None]


def _judged(
    search: Search, spots: Sequence[Spot], number: int, *, choice: Choice, told: Mapping[str, float], weights: Weights
) -> Settled | None:
    """The spot as a place, settled or only named; None where it is none."""
    spot, (place, around, held, close) = spots[number], choice
    tied = around is not None or held
    if place is None or _is_stranger(spot, place, told=told, tied=tied):
        plain = spot.noun in search.words.plain_naming_nouns
        named = spot.risk in (Risk.NONE, Risk.COMMON) and spot.kind is not None and (plain or spot.cue is not Cue.NONE)
        return Settled(spot, None, next(iter(places_around(search, spots, number)), None)) if named else None
    if not tied and spot.risk is Risk.NONE and spot.case is Case.MIXED:
        beyond = _state_behind(search, spots, number, place)
        if beyond is not None:
            return Settled(spot, None, beyond)
        if _is_abroad(place, told):
            return Settled(spot, None) if spot.cue is Cue.STRONG else None
    if not tied and place.kind is PlaceKind.CITY and weights.is_far(place) and _is_quarter(search, spot):
        return Settled(spot, None)
    surname = place.country in search.words.surname_countries
    name = search.text[spot.start : spot.end]
    if name in search.words.generic_sites and told.get(place.country or "", 0.0) < TOLD / 2:
        return None
    beside = not tied and place.kind is PlaceKind.CITY and (weights.is_beside(place) or _is_home(search, place))
    accepted = _accepted(spot, place, told=told, tied=tied, surname=surname, beside=beside)
    undecided = close and not tied and spot.kind is None and not place.capital
    return Settled(spot, None if undecided else place, around) if accepted else None


QUARTER_REACH = 2
"""So many words of a name may stand before the one that makes it a quarter's ("Woodbridge Crossing Apartments")."""


def _is_quarter(search: Search, spot: Spot) -> bool:
    """True for a name that goes on to be a quarter's or a housing estate's ("Mount Hope neighborhood")."""
    for number in range(spot.last, spot.last + QUARTER_REACH + 1):
        token = search.at(number)
        if token is None or token.gap is not Gap.SPACE:
            return False
        if token.low in search.words.quarters:
            return True
        if not token.cap:
            return False
    return False


def _is_home(search: Search, place: Place) -> bool:
    """True for the town that the publisher's name or address points to, and no other."""
    return any(len(home) == 1 and home[0].place_id == place.place_id for home in search.origin.homes)


def _is_abroad(place: Place, told: Mapping[str, float]) -> bool:
    """True for a town of some size in a country the text does not speak of, where it speaks clearly of another.

    A quarter or hamlet no list has is meant ("in Bordeaux", a part of Nashville): named, and never pinned abroad.
    """
    small = place.kind is PlaceKind.CITY and place.population < ABROAD_CITY
    if not small or place.capital or place.is_added or told.get(place.country or "", 0.0) >= TOLD / 2:
        return False
    return max(told.values(), default=0.0) >= CLEARLY_TOLD


def _state_behind(search: Search, spots: Sequence[Spot], number: int, place: Place) -> Place | None:
    """The state named behind a comma in which no namesake lies ("Tolo, Ky."): the town is a stranger there; else None.

    Only where addresses are written so; elsewhere a comma may part any two places.
    """
    if place.kind is not PlaceKind.CITY or number + 1 >= len(spots) or in_list(search, spots, number):
        return None
    after = spots[number + 1]
    if after.first != spots[number].last or search.tokens[after.first].gap is not Gap.COMMA or not after.candidates:
        return None
    state = after.candidates[0]
    is_state = state.kind is PlaceKind.PROVINCE and not state.alias and state.country in search.words.surname_countries
    return state if is_state and after.risk is Risk.NONE else None


def _is_told(place: Place, told: Mapping[str, float]) -> bool:
    return place.population >= SURE_CITY or told.get(place.country or "", 0.0) >= TOLD


def _is_stranger(spot: Spot, place: Place, *, told: Mapping[str, float], tied: bool) -> bool:
    """True where the words call the name a place, and its namesakes are small and in countries not told of."""
    if (
        spot.kind not in (PlacePrecision.SETTLEMENT, PlacePrecision.DISTRICT)
        or tied
        or max(told.values(), default=0.0) < TOLD
    ):
        return False
    small = place.kind in (PlaceKind.CITY, PlaceKind.DISTRICT) and place.population < SURE_CITY
    return small and told.get(place.country or "", 0.0) < TOLD / 2


@dataclass(frozen=True, slots=True)
class _Namesake:
    """One place a spot can be, with what its neighbours in the text say of it whatever the rest of the text tells.

    ``around``: the place named as the one around it; ``held``: it holds the one named in front; ``bonus``: its kind's.
    """

    place: Place
    around: Place | None
    held: bool
    bonus: float


def _namesakes(search: Search, spots: Sequence[Spot], number: int) -> list[_Namesake]:
    spot = spots[number]
    pool = spot.candidates[:MOST]
    listed = not pool or in_list(search, spots, number)
    outer = () if listed else places_around(search, spots, number)
    inner = () if listed else places_held(search, spots, number)
    rivals = rivals_of(pool)
    found: list[_Namesake] = []
    for place in pool:
        around = None if place.kind in _PLAIN else next((other for other in outer if lies_in(place, other)), None)
        held = any(lies_in(other, place) for other in inner)
        found.append(_Namesake(place, around, held, kind_bonus(spot, place, rivals)))
    return found


def _best(spot: Spot, namesakes: Sequence[_Namesake], weights: Weights) -> Choice:
    pool = spot.candidates[:MOST]
    if not namesakes:
        return None, None, False, False
    scores = [
        weights.of(one.place)
        + weights.holding(one.place, pool)
        + one.bonus
        + (AROUND if one.around else 0.0)
        + (AROUND if one.held else 0.0)
        for one in namesakes
    ]
    most = max(scores)
    best = namesakes[scores.index(most)]
    close = any(
        score > most - LEAD
        and other.place.country != best.place.country
        and distance_km(best.place, other.place) > FAR_KM
        for score, other in zip(scores, namesakes, strict=True)
    )
    return best.place, best.around, best.held, close


def _accepted(spot: Spot, place: Place, *, told: Mapping[str, float], tied: bool, surname: bool, beside: bool) -> bool:
    """True where the name stands for a place at all: the smaller the place, the more the words around must say so.

    ``tied``: a place named beside it contains it or lies in it. ``surname``: it lies where towns bear surnames.
    ``beside``: it lies next to a sure place of the text.
    """
    match spot.risk:
        case Risk.EMBEDDED:
            whole = place.kind in _WHOLE and not place.alias and place.population >= MILLION
            return whole or (_names_its_kind(spot, place) and told.get(place.country or "", 0.0) >= TOLD)
        case Risk.PERSON:
            return spot.cue is Cue.STRONG and (tied or size_of(place) >= CLEAR_SIZE)
        case Risk.INSTITUTION:
            return spot.cue is Cue.STRONG
        case Risk.COMMON:
            plain = place.kind is PlaceKind.CITY and not place.alias and place.population >= COMMON_CITY
            sure = tied or (plain and spot.cue is Cue.STRONG and told.get(place.country or "", 0.0) >= TOLD)
            return sure and spot.case is Case.MIXED and place.kind is not PlaceKind.DISTRICT
        case _:
            return tied or _known_enough(spot, place, told=told, surname=surname, beside=beside)


def _names_its_kind(spot: Spot, place: Place) -> bool:
    """True for a district whose name says that it is one ("the Cuyahoga County Medical Examiner")."""
    return place.kind is PlaceKind.DISTRICT and spot.kind is not None and spot.noun_end == spot.end


def _known_enough(spot: Spot, place: Place, *, told: Mapping[str, float], surname: bool, beside: bool) -> bool:
    if place.is_added:
        return True
    evidence = told.get(place.country or "", 0.0) >= TOLD
    strong = spot.cue is Cue.STRONG or spot.kind is not None
    hinted = told.get(place.country or "", 0.0) >= TOLD / 2
    if (strong or (hinted and not surname)) and spot.case is Case.MIXED and _has_no_namesake(spot):
        return True
    if place.kind is PlaceKind.DISTRICT:
        return strong and (evidence or _has_a_town(spot, place))
    if place.kind is PlaceKind.PROVINCE and spot.case is not Case.MIXED:
        return hinted or (spot.cue is Cue.STRONG and not place.alias)
    if place.kind is not PlaceKind.CITY:
        return True
    if spot.case is not Case.MIXED:
        elsewhere = not evidence and any(weight >= TOLD for weight in told.values())
        sure = SURE_CITY * (FAR_OFF if elsewhere else 1)
        return (evidence and place.population >= KNOWN_CITY) or (
            place.population >= sure and not (place.alias and (elsewhere or place.population < MILLION))
        )
    if place.population >= (SURE_CITY * (10 if place.alias and not evidence else 1)) or place.capital:
        alone = (
            spot.cue is Cue.NONE and spot.kind is None and not surname and told.get(place.country or "", 0.0) < TOLD / 2
        )
        return not alone or beside or place.capital or place.population >= MILLION or spot.last - spot.first > 1
    if place.population >= KNOWN_CITY:
        return strong or beside or (evidence and not surname) or _is_unmistakable(spot)
    return (strong and (evidence or _stands_out(spot, place))) or (beside and not place.alias) or _is_unmistakable(spot)


def _stands_out(spot: Spot, place: Place) -> bool:
    """True for a town much larger than all its namesakes, which all lie in its country."""
    others = [other for other in spot.candidates if other.place_id != place.place_id]
    if place.alias or any(other.country != place.country for other in others):
        return False
    return all(other.population * STANDS_OUT <= place.population for other in others)


def _has_no_namesake(spot: Spot) -> bool:
    """True for a name the whole gazetteer has once, or for a district and the town in it ("Amourj")."""
    first = spot.candidates[0]
    return len(first.name) >= RARE_NAME and all(
        other.country == first.country and distance_km(first, other) <= ONE_PLACE_KM for other in spot.candidates
    )


def _has_a_town(spot: Spot, district: Place) -> bool:
    """True for a district that bears its town's name, where the town alone would be known enough."""
    towns = (place for place in spot.candidates if place.kind is PlaceKind.CITY)
    return any(town.country == district.country and town.population >= KNOWN_CITY for town in towns)


def _is_unmistakable(spot: Spot) -> bool:
    """True for a name of several words that only one country has ("Delray Beach")."""
    names = {place.country for place in spot.candidates if not place.alias}
    return spot.last - spot.first > 1 and len(names) == 1 and spot.candidates[0].population >= COUNTRY_CITY
