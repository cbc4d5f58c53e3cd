"""The list of incidents: filters that stand in the address, counts, an order, a page at a time."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.codebook.book import codebook
from reportedly.desk.web.asked import Asked, one_more
from reportedly.desk.web.opened import Ledger, Reading
from reportedly.desk.web.pages.layout import page
from reportedly.gazetteer.load import load
from reportedly.ledger.browsing import facet_counts
from reportedly.ledger.reading import listed_and_counted, totals

router = APIRouter()
Choice = tuple[str, str, int]
"""A code, its label, and how many incidents of the whole ledger have it."""


@router.get("/")
def front() -> Response:
    """The desk opens with the list."""
    return RedirectResponse("/incidents")


@router.get("/incidents")
def list_page(request: Request, asked: Annotated[Asked, Query()], ledger: Ledger) -> Response:
    """The incidents that are asked for."""
    wanted, part = asked.filter(), asked.page(ledger)
    found, fit = listed_and_counted(ledger.transaction, ledger.index, wanted=wanted, page=one_more(part))
    shown = found[: asked.limit]
    reports, whole = totals(ledger.transaction)
    return page(
        "incidents.html",
        request,
        asked=asked,
        found=shown,
        fit=fit,
        whole=whole,
        reports=reports,
        following=asked.query(after=shown[-1].id) if len(found) > len(shown) else None,
        first=asked.query(after=None),
        filtered=bool(asked.query(after=None, sort=None, limit=None)),
        choices={facet: _choices(ledger, facet) for facet in ("type", "stage", "responsibility")},
        countries=_countries(ledger),
        kinds=codebook().codes("party_kind"),
    )


def _choices(ledger: Reading, facet: str) -> Sequence[Choice]:
    return [(value, value, number) for value, number in facet_counts(ledger.transaction, facet)]


def _countries(ledger: Reading) -> Sequence[Choice]:
    counted = facet_counts(ledger.transaction, "country")
    named = [(code, place.name if (place := load().country(code)) else code, number) for code, number in counted]
    return sorted(named, key=lambda one: one[1])
