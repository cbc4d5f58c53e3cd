"""Forms by which people decide, and the log of all they decided. Each answers by leading back to what it is about."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse

from reportedly.desk.decisions import Outcome, judged, rejecting, setting, split_off, taking_back
from reportedly.desk.web.opened import Ledger, LedgerName, Reading
from reportedly.desk.web.pages.incident import history_of
from reportedly.desk.web.pages.layout import incident_path, page
from reportedly.desk.web.selected import typed
from reportedly.desk.web.writing import keep, user
from reportedly.errors import UsageError
from reportedly.exporting.corrections import Told, correction_line
from reportedly.ledger.decisions import present_decisions
from reportedly.ledger.reading import incident_id, members, telling
from reportedly.records.judgements import Act, Decision
from reportedly.records.standing import standing

router = APIRouter()
Word = Annotated[str, Form(max_length=2000)]
SEE_OTHER = 303


@router.get("/log")
def log_page(request: Request, ledger: Ledger) -> Response:
    """Everything people decided, newest first, each with a way to take it back."""
    found = history_of(present_decisions(ledger.transaction))[::-1]
    return page("log.html", request, found=found, user=user())


@router.get("/log/corrections")
def corrections(ledger: Ledger) -> StreamingResponse:
    """The decisions that hold as examples to learn from, as JSON Lines, newest first."""
    name = {"Content-Disposition": 'attachment; filename="corrections.jsonl"'}
    return StreamingResponse(_lines(ledger), media_type="application/jsonl", headers=name)


def _lines(ledger: Reading) -> Iterator[bytes]:
    for one in standing(present_decisions(ledger.transaction)):
        yield correction_line(one, _told(ledger, one)).encode() + b"\n"


def _told(ledger: Reading, decision: Decision) -> Iterator[Told]:
    """The reported incidents it is about: of a value, all that its incident is made of; else those it names."""
    named = {*decision.incidents, *decision.rest}
    own = {found for one in named if (found := incident_id(ledger.transaction, one)) is not None}
    for member in (one for id_ in sorted(own) for one in members(ledger.transaction, id_)):
        if decision.act is Act.SET or member.incident.id in named:
            told = telling(ledger.transaction, member.report.report_id)
            if told is not None:
                yield Told(member, told.report.text)


@router.post("/decide/set")
def set_value(
    *,
    ledger: LedgerName,
    incident: Word,
    field: Word,
    value: Word = "",
    basis: Word = "",
    because: Word = "",
    who: Word = "",
) -> Response:
    """Gives a field of an incident a value that holds whatever the reports tell; ``basis`` is that of who is blamed."""
    return _shown(keep(ledger, setting(incident, field, typed(field, value, basis=basis)), who=who, because=because))


@router.post("/decide/judge")
def judge(*, ledger: LedgerName, verdict: Word, one: Word, other: Word, because: Word = "", who: Word = "") -> Response:
    """Says that two are one incident, or that they are not."""
    if verdict not in (Act.SAME, Act.DIFFERENT):
        raise UsageError(f"there is no verdict {verdict!r}; it is same or different")
    return _shown(keep(ledger, judged(Act(verdict), one, other), who=who, because=because))


@router.post("/decide/split")
def split(
    *,
    ledger: LedgerName,
    incident: Word,
    member: Annotated[list[str] | None, Form()] = None,
    because: Word = "",
    who: Word = "",
) -> Response:
    """Takes members out of an incident: together they are another one."""
    if not member:
        raise UsageError("which reports tell of another incident? Choose at least one, and leave one")
    return _shown(keep(ledger, split_off(incident, member), who=who, because=because))


@router.post("/decide/reject")
def reject(*, ledger: LedgerName, incident: Word, because: Word = "", who: Word = "") -> Response:
    """Says that what reports tell as an incident is none."""
    keep(ledger, rejecting(incident), who=who, because=because)
    return RedirectResponse(f"{incident_path(incident)}#history", SEE_OTHER)


@router.post("/decide/undo")
def undo(*, ledger: LedgerName, decision: Word, because: Word = "", who: Word = "") -> Response:
    """Takes a decision back; both stay in the log."""
    keep(ledger, taking_back(decision), who=who, because=because)
    return RedirectResponse("/log", SEE_OTHER)


def _shown(outcome: Outcome) -> Response:
    """To the incident as it stands now, at what was decided about it."""
    return RedirectResponse(f"{incident_path(outcome.after[0].id)}#history", SEE_OTHER)
