"""The picture of a timeline: every incident is on it, however far apart they lie."""

import datetime as dt
import re

from reportedly.desk.pictures.lanes import lanes
from reportedly.desk.pictures.sheet import WIDTH
from reportedly.records.answers import Entry
from reportedly.records.vocabulary import IncidentType, Stage, TimePrecision


def entry(number: int, day: dt.date) -> Entry:
    return Entry(
        incident_id=str(number),
        start=day,
        end=day,
        precision=TimePrecision.DAY,
        type=IncidentType.BOMBING,
        stage=Stage.ACCOMPLISHED,
        place=None,
        country=None,
        killed=None,
        injured=None,
        summary="Bombing",
        reported=None,
        reports=1,
        sources=1,
    )


def ends(picture: str) -> list[float]:
    """Where each dot ends on the right."""
    dots = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="[\d.]+" rx', picture)
    return [float(x) + float(width) for x, width in dots]


def test_incidents_years_apart_all_lie_on_the_sheet() -> None:
    found = ends(lanes([entry(year, dt.date(year, 3, 1)) for year in range(2000, 2026)]))
    assert len(found) == 26
    assert max(found) <= WIDTH


def test_a_month_without_an_incident_is_cut_out() -> None:
    days = [dt.date(2024, 1, 1), dt.date(2024, 1, 3), dt.date(2024, 6, 1)]
    picture = lanes([entry(number, day) for number, day in enumerate(days)])
    assert "149 days" in picture
