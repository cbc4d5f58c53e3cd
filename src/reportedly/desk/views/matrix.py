"""A merged incident in, its responsibility matrix out: who is tied to it, on what basis, by whose word and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.records.claims import Claim
from reportedly.records.incidents import Perpetrator
from reportedly.records.merged import Evidence, Incident, ToldBy
from reportedly.records.moments import Moment
from reportedly.records.vocabulary import Basis, ClaimField, Factuality, Responsibility

HELD = (Basis.CLAIMED, Basis.ACCUSED, Basis.SUSPECTED, Basis.STATED, Basis.DENIED)
"""The columns of the matrix, from the doer's own word to the word against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One word on responsibility: ``by`` None is the report's own voice, ``published`` None where not known."""

    by: str | None
    published: Moment | None
    publisher: str | None
    report_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """One actor under every name the reports give it, and what is said of it, earliest first, by basis."""

    names: tuple[str, ...]
    sayings: Mapping[Basis, tuple[Saying, ...]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The actors, in the order the incident lists them, and those who could have said who it was and did not."""

    rows: tuple[Row, ...]
    withheld: tuple[Saying, ...]


def matrix_of(incident: Incident) -> Matrix:
    """The matrix of one incident; a speaker counts once a cell, with the earliest report that carries the word."""
    told = {report.report_id: report for report in incident.reports}
    standing: dict[str, list[Saying]] = {}
    for one in incident.evidence:
        standing.setdefault(one.claim.id, []).append(_saying(one, told.get(one.report_id)))
    withheld = [standing[one.claim.id] for one in incident.evidence if _withholds(one.claim)]
    return Matrix(
        rows=tuple(_row(rows, standing) for rows in _by_actor(incident.perpetrators)),
        withheld=_earliest(saying for sayings in withheld for saying in sayings),
    )


def _by_actor(perpetrators: Iterable[Perpetrator]) -> Iterable[list[Perpetrator]]:
    """The rows of one actor together: by its id, else by its name, compared without case."""
    found: dict[str, list[Perpetrator]] = {}
    for row in perpetrators:
        found.setdefault(row.actor_id or row.name.casefold(), []).append(row)
    return found.values()


def _row(rows: list[Perpetrator], standing: Mapping[str, list[Saying]]) -> Row:
    sayings = {
        basis: _earliest(
            saying for row in rows if row.basis is basis for id_ in row.claims for saying in standing.get(id_, ())
        )
        for basis in Basis
    }
    return Row(
        names=tuple(dict.fromkeys(row.name for row in rows)),
        sayings={basis: found for basis, found in sayings.items() if found},
    )


def _saying(one: Evidence, told: ToldBy | None) -> Saying:
    source = one.claim.source
    return Saying(
        by=None if source is None else source.name,
        published=None if told is None else told.published,
        publisher=None if told is None else told.publisher,
        report_id=one.report_id,
        quote=one.claim.quote,
    )


def _earliest(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """One saying for each speaker (for a report's own voice: each publisher), earliest first, undated last."""
    found: dict[tuple[str | None, str | None], Saying] = {}
    for saying in sorted(sayings, key=order_of):
        found.setdefault((saying.by, saying.publisher if saying.by is None else None), saying)
    return tuple(found.values())


def order_of(saying: Saying) -> tuple[bool, str, str]:
    """Where a saying stands in time; ISO text, as days and zoned and local times cannot be compared otherwise."""
    published = saying.published
    return (published is None, "" if published is None else published.isoformat(), saying.report_id)


def _withholds(claim: Claim) -> bool:
    value = claim.value
    held = Responsibility.WITHHELD.value
    told = value == held or (isinstance(value, tuple | list) and held in value)
    return claim.field is ClaimField.RESPONSIBILITY and (told or claim.factuality is Factuality.WITHHELD)
