"""Verdicts on claims about many incidents in, one JSON object a claim out."""

from collections.abc import Iterable
from typing import BinaryIO

from reportedly.exporting.answers import answer_json
from reportedly.exporting.contract import claim_json, json_line
from reportedly.records.answers import Check
from reportedly.records.merged import ReportHead


def write_checks(checks: Iterable[Check], stream: BinaryIO) -> None:
    """Writes one line for each claim in UTF-8."""
    stream.writelines(json_line(check_json(check)).encode() + b"\n" for check in checks)


def check_json(check: Check) -> dict[str, object]:
    """The verdict, what it stands on, what was tested, and the claim with its words and its report."""
    one = check.assertion
    return {
        "verdict": check.verdict.value,
        "by": list(check.by),
        "doubt": answer_json(check.doubt),
        "gaps": answer_json(check.gaps),
        "tested": {
            "measure": answer_json(one.measure),
            "types": answer_json(one.types),
            "narrowed": one.narrowed,
            "count": answer_json(one.count),
            "opens": answer_json(one.opens),
            "first": answer_json(one.first),
            "last": answer_json(one.last),
            "place": answer_json(one.place),
        },
        "claim": claim_json(one.claim),
        "report": _report(one.told),
        "again": [_report(told) for told in check.again],
    }


def _report(told: ReportHead) -> dict[str, object]:
    return {
        "id": told.report_id,
        "uri": told.uri,
        "publisher": told.publisher,
        "title": told.title,
        "published": answer_json(told.published),
    }
