"""The small view of a member."""

import datetime as dt
from dataclasses import replace

import pytest

from reportedly.merging.profile import DAY as MINUTES
from reportedly.merging.profile import Days, Family, days_of, family_of, profile
from reportedly.records.incidents import Party, Victim
from reportedly.records.merged import Passage
from reportedly.records.vocabulary import Basis, IncidentType, TimePrecision
from tests.merging.made import DAY, blamed, member, target, when, where

FIRST = DAY.toordinal()
NEWS = Passage(incidents=("a",), names=("ostrel",), words=("kiln",))
ASIDE = Passage(incidents=("b",), names=("tamsin",), words=())
LEAD = Passage(incidents=(), names=("nem",), words=("loom",))


def test_the_same_member_gives_the_same_view() -> None:
    assert profile(member("a", passages=(NEWS,))) == profile(member("a", passages=(NEWS,)))


def test_threats_and_arrests_are_families_of_their_own() -> None:
    assert family_of(IncidentType.THREAT) is Family.THREAT
    assert family_of(IncidentType.ARREST) is Family.ARREST
    assert {family_of(kind) for kind in IncidentType} == set(Family)


@pytest.mark.parametrize(
    ("words", "hours"), [("at dawn", (4, 8)), ("Monday evening", (16, 24)), ("overnight", (18, 30)), ("then", None)]
)
def test_a_part_of_the_day_has_hours_and_a_night_two_days(words: str, hours: tuple[int, int] | None) -> None:
    told = replace(when(DAY, precision=TimePrecision.PART_OF_DAY), text=words)
    found = days_of(told)
    if hours is None:
        assert found == Days(first=FIRST, last=FIRST)
    else:
        start, end = (FIRST * MINUTES + 60 * hour for hour in hours)
        assert found == Days(first=FIRST, last=FIRST + (hours[1] > 24), start=start, end=end)


def test_a_clock_time_is_taken_by_the_clock_of_the_place() -> None:
    zoned = dt.datetime(2024, 5, 13, 6, 30, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    found = days_of(when(zoned, precision=TimePrecision.MINUTE))
    assert found == Days(first=FIRST, last=FIRST, start=FIRST * MINUTES + 390, end=FIRST * MINUTES + 390)


def test_a_day_without_a_year_is_none() -> None:
    assert days_of(replace(when(DAY), start=None, end=None)) is None


def test_the_news_goes_by_its_own_passages_and_those_of_nothing_else_background_by_its_own() -> None:
    passages = (LEAD, NEWS, ASIDE)
    news = profile(member("a", passages=passages))
    assert (news.names, news.words) == ({"ostrel", "nem"}, {"kiln", "loom"})
    assert profile(member("b", main=False, passages=passages)).names == {"tamsin"}


def test_places_of_the_report_stand_in_only_where_the_incident_has_none() -> None:
    assert profile(member("a", places=(where("Nem"),))).around == ()
    assert [spot.place_id for spot in profile(member("a", where=None, places=(where("Nem"),))).around] == ["own:nem"]


def test_doers_are_those_blamed_or_fighting_but_not_those_who_only_deny() -> None:
    rows = (blamed("the Front", Basis.DENIED), blamed("Brigades", Basis.SUSPECTED, actor_id="group:b"))
    assert profile(member("a", perpetrators=rows)).doers == {"group:b"}
    assert profile(member("a", sides=(Party(name="The Army", claims=("s",)),))).doers == {"the army"}


def test_people_are_victims_whose_names_the_report_writes_as_names() -> None:
    victims = (
        Victim(name="Ana Ostrel", kind="person", claims=("v",)),
        Victim(name="girl", kind="child", claims=("v",)),
    )
    told = member("a", victims=victims, targets=(target("Ostrel mill"),), passages=(NEWS,))
    assert profile(told).people == {"ostrel"}
