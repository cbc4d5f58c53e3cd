"""Incidents on a map and along a line of time, under the same conditions as the list."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.desk.web.asked import Asked
from reportedly.desk.web.drawings.brush import bars_of, brush_of
from reportedly.desk.web.drawings.places import LEAST_KM, MOST_KM, laid_out, map_of_all
from reportedly.desk.web.drawings.times import line_of, rows_of
from reportedly.desk.web.opened import Ledger, Reading
from reportedly.desk.web.pages.layout import page
from reportedly.ledger.overviews import briefs, days, spots
from reportedly.ledger.reading import count, listed
from reportedly.records.filters import Near, Page
from reportedly.records.merged import Incident

router = APIRouter()
AROUND: Mapping[str, None] = {"near": None, "radius": None}
TIME: Mapping[str, None] = {"since": None, "until": None}
PART: Mapping[str, None] = {"sort": None, "limit": None, "after": None}
"""Parts of a question that the address of another map leaves out."""
UNSETTLED = 50
"""Incidents without a place on the map that are listed below it."""
ROWS = 150
"""Rows of one line of time: what a person may still scroll through."""


@router.get("/map")
def map_page(request: Request, asked: Annotated[Asked, Query()], ledger: Ledger) -> Response:
    """Where it was, as exactly as is known and no more."""
    wanted = asked.filter()
    found = tuple(spots(ledger.transaction, ledger.index, wanted=wanted))
    layout = laid_out(found, around=wanted.near)
    whenever = days(ledger.transaction, ledger.index, wanted=replace(wanted, since=None, until=None))
    is_of_all_time = wanted.since is None and wanted.until is None
    fit = sum(whenever.values()) if is_of_all_time else count(ledger.transaction, ledger.index, wanted=wanted)
    without = fit - sum(one.incidents for one in found)
    lacking, part = replace(wanted, settled=False), Page(limit=UNSETTLED)
    drawn = bars_of({day: number for day, number in whenever.items() if day is not None})
    return page(
        "map.html",
        request,
        asked=asked,
        drawing=map_of_all(layout, briefs(ledger.transaction, layout.alone), query=asked.query(**AROUND, **PART)),
        brush=brush_of(drawn, path="/map", query=asked.query(**TIME, **PART), since=wanted.since, until=wanted.until),
        views=_views(layout.view.circle, asked),
        known=fit - without,
        without=without,
        unsettled=list(listed(ledger.transaction, ledger.index, wanted=lacking, page=part)) if without else [],
    )


def _views(seen: Near, asked: Asked) -> list[tuple[str, str, str]]:
    """Addresses of the same map nearer, wider and whole: key, name, address."""
    sizes = (("+", "Closer", seen.radius_km / 2), ("-", "Wider", seen.radius_km * 2))
    told = [
        (key, name, f"/map?{asked.query(near=f'{seen.lat:.4f},{seen.lon:.4f}', radius=f'{radius_km:.1f}', **PART)}")
        for key, name, radius_km in sizes
        if LEAST_KM <= radius_km <= MOST_KM
    ]
    return [*told, *([("0", "Whole", f"/map?{asked.query(**AROUND, **PART)}")] if asked.near else [])]


@router.get("/timeline")
def timeline_page(request: Request, asked: Annotated[Asked, Query()], ledger: Ledger) -> Response:
    """When it was, as exactly as is known, and which threats were followed."""
    found, fit = _found(ledger, asked, ROWS)
    rows = rows_of(found)
    undated = [one for one in found if one.id not in {row.incident.id for row in rows}]
    return page("timeline.html", request, asked=asked, drawing=line_of(rows), rows=rows, undated=undated, fit=fit)


def _found(ledger: Reading, asked: Asked, most: int) -> tuple[list[Incident], int]:
    """The first incidents for which the conditions hold, and how many there are."""
    wanted = asked.filter()
    found = list(listed(ledger.transaction, ledger.index, wanted=wanted, page=Page(limit=most)))
    return found, count(ledger.transaction, ledger.index, wanted=wanted)
