import builtins
import datetime as dt
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pyarrow.parquet as pq
import pytest

from reportedly.errors import UsageError
from reportedly.exporting import parquet
from reportedly.exporting.merged import as_json
from reportedly.exporting.parquet import ROWS, SHAPE, write_parquet
from reportedly.records.incidents import Condition, Party
from reportedly.records.mentions import Cue
from reportedly.records.merged import Incident
from reportedly.records.spans import Span


def table(incidents: Iterable[Incident]) -> Any:  # noqa: ANN401 - pyarrow has no types
    stream = io.BytesIO()
    write_parquet(incidents, stream)
    return pq.read_table(io.BytesIO(stream.getvalue()))


def keys(value: object) -> object:
    """The keys of an object and of what it holds; lists by their first item."""
    if isinstance(value, dict):
        return {key: None if key == "value" else keys(part) for key, part in value.items()}
    if isinstance(value, list):
        return keys(value[0])
    return None


def test_the_shape_has_every_key_of_the_contract(incident: Incident) -> None:
    claim = incident.evidence[0].claim
    assert claim.source is not None
    seen = replace(claim, source=replace(claim.source, span=Span(0, 1)), cue=Cue("said", Span(0, 1)))
    full = replace(
        incident,
        sides=(Party(name="x", claims=("c1",)),),
        prevented_by=(Party(name="x", claims=("c1",)),),
        condition=Condition(text="x", claims=("c1",)),
        injured=incident.killed,
        weapons=(replace(incident.weapons[0], count=incident.killed, intercepted=incident.killed),),
        targets=(replace(incident.targets[0], count=incident.killed),),
        victims=(replace(incident.victims[0], injured=incident.killed, abducted=incident.killed),),
        attackers=replace(incident.attackers, count=incident.killed, captured=incident.killed),
        tolls=(replace(incident.tolls[1]),),
        evidence=(replace(incident.evidence[0], claim=seen),),
    )
    shape = {key: part for key, part in SHAPE.items() if key not in ("start_day", "end_day")}
    assert keys(shape) == keys(as_json(full))
    assert list(shape) == list(as_json(full))


def test_columns_are_typed_and_nested(incident: Incident) -> None:
    found = table([incident])
    types = {name: str(kind) for name, kind in zip(found.schema.names, found.schema.types, strict=True)}
    assert types["start_day"] == "date32[day]"
    assert types["killed"] == "struct<low: int64, high: int64>"
    assert types["responsibility"].startswith("list<")
    first = found.to_pylist()[0]
    assert first["start_day"] == dt.date(2024, 3, 11)
    assert first["where"]["lat"] == 33.8
    assert [row["basis"] for row in first["perpetrators"]] == ["accused", "denied"]


def test_values_without_a_fixed_shape_are_json(incident: Incident) -> None:
    first = table([incident]).to_pylist()[0]
    assert json.loads(first["disagreements"][0]["values"][0]["value"]) == {"low": 3, "high": 3}
    assert json.loads(first["evidence"][0]["value"]) == "shooting"


def test_what_is_not_known_is_null(bare: Incident) -> None:
    first = table([bare]).to_pylist()[0]
    assert (first["when"], first["where"], first["start_day"], first["killed"]) == (None, None, None, None)
    assert first["weapons"] == []


def test_an_empty_ledger_is_a_table_of_no_rows() -> None:
    found = table([])
    assert (found.num_rows, found.schema.names) == (0, list(SHAPE))


@pytest.mark.parametrize(("limit", "groups"), [(1, [ROWS, ROWS, 1]), (parquet.GROUP_BYTES, [2 * ROWS + 1])])
def test_a_long_ledger_is_written_in_groups_as_they_fill(
    incident: Incident, monkeypatch: pytest.MonkeyPatch, limit: int, groups: list[int]
) -> None:
    monkeypatch.setattr(parquet, "GROUP_BYTES", limit)
    stream = io.BytesIO()
    write_parquet((replace(incident, id=f"i{number:04}") for number in range(2 * ROWS + 1)), stream)
    file = pq.ParquetFile(io.BytesIO(stream.getvalue()))
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == groups
    assert file.read().column("id").to_pylist()[-1] == f"i{2 * ROWS}"


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the built-in has it
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[parquet\]'"):
        write_parquet([], io.BytesIO())
