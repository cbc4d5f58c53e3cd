"""Reports: a list of them, and one with its words marked by kind and every sentence accounted for."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from reportedly.desk.cards import Voices, cards_of, own_lines
from reportedly.desk.field_values import PARSERS
from reportedly.desk.marks import anchors_of, marks_of, paragraphs_of
from reportedly.desk.page import counted_statuses, linkable, tips_of, title_of
from reportedly.desk.web.asked import SHOWN
from reportedly.desk.web.opened import Ledger
from reportedly.desk.web.pages.layout import page
from reportedly.desk.web.writing import user
from reportedly.desk.words_for import value_words
from reportedly.ledger.browsing import newest_reports
from reportedly.ledger.engine import Transaction
from reportedly.ledger.reading import incident_id, telling, totals, versions
from reportedly.records.incidents import IncidentFields, Telling

router = APIRouter()


@router.get("/reports")
def list_page(request: Request, ledger: Ledger, after: Annotated[int | None, Query(ge=0, lt=2**63)] = None) -> Response:
    """The reports, the last received first."""
    found = newest_reports(ledger.transaction, after=after, limit=SHOWN + 1)
    shown = found[:SHOWN]
    following = f"after={shown[-1].row}" if len(found) > SHOWN else None
    return page(
        "reports.html",
        request,
        found=shown,
        whole=totals(ledger.transaction)[0],
        following=following,
        after=after,
        linkable=linkable,
    )


@router.get("/reports/{report_id:path}")
def report_page(
    request: Request, report_id: str, ledger: Ledger, claim: Annotated[str | None, Query()] = None
) -> Response:
    """One report; the words of ``claim`` are lit where one is given."""
    found = telling(ledger.transaction, report_id)
    if found is None:
        raise HTTPException(404, f"no report has the id {report_id!r}")
    marks = marks_of(found)
    paragraphs = paragraphs_of(found, marks)
    anchors = anchors_of(marks)
    return page(
        "report.html",
        request,
        telling=found,
        title=title_of(found.report),
        link=linkable(found.report.uri),
        cards=cards_of(found),
        merged=_merged(ledger.transaction, found.incidents),
        own=own_lines(found),
        paragraphs=paragraphs,
        anchors=anchors,
        tips=tips_of(found, marks),
        statuses=counted_statuses(paragraphs),
        settable=tuple(PARSERS),
        user=user(),
        lit=anchors.get(claim) if claim else None,
        asked=_asked(found, claim),
        versions=versions(ledger.transaction, report_id),
    )


def _merged(transaction: Transaction, told: Iterable[IncidentFields]) -> Mapping[str, str]:
    """The incident of the ledger that each incident of the report is in."""
    found = ((one.id, incident_id(transaction, one.id)) for one in told)
    return {own: merged for own, merged in found if merged is not None}


def _asked(found: Telling, claim_id: str | None) -> Mapping[str, object] | None:
    """The claim that is lit: what it says, by whose word; None where none is asked for, or it stands no more."""
    claim = next((one for one in found.claims if one.id == claim_id), None)
    if claim is None:
        return None
    voice = Voices.of_report([claim], found.report.publisher).voice(claim)
    return {"claim": claim, "value": value_words(claim.value), "chain": voice.chain, "how": voice.how}
