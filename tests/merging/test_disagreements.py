"""What counts as a disagreement, and what does not."""

import datetime as dt

from reportedly.merging.disagreements import disagreements
from reportedly.merging.voices import circle
from reportedly.records.counts import Count
from reportedly.records.incidents import Victim
from reportedly.records.merged import Disagreement, Member
from reportedly.records.vocabulary import Basis, ClaimField, IncidentType, Stage, TimePrecision
from tests.merging.made import DAY, blamed, claim, member, when, where


def fields(*members: Member) -> list[str]:
    return [one.field for one in disagreements(circle(members))]


def of(field: str, *members: Member) -> Disagreement:
    return next(one for one in disagreements(circle(members)) if one.field == field)


def test_reports_that_agree_show_none() -> None:
    assert fields(member("a"), member("b")) == []


def test_each_value_stands_with_its_speaker_and_report() -> None:
    said = claim("c", ClaimField.KILLED, {"low": 4, "high": 4}, "mayor")
    found = of("killed", member("a", killed=Count.exactly(4), claims=(said,)), member("b", killed=Count.exactly(9)))
    assert [(one.value, one.source, one.report_id) for one in found.values] == [
        ({"low": 4, "high": 4}, "mayor", "report-a"),
        ({"low": 9, "high": 9}, None, "report-b"),
    ]


def test_at_least_two_and_three_do_not_disagree() -> None:
    assert fields(member("a", killed=Count.at_least(2)), member("b", killed=Count.exactly(3))) == []


def test_kinds_stages_days_and_places_that_cannot_both_hold() -> None:
    other = member(
        "b",
        type=IncidentType.DRONE_ATTACK,
        stage=Stage.THWARTED,
        when=when(DAY + dt.timedelta(1)),
        where=where("Ossa", lat=12.0),
    )
    assert fields(member("a"), other) == ["type", "stage", "when", "where"]


def test_a_month_and_a_day_in_it_do_not_disagree() -> None:
    month = when(dt.date(2024, 5, 1), dt.date(2024, 5, 31), TimePrecision.MONTH)
    assert fields(member("a"), member("b", when=month)) == []


def test_a_claim_and_a_denial_disagree() -> None:
    accused = blamed("the Front", Basis.ACCUSED, by="army", actor_id="group:front")
    denied = blamed("the Front", Basis.DENIED, by="the Front", actor_id="group:front")
    found = of("perpetrators", member("a", perpetrators=(accused,)), member("b", perpetrators=(denied,)))
    assert [one.source for one in found.values] == ["army", "the Front"]


def test_two_doers_that_one_report_names_together_do_not_disagree() -> None:
    front = blamed("the Front", Basis.ACCUSED, actor_id="group:front")
    other = blamed("the Brigades", Basis.ACCUSED, actor_id="group:brigades")
    assert fields(member("a", perpetrators=(front, other)), member("b", perpetrators=(front,))) == []
    assert fields(member("a", perpetrators=(front,)), member("b", perpetrators=(other,))) == ["perpetrators"]


def test_three_taken_and_four_taken_disagree() -> None:
    def taken(count: int) -> tuple[Victim, ...]:
        return (Victim(name="engineers", kind="civilian", abducted=Count.exactly(count), claims=("v",)),)

    assert of("victims", member("a", victims=taken(3)), member("b", victims=taken(4))).values[1].value == {
        "abducted": {"low": 4, "high": 4}
    }
