"""A merged incident in, the cells of one flat row out: one column, one reading of it, in an order that stays.

New columns go last, so that a sheet built on an older file keeps its places. ``docs/columns.toml`` says what each one
holds.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from reportedly.records.counts import Count
from reportedly.records.incidents import Attackers
from reportedly.records.merged import Incident
from reportedly.records.moments import Moment, When, iso
from reportedly.records.places import Where
from reportedly.records.vocabulary import Basis

Cell: TypeAlias = "str | int | float | None"
"""What one cell holds; None, not known, is left empty."""

BETWEEN = "; "
"""What stands between the items of a list in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name and how its cell is read from an incident."""

    name: str
    of: Callable[[Incident], Cell]


def cells(incident: Incident) -> dict[str, Cell]:
    """The row of an incident, by the columns' names in their order."""
    return {column.name: column.of(incident) for column in COLUMNS}


def _moment(moment: Moment | None) -> str | None:
    return None if moment is None else iso(moment)


def _joined(items: Iterable[str | None]) -> str | None:
    """Each known item once, in order; None where there is none."""
    return BETWEEN.join(dict.fromkeys(item for item in items if item)) or None


def _low(count: Count | None) -> int | None:
    return None if count is None else count.low


def _high(count: Count | None) -> int | None:
    return None if count is None else count.high


def _when(cell: Callable[[When], Cell]) -> Callable[[Incident], Cell]:
    """Reads a cell of when it happened; None where that is not known."""
    return lambda told: None if told.when is None else cell(told.when)


def _where(cell: Callable[[Where], Cell]) -> Callable[[Incident], Cell]:
    """Reads a cell of where it happened; None where that is not known."""
    return lambda told: None if told.where is None else cell(told.where)


def _attackers(cell: Callable[[Attackers], Cell]) -> Callable[[Incident], Cell]:
    """Reads a cell of the attackers' own losses; None where nobody tells of them."""
    return lambda told: None if told.attackers is None else cell(told.attackers)


def _held(basis: Basis) -> Callable[[Incident], Cell]:
    """Reads the names of the perpetrators that are tied to an incident on that basis."""
    return lambda told: _joined(row.name for row in told.perpetrators if row.basis is basis)


def _published(incident: Incident) -> list[str]:
    return sorted(iso(told.published) for told in incident.reports if told.published is not None)


COLUMNS = (
    Column("id", lambda told: told.id),
    Column("type", lambda told: told.type.value),
    Column("stage", lambda told: told.stage.value),
    Column("summary", lambda told: told.summary),
    Column("start", _when(lambda when: _moment(when.start))),
    Column("end", _when(lambda when: _moment(when.end))),
    Column("time_precision", _when(lambda when: when.precision.value)),
    Column("edtf", _when(lambda when: when.edtf)),
    Column("place", _where(lambda where: where.name)),
    Column("country", _where(lambda where: where.country)),
    Column("lat", _where(lambda where: where.lat)),
    Column("lon", _where(lambda where: where.lon)),
    Column("radius_km", _where(lambda where: where.radius_km)),
    Column("place_precision", _where(lambda where: where.precision.value)),
    Column("place_id", _where(lambda where: where.place_id)),
    Column("weapons", lambda told: _joined(weapon.code for weapon in told.weapons)),
    Column("targets", lambda told: _joined(target.name for target in told.targets)),
    Column("target_kinds", lambda told: _joined(target.kind for target in told.targets)),
    Column("victims", lambda told: _joined(victim.name for victim in told.victims)),
    Column("victim_kinds", lambda told: _joined(victim.kind for victim in told.victims)),
    Column("responsibility", lambda told: _joined(sorted(word.value for word in told.responsibility))),
    Column("claimed", _held(Basis.CLAIMED)),
    Column("accused", _held(Basis.ACCUSED)),
    Column("suspected", _held(Basis.SUSPECTED)),
    Column("stated", _held(Basis.STATED)),
    Column("denied", _held(Basis.DENIED)),
    Column("sides", lambda told: _joined(side.name for side in told.sides)),
    Column("prevented_by", lambda told: _joined(party.name for party in told.prevented_by)),
    Column("killed_low", lambda told: _low(told.killed)),
    Column("killed_high", lambda told: _high(told.killed)),
    Column("injured_low", lambda told: _low(told.injured)),
    Column("injured_high", lambda told: _high(told.injured)),
    Column("attackers_killed_low", _attackers(lambda attackers: _low(attackers.killed))),
    Column("attackers_killed_high", _attackers(lambda attackers: _high(attackers.killed))),
    Column("condition", lambda told: told.condition.text if told.condition else None),
    Column("sources", lambda told: told.sources),
    Column("reports", lambda told: len({row.report_id for row in told.reports})),
    Column("publishers", lambda told: _joined(row.publisher for row in told.reports)),
    Column("first_published", lambda told: next(iter(_published(told)), None)),
    Column("last_published", lambda told: next(reversed(_published(told)), None)),
    Column("disagreements", lambda told: _joined(one.field for one in told.disagreements)),
    Column("report_ids", lambda told: _joined(row.report_id for row in told.reports)),
    Column("uris", lambda told: _joined(row.uri for row in told.reports)),
    Column("was", lambda told: _joined(told.was)),
)
"""The columns of a flat row. Where `when`, `where` or another part is not known, so are its cells."""
