"""Merged incidents over HTTP: a page of a list, one by any of its members' ids, all as a stream."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import StreamingResponse

from reportedly.desk.web.api.answers import described, object_answer
from reportedly.desk.web.asked import Asked, Conditions, one_more
from reportedly.desk.web.opened import Ledger, Reading
from reportedly.exporting.dossier import decision_json, judgement_json
from reportedly.exporting.merged import as_json, line
from reportedly.ledger.decisions import present_decisions
from reportedly.ledger.reading import count, incident, incidents, is_rejected, judgements
from reportedly.records.filters import Filter

router = APIRouter(tags=["incidents"])


@router.get("/incidents", responses=described("incidents"))
def list_incidents(request: Request, asked: Annotated[Asked, Query()], ledger: Ledger) -> Response:
    """Whole incidents as the contract exports them; ``next`` is the address of the next page, null on the last."""
    wanted, page = asked.filter(), asked.page(ledger)
    found = list(incidents(ledger.transaction, ledger.index, wanted=wanted, page=one_more(page)))
    shown = found[: asked.limit]
    following = f"{request.url.path}?{asked.query(after=shown[-1].id)}" if len(found) > len(shown) else None
    return object_answer(
        request,
        {
            "incidents": [as_json(one) for one in shown],
            "total": count(ledger.transaction, ledger.index, wanted=wanted),
            "next": following,
        },
    )


@router.get("/incidents/{incident_id}", responses=described("incident"))
def one_incident(request: Request, incident_id: str, ledger: Ledger) -> Response:
    """One incident, by its id or any member's, with what rules judged and people decided about its members."""
    found = incident(ledger.transaction, incident_id)
    if found is None:
        raise HTTPException(404, f"no incident has the id {incident_id!r}")
    own = {found.id, *found.was}
    about = [one for one in present_decisions(ledger.transaction) if not own.isdisjoint((*one.incidents, *one.rest))]
    judged = judgements(ledger.transaction, found.id)
    more = {
        "judgements": [judgement_json(one) for one in judged],
        "decisions": [decision_json(one) for one in about],
        "rejected": is_rejected(ledger.transaction, found.id),
    }
    return object_answer(request, {**as_json(found), **more})


@router.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"description": "One incident a line.", "content": {"application/jsonl": {}}}},
)
def export(asked: Annotated[Conditions, Query()], ledger: Ledger) -> StreamingResponse:
    """The incidents as JSON Lines, in the order and the bytes of ``reportedly export``, one at a time."""
    name = {"Content-Disposition": 'attachment; filename="incidents.jsonl"'}
    return StreamingResponse(_lines(ledger, asked.filter()), media_type="application/jsonl", headers=name)


def _lines(ledger: Reading, wanted: Filter) -> Iterator[bytes]:
    for one in incidents(ledger.transaction, ledger.index, wanted=wanted):
        yield line(one).encode() + b"\n"
