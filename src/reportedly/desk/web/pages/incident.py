"""One incident: what happened, each value with the words it stands on, who blames whom, tolls, reasons, history."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response

from reportedly.desk.decided import what_decided
from reportedly.desk.dossiers import Dossier, dossier_of
from reportedly.desk.field_values import PARSERS, one_of
from reportedly.desk.maps import map_of
from reportedly.desk.views.matrix import HELD, matrix_of
from reportedly.desk.views.merging import ties
from reportedly.desk.views.rivals import sides_of
from reportedly.desk.views.told import origins, printed
from reportedly.desk.views.values import values_of
from reportedly.desk.web.drawings.tolls import chart_of
from reportedly.desk.web.opened import Ledger, Reading
from reportedly.desk.web.pages.layout import page
from reportedly.desk.web.writing import user
from reportedly.errors import UsageError
from reportedly.exporting.merged import line
from reportedly.ledger.reading import incident, is_rejected, listed
from reportedly.merging.policies import DEFAULT, Policy
from reportedly.merging.profile import days_of
from reportedly.records.filters import Filter, Page
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Incident, ToldBy
from reportedly.records.standing import standing

router = APIRouter()
BESIDE_DAYS, OFFERED = 2, 60
"""How far apart two tellings of one incident are dated at most, as a rule; incidents offered for merging."""


@router.get("/incidents/{incident_id}")
def incident_page(
    request: Request, incident_id: str, ledger: Ledger, policy: Annotated[str, Query()] = DEFAULT.value
) -> Response:
    """All that the ledger knows of an incident, by its id, a member's, or how one begins."""
    named = Policy(one_of_policies(policy))
    try:
        dossier = dossier_of(ledger.transaction, incident_id, policy=named)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
    linked = {link.incident_id: incident(ledger.transaction, link.incident_id) for link in dossier.incident.links}
    return page(
        "incident.html",
        request,
        linked=linked,
        near=_near(ledger, dossier.incident),
        settable=tuple(PARSERS),
        user=user(),
        rejected=is_rejected(ledger.transaction, dossier.incident.id),
        **_parts(dossier),
    )


@router.get("/incidents/{incident_id}/export")
def export_one(incident_id: str, ledger: Ledger) -> Response:
    """The one incident as the contract exports it."""
    found = incident(ledger.transaction, incident_id)
    if found is None:
        raise HTTPException(404, f"no incident has the id {incident_id!r}")
    name = {"Content-Disposition": f'attachment; filename="incident-{found.id}.jsonl"'}
    return Response(line(found).encode() + b"\n", media_type="application/jsonl", headers=name)


def one_of_policies(word: str) -> str:
    """The policy that ``word`` names; UsageError where there is none."""
    code = word.replace("_", "-")
    return code if code in list(Policy) else one_of(word, Policy, what="policy")


def _parts(dossier: Dossier) -> dict[str, Any]:
    found = dossier.incident
    copied, settings = origins(found), _settings(dossier)
    matrix = matrix_of(found, decided=settings.get("perpetrators"))
    return {
        "dossier": dossier,
        "incident": found,
        "map": map_of(found.where),
        "values": values_of(found),
        "settings": settings,
        "matrix": matrix,
        "held": tuple(basis for basis in HELD if any(basis in row.sayings for row in matrix.rows)),
        "chart": chart_of(found),
        "differing": [(one, sides_of(one, copied)) for one in found.disagreements],
        "told": _told(found),
        "printed": printed(found),
        "members": {told.incident_id: told for told in found.reports},
        "ties": ties(found, dossier.judgements),
        "history": history_of(dossier.decisions),
        "claims": _claims(found),
    }


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in words, and whether it still holds."""

    decision: Decision
    what: str
    holds: bool


def history_of(decisions: tuple[Decision, ...]) -> tuple[Decided, ...]:
    """The decisions in the order given, in words."""
    holding = {one.id for one in standing(decisions)}
    return tuple(Decided(one, what_decided(one), one.id in holding or one.act is Act.UNDO) for one in decisions)


def _near(ledger: Reading, found: Incident) -> list[Incident]:
    """Other incidents with which it may be one: those of about the same days, then those of its type."""
    days = None if found.when is None else days_of(found.when)
    alike = [Filter(types=(found.type,))]
    if days is not None:
        since, until = (dt.date.fromordinal(day) for day in (days.first - BESIDE_DAYS, days.last + BESIDE_DAYS))
        alike.insert(0, Filter(since=since, until=until))
    offered = (
        one
        for wanted in alike
        for one in listed(ledger.transaction, ledger.index, wanted=wanted, page=Page(limit=OFFERED))
    )
    return list({one.id: one for one in offered if one.id != found.id}.values())


def _settings(dossier: Dossier) -> Mapping[str, Decision]:
    """The newest decision that gave each field its value, by field, where a person did."""
    oldest_first = reversed(standing(dossier.decisions))
    return {one.field: one for one in oldest_first if one.act is Act.SET and one.field is not None}


def _told(found: Incident) -> Mapping[str, ToldBy]:
    return {told.report_id: told for told in found.reports}


def _claims(found: Incident) -> Mapping[tuple[str, str | None, str], str]:
    """The claim behind a value that a report gives for a field by somebody's word: by report, speaker and field."""
    claims: dict[tuple[str, str | None, str], str] = {}
    for one in found.evidence:
        source = one.claim.source
        claims.setdefault((one.report_id, None if source is None else source.name, one.claim.field.value), one.claim.id)
    return claims
