"""Incidents stand in the order of time, each with when it was first told of."""

import datetime as dt
from dataclasses import replace

from reportedly.asking.timeline import timeline
from reportedly.merging.merge import merge
from tests.merging.made import DAY, member, when


def test_entries_come_by_day_and_hour_those_without_a_day_last() -> None:
    (made,) = merge([member("a")])
    early, late = dt.datetime(2024, 5, 13, 6, 30), dt.datetime(2024, 5, 13, 19, 0)  # noqa: DTZ001 - local, as told
    times = {"none": None, "late": when(late), "early": when(early), "before": when(DAY - dt.timedelta(1))}
    found = timeline([replace(made, id=id_, when=time) for id_, time in times.items()])
    assert [entry.incident_id for entry in found] == ["before", "early", "late", "none"]


def test_an_entry_says_when_it_was_first_told_of_and_by_how_many() -> None:
    (made,) = merge([member("a")])
    told = [
        replace(made.reports[0], report_id=f"r{at}", published=at)
        for at in (dt.date(2024, 5, 15), dt.date(2024, 5, 14), None)
    ]
    (entry,) = timeline([replace(made, reports=tuple(told))])
    assert (entry.reported, entry.reports) == (dt.date(2024, 5, 14), 3)
