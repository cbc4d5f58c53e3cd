"""A ledger and an area or a stretch of days in, the page of that place or the situation of these days out."""

import datetime as dt
from collections.abc import Iterable

from reportedly.asking.areas import distance_km
from reportedly.asking.sites import presences_in
from reportedly.asking.sites import site as site_of
from reportedly.asking.situation import situation as situation_of
from reportedly.errors import UsageError
from reportedly.gazetteer.load import load
from reportedly.gazetteer.place import PRECISION, Place
from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.merging.links import WINDOW_DAYS
from reportedly.pipeline.snapshot import ledger_at, steps_between
from reportedly.records.merged import Incident
from reportedly.records.moments import day_of, latest
from reportedly.records.places import Where
from reportedly.records.sites import Presence, Site, Situation
from reportedly.records.vocabulary import PlacePrecision


def site(engine: Engine, area: Where) -> Site:
    """All that a ledger knows about a place."""
    presences: list[Presence] = []
    with engine.reading() as transaction:
        incidents = tuple(reading.incidents(transaction, engine.index))
        for telling in reading.tellings(transaction):
            presences += presences_in(telling, area)
    return site_of(
        area, incidents=incidents, presences=presences, window=WINDOW_DAYS, known_until=known_until(incidents)
    )


def situation(engine: Engine, *, first: dt.date, last: dt.date, area: Where | None) -> Situation:
    """What was known at the end of ``last`` of the days from ``first`` on, and what had changed since they began."""
    opens, closes = latest(first - dt.timedelta(days=1)), latest(last)
    with ledger_at(engine, closes) as then, then.reading() as transaction:
        incidents = tuple(reading.incidents(transaction, then.index))
    steps = steps_between(engine, opens, closes)
    return situation_of(incidents, steps, first=first, last=last, area=area, window=WINDOW_DAYS)


def known_until(incidents: Iterable[Incident]) -> dt.date | None:
    """The day of the latest report about any incident."""
    days = [day_of(told.published) for one in incidents for told in one.reports if told.published is not None]
    return max(days, default=None)


def area_named(engine: Engine, name: str) -> Where:
    """The place of that name: the gazetteer's, else one that the ledger's own reports name; UsageError for neither."""
    found = [area_of(place, name=name) for place in load().candidates(name) if place.lat is not None]
    if found:
        return next((one for one in found[1:] if _is_its_town(one, found[0])), found[0])
    asked = name.casefold()
    with engine.reading() as transaction:
        for incident in reading.incidents(transaction, engine.index):
            where = incident.where
            if where is not None and where.lat is not None and asked in where.name.casefold():
                return where
    raise UsageError(f"neither the gazetteer nor this ledger has a place {name!r} with a point")


def _is_its_town(one: Where, district: Where) -> bool:
    """True for the town that a district is called by: reports that name it mean the town."""
    if district.precision is not PlacePrecision.DISTRICT or one.precision is not PlacePrecision.SETTLEMENT:
        return False
    apart = distance_km(one, district)
    return one.country == district.country and apart is not None and apart <= TOWN_KM


TOWN_KM = 50.0
"""Within so many kilometres of a district's middle its town stands: set by hand, as districts are listed with a radius
that need not reach it."""


def area_of(place: Place, *, name: str) -> Where:
    """A place of the gazetteer as an area, under the name it was asked for, as reports may name it so, too."""
    return Where(
        name=name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        precision=PRECISION[place.kind],
        place_id=place.place_id,
    )
