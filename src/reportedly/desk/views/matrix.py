"""A merged incident in, its responsibility matrix out: who is tied to it, on what basis, by whose word and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportedly.desk.views.told import origins
from reportedly.records.claims import Claim
from reportedly.records.incidents import Perpetrator
from reportedly.records.judgements import Decision
from reportedly.records.merged import Evidence, Incident, ToldBy
from reportedly.records.moments import Moment
from reportedly.records.vocabulary import Basis, ClaimField, Factuality, Responsibility

HELD = (Basis.CLAIMED, Basis.ACCUSED, Basis.SUSPECTED, Basis.STATED, Basis.DENIED)
"""The columns of the matrix, from the doer's own word to the word against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One word on responsibility: ``by`` None is the report's own voice, ``published`` None where not known.

    ``origin`` is the report itself, or the one whose agency copy it carries.
    """

    by: str | None
    published: Moment | None
    publisher: str | None
    report_id: str
    origin: str
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


def matrix_of(incident: Incident, *, decided: Decision | None = None) -> Matrix:
    """The matrix of one incident; a speaker counts once a cell, with the earliest report that carries the word.

    ``decided`` set who is blamed: what no report says is left out, as it is no report's word.
    """
    own = () if decided is None else (decided.who,)
    perpetrators = [row for row in incident.perpetrators if row.by is None or row.by not in own]
    told = {report.report_id: report for report in incident.reports}
    copied = origins(incident)
    standing: dict[str, list[Saying]] = {}
    for one in incident.evidence:
        origin = copied.get(one.report_id, one.report_id)
        standing.setdefault(one.claim.id, []).append(_saying(one, told.get(one.report_id), origin=origin))
    withheld = [standing[one.claim.id] for one in incident.evidence if _withholds(one.claim)]
    return Matrix(
        rows=tuple(_row(rows, standing) for rows in _by_actor(perpetrators)),
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
            replace(saying, by=row.by)
            for row in rows
            if row.basis is basis
            for id_ in row.claims
            for saying in standing.get(id_, ())
        )
        for basis in Basis
    }
    return Row(
        names=tuple(dict.fromkeys(row.name for row in rows)),
        sayings={basis: found for basis, found in sayings.items() if found},
    )


def _saying(one: Evidence, told: ToldBy | None, *, origin: str) -> Saying:
    source = one.claim.source
    return Saying(
        by=None if source is None else source.name,
        published=None if told is None else told.published,
        publisher=None if told is None else told.publisher,
        report_id=one.report_id,
        origin=origin,
        quote=one.claim.quote,
    )


def _earliest(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """One saying for each speaker (for a report's own voice: each report that is no copy), earliest first."""
    found: dict[tuple[str | None, str | None], Saying] = {}
    for saying in sorted(sayings, key=_order):
        found.setdefault((saying.by, saying.origin if saying.by is None else None), saying)
    return tuple(found.values())


def _order(saying: Saying) -> tuple[bool, bool, str, str]:
    """Copies last, then the undated; ISO text, as days, zoned and local times cannot be compared otherwise."""
    published = "" if saying.published is None else saying.published.isoformat()
    return (saying.origin != saying.report_id, not published, published, saying.report_id)


def _withholds(claim: Claim) -> bool:
    value = claim.value
    held = Responsibility.WITHHELD.value
    told = value == held or (isinstance(value, tuple | list) and held in value)
    return claim.field is ClaimField.RESPONSIBILITY and (told or claim.factuality is Factuality.WITHHELD)
