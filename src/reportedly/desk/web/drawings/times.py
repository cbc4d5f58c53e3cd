"""Incidents in, a line of time out: a row each, a dot for a day, a bar for as long as it may have been.

Stretches of more than a month without an incident are cut short and marked. A threat is tied to what followed it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from reportedly.desk.words_for import moment_words
from reportedly.merging.profile import days_of
from reportedly.records.merged import Incident, LinkKind
from reportedly.records.vocabulary import IncidentType

WIDTH, ROW = 1000.0, 26.0
TOP = 34.0
CUT_DAYS = 31
"""Days without anything after which the line is cut: a month of nothing tells no more than its name."""
CUT_UNITS = 4.0
"""What a cut takes of the line, in days."""
LABELS = 6
"""Days named along the line at most, so that their names do not touch at this width."""
NARROW = 6.0
"""Pixels of the shortest bar: a day is seen however long the line is."""


@dataclass(frozen=True, slots=True)
class Row:
    """An incident with the days it may have been on, as ordinals."""

    incident: Incident
    first: int
    last: int


def rows_of(incidents: Iterable[Incident]) -> tuple[Row, ...]:
    """Those with a day, earliest first."""
    found = ((one, days_of(one.when)) for one in incidents if one.when is not None)
    rows = (Row(one, days.first, days.last) for one, days in found if days is not None)
    return tuple(sorted(rows, key=lambda row: (row.first, row.last, row.incident.id)))


def line_of(rows: Sequence[Row]) -> Markup:
    """The drawing, ROW high for each row; whatever it shows stands beside it in words."""
    at = _scale(sorted({day for row in rows for day in (row.first, row.last)}))
    height = TOP + ROW * len(rows)
    parts = [*_days(at, height), *_ties(rows, at), *(_bar(number, row, at) for number, row in enumerate(rows))]
    whole = Markup('<svg class="timeline" viewBox="0 0 {:.0f} {:.0f}" aria-hidden="true">{}</svg>')
    return whole.format(WIDTH, height, Markup("").join(parts))


def _scale(days: Sequence[int]) -> Mapping[int, float]:
    """Where each day lies, in pixels."""
    units = dict.fromkeys(days[:1], 0.0)
    for before, day in pairwise(days):
        units[day] = units[before] + (CUT_UNITS if day - before > CUT_DAYS else day - before)
    whole = max(units.values(), default=0.0) or 1.0
    return {day: 30 + unit / whole * (WIDTH - 60) for day, unit in units.items()}


def _days(at: Mapping[int, float], height: float) -> Iterable[Markup]:
    """Days named along the top, the first behind every cut among them; a dashed line where the line is cut."""
    last = -WIDTH
    for before, day in pairwise([None, *sorted(at)]):
        if day is None:
            continue
        if before is not None and day - before > CUT_DAYS:
            middle = (at[before] + at[day]) / 2
            yield Markup('<path class="cut" d="M{:.1f} {:.0f}V{:.0f}"/>').format(middle, TOP - 8, height)
        if at[day] - last < WIDTH / LABELS:
            continue
        last = at[day]
        anchor = "start" if last < WIDTH / 2 else "end"
        yield Markup('<path class="rule" d="M{0:.1f} {1:.0f}V{2:.0f}"/>').format(last, TOP - 8, height)
        named = Markup('<text x="{:.1f}" y="16" text-anchor="{}">{}</text>')
        yield named.format(last, anchor, moment_words(dt.date.fromordinal(day)))


def _bar(number: int, row: Row, at: Mapping[int, float]) -> Markup:
    y = TOP + ROW * number + ROW / 2
    stage = row.incident.stage.value
    if row.first == row.last:
        drawn = Markup('<circle class="dot stage-{}" cx="{:.1f}" cy="{:.1f}" r="6"/>')
        return drawn.format(stage, at[row.first], y)
    width = max(at[row.last] - at[row.first], NARROW)
    drawn = Markup('<rect class="span stage-{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="10" rx="5"/>')
    return drawn.format(stage, at[row.first], y - 5, width)


def _ties(rows: Sequence[Row], at: Mapping[int, float]) -> Iterable[Markup]:
    """From each threat to the attacks that followed it."""
    places = {row.incident.id: (at[row.first], TOP + ROW * number + ROW / 2) for number, row in enumerate(rows)}
    for row in rows:
        if row.incident.type is not IncidentType.THREAT:
            continue
        for link in row.incident.links:
            if link.kind is LinkKind.THREAT_THEN_ATTACK and link.incident_id in places:
                (x, y), (to_x, to_y) = places[row.incident.id], places[link.incident_id]
                drawn = Markup('<path class="tie-line" d="M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}"/>')
                yield drawn.format(x, y, x, to_y, to_x, y, to_x, to_y)
