"""Neighbouring spots in, which one lies in the other out: "Aurora, Illinois", "Marib in northern Yemen", lists."""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.understanding.places.spot import Search, Spot
from reportedly.understanding.places.tokens import Gap
from reportedly.understanding.places.weights import MOST, distance_km


def places_around(search: Search, spots: Sequence[Spot], number: int) -> tuple[Place, ...]:
    """Namesakes of the place named right behind as the one around ("X, Y", "X in Y"); none without one."""
    abbreviated = _abbreviated(search, spots[number])
    if abbreviated is not None:
        return (abbreviated,)
    if number + 1 >= len(spots) or not _leads_to(search, spots[number], spots[number + 1]):
        return ()
    pool = spots[number + 1].candidates[:MOST]
    comma = search.tokens[spots[number + 1].first].gap is Gap.COMMA
    if comma and any(map(_is_named_country, spots[number].candidates)):
        return tuple(other for other in pool if other.kind is PlaceKind.PROVINCE)
    return pool


def places_held(search: Search, spots: Sequence[Spot], number: int) -> tuple[Place, ...]:
    """Namesakes of the place named right in front as lying in this one; none without one."""
    if number == 0 or not _leads_to(search, spots[number - 1], spots[number]):
        return ()
    return spots[number - 1].candidates[:MOST]


def _is_named_country(place: Place) -> bool:
    return place.kind is PlaceKind.COUNTRY and not place.alias


def in_list(search: Search, spots: Sequence[Spot], number: int) -> bool:
    """True for a country or division among its like ("Peru, Mexico and Chile"), where a comma contains nothing."""
    kind = _leading_kind(spots[number])
    if kind is None:
        return False
    alike = 0
    for step in (-1, 1):
        other, inner = number + step, number
        while (
            0 <= other < len(spots)
            and _leading_kind(spots[other]) is kind
            and _beside(search, spots, min(other, inner))
        ):
            alike += 1
            other, inner = other + step, other
    return alike >= 2  # noqa: PLR2004 (two could be a town and its country)


def _leading_kind(spot: Spot) -> PlaceKind | None:
    kind = spot.candidates[0].kind if spot.candidates else None
    return kind if kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) else None


def _beside(search: Search, spots: Sequence[Spot], number: int) -> bool:
    """True where the next spot follows after a comma, a joining word or both."""
    spot, after = spots[number], spots[number + 1]
    between = search.tokens[spot.last : after.first]
    return (
        spot.sentence == after.sentence
        and len(between) <= 1
        and all(token.low in search.words.particles for token in between)
    )


def _abbreviated(search: Search, spot: Spot) -> Place | None:
    """The division in short behind a comma ("Aurora, Ill.")."""
    after = search.tokens[spot.last] if spot.last < len(search.tokens) else None
    if after is None or after.gap is not Gap.COMMA or after.word not in search.words.abbreviated:
        return None
    return search.gazetteer.by_id(search.words.abbreviated[after.word])


def _leads_to(search: Search, spot: Spot, after: Spot) -> bool:
    """True for "X, Y", "X province, Y", "X (Y)", "X in Y", "X, in the northern Y", "X Y" for a province Y."""
    tokens, words = search.tokens, search.words
    if spot.sentence != after.sentence or after.first - spot.last > 6:  # noqa: PLR2004 (farther is another phrase)
        return False
    between = tokens[spot.last + len(spot.noun) if spot.noun_end > spot.end else spot.last : after.first]
    if tokens[after.first].gap in {Gap.COMMA, Gap.PARENTHESIS}:
        return not between
    if not between and tokens[after.first].gap is Gap.SPACE:
        return any(place.kind is PlaceKind.PROVINCE and not place.alias for place in after.candidates[:2])
    lows = [token.low for token in between]
    if any(low in words.ties and front in words.bearings for front, low in pairwise(lows)):
        return False
    known = all(
        low in words.directions or low in words.articles or low in words.inside or (low,) in words.nouns for low in lows
    )
    return known and any(low in words.inside for low in lows)


def lies_in(place: Place, other: Place) -> bool:
    """True where ``other`` is the country, division or larger town around ``place``."""
    if other.kind is PlaceKind.COUNTRY:
        return place.kind is not PlaceKind.COUNTRY and place.country == other.country
    if place.country != other.country or place.place_id == other.place_id:
        return False
    if other.kind is PlaceKind.PROVINCE:
        if place.province is not None:
            return place.province == other.place_id
        return (
            place.kind not in (PlaceKind.PROVINCE, PlaceKind.COUNTRY) and distance_km(place, other) <= other.radius_km
        )
    if other.kind in (PlaceKind.DISTRICT, PlaceKind.REGION):
        return place.kind is not PlaceKind.PROVINCE and distance_km(place, other) <= 2 * other.radius_km
    return False
