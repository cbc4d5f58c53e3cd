"""Merged incidents in, a Parquet file out: typed columns, nested as the contract's JSON nests them.

Beside the contract's keys stand ``start_day`` and ``end_day`` as dates. Values of claims and of disagreements, whose
shape hangs on their field, are JSON texts.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, BinaryIO, TypeAlias

from reportedly.errors import UsageError
from reportedly.exporting.merged import as_json
from reportedly.records.merged import Incident
from reportedly.records.moments import day_of

ROWS = 500
"""Incidents that are held in memory as they are; of those before, their columns alone wait for their row group."""
GROUP_BYTES = 12_000_000
"""Bytes of columns that fill a row group. A file describes each of its groups, and that takes some 0.26 MB of memory
until the export ends: groups of 500 incidents took 520 MB for a million."""


def write_parquet(incidents: Iterable[Incident], stream: BinaryIO) -> None:
    """Writes one row an incident, in row groups of ``GROUP_BYTES``; UsageError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("parquet needs a library that is not installed: pip install 'reportedly[parquet]'") from error
    with pq.ParquetWriter(stream, schema(), compression="zstd") as writer:
        waiting: list[Any] = []
        for few in _fews(incidents):
            waiting.append(pa.RecordBatch.from_pylist([row(one) for one in few], schema=schema()))
            if sum(batch.nbytes for batch in waiting) >= GROUP_BYTES:
                writer.write_table(pa.Table.from_batches(waiting))
                waiting = []
        if waiting:
            writer.write_table(pa.Table.from_batches(waiting))


def _fews(incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    left = iter(incidents)
    while few := list(islice(left, ROWS)):
        yield few


def row(incident: Incident) -> dict[str, object]:
    """The incident as the schema has it."""
    when = incident.when
    told = {
        **as_json(incident),
        "start_day": None if when is None or when.start is None else day_of(when.start),
        "end_day": None if when is None or when.end is None else day_of(when.end),
    }
    return {key: _plain(key, value) for key, value in told.items()}


def _plain(key: str, value: object) -> object:
    """Values of no fixed shape as JSON, letters that UTF-8 has no form for escaped."""
    if key == "value":
        return json.dumps(value)
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {name: _plain(name, part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain("", part) for part in value]
    return value


@cache
def schema() -> Any:  # noqa: ANN401 - pyarrow has no types
    """``SHAPE`` as pyarrow's schema."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy

    return pa.schema([(key, _type(shape)) for key, shape in SHAPE.items()])


def _type(shape: "Shape") -> Any:  # noqa: ANN401 - likewise
    import pyarrow as pa  # noqa: PLC0415 - likewise

    if isinstance(shape, str):
        return pa.type_for_alias(shape)
    if isinstance(shape, list):
        return pa.list_(_type(shape[0]))
    return pa.struct([(key, _type(part)) for key, part in shape.items()])


Shape: TypeAlias = "str | list[Shape] | dict[str, Shape]"
"""A type by its name in Arrow, a list of one type, or the types of an object's keys."""

_TEXT, _WHOLE, _NUMBER, _FLAG = "string", "int64", "double", "bool"
_TEXTS: Shape = [_TEXT]
_RANGE: Shape = {"low": _WHOLE, "high": _WHOLE}
_SPAN: Shape = {"start": _WHOLE, "end": _WHOLE}
_PARTY: Shape = {"name": _TEXT, "actor_id": _TEXT, "claims": _TEXTS}
_THING: Shape = {"name": _TEXT, "kind": _TEXT, "role": _TEXT, "actor_id": _TEXT, "count": _RANGE, "claims": _TEXTS}
_WHEN: Shape = {
    **dict.fromkeys(("start", "end", "precision", "edtf", "derivation", "text"), _TEXT),
    "claims": _TEXTS,
}
_WHERE: Shape = {
    **dict.fromkeys(("name", "country"), _TEXT),
    **dict.fromkeys(("lat", "lon", "radius_km"), _NUMBER),
    **dict.fromkeys(("precision", "place_id"), _TEXT),
    "claims": _TEXTS,
}
_WEAPON: Shape = {"code": _TEXT, "name": _TEXT, "count": _RANGE, "intercepted": _RANGE, "claims": _TEXTS}
_VICTIM: Shape = {
    **dict.fromkeys(("name", "kind", "role", "actor_id"), _TEXT),
    **dict.fromkeys(("killed", "injured", "abducted"), _RANGE),
    "claims": _TEXTS,
}
_PERPETRATOR: Shape = {**dict.fromkeys(("name", "actor_id", "basis", "by"), _TEXT), "claims": _TEXTS}
_REPORT: Shape = {
    **dict.fromkeys(("report_id", "uri", "publisher", "published", "incident_id"), _TEXT),
    "main": _FLAG,
    "copy_of": _TEXT,
}
_TOLL: Shape = {
    **dict.fromkeys(("published", "source"), _TEXT),
    **dict.fromkeys(("killed", "injured"), _RANGE),
    "report_id": _TEXT,
}
_CLAIM: Shape = {
    **dict.fromkeys(("id", "incident_id", "field", "value", "quote"), _TEXT),
    "span": _SPAN,
    "source": {"name": _TEXT, "kind": _TEXT, "anonymous": _FLAG, "via": _TEXTS, "span": _SPAN},
    "cue": {"text": _TEXT, "span": _SPAN},
    **dict.fromkeys(("factuality", "method"), _TEXT),
    "confidence": _NUMBER,
    "report_id": _TEXT,
}
SHAPE: dict[str, Shape] = {
    **dict.fromkeys(("id", "type", "stage", "summary"), _TEXT),
    "when": _WHEN,
    "where": _WHERE,
    "weapons": [_WEAPON],
    "targets": [_THING],
    "victims": [_VICTIM],
    "perpetrators": [_PERPETRATOR],
    "sides": [_PARTY],
    "prevented_by": [_PARTY],
    "responsibility": _TEXTS,
    "condition": {"text": _TEXT, "claims": _TEXTS},
    "killed": _RANGE,
    "injured": _RANGE,
    "attackers": {"name": _TEXT, **dict.fromkeys(("count", "killed", "captured"), _RANGE), "claims": _TEXTS},
    "claims": _TEXTS,
    "was": _TEXTS,
    "reports": [_REPORT],
    "sources": _WHOLE,
    "disagreements": [{"field": _TEXT, "values": [{"value": _TEXT, "source": _TEXT, "report_id": _TEXT}]}],
    "tolls": [_TOLL],
    "evidence": [_CLAIM],
    "links": [dict.fromkeys(("kind", "incident_id", "why"), _TEXT)],
    "start_day": "date32",
    "end_day": "date32",
}
"""Every key of the contract's merged object in its order, and the two days, with their types."""
