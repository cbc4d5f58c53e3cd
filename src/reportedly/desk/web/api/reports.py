"""Reports over HTTP: a page of a list, and one with all that it tells."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from reportedly.desk.web.api.answers import described, object_answer
from reportedly.desk.web.asked import MOST, SHOWN
from reportedly.desk.web.opened import Ledger
from reportedly.exporting.contract import as_json
from reportedly.ledger.browsing import Listed, newest_reports
from reportedly.ledger.reading import telling, totals, versions
from reportedly.records.kept import KeptReport
from reportedly.records.moments import iso

router = APIRouter(tags=["reports"])
Limit = Annotated[int, Query(ge=1, le=MOST, description="Items on a page.")]


@router.get("/reports", responses=described("reports"))
def list_reports(
    request: Request, ledger: Ledger, limit: Limit = SHOWN, after: Annotated[int | None, Query(ge=0, lt=2**63)] = None
) -> Response:
    """The reports without their texts, the last received first."""
    found = newest_reports(ledger.transaction, after=after, limit=limit + 1)
    shown = found[:limit]
    following = f"{request.url.path}?limit={limit}&after={shown[-1].row}" if len(found) > limit else None
    told = {"reports": [_head(one) for one in shown], "total": totals(ledger.transaction)[0], "next": following}
    return object_answer(request, told)


@router.get("/reports/{report_id:path}", responses=described("report"))
def one_report(request: Request, report_id: str, ledger: Ledger) -> Response:
    """What one report tells, as ``read`` prints it, and which versions of it there are."""
    found = telling(ledger.transaction, report_id)
    if found is None:
        raise HTTPException(404, f"no report has the id {report_id!r}")
    kept = [_version(one) for one in versions(ledger.transaction, report_id)]
    return object_answer(request, {**as_json(found), "versions": kept})


def _head(listed: Listed) -> dict[str, object]:
    head = listed.head
    return {
        "id": head.report_id,
        "uri": head.uri,
        "publisher": head.publisher,
        "title": head.title,
        "published": None if head.published is None else iso(head.published),
        "language": head.language,
        "received": listed.received.isoformat(timespec="seconds"),
        "incidents": listed.incidents,
    }


def _version(kept: KeptReport) -> dict[str, object]:
    return {
        "version": kept.version,
        "counts": kept.counts,
        "received": kept.received.isoformat(timespec="seconds"),
        "published": None if kept.report.published is None else iso(kept.report.published),
    }
