"""Members of one incident in, the fields on which reports or speakers differ out, with who says what."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reportedly.merging.extents import near
from reportedly.merging.policies import Voice, key_of, options
from reportedly.merging.voices import Circle, figures, voices
from reportedly.records.counts import Count
from reportedly.records.forms import range_value, when_value, where_value
from reportedly.records.incidents import Perpetrator, ReportedIncident
from reportedly.records.merged import Disagreement, Member, Rival
from reportedly.records.moments import When, day_of
from reportedly.records.values import Value
from reportedly.records.vocabulary import Basis, ClaimField

T = TypeVar("T")


def disagreements(told: Circle) -> tuple[Disagreement, ...]:
    """Fields with two values that cannot both hold, in the contract's order of fields."""
    found = [
        _between(ClaimField.TYPE, voices(told, ClaimField.TYPE, lambda one: one.type, str), _equal),
        _between(ClaimField.STAGE, voices(told, ClaimField.STAGE, lambda one: one.stage, str), _equal),
        _between(ClaimField.WHEN, voices(told, ClaimField.WHEN, lambda one: one.when, when_value), one_day),
        _between(ClaimField.WHERE, voices(told, ClaimField.WHERE, lambda one: one.where, where_value), near),
        _between(ClaimField.VICTIMS, voices(told, ClaimField.VICTIMS, _taken, _taken_value), compatible),
        _blame(told),
        _between(ClaimField.KILLED, figures(told, ClaimField.KILLED), compatible),
        _between(ClaimField.INJURED, figures(told, ClaimField.INJURED), compatible),
    ]
    return tuple(one for one in found if one is not None)


def one_day(one: When, other: When) -> bool:
    """True where the days as they are told have one in common: a night told by either day does not."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one.start == other.start
    return day_of(one.start) <= day_of(other.end) and day_of(other.start) <= day_of(one.end)


def _taken(incident: ReportedIncident) -> Count | None:
    """The most that any row of a report counts as taken: a total stands beside its parts."""
    counts = [row.abducted for row in incident.victims if row.abducted is not None]
    return max(counts, key=lambda count: (count.low or 0, count.high or 0), default=None)


def _taken_value(count: Count) -> Value:
    return {"abducted": range_value(count)}


def _equal(one: T, other: T) -> bool:
    return one == other


def compatible(one: Count, other: Count) -> bool:
    """True where one number fits both: "at least two" and "three" do not disagree."""
    low = max(one.low or 0, other.low or 0)
    highs = [count.high for count in (one, other) if count.high is not None]
    return not highs or low <= min(highs)


def _between(field: ClaimField, heard: Sequence[Voice[T]], agree: Callable[[T, T], bool]) -> Disagreement | None:
    """What stands against something, each value once a speaker and report."""
    found = options(heard)
    clashing = [
        option
        for option in found
        if any(not agree(option.value, other.value) for other in found if other is not option)
    ]
    if not clashing:
        return None
    rivals = sorted((voice for option in clashing for voice in option.voices), key=lambda voice: voice.order)
    return Disagreement(field.value, _once(_rival(voice) for voice in rivals))


def _rival(voice: Voice[T]) -> Rival:
    return Rival(
        value=voice.form,
        source=None if voice.source is None else voice.source.name,
        report_id=voice.report.report_id,
    )


def _once(rivals: Iterable[Rival]) -> tuple[Rival, ...]:
    return tuple({(key_of(one.value), one.source, one.report_id): one for one in rivals}.values())


def _blame(told: Circle) -> Disagreement | None:
    """A doer that denies what it is blamed for, or different doers of whom no report names both."""
    rows = [(member, row) for member in told.members for row in member.incident.perpetrators]
    denied = {_doer(row) for _, row in rows if row.basis is Basis.DENIED}
    blamed = {_doer(row) for _, row in rows if row.basis is not Basis.DENIED}
    disputed = denied & blamed
    named = [{_doer(row) for row in member.incident.perpetrators if row.actor_id} for member in told.members]
    apart = {one for mine in named for one in mine for other in named if mine and other and not mine & other}
    disputed |= apart - (denied - blamed)
    rivals = [_blame_rival(member, row) for member, row in rows if _doer(row) in disputed]
    return Disagreement(ClaimField.PERPETRATORS.value, _once(rivals)) if len(rivals) > 1 else None


def _doer(row: Perpetrator) -> str:
    return row.actor_id or row.name.casefold()


def _blame_rival(member: Member, row: Perpetrator) -> Rival:
    value: Value = {"name": row.name, "actor_id": row.actor_id, "basis": row.basis.value, "by": row.by}
    return Rival(value=value, source=row.by, report_id=member.report.report_id)
