"""Whether incidents are one, over HTTP: what rules judged, and what people decided."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from reportedly.desk.field_values import one_of
from reportedly.desk.web.api.answers import Cursor, described, object_answer, place_in_list
from reportedly.desk.web.api.reports import Limit
from reportedly.desk.web.asked import SHOWN, one_code
from reportedly.desk.web.opened import Ledger
from reportedly.exporting.dossier import decision_json, judgement_json
from reportedly.ledger.browsing import judged_pairs
from reportedly.ledger.decisions import present_decisions
from reportedly.ledger.reading import incident_id, judgements
from reportedly.records.judgements import Verdict

router = APIRouter(tags=["judgements"])


@router.get("/judgements", responses=described("judgements"))
def list_judgements(
    request: Request,
    *,
    ledger: Ledger,
    incident: Annotated[str | None, Query(description="Of one incident's members, surest first.")] = None,
    verdict: Annotated[str | None, one_code(Verdict), Query(description="What rules hold.")] = None,
    limit: Limit = SHOWN,
    after: Cursor = None,
) -> Response:
    """What rules hold of pairs of reported incidents, with their reasons; of one incident all at once."""
    named = None if verdict is None else one_of(verdict, Verdict, what="verdict")
    if incident is not None:
        own = incident_id(ledger.transaction, incident)
        if own is None:
            raise HTTPException(404, f"no incident has the id {incident!r}")
        about = [one for one in judgements(ledger.transaction, own) if named in (None, one.verdict.value)]
        return object_answer(request, {"judgements": [judgement_json(one) for one in about], "next": None})
    place = place_in_list(after)
    found = judged_pairs(ledger.transaction, verdict=named, after=place, limit=limit + 1)
    shown = found[:limit]
    following = None
    if len(found) > limit:
        (row, other), _ = shown[-1]
        following = str(request.url.include_query_params(after=f"{row}.{other}").replace(scheme="", netloc=""))
    return object_answer(request, {"judgements": [judgement_json(one) for _, one in shown], "next": following})


@router.get("/decisions", responses=described("decisions"))
def list_decisions(request: Request, ledger: Ledger) -> Response:
    """What people decided, newest first: the log."""
    newest_first = present_decisions(ledger.transaction)[::-1]
    return object_answer(request, {"decisions": [decision_json(one) for one in newest_first], "next": None})
