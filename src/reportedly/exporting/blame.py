"""An incident in, who is told to have done it out, and every word about it: for formats that a reader takes as fact.

Somebody did it only where he claims it or is told as plain fact to have done it, in words that are quoted and
asserted, and where nobody denies it. Whoever is only accused or suspected did not, and neither did who denies it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.codebook.crosswalks import crosswalk
from reportedly.codebook.names import folded
from reportedly.records.claims import Claim
from reportedly.records.incidents import Perpetrator
from reportedly.records.merged import Evidence, Incident, ToldBy
from reportedly.records.vocabulary import Basis, ClaimField, Factuality

ATTRIBUTED = "relation.attributed"
"""The rule by which somebody is tied to an incident as having done it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """What becomes of somebody who is blamed: the rule, and the words that assert it where it is ``ATTRIBUTED``."""

    first: Perpetrator
    rule: str
    words: tuple[Evidence, ...] = ()
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Quoted words about who did it; ``codes`` are ours for basis and factuality.

    ``told`` is None where the incident does not list their report, ``speaker`` is the publisher for the report's own
    voice and None where that is not known. ``name`` is None where they name nobody, ``actor_id`` where the codebook
    knows nobody of that name.
    """

    said: Evidence
    told: ToldBy | None
    speaker: str | None
    codes: tuple[str, ...]
    name: str | None = None
    actor_id: str | None = None

    @property
    def quote(self) -> str:
        """The words, without the blanks around them."""
        return self.said.claim.quote.strip()


def blamed(incident: Incident, *, key: Callable[[Perpetrator], str]) -> Iterator[Blame]:
    """One for everybody who is blamed, in the order told; rows with the same key are the same."""
    found: dict[str, list[Perpetrator]] = {}
    for row in incident.perpetrators:
        found.setdefault(key(row), []).append(row)
    for rows in found.values():
        yield _blame(incident, rows)


def _blame(incident: Incident, rows: Sequence[Perpetrator]) -> Blame:
    firm = [row for row in rows if crosswalk("told").look_up("attributing", row.basis.value) is not None]
    if not firm:
        return Blame(first=rows[0], rule="blame.basis")
    if _is_denied(rows, incident.perpetrators):
        return Blame(first=rows[0], rule="blame.denied")
    words = [(row.basis, said) for row in firm for said in _asserting(incident, row)]
    if not words:
        return Blame(first=rows[0], rule="blame.not_asserted")
    bases = dict.fromkeys(basis for basis, _ in words)
    return Blame(first=rows[0], rule=ATTRIBUTED, words=tuple(said for _, said in words), bases=tuple(bases))


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


def _asserting(incident: Incident, row: Perpetrator) -> list[Evidence]:
    return [said for said in incident.evidence if said.claim.id in row.claims and _asserts(said.claim, row.basis)]


def _asserts(claim: Claim, basis: Basis) -> bool:
    """True for words that tie somebody to an incident on that basis, without doubt or condition."""
    value = claim.value if isinstance(claim.value, dict) else {}
    told = claim.field is ClaimField.PERPETRATORS and value.get("basis") == basis.value
    return told and claim.factuality is Factuality.ASSERTED and bool(claim.quote.strip())


def told_by(incident: Incident, said: Evidence) -> ToldBy | None:
    """The report that a claim stands in."""
    return next((told for told in incident.reports if told.report_id == said.report_id), None)


def sayings(incident: Incident) -> Iterator[Saying]:
    """Every quoted claim about who did it, also that somebody would not say."""
    for said in incident.evidence:
        if not said.claim.quote.strip():
            continue
        value = said.claim.value
        if said.claim.field is ClaimField.PERPETRATORS and isinstance(value, dict):
            name, actor_id = value.get("name"), value.get("actor_id")
            yield _saying(
                incident,
                said,
                codes=[value.get("basis")],
                name=name if isinstance(name, str) and name.strip() else None,
                actor_id=actor_id if isinstance(actor_id, str) else None,
            )
        elif said.claim.field is ClaimField.RESPONSIBILITY:
            yield _saying(incident, said, codes=value if isinstance(value, list | tuple) else [value])


def _saying(
    incident: Incident, said: Evidence, *, codes: Sequence[object], name: str | None = None, actor_id: str | None = None
) -> Saying:
    claim, told = said.claim, told_by(incident, said)
    speaker = claim.source.name if claim.source is not None else told.publisher if told is not None else None
    known = dict.fromkeys([*(code for code in codes if isinstance(code, str)), claim.factuality.value])
    return Saying(said=said, told=told, speaker=speaker, codes=tuple(known), name=name, actor_id=actor_id)
