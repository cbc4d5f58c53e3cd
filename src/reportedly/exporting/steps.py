"""What each report or decision changed in, one JSON object a change out."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reportedly.exporting.contract import json_line
from reportedly.exporting.dossier import decision_json
from reportedly.records.changes import Cause, Change, Step
from reportedly.records.moments import iso


def write_steps(steps: Iterable[Step], stream: BinaryIO) -> None:
    """Writes one line for each change in UTF-8, in the order of their causes; a step that changes nothing has none."""
    for step in steps:
        stream.writelines(json_line(told).encode() + b"\n" for told in step_json(step))


def step_json(step: Step) -> Iterator[dict[str, object]]:
    """Each change of a step with its cause: every key, None where it has no part in it."""
    for change in step.changes:
        yield {**_cause(step.cause), **_change(change)}


def _cause(cause: Cause) -> dict[str, object]:
    told = {"id": cause.report_id, "publisher": cause.publisher, "title": cause.title}
    return {
        "at": iso(cause.at),
        "report": None if cause.report_id is None else told,
        "decision": None if cause.decision is None else decision_json(cause.decision),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "change": change.kind.value,
        "incident_id": change.incident.id,
        "other": change.other,
        "type": change.incident.type.value,
        "summary": change.incident.summary,
        "fields": [{"field": one.field, "before": one.before, "after": one.after} for one in change.fields],
    }
