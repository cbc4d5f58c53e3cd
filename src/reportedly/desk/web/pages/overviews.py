"""Incidents on a map and along a line of time, under the same conditions as the list."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.desk.web.asked import Asked
from reportedly.desk.web.drawings.places import map_of_all, points_of
from reportedly.desk.web.drawings.times import line_of, rows_of
from reportedly.desk.web.opened import Ledger, Reading
from reportedly.desk.web.pages.layout import page
from reportedly.ledger.reading import count, incidents
from reportedly.records.filters import Page
from reportedly.records.merged import Incident

router = APIRouter()
DRAWN = 1000
"""Incidents on one map: reading a thousand takes some 0.3 s, and more marks would be seen as one."""
ROWS = 150
"""Rows of one line of time: what a person may still scroll through."""


@router.get("/map")
def map_page(request: Request, asked: Annotated[Asked, Query()], ledger: Ledger) -> Response:
    """Where it was, as exactly as is known and no more."""
    found, fit = _found(ledger, asked, DRAWN)
    points = points_of(found)
    unsettled = [one for one in found if one.where is None or one.where.lat is None]
    drawing = map_of_all(points)
    return page(
        "map.html", request, asked=asked, drawing=drawing, points=points, unsettled=unsettled, fit=fit, most=DRAWN
    )


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
    found = list(incidents(ledger.transaction, ledger.index, wanted=wanted, page=Page(limit=most)))
    return found, count(ledger.transaction, ledger.index, wanted=wanted)
