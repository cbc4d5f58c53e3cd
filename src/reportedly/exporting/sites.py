"""The page of a place and the situation of some days in, one JSON object each out."""

from reportedly.exporting.answers import answer_json
from reportedly.exporting.contract import claim_json, json_line
from reportedly.exporting.merged import as_json
from reportedly.exporting.steps import step_json
from reportedly.records.merged import ReportHead, ToldBy
from reportedly.records.sites import Site, Situation


def site_line(site: Site) -> str:
    """A place with its presences, threats and attacks (each as an exported incident), as one line of JSON Lines."""
    return json_line(
        {
            "area": answer_json(site.area),
            "presences": [
                {"own": one.own, "claim": claim_json(one.claim), "report": _report(one.told)} for one in site.presences
            ],
            "threats": [{"own": one.own, "threat": answer_json(one.row)} for one in site.threats],
            "attacks": [as_json(one) for one in site.attacks],
            "last": None if site.last is None else _report(site.last),
        }
    )


def situation_line(found: Situation) -> str:
    """The days with their incidents (each as exported), threats and changes, as one line of JSON Lines."""
    return json_line(
        {
            "area": answer_json(found.area),
            "first": answer_json(found.first),
            "last": answer_json(found.last),
            "incidents": [as_json(one) for one in found.incidents],
            "before": [one.id for one in found.before],
            "unplaced": [one.id for one in found.unplaced],
            "threats": answer_json(found.threats),
            "changes": [told for step in found.steps for told in step_json(step)],
        }
    )


def _report(told: ReportHead | ToldBy) -> dict[str, object]:
    return {
        "id": told.report_id,
        "uri": told.uri,
        "publisher": told.publisher,
        "published": answer_json(told.published),
    }
