"""Actors and places over HTTP: who and where incidents are told of, and how often."""

from fastapi import APIRouter, HTTPException, Request, Response

from reportedly.codebook.actors import Actor
from reportedly.codebook.book import codebook
from reportedly.desk.web.api.answers import described, object_answer
from reportedly.desk.web.opened import Ledger
from reportedly.gazetteer.load import load
from reportedly.ledger.browsing import PlaceTold, facet_counts, places_told

router = APIRouter(tags=["actors and places"])


@router.get("/actors", responses=described("actors"))
def list_actors(request: Request, ledger: Ledger) -> Response:
    """Every actor that the codebook knows and some incident names, most incidents first."""
    known = {actor.id.casefold(): actor for actor in codebook().actors}
    counts = facet_counts(ledger.transaction, "actor")
    told = [_actor(known[value], count) for value, count in counts if value in known]
    return object_answer(request, {"actors": told, "next": None})


@router.get("/actors/{actor_id}", responses=described("actor"))
def one_actor(request: Request, actor_id: str, ledger: Ledger) -> Response:
    """One actor, and in how many incidents it is named in any role."""
    found = next((actor for actor in codebook().actors if actor.id.casefold() == actor_id.casefold()), None)
    if found is None:
        raise HTTPException(404, f"the codebook has no actor {actor_id!r}")
    count = dict(facet_counts(ledger.transaction, "actor")).get(found.id.casefold(), 0)
    return object_answer(request, _actor(found, count))


@router.get("/places", responses=described("places"))
def list_places(request: Request, ledger: Ledger) -> Response:
    """Every place where an incident was, most incidents first."""
    return object_answer(request, {"places": [_place(one) for one in places_told(ledger.transaction)], "next": None})


@router.get("/places/{place_id:path}", responses=described("place"))
def one_place(request: Request, place_id: str, ledger: Ledger) -> Response:
    """One place of the gazetteer, and how many incidents were there."""
    found = next((one for one in places_told(ledger.transaction) if one.place_id == place_id), None)
    if found is not None:
        return object_answer(request, _place(found))
    known = next(iter(load().find(place_id)), None)
    if known is None:
        raise HTTPException(404, f"the gazetteer has no place {place_id!r}")
    country, lat, lon = known.country, known.lat, known.lon
    told = PlaceTold(place_id=place_id, name=known.name, country=country, lat=lat, lon=lon, incidents=0)
    return object_answer(request, _place(told))


def _actor(actor: Actor, incidents: int) -> dict[str, object]:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind, "incidents": incidents}


def _place(told: PlaceTold) -> dict[str, object]:
    return {
        "place_id": told.place_id,
        "name": told.name,
        "country": told.country,
        "lat": told.lat,
        "lon": told.lon,
        "incidents": told.incidents,
    }
