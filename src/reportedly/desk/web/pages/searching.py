"""Words in, what holds them out: incidents, claims and names; names also where they are spelled almost so."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from rapidfuzz import fuzz, process, utils

from reportedly.codebook.book import codebook
from reportedly.desk.web.opened import Ledger, Reading
from reportedly.desk.web.pages.layout import page
from reportedly.ledger.browsing import facet_counts, places_told
from reportedly.ledger.reading import incidents
from reportedly.records.filters import Filter, Page
from reportedly.records.merged import Evidence, Incident

router = APIRouter()
SHOWN = 30
ALIKE = 80
"""rapidfuzz's scale: "Basikunu" and "Bassikounou" come to 84, "Goma" and "Gao" to 57."""


@router.get("/search")
def search_page(request: Request, ledger: Ledger, q: Annotated[str, Query(max_length=300)] = "") -> Response:
    """What the ledger has for some words."""
    words = q.strip()
    wanted = Filter(text=words)
    found: list[Incident] = []
    if words:
        found = list(incidents(ledger.transaction, ledger.index, wanted=wanted, page=Page(limit=SHOWN)))
    names = names_like(words, _names(ledger)) if words else []
    return page("search.html", request, q=words, found=found, quoted=_quoted(found, words), names=names)


def names_like(words: str, names: dict[str, str]) -> list[tuple[str, str]]:
    """The names that are spelled like the words, likest first, each with its address."""
    likest = process.extract(
        words, list(names), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=ALIKE, limit=10
    )
    return [(name, names[name]) for name, _, _ in likest]


def _names(ledger: Reading) -> dict[str, str]:
    """Every actor and place of the ledger, by each of its names, with the address of its page."""
    known = {actor.id.casefold(): actor for actor in codebook().actors}
    found: dict[str, str] = {}
    for value, _ in facet_counts(ledger.transaction, "actor"):
        actor = known.get(value)
        for name in (value,) if actor is None else (actor.name, *actor.names):
            found.setdefault(name, f"/actors/{value}")
    for place in places_told(ledger.transaction):
        if place.place_id is not None:
            found.setdefault(place.name, f"/places/{place.place_id}")
    return found


def _quoted(found: list[Incident], words: str) -> list[tuple[Incident, Evidence]]:
    """Claims whose own words hold one that was asked for."""
    asked = words.casefold().split()
    holding = (
        (one, evidence)
        for one in found
        for evidence in one.evidence
        if any(word in evidence.claim.quote.casefold() for word in asked)
    )
    return [pair for pair, _ in zip(holding, range(SHOWN), strict=False)]
