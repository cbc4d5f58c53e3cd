"""An incident as one report tells it, every value with the ids of the claims it rests on."""

from dataclasses import dataclass

from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.mentions import Attribution, PlaceMention
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.vocabulary import Basis, IncidentType, Responsibility, SentenceStatus, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """What was used; ``code`` is the codebook's, ``name`` the report's; counts None where the text is silent."""

    code: str
    name: str
    count: Count | None = None
    intercepted: Count | None = None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was aimed at or hit: a place, a thing, a force; or somebody, with the ``role`` told beside the name.

    ``count`` is how many things the name stands for; None where the text is silent, and for a person by name.
    """

    name: str
    kind: str
    role: str | None = None
    actor_id: str | None = None
    count: Count | None = None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """Who was hurt or taken; counts None where the text is silent, ``role`` None beside all but a person's own name."""

    name: str
    kind: str
    role: str | None = None
    actor_id: str | None = None
    killed: Count | None = None
    injured: Count | None = None
    abducted: Count | None = None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """Who did it by whose word: one row for each name, basis and speaker; ``by`` None is the report's own voice."""

    name: str
    basis: Basis
    by: str | None
    actor_id: str | None = None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A side of a clash, or who prevented an attack."""

    name: str
    actor_id: str | None = None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a threat hangs on, in the report's words."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attackers:
    """The attackers' own number and losses; ``name`` is the report's for those nobody could name ("masked men")."""

    name: str | None = None
    count: Count | None = None
    killed: Count | None = None
    captured: Count | None = None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFields:
    """What one report tells of an incident, and what a ledger holds resolved over all its reports, alike."""

    id: str
    type: IncidentType
    stage: Stage
    summary: str
    when: When | None = None
    where: Where | None = None
    weapons: tuple[Weapon, ...] = ()
    targets: tuple[Target, ...] = ()
    victims: tuple[Victim, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()
    sides: tuple[Party, ...] = ()
    prevented_by: tuple[Party, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    condition: Condition | None = None
    killed: Count | None = None
    injured: Count | None = None
    attackers: Attackers | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedIncident(IncidentFields):
    """One incident as one report tells it (contract, INCIDENT); ``main``: what the report exists to tell."""

    main: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one sentence, and why in words where it was not coded."""

    sentence: Sentence
    status: SentenceStatus
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report tells: its incidents (main ones first), every claim, who said what, every place named."""

    report: CleanText
    incidents: tuple[ReportedIncident, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    accounts: tuple[Account, ...] = ()
