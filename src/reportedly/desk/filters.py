"""The conditions of a list as a person types them in, the filter and the page that are meant out.

What is wrong is refused with what would be right.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from reportedly.codebook.book import codebook
from reportedly.desk.field_values import code_of, one_of
from reportedly.desk.periods import period_in
from reportedly.desk.places import Meant, country_code, place_meant, point_in
from reportedly.errors import UsageError
from reportedly.records.filters import Filter, Near, SortKey
from reportedly.records.moments import day_of
from reportedly.records.vocabulary import IncidentType, Responsibility, Stage

RADIUS_KM = 25.0
"""How far around a point is asked for where nobody says: about a district. A place's own extent, where it is larger."""
MOST_FIRST = frozenset({SortKey.KILLED, SortKey.SOURCES, SortKey.REPORTS})
"""Keys by which the largest come first; a dash turns each key round."""


def filter_of(
    *,
    types: Iterable[str] = (),
    stages: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    near: Near | None = None,
    countries: Iterable[str] = (),
    actors: Iterable[str] = (),
    target_kinds: Iterable[str] = (),
    responsibility: Iterable[str] = (),
    min_killed: int | None = None,
    min_sources: int | None = None,
    disputed: bool | None = None,
    text: str | None = None,
) -> Filter:
    """The filter; UsageError where a word is no code, no time or no country."""
    return Filter(
        types=tuple(IncidentType(one_of(word, IncidentType, what="type")) for word in types),
        stages=tuple(Stage(one_of(word, Stage, what="stage")) for word in stages),
        since=None if since is None else _first_day(since),
        until=None if until is None else _last_day(until),
        near=near,
        countries=tuple(_country(word) for word in countries),
        actors=tuple(dict.fromkeys(one for word in actors for one in _actor(word))),
        target_kinds=tuple(code_of(word, codebook().codes("party_kind"), what="target kind") for word in target_kinds),
        responsibility=tuple(
            Responsibility(one_of(word, Responsibility, what="responsibility")) for word in responsibility
        ),
        killed_at_least=min_killed,
        sources_at_least=min_sources,
        disputed=disputed,
        text=text,
    )


def near_of(words: str, *, radius_km: float | None) -> tuple[Near, Meant | None]:
    """The circle around a point or a place, and the place that was meant, None for a point; UsageError for neither."""
    point = point_in(words)
    if point is not None:
        return Near(lat=point[0], lon=point[1], radius_km=RADIUS_KM if radius_km is None else radius_km), None
    meant = place_meant(words)
    place = meant.place
    if place.lat is None or place.lon is None:
        raise UsageError(f"the gazetteer has no point for {words!r}; give one instead: 35.47,44.39")
    reach = max(RADIUS_KM, place.radius_km) if radius_km is None else radius_km
    return Near(lat=place.lat, lon=place.lon, radius_km=reach), meant


def order_of(word: str) -> tuple[SortKey, bool]:
    """The key to sort by and whether it descends; UsageError where there is no such key."""
    name = word.removeprefix("-")
    key = SortKey(code_of(name, [str(key) for key in SortKey], what="order"))
    return key, (key in MOST_FIRST) != word.startswith("-")


def _first_day(text: str) -> dt.date | None:
    start = period_in(text).start
    return None if start is None else day_of(start)


def _last_day(text: str) -> dt.date | None:
    end = period_in(text).end
    return None if end is None else day_of(end)


def _country(word: str) -> str:
    code = country_code(word)
    if code is None:
        raise UsageError(f"there is no country {word!r}; give its name, or its code as ISO 3166-1 has it: IQ")
    return code


def _actor(word: str) -> Sequence[str]:
    """The word itself, as reports may name an actor no codebook has, and the ids of those it is a name of."""
    asked = word.strip().casefold()
    if not asked:
        raise UsageError("an actor's name or id is needed")
    known = (
        actor.id
        for actor in codebook().actors
        if any(asked == name.casefold() for name in (actor.id, *actor.names, *actor.acronyms))
    )
    return [word.strip(), *known]
