"""What a person asks a ledger for: conditions on merged incidents that all hold together, an order and a page."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.vocabulary import IncidentType, Responsibility, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A circle on the ground: degrees (WGS 84) and kilometres."""

    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that combine: every one that is given must hold; several values of one are alternatives.

    ``since`` and ``until`` (inclusive) hold where the incident's interval touches the period; an incident without a
    known day is in none. ``near`` holds where the circles of place and question meet. ``countries`` are ISO 3166-1
    alpha-2. ``actors`` are actor ids or names, in any role, compared without case. ``killed_at_least`` looks at the
    lower end. ``disputed``: whether reports or speakers differ on a field, ``settled``: whether its place
    has a point; None asks for both. ``text`` holds where
    every word of it stands in a report of the incident, in the words it rests on, or in its names.
    """

    types: tuple[IncidentType, ...] = ()
    stages: tuple[Stage, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    near: Near | None = None
    countries: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    target_kinds: tuple[str, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    killed_at_least: int | None = None
    sources_at_least: int | None = None
    disputed: bool | None = None
    settled: bool | None = None
    text: str | None = None


EVERYTHING = Filter()
"""No condition at all."""


class SortKey(StrEnum):
    """What a list can be sorted by; ``when`` is the order of the export, unknown days last."""

    WHEN = "when"
    KILLED = "killed"
    SOURCES = "sources"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A part of a sorted list: ``limit`` None is all of it from ``offset`` on; equal keys stand in order of export.

    ``after`` is the id of an incident: the list goes on behind it, whatever came or went before it since. Nothing is
    behind an incident that is not there.
    """

    key: SortKey = SortKey.WHEN
    descending: bool = False
    offset: int = 0
    limit: int | None = None
    after: str | None = None


WHOLE = Page()
"""Everything, in the order of the export."""
