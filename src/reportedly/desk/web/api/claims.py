"""Claims over HTTP: all that stand in reports, or those of one incident, one report, one field."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from reportedly.desk.field_values import one_of
from reportedly.desk.web.api.answers import Cursor, described, object_answer, place_in_list
from reportedly.desk.web.api.reports import Limit
from reportedly.desk.web.asked import SHOWN, one_code
from reportedly.desk.web.opened import Ledger
from reportedly.exporting.contract import claim_json
from reportedly.ledger.browsing import standing_claims
from reportedly.ledger.reading import incident as incident_of
from reportedly.records.vocabulary import ClaimField

router = APIRouter(tags=["claims"])


@router.get("/claims", responses=described("claims"))
def list_claims(
    request: Request,
    *,
    ledger: Ledger,
    incident: Annotated[str | None, Query(description="Those that one incident rests on.")] = None,
    report: Annotated[str | None, Query(description="Those of one report.")] = None,
    field: Annotated[str | None, one_code(ClaimField), Query(description="Those of one field.")] = None,
    limit: Limit = SHOWN,
    after: Cursor = None,
) -> Response:
    """Claims with the words they stand on, each with its report; those of one incident all at once."""
    named = None if field is None else one_of(field, ClaimField, what="field")
    if incident is not None:
        return object_answer(request, {"claims": _of_incident(ledger, incident, report, named), "next": None})
    place = place_in_list(after)
    found = standing_claims(ledger.transaction, report_id=report, field=named, after=place, limit=limit + 1)
    shown = found[:limit]
    following = None
    if len(found) > limit:
        row, position = shown[-1].place
        following = str(request.url.include_query_params(after=f"{row}.{position}").replace(scheme="", netloc=""))
    claims = [{**claim_json(one.claim), "report_id": one.report_id} for one in shown]
    return object_answer(request, {"claims": claims, "next": following})


def _of_incident(ledger: Ledger, incident_id: str, report: str | None, field: str | None) -> list[dict[str, object]]:
    found = incident_of(ledger.transaction, incident_id)
    if found is None:
        raise HTTPException(404, f"no incident has the id {incident_id!r}")
    return [
        {**claim_json(one.claim), "report_id": one.report_id}
        for one in found.evidence
        if report in (None, one.report_id) and field in (None, one.claim.field.value)
    ]
