"""Incidents in, entities and statements of FollowTheMoney out beside the file of rules, by ``crosswalks/ftm.toml``.

Each entity is built and checked by the library followthemoney and written at once, one JSON object a line; of what was
written no more is kept than the ids of those actors of the codebook that were named.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from reportedly.errors import UsageError
from reportedly.exporting.ftm_entities import Drawn, Entity, Stated, book, drawn, held
from reportedly.exporting.projection import Exported, Tally, left_out_line, rule_lines, write_rules
from reportedly.records.merged import Incident, ToldBy
from reportedly.records.moments import Moment


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property as the library has it, and what it was stated as."""

    name: str
    cleaned: str
    stated: Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An entity as the library has it; ``refused``: by property, values that are none to their type."""

    entity: Entity
    caption: str
    data: Mapping[str, object]
    values: tuple[Value, ...]
    refused: tuple[tuple[str, Stated], ...]


Check: TypeAlias = Callable[[Entity], Checked | None]
"""An entity as the library has it; None where it refuses it."""


def write_ftm(incidents: Iterable[Incident], stream: BinaryIO, rules: BinaryIO) -> Exported:
    """Writes one entity a line with a statement for each value; UsageError where followthemoney is not installed."""
    check = _library()
    tally = Tally(book())
    shared: set[str] = set()
    write_rules(rules, *rule_lines(tally.book))
    for incident in incidents:
        found = drawn(incident)
        entities = None if found.left_out is not None else _checked(found, check, shared)
        if entities is None:
            reason = found.left_out or "out.invalid"
            tally.left_out[reason] += 1
            write_rules(rules, left_out_line(incident, reason, tally.book))
            continue
        tally.incidents += 1
        for number, one in enumerate(entities, start=1):
            tally.rows += 1
            _write(stream, _line(one))
            write_rules(rules, *_rules_lines(incident, number, one))
        write_rules(rules, *({"incident_id": incident.id, **line} for line in held(found)))
    return tally.exported()


def _checked(found: Drawn, check: Check, shared: set[str]) -> list[Checked] | None:
    """The entities that no incident before had; None where the library refuses one of them."""
    entities = []
    for one in found.entities:
        if one.shared and one.id in shared:
            continue
        if (checked := check(one)) is None:
            return None
        entities.append(checked)
    shared.update(one.entity.id for one in entities if one.entity.shared)
    return entities


def _line(one: Checked) -> Mapping[str, object]:
    statements = [_statement(one.entity, value) for value in one.values]
    return {**one.data, "caption": one.caption, "datasets": [_dataset()], "statements": statements}


def _statement(entity: Entity, value: Value) -> Mapping[str, object]:
    """The library's own layout of a statement (followthemoney 4, ``Statement.to_dict`` and ``make_key``)."""
    first, last, origin = _seen(value.stated.reports)
    key = f"{_dataset()}.{entity.id}.{value.name}.{value.cleaned}"
    return {
        "canonical_id": entity.id,
        "entity_id": entity.id,
        "prop": value.name,
        "schema": entity.schema,
        "value": value.cleaned,
        "dataset": _dataset(),
        "lang": None,
        "original_value": value.stated.value if value.stated.value != value.cleaned else None,
        "first_seen": first,
        "last_seen": last,
        "external": False,
        "origin": origin,
        "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    }


def _seen(reports: Sequence[ToldBy]) -> tuple[str | None, str | None, str | None]:
    """When the first and the last report was published, and the first one's id; None where no report has a date."""
    found = sorted((_instant(one.published), one.report_id) for one in reports if one.published is not None)
    if not found:
        return None, None, next((one.report_id for one in reports), None)
    return found[0][0], found[-1][0], found[0][1]


def _instant(moment: Moment) -> str:
    """In UTC; a day is its first moment, a time without a zone is UTC."""
    if not isinstance(moment, dt.datetime):
        return f"{moment.isoformat()}T00:00:00"
    known = moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
    return known.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _rules_lines(incident: Incident, number: int, one: Checked) -> Iterator[Mapping[str, object]]:
    rules = {value.name: value.stated.rule for value in one.values}
    yield {"incident_id": incident.id, "row": number, "object": one.entity.id, "rules": rules}
    for name, stated in one.refused:
        line = {"object": one.entity.id, "property": name, "not_written": stated.value, "by": "value.invalid"}
        yield {"incident_id": incident.id, **line}


def _write(stream: BinaryIO, line: Mapping[str, object]) -> None:
    written = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    stream.write(written.encode("utf-8", "backslashreplace") + b"\n")


def _dataset() -> str:
    return book().word("words", "dataset")


def _library() -> Check:
    """What builds and checks an entity; UsageError where the library is not installed."""
    try:
        from followthemoney import model  # noqa: PLC0415 - an extra, and heavy
        from followthemoney.exc import InvalidData  # noqa: PLC0415 - likewise
        from followthemoney.util import sanitize_text  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise UsageError("ftm needs a library that is not installed: pip install 'reportedly[ftm]'") from error

    def check(one: Entity) -> Checked | None:
        proxy = model.make_entity(one.schema)
        proxy.id = one.id
        values, refused = [], []
        for name, every in one.properties.items():
            for stated in every:
                cleaned = proxy.unsafe_add(proxy.schema.properties[name], sanitize_text(stated.value))
                if cleaned is None:
                    refused.append((name, stated))
                else:
                    values.append(Value(name, cleaned, stated))
        try:
            proxy.schema.validate(proxy.to_dict())
        except InvalidData:
            return None
        data = {"id": one.id, "schema": proxy.schema.name, "properties": proxy.properties}
        return Checked(entity=one, caption=proxy.caption, data=data, values=tuple(values), refused=tuple(refused))

    return check
