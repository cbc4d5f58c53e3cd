"""Actors and places: who and where the incidents are told of, and a page for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response

from reportedly.codebook.book import codebook
from reportedly.desk.web.opened import Ledger
from reportedly.desk.web.pages.layout import page
from reportedly.gazetteer.load import load
from reportedly.ledger.browsing import facet_counts, places_told
from reportedly.ledger.reading import listed
from reportedly.records.filters import Filter, Near, Page, SortKey
from reportedly.records.incidents import Perpetrator
from reportedly.records.merged import Incident

router = APIRouter()
SHOWN = 200
"""Incidents on one page of an actor or a place, and names in one list."""
LEAST_KM = 10.0
"""How far around a place its page looks at least: a town and its edges."""


@dataclass(frozen=True, slots=True)
class Part:
    """An incident and what is said of the actor's part in it."""

    incident: Incident
    blamed: tuple[Perpetrator, ...]


@router.get("/actors")
def actors_page(request: Request, ledger: Ledger) -> Response:
    """Everybody whom an incident names in any role."""
    known = {actor.id.casefold(): actor for actor in codebook().actors}
    counted = [(known[value], number) for value, number in facet_counts(ledger.transaction, "actor") if value in known]
    names = [(value, number) for value, number in facet_counts(ledger.transaction, "actor") if value not in known]
    return page("actors.html", request, known=counted, names=names[:SHOWN])


@router.get("/actors/{actor_id:path}")
def actor_page(request: Request, actor_id: str, ledger: Ledger) -> Response:
    """What is claimed by and about an actor over time, by its id or by a name that reports give it."""
    actor = next((one for one in codebook().actors if one.id.casefold() == actor_id.casefold()), None)
    part = Page(key=SortKey.WHEN, descending=True, limit=SHOWN)
    wanted = Filter(actors=(actor_id,))
    found = list(listed(ledger.transaction, ledger.index, wanted=wanted, page=part))
    if actor is None and not found:
        raise HTTPException(404, f"neither the codebook nor an incident has an actor {actor_id!r}")
    asked = {actor_id.casefold()} if actor is None else {actor.id.casefold()}
    parts = [Part(one, tuple(_about(one.perpetrators, asked))) for one in found]
    return page("actor.html", request, actor=actor, name=actor.name if actor else actor_id, parts=parts, id=actor_id)


@router.get("/places")
def places_page(request: Request, ledger: Ledger) -> Response:
    """Everywhere an incident was."""
    return page("places.html", request, found=list(places_told(ledger.transaction))[:SHOWN])


@router.get("/places/{place_id:path}")
def place_page(request: Request, place_id: str, ledger: Ledger) -> Response:
    """What happened at a place and close around it."""
    place = next(iter(load().find(place_id)), None)
    if place is None or place.lat is None or place.lon is None:
        raise HTTPException(404, f"the gazetteer has no point for a place {place_id!r}")
    near = Near(lat=place.lat, lon=place.lon, radius_km=max(LEAST_KM, place.radius_km))
    part = Page(key=SortKey.WHEN, descending=True, limit=SHOWN)
    found: Sequence[Incident] = list(listed(ledger.transaction, ledger.index, wanted=Filter(near=near), page=part))
    return page("place.html", request, place=place, near=near, found=found)


def _about(rows: Iterable[Perpetrator], asked: set[str]) -> Iterable[Perpetrator]:
    return (row for row in rows if asked & {row.name.casefold(), (row.actor_id or "").casefold()})
