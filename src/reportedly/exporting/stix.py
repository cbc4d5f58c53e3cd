"""Incidents in, a bundle of STIX 2.1 out beside the file of rules, by ``codebook/crosswalks/stix.toml``.

Each object is checked by the classes of the library stix2 and written at once; of what was written no more is kept
than the ids of those actors of the codebook that were named.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from reportedly.errors import UsageError
from reportedly.exporting.blame import ATTRIBUTED
from reportedly.exporting.projection import Exported, Tally, left_out_line, rule_lines, write_rules
from reportedly.exporting.stix_blame import Verdict, attribution, notes, verdicts
from reportedly.exporting.stix_objects import (
    Dated,
    Kind,
    StixObject,
    book,
    dated,
    incident_object,
    left_out,
    located,
    location_object,
    stix_id,
    tied,
    ties,
)
from reportedly.records.merged import Incident

Checked: TypeAlias = Callable[[StixObject], "str | None"]
"""An object as the library writes it; None where it refuses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What an incident is in STIX: its objects, each once, and what became of those who are blamed for it.

    ``left_out`` is the id of the rule by which it has none; None where it has some.
    """

    objects: tuple[StixObject, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    left_out: str | None = None


def write_stix(incidents: Iterable[Incident], stream: BinaryIO, rules: BinaryIO) -> Exported:
    """Writes one object a line; UsageError where stix2 is not installed."""
    checked = _library()
    tally, bundle = Tally(book()), _Bundle(stream)
    shared: set[str] = set()
    write_rules(rules, *rule_lines(tally.book))
    for incident in incidents:
        found = drawn(incident)
        lines = None if found.left_out is not None else _lines(found, checked, shared)
        if lines is None:
            reason = found.left_out or "out.invalid"
            tally.left_out[reason] += 1
            write_rules(rules, left_out_line(incident, reason, tally.book))
            continue
        tally.incidents += 1
        for number, (one, written) in enumerate(lines, start=1):
            tally.rows += 1
            bundle.write(written)
            write_rules(rules, _rules_line(incident, number, one))
        write_rules(rules, *_held_back(incident, found))
    bundle.close()
    return tally.exported()


def drawn(incident: Incident) -> Drawn:
    """The objects of an incident, or the id of the rule that leaves it out."""
    told = dated(incident)
    if (reason := left_out(incident)) is not None or told is None:
        return Drawn(left_out=reason or "out.no_report_date")
    found = verdicts(told)
    objects = {one.id: one for one in _objects(told, found)}
    return Drawn(objects=tuple(objects.values()), verdicts=found)


def _objects(one: Dated, found: Iterable[Verdict]) -> Iterator[StixObject]:
    """Some come twice: two rows of the same name are one identity."""
    yield incident_object(one)
    if (place := location_object(one)) is not None:
        yield from (place, located(one, place))
    for tie in ties(one):
        yield from (tie.identity, tied(one, tie))
    for verdict in found:
        yield verdict.identity
        if verdict.blame.rule == ATTRIBUTED:
            yield attribution(one, verdict)
    yield from notes(one)


def _lines(found: Drawn, checked: Checked, shared: set[str]) -> list[tuple[StixObject, str]] | None:
    """The objects that no incident before had, as they are written; None where the library refuses one of them."""
    lines = []
    for one in found.objects:
        if one.shared and one.id in shared:
            continue
        written = checked(one)
        if written is None:
            return None
        lines.append((one, written))
    shared.update(one.id for one, _ in lines if one.shared)
    return lines


def _rules_line(incident: Incident, number: int, one: StixObject) -> Mapping[str, object]:
    rules = {name: given.rule for name, given in one.properties.items()}
    return {"incident_id": incident.id, "row": number, "object": one.id, "rules": rules}


def _held_back(incident: Incident, found: Drawn) -> Iterator[Mapping[str, object]]:
    """Who is blamed and has no relationship, and by which rule."""
    for verdict in found.verdicts:
        if verdict.blame.rule != ATTRIBUTED:
            yield {"incident_id": incident.id, "not_attributed": verdict.identity.id, "by": verdict.blame.rule}


def _library() -> Checked:
    """What checks and writes an object; UsageError where the library is not installed."""
    try:
        import stix2.v21 as stix2  # noqa: PLC0415 - an extra, and heavy
        from stix2.exceptions import STIXError  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise UsageError("stix needs a library that is not installed: pip install 'reportedly[stix]'") from error
    classes = {
        Kind.IDENTITY: stix2.Identity,
        Kind.INCIDENT: stix2.Incident,
        Kind.LOCATION: stix2.Location,
        Kind.NOTE: stix2.Note,
        Kind.RELATIONSHIP: stix2.Relationship,
    }

    def checked(one: StixObject) -> str | None:
        values = {name: given.value for name, given in one.properties.items()}
        try:
            return str(classes[one.kind](**values).serialize(ensure_ascii=False, separators=(",", ":")))
        except STIXError:
            return None

    return checked


class _Bundle:
    """Writes objects one after the other; the id comes last, as it is made of all of them."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.hash = hashlib.sha256()
        self.before = b',"objects":[\n'
        self.after = b""
        self.stream.write(b'{"type":"bundle"')

    def write(self, written: str) -> None:
        """Writes an object on a line of its own; letters that UTF-8 has no form for are escaped."""
        raw = written.encode("utf-8", "backslashreplace")
        self.stream.write(self.before + raw)
        self.hash.update(raw)
        self.before, self.after = b",\n", b"\n]"

    def close(self) -> None:
        """Ends the bundle; one of no objects has no list, as the library takes no empty one."""
        id_ = stix_id(Kind.BUNDLE, self.hash.hexdigest())
        self.stream.write(self.after + f',"id":"{id_}"}}\n'.encode())
