"""Each feature on two profiles built by hand: what speaks for one incident, what against, what says nothing."""

import datetime as dt

import pytest

from reportedly.merging import features
from reportedly.merging.profile import Profile, profile
from reportedly.records.counts import Count
from reportedly.records.incidents import Victim
from reportedly.records.merged import Passage
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, Stage, TimePrecision
from tests.merging.made import DAY, blamed, member, target, weapon, when, where


def told(one: str = "a", report_id: str | None = None, **fields: object) -> Profile:
    return profile(member(one, report_id, **fields))


def part(day: dt.date, words: str) -> object:
    made = when(day, precision=TimePrecision.PART_OF_DAY)
    return type(made)(**{name: getattr(made, name) for name in made.__slots__ if name != "text"}, text=words)


def passage(*names: str, words: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    return (Passage(incidents=(), names=names, words=words),)


@pytest.mark.parametrize(("gap", "value"), [(0, 1.0), (1, -0.25 - 1 / 30), (4, -1 - 4 / 30), (365, -2.0)])
def test_days_far_apart_speak_against_the_more_the_farther(gap: int, value: float) -> None:
    other = told("b", when=when(DAY + dt.timedelta(gap)))
    assert features.day(told(), other) == pytest.approx(value)


def test_a_month_that_holds_the_day_speaks_for_one_but_less() -> None:
    month = told("b", when=when(dt.date(2024, 5, 1), dt.date(2024, 5, 31), TimePrecision.MONTH))
    assert features.day(told(), month) == 0.3


def test_an_unknown_day_says_nothing_of_the_day_but_of_the_telling() -> None:
    undated = told("b", when=None, published=DAY + dt.timedelta(1))
    assert features.day(told(), undated) is None
    assert features.told(told(), undated) == 1.0
    assert features.told(told(), told("c", when=None, published=DAY + dt.timedelta(30))) == -1.5
    assert features.told(told(), told("d")) is None


def test_a_morning_is_not_the_evening_and_a_late_night_is_the_next_day_s_first_hours() -> None:
    morning, evening = told("a", when=part(DAY, "Monday morning")), told("b", when=part(DAY, "Monday evening"))
    assert features.hour(morning, evening) == -1.0
    late = told("c", when=part(DAY, "late on Monday"))
    early = told("d", when=part(DAY + dt.timedelta(1), "the first hours of Tuesday"))
    assert features.hour(late, early) == 1.0
    assert features.day(late, early) == 1.0
    assert features.hour(morning, told("e")) is None


def test_places_of_two_countries_are_two_and_near_points_are_one() -> None:
    assert features.place(told(), told("b", where=where("Nem", country="XB"))) == -1.0
    assert features.place(told(), told("b", where=where("Nem", lat=10.02))) == 0.8
    assert features.place(told(), told("b", where=where("Nem", lat=13.0))) == -1.5
    assert features.place(told(), told("b")) == 1.0
    assert features.place(told(), told("b", where=None)) is None


def test_a_country_says_little_of_a_town_in_it() -> None:
    country = where("Xania", lat=11.0, precision=PlacePrecision.COUNTRY)
    assert features.place(told(), told("b", where=country)) == -0.3
    assert features.place(told("a", where=country), told("b", where=country)) == 0.2


def test_where_a_place_is_missing_the_first_places_of_the_report_stand_for_it() -> None:
    placeless = told("b", where=None, places=(where("Nem", lat=10.1),))
    assert features.around(told(), placeless) == 1.0
    assert features.around(told(), told("b", where=None, places=(where("Ossa", lat=40.0),))) == -1.0
    assert features.around(told(), told("b")) is None
    assert features.around(told(), told("b", where=None)) is None


def test_one_doer_named_by_both_speaks_for_one_incident() -> None:
    front = (blamed("the Front", Basis.CLAIMED, actor_id="group:front"),)
    brigades = (blamed("the Brigades", Basis.CLAIMED),)
    denying = (blamed("the Front", Basis.DENIED, actor_id="group:front"),)
    assert features.doers(told(perpetrators=front), told("b", perpetrators=front)) == 1.0
    assert features.doers(told(perpetrators=front), told("b", perpetrators=brigades)) == -0.5
    assert features.doers(told(perpetrators=front), told("b", perpetrators=denying)) is None


def test_sides_that_were_hit_and_things_that_were_hit() -> None:
    hurt = (Victim(name="soldiers", kind="military", actor_id="state:xa", claims=("v",)),)
    other = (Victim(name="soldiers", kind="military", actor_id="state:xb", claims=("v",)),)
    assert features.sufferers(told(victims=hurt), told("b", victims=hurt)) == 1.0
    assert features.sufferers(told(victims=hurt), told("b", victims=other)) == -0.5
    depot = (target("Nem fuel depot"),)
    assert features.targets(told(targets=depot), told("b", targets=(target("fuel depot"),))) == 1.0
    assert features.targets(told(targets=depot), told("b", targets=(target("bridge"),))) == -0.4
    assert features.targets(told(targets=depot), told("b")) is None


def test_a_victim_named_in_the_other_report_speaks_for_one_incident() -> None:
    named = (Victim(name="Ana Ostrel", kind="person", claims=("v",)),)
    other = (Victim(name="Bor Tamsin", kind="person", claims=("v",)),)
    first = told(victims=named, passages=passage("ana", "ostrel"))
    assert features.people(first, told("b", passages=passage("ostrel"))) == 1.0
    assert features.people(first, told("b", victims=other, passages=passage("tamsin"))) == -1.0
    assert features.people(first, told("b", passages=passage("tamsin"))) is None


def test_weapons_that_make_one_kind_of_attack_half_agree() -> None:
    assert features.weapons(told(weapons=(weapon("drone"),)), told("b", weapons=(weapon("drone"),))) == 1.0
    assert features.weapons(told(weapons=(weapon("rocket"),)), told("b", weapons=(weapon("mortar"),))) == 0.5
    assert features.weapons(told(weapons=(weapon("drone"),)), told("b", weapons=(weapon("mortar"),))) == -1.0
    assert features.weapons(told(weapons=(weapon("drone"),)), told("b")) is None


def test_kinds_differ_less_than_a_plot_does_from_a_deed() -> None:
    assert features.kind(told(), told("b", type=IncidentType.DRONE_ATTACK)) == -0.5
    assert features.stage(told(), told("b", stage=Stage.THWARTED)) == -0.2
    assert features.stage(told(), told("b", stage=Stage.PLANNED)) == -1.0


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (Count.exactly(7), Count.at_least(7), 1.0),
        (Count.exactly(1), Count.exactly(1), 0.4),
        (Count.exactly(5), Count.exactly(6), -0.1),
        (Count.exactly(2), Count.exactly(9), -0.5),
        (Count.exactly(0), Count.exactly(3), -0.5),
        (None, Count.exactly(3), None),
    ],
)
def test_one_figure_speaks_for_one_incident_and_a_toll_that_drifts_hardly_against(
    one: Count | None, other: Count | None, value: float | None
) -> None:
    assert features.killed(told(killed=one), told("b", killed=other)) == value
    assert features.injured(told(injured=one), told("b", injured=other)) == value


def test_shared_names_count_by_their_share_up_to_a_cap() -> None:
    first = told(passages=passage("ana", "ostrel", "ana ostrel", "nem", words=("kiln", "loom")))
    assert features.names(first, first) == features.MOST
    assert features.names(first, told("b", passages=passage("nem", "x", "y", "z", words=("q", "r")))) == pytest.approx(
        0.2
    )
    assert features.names(first, told("b")) is None


def test_agency_copy_counts_by_its_share_and_one_report_against() -> None:
    copied = told("b", fingerprint=(1, 2, 3, 4))
    assert features.copy(told(fingerprint=(1, 2, 3, 4)), copied) == 1.0
    assert features.copy(told(fingerprint=(7, 8)), copied) is None
    assert features.report(told("a", "r"), told("b", "r")) == -1.0
    assert features.report(told("a", "r"), told("b", "r", main=False)) == -0.5
    assert features.report(told("a"), told("b")) is None


def test_every_feature_is_symmetric() -> None:
    first = told(when=part(DAY, "Monday morning"), weapons=(weapon("drone"),), killed=Count.exactly(2))
    second = told("b", where=None, places=(where("Nem"),), weapons=(weapon("mortar"),), killed=Count.exactly(5))
    assert [one(first, second) for one in features.FEATURES] == [one(second, first) for one in features.FEATURES]
