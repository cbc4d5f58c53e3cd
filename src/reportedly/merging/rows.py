"""The rows of one list field over all members in, each thing once out, with every claim it rests on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.codebook.names import words_of
from reportedly.merging.policies import Policy, choose, options, weighty
from reportedly.merging.voices import Circle, voices
from reportedly.records.counts import Count
from reportedly.records.forms import range_value
from reportedly.records.incidents import Party, Perpetrator, ReportedIncident, Target, Victim, Weapon
from reportedly.records.vocabulary import ClaimField

T = TypeVar("T")
R = TypeVar("R", Weapon, Target, Victim, Perpetrator, Party)


def _gathered(told: Circle, rows_of: Callable[[ReportedIncident], Sequence[R]], key: Callable[[R], str]) -> list[R]:
    """Each thing once, in the order of telling, main tellings first, under its fullest name."""
    found: dict[str, list[R]] = {}
    for row in _in_turn(told, rows_of):
        found.setdefault(key(row), []).append(row)
    return [_one(rows) for rows in found.values()]


def _in_turn(told: Circle, rows_of: Callable[[ReportedIncident], Sequence[R]]) -> Iterator[R]:
    for main in (True, False):
        for member in told.members:
            if member.incident.main is main:
                yield from rows_of(member.incident)


def _one(rows: Sequence[R]) -> R:
    name = max((row.name for row in rows), key=lambda name: (len(name), name))
    claims = dict.fromkeys(claim for row in rows for claim in row.claims)
    return replace(rows[0], name=name, claims=tuple(claims))


def _name_key(name: str, actor_id: str | None) -> str:
    return actor_id or " ".join(words_of(name).folds)


def count(
    told: Circle,
    policy: Policy,
    field: ClaimField,
    *,
    row_of: Callable[[ReportedIncident], T | None],
    part: Callable[[T], Count | None],
) -> Count | None:
    """One count of a row (or of the attackers) by the policy; None where all are silent."""

    def told_by(incident: ReportedIncident) -> Count | None:
        row = row_of(incident)
        return None if row is None else part(row)

    heard = weighty(voices(told, field, told_by, range_value))
    return choose(options(heard), policy, size=magnitude).value if heard else None


def magnitude(count: Count) -> int:
    """The least a count stands for; the most where no least is known."""
    return count.low if count.low is not None else count.high or 0


def weapons(told: Circle, policy: Policy) -> tuple[Weapon, ...]:
    """One row for each code, its counts by the policy."""
    found = _gathered(told, lambda one: one.weapons, lambda row: row.code)
    return tuple(_armed(told, policy, row) for row in found)


def _armed(told: Circle, policy: Policy, row: Weapon) -> Weapon:
    def of(incident: ReportedIncident) -> Weapon | None:
        return next((one for one in incident.weapons if one.code == row.code), None)

    field = ClaimField.WEAPONS
    return replace(
        row,
        count=count(told, policy, field, row_of=of, part=lambda one: one.count),
        intercepted=count(told, policy, field, row_of=of, part=lambda one: one.intercepted),
    )


def targets(told: Circle, policy: Policy) -> tuple[Target, ...]:
    """One row for each name, its count by the policy."""
    return tuple(_aimed_at(told, policy, row) for row in _gathered(told, lambda one: one.targets, _target_key))


def _target_key(row: Target) -> str:
    return " ".join(words_of(row.name).folds)


def _aimed_at(told: Circle, policy: Policy, row: Target) -> Target:
    def of(incident: ReportedIncident) -> Target | None:
        return next((one for one in incident.targets if _target_key(one) == _target_key(row)), None)

    return replace(row, count=count(told, policy, ClaimField.TARGETS, row_of=of, part=lambda one: one.count))


def victims(told: Circle, policy: Policy) -> tuple[Victim, ...]:
    """One row for each group of people, its counts by the policy."""
    found = _gathered(told, lambda one: one.victims, _victim_key)
    return tuple(_hurt(told, policy, row, _victim_key(row)) for row in found)


def _victim_key(row: Victim) -> str:
    return " ".join(words_of(row.name).folds)


def _hurt(told: Circle, policy: Policy, row: Victim, key: str) -> Victim:
    def of(incident: ReportedIncident) -> Victim | None:
        return next((one for one in incident.victims if _victim_key(one) == key), None)

    field = ClaimField.VICTIMS
    return replace(
        row,
        killed=count(told, policy, field, row_of=of, part=lambda one: one.killed),
        injured=count(told, policy, field, row_of=of, part=lambda one: one.injured),
        abducted=count(told, policy, field, row_of=of, part=lambda one: one.abducted),
    )


def perpetrators(told: Circle) -> tuple[Perpetrator, ...]:
    """One row for each name, basis and speaker."""
    return tuple(_gathered(told, lambda one: one.perpetrators, _perpetrator_key))


def _perpetrator_key(row: Perpetrator) -> str:
    by = "" if row.by is None else " ".join(words_of(row.by).folds)
    return "|".join((_name_key(row.name, row.actor_id), row.basis.value, by))


def parties(told: Circle, rows_of: Callable[[ReportedIncident], Sequence[Party]]) -> tuple[Party, ...]:
    """One row for each party."""
    return tuple(_gathered(told, rows_of, lambda row: _name_key(row.name, row.actor_id)))
