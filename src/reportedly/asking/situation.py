"""Incidents, threats and changes of a ledger in, what it holds of some days and an area out."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.asking.days import days_of
from reportedly.asking.sites import is_at
from reportedly.asking.threatening import threats
from reportedly.records.answers import ThreatRow
from reportedly.records.changes import Change, ChangeKind, Step
from reportedly.records.merged import Incident
from reportedly.records.places import Where
from reportedly.records.sites import Situation
from reportedly.records.vocabulary import IncidentType


def situation(
    incidents: Sequence[Incident],
    steps: Iterable[Step],
    *,
    first: dt.date,
    last: dt.date,
    area: Where | None,
    window: int,
) -> Situation:
    """What touches the days from ``first`` to ``last``; ``steps`` are those that became known in them."""
    here = [one for one in incidents if area is None or is_at(one, area)]
    length = last - first + dt.timedelta(days=1)
    within = [one for one in here if one.type is not IncidentType.THREAT and _touches(one, first, last)]
    before = [one for one in here if one.type is not IncidentType.THREAT and _touches(one, first - length, first - DAY)]
    made = {one.id for one in here if one.type is IncidentType.THREAT}
    rows = threats(incidents, window=window, known_until=last).threats
    ids = {id_ for one in here for id_ in (one.id, *one.was)}
    return Situation(
        area=area,
        first=first,
        last=last,
        incidents=tuple(within),
        before=tuple(before),
        unplaced=tuple(one for one in incidents if area is not None and _is_lost(one, first, last)),
        threats=tuple(row for row in rows if row.incident_id in made and _stands(row, first, last)),
        steps=tuple(step for one in steps if (step := _earlier(one, first, ids)).changes),
    )


DAY = dt.timedelta(days=1)


def _touches(incident: Incident, first: dt.date, last: dt.date) -> bool:
    days = days_of(incident)
    return days is not None and days[0] <= last and days[1] >= first


def _is_lost(incident: Incident, first: dt.date, last: dt.date) -> bool:
    return incident.where is None and incident.type is not IncidentType.THREAT and _touches(incident, first, last)


def _stands(row: ThreatRow, first: dt.date, last: dt.date) -> bool:
    """True for a threat made by then whose window had not closed before the days began."""
    return row.made is not None and row.made <= last and row.until is not None and row.until >= first


def _earlier(step: Step, first: dt.date, ids: set[str]) -> Step:
    """What a step changed of incidents that were over before the days began."""
    return replace(step, changes=tuple(one for one in step.changes if _is_earlier(one, first, ids)))


def _is_earlier(change: Change, first: dt.date, ids: set[str]) -> bool:
    days = days_of(change.incident)
    known = not ids.isdisjoint((change.incident.id, *change.incident.was))
    return known and days is not None and days[1] < first and change.kind is not ChangeKind.NEW
