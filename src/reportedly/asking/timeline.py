"""Incidents in, the same in the order of time out, each with when it was first told of."""

from collections.abc import Iterable

from reportedly.records.answers import Entry
from reportedly.records.merged import Incident
from reportedly.records.moments import iso, latest


def timeline(incidents: Iterable[Incident]) -> tuple[Entry, ...]:
    """One entry an incident, by its first day or hour, then by id; those without a day stand last."""
    return tuple(sorted((_entry(incident) for incident in incidents), key=_order))


def _order(entry: Entry) -> tuple[bool, str, str]:
    return (entry.start is None, "" if entry.start is None else iso(entry.start), entry.incident_id)


def _entry(incident: Incident) -> Entry:
    when, where = incident.when, incident.where
    published = [told.published for told in incident.reports if told.published is not None]
    return Entry(
        incident_id=incident.id,
        start=None if when is None else when.start,
        end=None if when is None else when.end,
        precision=None if when is None else when.precision,
        type=incident.type,
        stage=incident.stage,
        place=None if where is None else where.name,
        country=None if where is None else where.country,
        killed=incident.killed,
        injured=incident.injured,
        summary=incident.summary,
        reported=min(published, key=latest, default=None),
        reports=len({told.report_id for told in incident.reports}),
        sources=incident.sources,
    )
