"""An incident of the ledger: the reported incidents judged one, resolved, with what disagrees kept beside."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.incidents import IncidentFields, ReportedIncident
from reportedly.records.moments import Moment
from reportedly.records.places import Where
from reportedly.records.reports import CleanText
from reportedly.records.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence by the rare names and the other rare words in it, folded; ``incidents``: those it tells of, if any."""

    incidents: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """What a ledger shows of a report without its text; ``text_hash`` tells one version of it from another.

    ``fingerprint`` is a sketch of its text by which copies are known, ``passages`` are its lead and what it tells of
    incidents, ``places`` the first few it names (``merging/members.py`` makes them all).
    """

    report_id: str
    text_hash: str
    language: str
    uri: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: Moment | None = None
    fingerprint: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()
    places: tuple[Where, ...] = ()

    @classmethod
    def of(cls, text: CleanText) -> "ReportHead":
        """The head of a text, without what merging compares by."""
        return cls(
            report_id=text.report_id,
            text_hash=text.text_hash,
            language=text.language,
            uri=text.uri,
            publisher=text.publisher,
            title=text.title,
            published=text.published,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One reported incident with its report and the claims it rests on: what merging works with."""

    incident: ReportedIncident
    report: ReportHead
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBy:
    """One report of an incident; ``incident_id`` is the id under which ``read`` named it there.

    ``copy_of`` is the id of the earlier report of this incident whose agency copy it carries, None where its text is
    its own.
    """

    report_id: str
    uri: str | None
    publisher: str | None
    published: Moment | None
    incident_id: str
    main: bool
    copy_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One of several values of a field: by whom (None: the report's own voice) and in which report."""

    value: Value
    source: str | None
    report_id: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which reports or speakers differ, with at least two different values."""

    field: str
    values: tuple[Rival, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One figure of the toll history; counts None where that speaker is silent."""

    published: Moment | None
    source: str | None
    killed: Count | None
    injured: Count | None
    report_id: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim and the report it stands in."""

    claim: Claim
    report_id: str


class LinkKind(StrEnum):
    """How an incident hangs together with another."""

    THREAT_THEN_ATTACK = "threat_then_attack"
    PART_OF = "part_of"


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another incident, and why in words."""

    kind: LinkKind
    incident_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(IncidentFields):
    """The reported incidents judged one, always derived (contract, "One incident").

    ``id`` is the smallest of its members' ids, ``was`` the others, sorted. ``sources`` counts distinct speakers;
    copies of one agency's report add none.
    """

    was: tuple[str, ...] = ()
    reports: tuple[ToldBy, ...]
    sources: int
    disagreements: tuple[Disagreement, ...] = ()
    tolls: tuple[Toll, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
