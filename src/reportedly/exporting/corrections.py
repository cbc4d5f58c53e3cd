"""What a person decided and the reports it is about in, one training example as a line of JSON out.

An example has the decision, and each report's own words with what rules heard in them of the field that was set, or of
the whole incident where no field was: what a reader of such a text should have heard instead is the decision's value.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.exporting.contract import claim_json, json_line
from reportedly.exporting.dossier import decision_json
from reportedly.records.judgements import Decision
from reportedly.records.merged import Member


@dataclass(frozen=True, slots=True)
class Told:
    """A reported incident, and the text of its report: the offsets of its claims point into it."""

    member: Member
    text: str


def correction_line(decision: Decision, told: Iterable[Told]) -> str:
    """The example, without its line end."""
    return json_line({"decision": decision_json(decision), "told": [_told_json(one, decision.field) for one in told]})


def _told_json(told: Told, field: str | None) -> dict[str, object]:
    claims = (one for one in told.member.claims if field is None or one.field.value == field)
    return {
        "report_id": told.member.report.report_id,
        "incident_id": told.member.incident.id,
        "language": told.member.report.language,
        "text": told.text,
        "claims": [claim_json(one) for one in claims],
    }
