from dataclasses import replace

from reportedly.desk.views.rivals import sides_of
from reportedly.desk.views.told import origins
from reportedly.records.merged import Disagreement, Incident, Rival


def test_each_value_stands_once_with_everybody_who_gives_it(incident: Incident) -> None:
    again = Rival(value={"high": 3, "low": 3}, source="the mayor", report_id="basin-7")
    told = replace(incident.disagreements[0], values=(*incident.disagreements[0].values, again))
    assert [[rival.source for rival in side.rivals] for side in sides_of(told, {})] == [
        ["the governor", "the mayor"],
        ["two medics"],
        ["the army"],
    ]


def test_values_that_only_look_alike_are_two() -> None:
    rivals = (Rival(value="3", source=None, report_id="a"), Rival(value=3, source=None, report_id="b"))
    assert len(sides_of(Disagreement("killed", rivals), {})) == 2


def test_what_a_copy_repeats_is_left_out_and_what_it_adds_stays(incident: Incident) -> None:
    given = incident.disagreements[0].values
    repeated = replace(given[0], report_id="morning-1")
    added = replace(given[2], report_id="morning-1")
    told = replace(incident.disagreements[0], values=(*given, repeated, added))
    found = sides_of(told, origins(incident))
    assert [[rival.report_id for rival in side.rivals] for side in found] == [
        ["delta-1"],
        ["delta-1"],
        ["basin-7", "morning-1"],
    ]
