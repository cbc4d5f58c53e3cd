"""What a ledger must hold after many reports of one story: a TOML file written by hand in, frozen expectations out.

Only what is given is checked. ``tests/cases/campaign/README.md`` lists the keys and what they mean.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.expectations import PARTS, Blame, Expectation, ExpectedClaim, ExpectedIncident, built

INHERITED = ("type", "stage", "place", "country")
"""What a telling takes over from its incident unless it gives its own."""
ALONE = ("report", "optional")
"""Keys of a telling that say nothing about the incident it tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTelling:
    """One report of an incident, and how that report alone tells it; ``optional``: neither asked for nor forbidden."""

    report: str
    alone: ExpectedIncident
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedToll:
    """A row of the toll history; ranges None: not checked, ``source`` words of the speaker's name."""

    report: str
    killed: str | None = None
    injured: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedRivalry:
    """A disagreement on one of the fields named, with at least these values among the rivals."""

    field: tuple[str, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedMerged:
    """One incident of the ledger; empty and None: not checked. ``within`` is the first and last day it may touch.

    ``optional``: neither asked for nor held against the product.
    """

    key: str
    optional: bool = False
    about: str = ""
    type: tuple[str, ...] = ()
    stage: str | None = None
    within: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    within_km: float = 25.0
    killed: tuple[str, ...] = ()
    injured: tuple[str, ...] = ()
    attackers_killed: str | None = None
    responsibility: tuple[str, ...] | None = None
    perpetrator: tuple[Blame, ...] = ()
    sources: str | None = None
    toll: tuple[ExpectedToll, ...] = ()
    disagreement: tuple[ExpectedRivalry, ...] = ()
    told: tuple[ExpectedTelling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedLink:
    """A threat and the attack that follows it, by key."""

    kind: str
    threat: str
    attack: str
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Incidents that must not be one, and why somebody might merge them."""

    keys: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Reports that print another's text and add no source to the incident."""

    of: str
    reports: tuple[str, ...]
    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a ledger holds of the reports published by then; ``links`` are the exact pairs of threat and attack."""

    at: str
    about: str
    links: tuple[tuple[str, ...], ...]
    incident: tuple[ExpectedMerged, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim of a report that the ledger can test, what it says of it, and by which incidents."""

    report: str
    field: str
    quote: str
    verdict: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClaim:
    """Another claim that one report must make."""

    report: str
    claim: ExpectedClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All that a story of many reports must come to."""

    incident: tuple[ExpectedMerged, ...]
    link: tuple[ExpectedLink, ...] = ()
    apart: tuple[Apart, ...] = ()
    copies: tuple[Copies, ...] = ()
    moment: tuple[Moment, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    claim: tuple[ReportClaim, ...] = ()

    def merged(self, key: str) -> ExpectedMerged:
        """The incident of a key; KeyError where none has it."""
        return {one.key: one for one in self.incident}[key]


KINDS: Mapping[str, type] = {
    "incident": ExpectedMerged,
    "link": ExpectedLink,
    "apart": Apart,
    "copies": Copies,
    "moment": Moment,
    "verdict": Verdict,
    "toll": ExpectedToll,
    "disagreement": ExpectedRivalry,
    "perpetrator": Blame,
}
"""Keys whose tables are read into a type of their own; tellings and claims are taken apart first."""


def outcome_from(path: Path) -> Outcome:
    """The outcome a TOML file holds; ValueError names the file and a key that is not one."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        incidents = [{**one, "told": list(tellings(one))} for one in raw["incident"]]
        claims = [report_claim(one) for one in raw.get("claim", ())]
        made = built(Outcome, {**raw, "incident": incidents, "claim": claims}, parts=KINDS)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error
    assert isinstance(made, Outcome)
    return made


def tellings(incident: Mapping[str, object]) -> Iterator[ExpectedTelling]:
    """The tellings of an incident's table, each with what it takes over from the incident."""
    taken = {key: incident[key] for key in INHERITED if key in incident}
    told = incident.get("told", [])
    assert isinstance(told, list)
    for row in told:
        alone = built(ExpectedIncident, {**taken, **{key: row[key] for key in row if key not in ALONE}}, parts=PARTS)
        assert isinstance(alone, ExpectedIncident)
        yield ExpectedTelling(report=row["report"], alone=alone, optional=row.get("optional", False))


def report_claim(row: Mapping[str, object]) -> ReportClaim:
    """A claim's table, the report's id taken off."""
    claim = built(ExpectedClaim, {key: row[key] for key in row if key != "report"}, parts=PARTS)
    assert isinstance(claim, ExpectedClaim)
    return ReportClaim(report=str(row["report"]), claim=claim)


def expectation_of(outcome: Outcome, report: str) -> Expectation:
    """What one report alone must tell: its incidents, their number, and its claims that the outcome names.

    The number is not checked where a telling is optional.
    """
    told = [telling for one in outcome.incident for telling in one.told if telling.report == report]
    required = tuple(telling.alone for telling in told if not telling.optional)
    said = [row.claim for row in outcome.claim if row.report == report]
    tested = [ExpectedClaim(field=row.field, quote=row.quote) for row in outcome.verdict if row.report == report]
    return Expectation(
        about=report,
        report={},
        incidents=len(required) if len(required) == len(told) else None,
        incident=required,
        claim=(*said, *tested),
    )
