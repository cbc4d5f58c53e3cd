from dataclasses import replace

from reportedly.desk.views.merging import ties
from reportedly.records.judgements import Judgement, Verdict
from reportedly.records.merged import Incident


def judged(first: str, second: str, score: float, verdict: Verdict = Verdict.SAME) -> Judgement:
    return Judgement(first=first, second=second, verdict=verdict, score=score, reasons=(), method="rule")


def pairs(incident: Incident, *judgements: Judgement) -> list[tuple[str, str]]:
    return [(one.first, one.second) for one in ties(incident, judgements)]


def test_the_surest_judgements_that_tie_all_members_are_shown(incident: Incident) -> None:
    found = pairs(incident, judged("a1", "c3", 2.0), judged("a1", "b2", 5.0), judged("b2", "c3", 4.0))
    assert found == [("a1", "b2"), ("b2", "c3")]


def test_a_judgement_that_is_not_sure_or_of_another_incident_ties_nothing(incident: Incident) -> None:
    unsure = judged("a1", "b2", 9.0, Verdict.UNSURE)
    assert pairs(incident, unsure, judged("a1", "x9", 5.0), judged("x8", "x9", 5.0)) == []


def test_two_groups_are_tied_once(incident: Incident) -> None:
    four = replace(incident, was=("b2", "c3", "d4"))
    found = pairs(
        four, judged("a1", "b2", 5.0), judged("c3", "d4", 4.0), judged("b2", "c3", 3.0), judged("a1", "d4", 2.0)
    )
    assert found == [("a1", "b2"), ("c3", "d4"), ("b2", "c3")]
