from dataclasses import replace

from reportedly.desk.views.rivals import sides_of
from reportedly.records.merged import Disagreement, Incident, Rival


def test_each_value_stands_once_with_everybody_who_gives_it(incident: Incident) -> None:
    again = Rival(value={"high": 3, "low": 3}, source="the mayor", report_id="basin-7")
    told = replace(incident.disagreements[0], values=(*incident.disagreements[0].values, again))
    assert [[rival.source for rival in side.rivals] for side in sides_of(told)] == [
        ["the governor", "the mayor"],
        ["two medics"],
        ["the army"],
    ]


def test_values_that_only_look_alike_are_two() -> None:
    rivals = (Rival(value="3", source=None, report_id="a"), Rival(value=3, source=None, report_id="b"))
    assert len(sides_of(Disagreement("killed", rivals))) == 2
