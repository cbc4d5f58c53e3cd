"""A Telling in, what the table and the page show of it out: a card an incident, a line a value, a voice a claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.desk.wording import wording
from reportedly.desk.words_for import (
    chain_of,
    count_words,
    counted,
    inner_chain_of,
    own_claim_words,
    when_words,
    where_words,
)
from reportedly.gazetteer.load import load
from reportedly.records.claims import Claim
from reportedly.records.incidents import Attackers, IncidentFields, ReportedIncident, Target, Telling, Victim, Weapon
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.vocabulary import ClaimField, TimePrecision

SAID_BY_THE_DATE = frozenset(TimePrecision) - {TimePrecision.PART_OF_DAY, TimePrecision.WEEK, TimePrecision.OPEN}
"""Precisions that the date's own words show: a day, a month, a year, a time."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim as somebody's word.

    ``chain`` leads from speaker to reader, ``inner`` is the chain without the report's own publisher, ``how`` says how
    firmly ("" where plainly said).
    """

    chain: tuple[str, ...]
    inner: tuple[str, ...]
    how: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Line:
    """One value of an incident.

    ``field`` names the label, ``note`` qualifies the value, ``derivation`` says how the text led to it, ``voices``
    say it.
    """

    field: str
    value: str
    note: str = ""
    voices: tuple[Voice, ...] = ()
    derivation: str = ""

    @property
    def label(self) -> str:
        """The field as the desk calls it."""
        return wording().word("field", self.field)


@dataclass(frozen=True, slots=True)
class Card:
    """One incident as the desk shows it; ``responsibility`` holds one line for each word that holds."""

    incident: ReportedIncident
    type: Line
    stage: Line
    sign: str
    lines: tuple[Line, ...]
    responsibility: tuple[Line, ...]
    voices: tuple[Voice, ...]

    @property
    def speakers(self) -> tuple[Voice, ...]:
        """One voice for each speaker, on the longest way told, however firmly; the report's own voice comes last."""
        found: dict[str, Voice] = {}
        for voice in sorted(self.voices, key=lambda voice: voice.claim.source is None):
            known = found.get(voice.chain[0])
            if known is None or len(known.chain) < len(voice.chain):
                found[voice.chain[0]] = voice
        return tuple(found.values())

    def of(self, *fields: str) -> tuple[Line, ...]:
        """The lines of these fields, in card order."""
        return tuple(line for line in self.lines if line.field in fields)


def cards_of(telling: Telling) -> tuple[Card, ...]:
    """A card for each incident, in the report's order."""
    desk = Voices.of_report(telling.claims, telling.report.publisher)
    return tuple(_card(incident, desk) for incident in telling.incidents)


def own_lines(telling: Telling) -> tuple[Line, ...]:
    """The report's own claims (presence, tally, series …), one line each, in order of their words."""
    desk = Voices.of_report(telling.claims, telling.report.publisher)
    own = sorted((claim for claim in telling.claims if claim.incident_id is None), key=lambda claim: claim.span)
    return tuple(Line(claim.field.value, own_claim_words(claim), "", (desk.voice(claim),)) for claim in own)


@dataclass(frozen=True, slots=True)
class Voices:
    """Looks claims up and says whose word they are; ``publishers`` by the claims' ids, None where not known."""

    claims: Mapping[str, Claim]
    publishers: Mapping[str, str | None]

    @classmethod
    def of_report(cls, claims: Iterable[Claim], publisher: str | None) -> "Voices":
        """The voices of one report."""
        known = {claim.id: claim for claim in claims}
        return cls(known, dict.fromkeys(known, publisher))

    def voice(self, claim: Claim) -> Voice:
        """Whose word the claim is."""
        how = wording().word("factuality", claim.factuality.value)
        publisher = self.publishers.get(claim.id)
        chain = chain_of(claim.source, publisher=publisher)
        return Voice(chain, inner_chain_of(claim.source, publisher=publisher), how, claim)

    def of(self, ids: Iterable[str], *fields: ClaimField) -> tuple[Voice, ...]:
        """One voice for each speaker and firmness, first claims first; only of these fields, where some are given."""
        found: dict[tuple[tuple[str, ...], str], Voice] = {}
        for claim in (self.claims[id_] for id_ in ids if id_ in self.claims):
            if not fields or claim.field in fields:
                voice = self.voice(claim)
                found.setdefault((voice.chain, voice.how), voice)
        return tuple(found.values())


def _card(incident: ReportedIncident, desk: Voices) -> Card:
    words = wording()
    return Card(
        incident=incident,
        type=Line("type", words.word("type", incident.type.value), "", desk.of(incident.claims, ClaimField.TYPE)),
        stage=Line("stage", words.word("stage", incident.stage.value), "", desk.of(incident.claims, ClaimField.STAGE)),
        sign=words.word("stage_sign", incident.stage.value),
        lines=tuple(lines_of(incident, desk)),
        responsibility=tuple(_responsibility(incident, desk)),
        voices=desk.of(incident.claims),
    )


def lines_of(incident: IncidentFields, desk: Voices) -> Iterable[Line]:
    """A line for each value an incident has, but for its type and stage."""
    yield from _when_and_where(incident, desk)
    yield from (_weapon(weapon, desk) for weapon in incident.weapons)
    yield from (Line("targets", _named(target), "", desk.of(target.claims)) for target in incident.targets)
    yield from (_victim(victim, desk) for victim in incident.victims)
    yield from _toll(incident, desk)
    yield from _blamed(incident, desk)
    yield from (Line("sides", side.name, "", desk.of(side.claims)) for side in incident.sides)
    yield from (Line("prevented_by", party.name, "", desk.of(party.claims)) for party in incident.prevented_by)
    if incident.condition is not None:
        yield Line("condition", incident.condition.text, "", desk.of(incident.condition.claims))
    if incident.attackers is not None:
        yield _attackers(incident.attackers, desk)


def _when_and_where(incident: IncidentFields, desk: Voices) -> Iterable[Line]:
    """Two lines always: that a report does not tell when or where is worth knowing too."""
    untold = wording().word("count", "untold")
    yield Line("when", untold) if incident.when is None else _when(incident.when, desk)
    yield Line("where", untold) if incident.where is None else _where(incident.where, desk)


def _when(when: When, desk: Voices) -> Line:
    note = "" if when.precision in SAID_BY_THE_DATE else wording().word("precision", when.precision.value)
    return Line("when", when_words(when), note, desk.of(when.claims), when.derivation)


def _where(where: Where, desk: Voices) -> Line:
    words = wording()
    known = [words.word("precision", where.precision.value)]
    if where.lat is None:
        known = [words.phrase("unsettled")]
    elif where.radius_km:
        known.append(words.phrase("within", radius_km=f"{where.radius_km:,g}"))
    return Line(
        "where", where_words(where, country=country_words(where.country)), ", ".join(known), desk.of(where.claims)
    )


def _weapon(weapon: Weapon, desk: Voices) -> Line:
    label = wording().word("field", "intercepted")
    note = "" if weapon.intercepted is None else f"{label}: {count_words(weapon.intercepted)}"
    return Line("weapons", counted(weapon.name, weapon.count), note, desk.of(weapon.claims))


def _named(one: Target | Victim) -> str:
    """A name, behind the role the report tells of a person."""
    return one.name if one.role is None else wording().phrase("with_role", role=one.role, name=one.name)


def _victim(victim: Victim, desk: Voices) -> Line:
    words = wording()
    told = (("killed", victim.killed), ("injured", victim.injured), ("abducted", victim.abducted))
    note = ", ".join(f"{words.word('field', key)} {count_words(count)}" for key, count in told if count is not None)
    return Line("victims", _named(victim), note, desk.of(victim.claims))


def _toll(incident: IncidentFields, desk: Voices) -> Iterable[Line]:
    if incident.killed is None and incident.injured is None:
        return
    words = wording()
    told = ((ClaimField.KILLED, incident.killed), (ClaimField.INJURED, incident.injured))
    value = ", ".join(
        f"{words.word('field', field)} {count_words(count)}" for field, count in told if count is not None
    )
    voices = desk.of(incident.claims, ClaimField.KILLED, ClaimField.INJURED)
    yield Line("toll", value, "", voices or desk.of(incident.claims, ClaimField.VICTIMS))


def _blamed(incident: IncidentFields, desk: Voices) -> Iterable[Line]:
    words = wording()
    for perpetrator in incident.perpetrators:
        basis = words.word("basis", perpetrator.basis.value)
        yield Line("perpetrators", perpetrator.name, basis, desk.of(perpetrator.claims))


def _attackers(attackers: Attackers, desk: Voices) -> Line:
    words = wording()
    told = (("killed", attackers.killed), ("captured", attackers.captured))
    note = ", ".join(f"{words.word('field', key)} {count_words(count)}" for key, count in told if count is not None)
    number = "" if attackers.count is None and attackers.name else count_words(attackers.count)
    value = " ".join(told for told in (number, attackers.name) if told)
    return Line("attackers", value, note, desk.of(attackers.claims))


def _responsibility(incident: IncidentFields, desk: Voices) -> Iterable[Line]:
    for held in incident.responsibility:
        about = [
            id_
            for id_ in incident.claims
            if (claim := desk.claims.get(id_)) is not None and _is_about(claim, held.value)
        ]
        yield Line("responsibility", held.value, wording().word("responsibility", held.value), desk.of(about))


def _is_about(claim: Claim, held: str) -> bool:
    """True where a responsibility claim holds that word, or a perpetrator claim has it as its basis."""
    value = claim.value
    if claim.field is ClaimField.RESPONSIBILITY:
        return value == held or (isinstance(value, tuple | list) and held in value)
    return claim.field is ClaimField.PERPETRATORS and isinstance(value, dict) and value.get("basis") == held


def country_words(code: str | None) -> str | None:
    """The name the gazetteer shows for an ISO code, the code itself where it knows none, None for None."""
    if code is None:
        return None
    place = load().country(code)
    return code if place is None else place.name
