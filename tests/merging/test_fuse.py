"""Members judged one, resolved: nothing lost, nothing invented, nothing that depends on their order."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from reportedly.errors import UsageError
from reportedly.merging.fuse import fuse
from reportedly.merging.policies import Policy
from reportedly.records.counts import Count
from reportedly.records.incidents import Attackers, Condition, Party, Target, Victim
from reportedly.records.judgements import Act
from reportedly.records.merged import Member
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    IncidentType,
    PlacePrecision,
    Responsibility,
    SourceKind,
    Stage,
    TimePrecision,
)
from tests.merging.made import DAY, blamed, claim, decision, member, target, weapon, when, where


def days(count: int) -> dt.date:
    return DAY + dt.timedelta(count)


def killed(one: str, low: int, speaker: str | None, kind: SourceKind = SourceKind.OFFICIAL, **fields: object) -> Member:
    value = {"low": low, "high": low}
    said = claim(f"claim-{one}", ClaimField.KILLED, value, speaker, kind)
    return member(one, killed=Count.exactly(low), claims=(said,), **fields)


TOLD = (
    killed("a", 3, "security source", SourceKind.OTHER, published=days(0)),
    killed("b", 7, "army spokesman", SourceKind.MILITARY, published=days(1)),
    killed("c", 6, "army spokesman", SourceKind.MILITARY, published=days(2)),
    killed("d", 9, "the Front", SourceKind.ARMED_GROUP, published=days(3)),
    killed("e", 9, None, published=days(3)),
)
"""A toll that grows, is lowered by the army, and is put higher by the group and an outlet."""


@pytest.mark.parametrize(
    ("policy", "low"),
    [(Policy.LATEST_OFFICIAL, 6), (Policy.LOWEST, 3), (Policy.MOST_SOURCES, 9), (Policy.EARLIEST, 3)],
)
def test_each_policy_takes_its_own_figure(policy: Policy, low: int) -> None:
    assert fuse(TOLD, policy=policy).killed == Count.exactly(low)


def test_where_no_official_gives_a_figure_the_latest_holds() -> None:
    told = [killed("a", 3, "resident", SourceKind.WITNESS), killed("b", 4, None, published=days(1))]
    assert fuse(told).killed == Count.exactly(4)


def test_the_order_of_members_does_not_show() -> None:
    assert len({repr(fuse(order)) for order in itertools.permutations(TOLD[:4])}) == 1


def test_an_incident_goes_by_its_smallest_member_and_was_the_others() -> None:
    made = fuse(TOLD)
    assert (made.id, made.was) == ("a", ("b", "c", "d", "e"))
    assert [(row.report_id, row.incident_id) for row in made.reports] == [(f"report-{one}", one) for one in "abcde"]


def test_every_claim_of_every_report_is_evidence() -> None:
    made = fuse(TOLD)
    assert [(one.claim.id, one.report_id) for one in made.evidence] == [(f"claim-{x}", f"report-{x}") for x in "abcde"]
    assert made.claims == tuple(f"claim-{one}" for one in "abcde")


def test_the_toll_history_has_each_speaker_s_figure_the_earliest_first() -> None:
    rows = [(row.source, row.killed, row.report_id) for row in fuse(reversed(TOLD)).tolls]
    assert rows[:2] == [
        ("security source", Count.exactly(3), "report-a"),
        ("army spokesman", Count.exactly(7), "report-b"),
    ]
    assert len(rows) == 5


def test_a_part_of_a_total_is_no_figure_of_its_own_and_a_headline_repeats_one() -> None:
    claims = (
        claim("head", ClaimField.KILLED, {"low": 5, "high": 5}),
        claim("body", ClaimField.KILLED, {"low": 5, "high": 5}, "army"),
        claim("part", ClaimField.KILLED, {"low": 2, "high": 2}, "mayor"),
    )
    made = fuse([member("a", killed=Count.exactly(5), claims=claims)])
    assert [(row.source, row.killed) for row in made.tolls] == [("army", Count.exactly(5))]


def test_the_day_most_bear_out_is_shown_as_narrow_as_it_is_told() -> None:
    month = when(dt.date(2024, 5, 1), dt.date(2024, 5, 31), TimePrecision.MONTH)
    told = [member("a", when=month), member("b"), member("c"), member("d", when=when(days(1)))]
    made = fuse(told)
    assert made.when is not None
    assert made.when.start == DAY


def test_the_place_most_bear_out_is_shown_and_a_country_only_where_nobody_tells_more() -> None:
    country = where("Xania", precision=PlacePrecision.COUNTRY)
    told = [member("a", where=country), member("b", where=country), member("c", where=where("Nem"))]
    assert [fuse(told).where.name, fuse(told[:2]).where.name] == ["Nem", "Xania"]
    told = [member("a", where=where("Ossa", lat=30.0)), member("b"), member("c")]
    assert fuse(told).where.name == "Tolbara"


def test_of_places_borne_out_alike_the_one_named_most_often_is_shown() -> None:
    often = replace(where("Nem"), claims=("1", "2"))
    told = [member("a", where=often), member("b", where=where("Ossa", lat=30.0))]
    assert fuse(told).where.name == fuse(told[::-1]).where.name == "Nem"


def test_background_speaks_only_where_the_news_is_silent() -> None:
    recalled = member("a", main=False, stage=Stage.THWARTED, killed=Count.exactly(4), published=days(300))
    made = fuse([recalled, member("b")])
    assert (made.stage, made.killed) == (Stage.ACCOMPLISHED, Count.exactly(4))


def test_violence_of_no_known_kind_gives_way_to_a_kind() -> None:
    other = IncidentType.OTHER_VIOLENCE
    made = fuse([member("a", type=other), member("b", type=other), member("c", type=IncidentType.BOMBING)])
    assert made.type is IncidentType.BOMBING


def test_responsibility_is_what_any_report_holds_and_rows_are_kept_apart_by_basis_and_speaker() -> None:
    accused = blamed("the Front", Basis.ACCUSED, by="army", actor_id="group:front")
    denied = blamed("Front", Basis.DENIED, by="the Front", actor_id="group:front")
    told = [
        member("a", perpetrators=(accused,), responsibility=(Responsibility.ACCUSED,)),
        member("b", perpetrators=(accused, denied), responsibility=(Responsibility.ACCUSED, Responsibility.DENIED)),
        member("c", responsibility=(Responsibility.WITHHELD,)),
    ]
    made = fuse(told)
    assert made.responsibility == (Responsibility.ACCUSED, Responsibility.DENIED, Responsibility.WITHHELD)
    assert [(row.name, row.basis) for row in made.perpetrators] == [("the Front", "accused"), ("Front", "denied")]


def test_rows_are_listed_once_under_their_fullest_name_with_all_their_claims() -> None:
    first = member("a", targets=(target("depot"),), weapons=(weapon("drone", Count.exactly(2)),))
    second = member("b", targets=(target("Depot"), target("bridge")), weapons=(weapon("drone", Count.exactly(3)),))
    made = fuse([first, second])
    assert [(row.name, row.claims) for row in made.targets] == [
        ("depot", ("target-depot", "target-Depot")),
        ("bridge", ("target-bridge",)),
    ]
    assert [(row.code, row.count) for row in made.weapons] == [("drone", Count.exactly(3))]


def test_victims_parties_attackers_and_a_condition_are_taken_over() -> None:
    told = member(
        "a",
        victims=(Victim(name="guards", kind="guard", killed=Count.exactly(2), claims=("v",)),),
        sides=(Party(name="army", claims=("s",)),),
        prevented_by=(Party(name="police", claims=("p",)),),
        condition=Condition(text="if the road stays shut", claims=("c",)),
        attackers=Attackers(name="gunmen", killed=Count.exactly(1), claims=("k",)),
        targets=(Target(name="buses", kind="vehicle", count=Count.exactly(3), claims=("t",)),),
    )
    made = fuse([told, member("b")])
    one = told.incident
    assert (made.victims, made.targets) == (one.victims, one.targets)
    assert (made.sides, made.prevented_by) == (one.sides, one.prevented_by)
    assert (made.condition, made.attackers) == (one.condition, one.attackers)


def test_its_line_is_made_from_what_is_shown() -> None:
    made = fuse(TOLD)
    assert made.summary == "Missile or rocket attack at Tolbara, 2024-05-13, 6 killed"


def test_what_a_person_sets_outweighs_every_report_the_newest_first() -> None:
    older = decision("1", Act.SET, "c", field="killed", value={"low": 1, "high": 1})
    newer = decision("2", Act.SET, "a", field="killed", value={"low": 8, "high": None}, minute=1)
    other = decision("3", Act.SET, "z", field="killed", value={"low": 5, "high": 5}, minute=2)
    made = fuse(TOLD, [older, newer, other])
    assert made.killed == Count.at_least(8)
    assert "at least 8 killed" in made.summary
    assert fuse(TOLD, [newer, decision("4", Act.UNDO, undoes="2", minute=3)]).killed == Count.exactly(6)


@pytest.mark.parametrize(
    ("field", "value"),
    [("killed", "many"), ("stage", "nearly"), ("when", 12), ("where", {"lat": 1.0}), ("summary", "x")],
)
def test_a_value_that_does_not_fit_its_field_is_refused_with_what_would(field: str, value: object) -> None:
    with pytest.raises(UsageError, match=field):
        fuse(TOLD, [decision("1", Act.SET, "a", field=field, value=value)])


def test_a_person_can_set_a_day_and_a_place() -> None:
    settings = [
        decision("1", Act.SET, "a", field="when", value="2024-05-12"),
        decision("2", Act.SET, "a", field="where", value={"name": "Nem", "country": "XA"}),
    ]
    made = fuse(TOLD, settings)
    assert (made.when.start, made.when.precision) == (dt.date(2024, 5, 12), TimePrecision.DAY)
    assert (made.where.name, made.where.lat) == ("Nem", None)


def test_nobody_told_is_no_incident() -> None:
    with pytest.raises(ValueError, match="at least one member"):
        fuse([])


def test_who_a_person_blames_keeps_its_speaker_where_reports_say_the_same() -> None:
    accused = blamed("the Front", Basis.ACCUSED, "the army")
    told = [member("a", perpetrators=(accused,), responsibility=(Responsibility.ACCUSED, Responsibility.WITHHELD))]
    same = {"name": "The Front", "basis": "accused", "actor_id": None}
    other = {"name": "The Reed Front", "basis": "suspected", "actor_id": None}
    made = fuse(told, [decision("1", Act.SET, "a", field="perpetrators", value=(same, other))])
    assert [(row.name, row.basis, row.by) for row in made.perpetrators] == [
        ("the Front", "accused", "the army"),
        ("The Reed Front", "suspected", "editor"),
    ]
    assert all(row.claims for row in made.perpetrators)
    assert made.responsibility == ("accused", "suspected", "withheld")


def test_where_a_person_blames_nobody_nobody_is_held_responsible() -> None:
    accused = blamed("the Front", Basis.ACCUSED, "the army")
    told = [member("a", perpetrators=(accused,), responsibility=(Responsibility.ACCUSED,))]
    made = fuse(told, [decision("1", Act.SET, "a", field="perpetrators", value=None)])
    assert (made.perpetrators, made.responsibility) == ((), ())
