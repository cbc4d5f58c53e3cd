"""What became of merged incidents between two states of a ledger."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.judgements import Decision
from reportedly.records.merged import Incident
from reportedly.records.moments import Moment
from reportedly.records.values import Value


class ChangeKind(StrEnum):
    """What became of one incident.

    ``joined``: its reports are in another incident now. ``split``: it is made of reports that were in another.
    """

    NEW = "new"
    CHANGED = "changed"
    JOINED = "joined"
    SPLIT = "split"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's value before and after, in the contract's shape; None where nothing was told."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One incident that is other than before: as it is now, or as it last was where it is gone or has joined another.

    ``other`` is the id of the incident it joined or was split from. ``fields`` are the values that differ; none for an
    incident that is new, gone or joined.
    """

    kind: ChangeKind
    incident: Incident
    other: str | None = None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What changed a ledger: a report, by its id, publisher, title and day or time, or a decision."""

    at: Moment
    report_id: str | None = None
    publisher: str | None = None
    title: str | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One report or decision and what it changed; nothing, where it only says again what was known."""

    cause: Cause
    changes: tuple[Change, ...]
