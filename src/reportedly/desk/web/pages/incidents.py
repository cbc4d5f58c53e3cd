"""The list of incidents: filters that stand in the address, counts, an order, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    whole = _whole(ledger)
    return page(
        "incidents.html",
        request,
        asked=asked,
        found=shown,
        fit=fit,
        whole=whole.incidents,
        reports=whole.reports,
        following=asked.query(after=shown[-1].id) if len(found) > len(shown) else None,
        first=asked.query(after=None),
        filtered=bool(asked.query(after=None, sort=None, limit=None)),
        choices=whole.choices,
        countries=whole.countries,
        kinds=codebook().codes("party_kind"),
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """What the page says of the whole ledger, whatever is asked for."""

    reports: int
    incidents: int
    choices: Mapping[str, Sequence[Choice]]
    countries: Sequence[Choice]


_KEPT: dict[tuple[int, ...], Whole] = {}
"""The last one by its stamp: counting a ledger of 100,000 incidents takes as long as finding a page of it."""


def _whole(ledger: Reading) -> Whole:
    kept = _KEPT.get(ledger.stamp)
    if kept is not None:
        return kept
    reports, found = totals(ledger.transaction)
    choices = {facet: _choices(ledger, facet) for facet in ("type", "stage", "responsibility")}
    made = Whole(reports, found, choices, _countries(ledger))
    _KEPT.clear()
    _KEPT[ledger.stamp] = made
    return made


def _choices(ledger: Reading, facet: str) -> Sequence[Choice]:
    return [(value, value, number) for value, number in facet_counts(ledger.transaction, facet)]


def _countries(ledger: Reading) -> Sequence[Choice]:
    counted = facet_counts(ledger.transaction, "country")
    named = [(code, place.name if (place := load().country(code)) else code, number) for code, number in counted]
    return sorted(named, key=lambda one: one[1])
