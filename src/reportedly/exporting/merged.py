"""An Incident in, the contract's merged object out, as a dictionary or as one line of JSON Lines."""

from reportedly.exporting.contract import claim_json, fields_json, json_line
from reportedly.records.forms import moment_value, range_value
from reportedly.records.merged import Disagreement, Evidence, Incident, Link, Rival, ToldBy, Toll


def as_json(incident: Incident) -> dict[str, object]:
    """One merged incident as the contract's object: every key in its order, None where not known."""
    return {
        **fields_json(incident),
        "was": list(incident.was),
        "reports": [_report(report) for report in incident.reports],
        "sources": incident.sources,
        "disagreements": [_disagreement(one) for one in incident.disagreements],
        "tolls": [_toll(toll) for toll in incident.tolls],
        "evidence": [_evidence(evidence) for evidence in incident.evidence],
        "links": [_link(link) for link in incident.links],
    }


def line(incident: Incident) -> str:
    """One line of JSON Lines, without its line end."""
    return json_line(as_json(incident))


def _report(report: ToldBy) -> dict[str, object]:
    return {
        "report_id": report.report_id,
        "uri": report.uri,
        "publisher": report.publisher,
        "published": moment_value(report.published),
        "incident_id": report.incident_id,
        "main": report.main,
        "copy_of": report.copy_of,
    }


def _disagreement(disagreement: Disagreement) -> dict[str, object]:
    return {"field": disagreement.field, "values": [_rival(rival) for rival in disagreement.values]}


def _rival(rival: Rival) -> dict[str, object]:
    return {"value": rival.value, "source": rival.source, "report_id": rival.report_id}


def _toll(toll: Toll) -> dict[str, object]:
    return {
        "published": moment_value(toll.published),
        "source": toll.source,
        "killed": range_value(toll.killed),
        "injured": range_value(toll.injured),
        "report_id": toll.report_id,
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {**claim_json(evidence.claim), "report_id": evidence.report_id}


def _link(link: Link) -> dict[str, object]:
    return {"kind": link.kind.value, "incident_id": link.incident_id, "why": link.why}
