"""Settled spots in, place mentions out: name, point, precision and span as the contract has them."""

import math
from collections.abc import Sequence

from reportedly.gazetteer.place import PRECISION, Place, PlaceKind
from reportedly.records.mentions import PlaceMention
from reportedly.records.places import Where
from reportedly.records.spans import Span
from reportedly.records.vocabulary import PlacePrecision
from reportedly.understanding.places.settle import Settled
from reportedly.understanding.places.spot import Risk, Search, Spot
from reportedly.understanding.places.tokens import Gap

NEAR_KM = 15.0
"""How far "near" reaches beyond the place itself: set by eye."""
OFF_KM = 60.0
"""How far "off" a port reaches: set by eye."""
_POINTS = (PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.LOCALITY, PlaceKind.RELIEF)
OFFSET_SHARE = 0.25
"""The doubt in "30 km west of": a quarter of the distance, set by eye."""
KM_PER_DEGREE = 111.2

_TOLD_OF_TOWNS = (PlacePrecision.DISTRICT, PlacePrecision.EXACT)
_TOLD_OF_DIVISIONS = (PlacePrecision.PROVINCE, PlacePrecision.DISTRICT)


def mention_of(search: Search, settled: Settled) -> PlaceMention:
    """One mention; its name is the words of its span."""
    if settled.place is None:
        return _unsettled(search, settled)
    spot, place = settled.spot, _as_told(search, settled.spot, settled.place)
    span = Span(spot.start, spot.end)
    precision, lat, lon, radius = PRECISION[place.kind], place.lat, place.lon, place.radius_km
    if spot.direction is not None and place.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT):
        span, precision, lat, lon = Span(spot.direction, spot.end), PlacePrecision.REGION, None, None
    elif (coast := _off(search, spot)) is not None:
        span, precision, radius = Span(coast, spot.end), PlacePrecision.SEA, radius + OFF_KM
        if place.kind not in _POINTS:
            lat = lon = None
    elif _is_near(search, spot) and precision in {
        PlacePrecision.SETTLEMENT,
        PlacePrecision.EXACT,
        PlacePrecision.DISTRICT,
    }:
        precision, radius = PlacePrecision.NEAR, radius + NEAR_KM
    where = Where(
        name=_name(search, spot, place, span), country=place.country, lat=lat, lon=lon,
        radius_km=None if lat is None else radius,
        precision=precision, place_id=place.place_id,
    )  # fmt: skip
    return _shifted(search, spot, PlaceMention(span, where, _is_metonym(search, spot, place)))


def _as_told(search: Search, spot: Spot, place: Place) -> Place:
    """The division around a town, where the words behind the town's name say that is meant ("Krasnodar region")."""
    if place.kind is not PlaceKind.CITY or spot.kind is not PlacePrecision.PROVINCE or not spot.noun:
        return place
    around = search.gazetteer.by_id(place.province) if place.province else None
    return around or place


def _name(search: Search, spot: Spot, place: Place, span: Span) -> str:
    """The span's words, with the generic word behind them where it tells the kind of place ("Anbar province")."""
    if spot.risk is Risk.EMBEDDED or place.kind is PlaceKind.COUNTRY:
        return span.of(search.text)
    told = _TOLD_OF_TOWNS if place.kind is PlaceKind.CITY else _TOLD_OF_DIVISIONS
    if spot.noun_end > spot.end and spot.kind in told:
        return search.text[span.start : spot.noun_end]
    return span.of(search.text)


def _unsettled(search: Search, settled: Settled) -> PlaceMention:
    spot = settled.spot
    span = Span(spot.start, spot.noun_end)
    country = settled.around.country if settled.around else None
    precision = spot.kind or PlacePrecision.SETTLEMENT
    where = Where(
        name=span.of(search.text),
        country=country,
        lat=None,
        lon=None,
        radius_km=None,
        precision=precision,
        place_id=None,
    )
    return PlaceMention(span, where)


def _off(search: Search, spot: Spot) -> int | None:
    """Where a phrase in front begins that moves the place to the water beside it ("off the coast of"); else None."""
    before = search.tokens[max(0, spot.first - 6) : spot.first]
    while before and before[-1].low in search.words.articles:
        before.pop()
    for length in range(len(before), 0, -1):
        if tuple(token.low for token in before[-length:]) in search.words.off:
            return before[-length].start
    return None


def _is_near(search: Search, spot: Spot) -> bool:
    before = [token.low for token in search.tokens[max(0, spot.first - 5) : spot.first]]
    while before and before[-1] in search.words.articles:
        before.pop()
    return any(tuple(before[-length:]) in search.words.near for length in range(1, len(before) + 1))


def _shifted(search: Search, spot: Spot, mention: PlaceMention) -> PlaceMention:
    """The mention moved by a distance and bearing in front ("30 km west of X"); unchanged without one."""
    lead = search.text[max(0, spot.start - 90) : spot.start]
    match = search.words.distance.search(lead)
    where = mention.where
    if match is None or where.lat is None or where.lon is None or where.radius_km is None:
        return mention
    away = _number(match.group("number"), search) * search.words.units_km[_unit(match.group("unit"))]
    bearing = match.group("bearing")
    doubt = max(5.0, away * OFFSET_SHARE)
    lat, lon, radius = where.lat, where.lon, away + where.radius_km
    if bearing is not None:
        lat, lon = offset(
            lat, lon, away_km=away, bearing=search.words.bearings["".join(bearing.lower().replace("-", " ").split())]
        )
        radius = doubt + where.radius_km
    span = Span(spot.start - len(lead) + match.start(), spot.end)
    moved = Where(
        name=span.of(search.text), country=where.country, lat=lat, lon=lon, radius_km=round(radius, 1),
        precision=PlacePrecision.NEAR, place_id=where.place_id,
    )  # fmt: skip
    return PlaceMention(span, moved, mention.metonym)


def _unit(word: str) -> str:
    return " ".join(word.lower().split())


def _number(text: str, search: Search) -> float:
    word = text.lower()
    if word in search.words.numbers:
        return search.words.numbers[word]
    whole, comma, part = text.partition(",")
    return float(whole + part) if comma and len(part) == 3 else float(text.replace(",", "."))  # noqa: PLR2004 ("1,200")


def offset(lat: float, lon: float, *, away_km: float, bearing: float) -> tuple[float, float]:
    """The point that far away in that direction (degrees from north), good to a per cent below 300 km."""
    angle = math.radians(bearing)
    north = away_km * math.cos(angle) / KM_PER_DEGREE
    east = away_km * math.sin(angle) / (KM_PER_DEGREE * max(0.05, math.cos(math.radians(lat))))
    return round(lat + north, 4), round(lon + east, 4)


def with_missions(search: Search, found: Sequence[Settled], mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions, "US embassy in Baghdad" as one place at the city's point or, where known, at its own."""
    kept: list[PlaceMention] = []
    for settled, mention in zip(found, mentions, strict=True):
        start = _mission_start(search, settled.spot)
        if start is None or mention.where.lat is None:
            kept.append(mention)
            continue
        while kept and kept[-1].span.end > start:
            kept.pop()
        kept.append(_mission(search, Span(start, mention.span.end), mention.where))
    return kept


def _mission(search: Search, span: Span, city: Where) -> PlaceMention:
    known = next(iter(search.gazetteer.candidates(span.of(search.text))), None)
    where = Where(
        name=span.of(search.text), country=city.country, lat=known.lat if known else city.lat,
        lon=known.lon if known else city.lon, radius_km=known.radius_km if known else city.radius_km,
        precision=PlacePrecision.EXACT, place_id=known.place_id if known else city.place_id,
    )  # fmt: skip
    return PlaceMention(span, where)


def _mission_start(search: Search, spot: Spot) -> int | None:
    """Where "US embassy in" begins in front of a city; None without such words."""
    tokens, words = search.tokens, search.words
    inner = spot.first - 1
    if inner < 1 or tokens[inner].low not in words.inside or tokens[spot.first].gap is not Gap.SPACE:
        return None
    for length in (2, 1):
        phrase = tokens[max(0, inner - length) : inner]
        owner = search.at(inner - length - 1)
        if tuple(token.low for token in phrase) in words.missions and owner is not None and phrase[0].gap is Gap.SPACE:
            is_state = owner.word in words.demonyms or _is_state(search, owner.word)
            return owner.start if is_state else phrase[0].start
    return None


def _is_state(search: Search, word: str) -> bool:
    return any(place.kind is PlaceKind.COUNTRY for place in search.gazetteer.candidates(word)[:1])


def _is_metonym(search: Search, spot: Spot, place: Place) -> bool:
    """True inside an organisation's name, and where a country or capital does what governments do.

    "Islamabad announced", "Tehran-backed", "the Ohio Department of Health".
    """
    if spot.risk is Risk.EMBEDDED:
        return True
    if place.kind is not PlaceKind.COUNTRY and not place.capital:
        return False
    if spot.first and search.tokens[spot.first - 1].low in search.words.metonym_accusing:
        return True
    if _is_inside(search, spot):
        return False
    behind = search.tokens[spot.last : spot.last + 2]
    if not behind:
        return False
    if behind[0].gap is Gap.HYPHEN:
        return behind[0].low in search.words.metonym_glued
    if behind[0].gap is not Gap.SPACE:
        return False
    phrases = search.words.metonym_verbs
    return (behind[0].low,) in phrases or tuple(token.low for token in behind) in phrases


def _is_inside(search: Search, spot: Spot) -> bool:
    """True behind a word that sets something in a place ("police in Islamabad said")."""
    before = search.at(spot.first - 1)
    if before is None or search.tokens[spot.first].gap is not Gap.SPACE:
        return False
    return before.low in search.words.before and before.low not in search.words.weak


def fullest(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The same mentions, each named in the fullest form its place has in the text."""
    longest: dict[tuple[str, PlacePrecision], str] = {}
    for mention in mentions:
        where = mention.where
        if where.place_id is not None:
            key = (where.place_id, where.precision)
            kept = longest.get(key, "")
            if (len(where.name), not where.name.isupper()) > (len(kept), not kept.isupper()):
                longest[key] = where.name
    return tuple(_renamed(mention, longest) for mention in mentions)


def _renamed(mention: PlaceMention, longest: dict[tuple[str, PlacePrecision], str]) -> PlaceMention:
    where = mention.where
    name = longest.get((where.place_id or "", where.precision), where.name)
    if name == where.name:
        return mention
    full = Where(
        name=name, country=where.country, lat=where.lat, lon=where.lon, radius_km=where.radius_km,
        precision=where.precision,
        place_id=where.place_id,
    )  # fmt: skip
    return PlaceMention(mention.span, full, mention.metonym)
