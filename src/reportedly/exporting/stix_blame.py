"""An incident in, who is blamed for it out as STIX 2.1 has words for it: a relationship for few, a note for every word.

STIX knows that somebody did it, and has no type for an accusation. So a relationship is written only where somebody
claims the incident or is told as plain fact to have done it, and nobody denies it; all that is said stands in notes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.codebook.names import folded
from reportedly.exporting.stix_objects import (
    Dated,
    Given,
    Kind,
    StixObject,
    book,
    cited,
    identity,
    instant,
    made,
    relationship,
    stix_id,
    untold,
)
from reportedly.records.claims import Claim
from reportedly.records.incidents import Party, Perpetrator
from reportedly.records.merged import Evidence, ToldBy
from reportedly.records.vocabulary import Basis, ClaimField, Factuality

ATTRIBUTED = "relation.attributed"
"""The rule by which somebody is tied to an incident as having done it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of somebody who is blamed: the rule, and the words that assert it where it is ``ATTRIBUTED``."""

    identity: StixObject
    rule: str
    words: tuple[Evidence, ...] = ()
    bases: tuple[Basis, ...] = ()


def verdicts(one: Dated) -> tuple[Verdict, ...]:
    """One for everybody who is blamed, in the order told."""
    found: dict[str, tuple[StixObject, list[Perpetrator]]] = {}
    for row in one.incident.perpetrators:
        who = _identity(one, row.name, row.actor_id)
        found.setdefault(who.id, (who, []))[1].append(row)
    return tuple(_verdict(one, who, rows) for who, rows in found.values())


def _identity(one: Dated, name: str, actor_id: str | None) -> StixObject:
    return identity(one, Party(name=name, actor_id=actor_id, claims=()), untold(), among="perpetrator")


def _verdict(one: Dated, who: StixObject, rows: Sequence[Perpetrator]) -> Verdict:
    firm = [row for row in rows if book().look_up("attributing", row.basis.value) is not None]
    if not firm:
        return Verdict(identity=who, rule="blame.basis")
    if _is_denied(rows, one.incident.perpetrators):
        return Verdict(identity=who, rule="blame.denied")
    words = [(row.basis, said) for row in firm for said in _asserting(one, row)]
    if not words:
        return Verdict(identity=who, rule="blame.not_asserted")
    bases = dict.fromkeys(basis for basis, _ in words)
    return Verdict(identity=who, rule=ATTRIBUTED, words=tuple(said for _, said in words), bases=tuple(bases))


def _is_denied(rows: Sequence[Perpetrator], everybody: Sequence[Perpetrator]) -> bool:
    """True where a denial names one of them by its id, or by a name that holds its name or is held by it."""
    denials = [row for row in everybody if row.basis is Basis.DENIED]
    return any(_may_be_same(row, denial) for row in rows for denial in denials)


def _may_be_same(row: Perpetrator, other: Perpetrator) -> bool:
    """More than it must be: a denial that is taken for somebody else's would leave the blame standing."""
    if row.actor_id is not None and row.actor_id == other.actor_id:
        return True
    name, others = set(folded(row.name)), set(folded(other.name))
    return name <= others or others <= name


def _asserting(one: Dated, row: Perpetrator) -> list[Evidence]:
    return [said for said in one.incident.evidence if said.claim.id in row.claims and _asserts(said.claim, row.basis)]


def _asserts(claim: Claim, basis: Basis) -> bool:
    """True for words that tie somebody to an incident on that basis, without doubt or condition."""
    value = claim.value if isinstance(claim.value, dict) else {}
    told = claim.field is ClaimField.PERPETRATORS and value.get("basis") == basis.value
    return told and claim.factuality is Factuality.ASSERTED and bool(claim.quote.strip())


def attribution(one: Dated, verdict: Verdict) -> StixObject:
    """The relationship of a verdict that is ``ATTRIBUTED``, with the words it stands on."""
    quotes = dict.fromkeys(said.claim.quote.strip() for said in verdict.words)
    reports = [told for said in verdict.words if (told := _report(one, said.report_id)) is not None]
    more = {
        "description": Given("\n".join(quotes), "note.words"),
        "labels": Given([basis.value for basis in verdict.bases], "note.basis"),
        "external_references": Given(cited(reports), "report.cited"),
    }
    return relationship(one, "perpetrator", verdict.identity, rule=ATTRIBUTED, more=more)


def _report(one: Dated, report_id: str) -> ToldBy | None:
    return next((told for told in one.incident.reports if told.report_id == report_id), None)


def notes(one: Dated) -> Iterator[StixObject]:
    """For every quoted claim about who did it, whom it names and then the note with its words."""
    for said in one.incident.evidence:
        if not said.claim.quote.strip():
            continue
        if said.claim.field is ClaimField.PERPETRATORS and isinstance(said.claim.value, dict):
            who = _named(one, said)
            yield from () if who is None else (who,)
            yield _note(one, said, codes=[said.claim.value.get("basis")], who=who)
        elif said.claim.field is ClaimField.RESPONSIBILITY:
            value = said.claim.value
            yield _note(one, said, codes=value if isinstance(value, list | tuple) else [value], who=None)


def _named(one: Dated, said: Evidence) -> StixObject | None:
    """Whom a claim names; None where its value is no name."""
    value = said.claim.value if isinstance(said.claim.value, dict) else {}
    name, actor_id = value.get("name"), value.get("actor_id")
    if not isinstance(name, str) or not name.strip():
        return None
    return _identity(one, name, actor_id if isinstance(actor_id, str) else None)


def _note(one: Dated, said: Evidence, *, codes: Sequence[object], who: StixObject | None) -> StixObject:
    claim, told = said.claim, _report(one, said.report_id)
    speaker = claim.source.name if claim.source is not None else told.publisher if told is not None else None
    time = Given(one.first if told is None or told.published is None else instant(told.published), "time.report")
    labels = dict.fromkeys([*(code for code in codes if isinstance(code, str)), claim.factuality.value])
    properties = {
        **dict.fromkeys(("created", "modified"), time),
        "content": Given(claim.quote.strip(), "note.words"),
        "authors": Given([speaker] if speaker else None, "note.speaker"),
        "object_refs": Given([one.id, *([] if who is None else [who.id])], "note.about"),
        "labels": Given(list(labels), "note.basis"),
        "external_references": Given(cited([told]) if told is not None else None, "report.cited"),
    }
    return made(Kind.NOTE, stix_id(Kind.NOTE, one.incident.id, said.report_id, claim.id), properties)
