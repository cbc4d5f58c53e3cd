"""Incidents in, how many there are by day, week, month, year, type, stage, actor or place out, with their reports."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from reportedly.asking.days import days_of
from reportedly.records.answers import PERIODS, Tally, TallyKey, TallyRow
from reportedly.records.counts import Count
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import Basis, Stage

Value: TypeAlias = tuple[str, str | None]
"""What an incident is counted under, and the name a person reads for it where the value is an id."""


def tally(incidents: Iterable[Incident], by: TallyKey) -> Tally:
    """The incidents counted by one key.

    In time an incident stands in the one stretch that holds all of its days; one that may lie in two stands apart, as
    does one without a day. Blame that is only denied counts for nobody.
    """
    found = list(incidents)
    groups: dict[str | None, list[Incident]] = {}
    names: dict[str | None, Counter[str]] = {}
    for incident in found:
        for value, name in VALUES[by](incident) or ((None, None),):
            groups.setdefault(value, []).append(incident)
            names.setdefault(value, Counter()).update([name] if name else [])
    rows = [_row(value, group, names[value]) for value, group in groups.items()]
    return Tally(by=by, rows=tuple(sorted(rows, key=_order(by))), incidents=len(found), reports=_reports(found))


def total(counts: Iterable[Count | None]) -> Count | None:
    """The sum of what is told; an open end stays open, None where nothing is told at all."""
    known = [count for count in counts if count is not None]
    if not known:
        return None
    whole = known[0]
    for count in known[1:]:
        whole = whole.plus(count)
    return whole


def _row(value: str | None, group: Sequence[Incident], names: Counter[str]) -> TallyRow:
    name = min(names, key=lambda one: (-names[one], one), default=None)
    stages = Counter(incident.stage for incident in group)
    return TallyRow(
        value=value,
        name=name,
        incidents=len(group),
        reports=_reports(group),
        killed=total(incident.killed for incident in group),
        stages={stage: stages[stage] for stage in Stage if stages[stage]},
        incident_ids=tuple(incident.id for incident in group),
    )


def _reports(incidents: Iterable[Incident]) -> int:
    return len({told.report_id for incident in incidents for told in incident.reports})


def _order(by: TallyKey) -> Callable[[TallyRow], tuple[bool, int, str]]:
    """Time in its order, the rest by number; what has no value stands last."""
    most_first = by not in PERIODS
    return lambda row: (row.value is None, -row.incidents if most_first else 0, row.value or "")


def _type(incident: Incident) -> Sequence[Value]:
    return ((incident.type.value, None),)


def _stage(incident: Incident) -> Sequence[Value]:
    return ((incident.stage.value, None),)


def _actors(incident: Incident) -> Sequence[Value]:
    """Those blamed, each once: by the codebook's id, else by the name without regard to case."""
    blamed = [row for row in incident.perpetrators if row.basis is not Basis.DENIED]
    return tuple({(row.actor_id or row.name.casefold()): row.name for row in reversed(blamed)}.items())


def _place(incident: Incident) -> Sequence[Value]:
    where = incident.where
    return () if where is None else ((where.place_id or where.name.casefold(), where.name),)


def _in(stretch: Callable[[dt.date], str]) -> Callable[[Incident], Sequence[Value]]:
    """The stretch of time that holds the incident; none where its first and last day lie in different ones."""

    def value(incident: Incident) -> Sequence[Value]:
        days = days_of(incident)
        if days is None or stretch(days[0]) != stretch(days[1]):
            return ()
        return ((stretch(days[0]), None),)

    return value


def _monday(day: dt.date) -> str:
    return (day - dt.timedelta(days=day.weekday())).isoformat()


VALUES: Mapping[TallyKey, Callable[[Incident], Sequence[Value]]] = {
    TallyKey.DAY: _in(dt.date.isoformat),
    TallyKey.WEEK: _in(_monday),
    TallyKey.MONTH: _in(lambda day: day.isoformat()[:7]),
    TallyKey.YEAR: _in(lambda day: day.isoformat()[:4]),
    TallyKey.TYPE: _type,
    TallyKey.STAGE: _stage,
    TallyKey.ACTOR: _actors,
    TallyKey.PLACE: _place,
}
"""What each key reads of an incident."""
