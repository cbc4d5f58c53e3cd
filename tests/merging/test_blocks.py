"""Block keys: who meets whom."""

import datetime as dt

from reportedly.merging.blocks import blocks, is_near
from reportedly.merging.profile import profile
from reportedly.records.merged import Member, Passage
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, TimePrecision
from tests.merging.made import DAY, blamed, member, when, where


def meet(first: Member, second: Member) -> bool:
    return not set(blocks(profile(first))).isdisjoint(blocks(profile(second)))


def test_neighbouring_days_and_places_meet_distant_ones_do_not() -> None:
    assert meet(member("a"), member("b", when=when(DAY + dt.timedelta(1)), where=where("Nem", lat=10.2)))
    assert not meet(member("a"), member("b", when=when(DAY + dt.timedelta(60))))
    assert not meet(member("a"), member("b", where=where("Ossa", lat=40.0, country="XB")))


def test_a_town_meets_its_country_on_one_day() -> None:
    assert meet(member("a"), member("b", where=where("Xania", precision=PlacePrecision.COUNTRY)))


def test_an_attack_a_threat_and_an_arrest_never_meet() -> None:
    kinds = (IncidentType.BOMBING, IncidentType.THREAT, IncidentType.ARREST)
    told = [member(kind.value, type=kind) for kind in kinds]
    assert not any(meet(one, other) for one in told for other in told if one is not other)


def test_an_undated_incident_is_looked_for_in_the_days_before_its_report() -> None:
    undated = member("b", when=None, published=DAY + dt.timedelta(2))
    assert meet(member("a"), undated)
    assert not meet(member("a"), member("c", when=None, published=DAY + dt.timedelta(30)))


def test_one_without_a_place_is_looked_for_where_its_report_is() -> None:
    assert meet(member("a"), member("b", where=None, places=(where("Nem"),)))
    assert not meet(member("a"), member("b", where=None))


def test_a_year_meets_a_day_of_it_in_one_place() -> None:
    year = when(dt.date(2024, 1, 1), dt.date(2024, 12, 31), TimePrecision.YEAR)
    assert meet(member("a"), member("b", when=year))
    assert not meet(member("a"), member("b", when=year, where=where("Ossa", lat=40.0)))


def test_reports_far_apart_meet_by_a_full_name() -> None:
    passages = (Passage(incidents=(), names=("ana ostrel", "ostrel"), words=()),)
    far = member("b", when=when(DAY + dt.timedelta(90)), where=None, passages=passages)
    assert meet(member("a", passages=passages), far)
    assert [key for key in blocks(profile(far)) if not is_near(key)] == ["name|attack|ana ostrel"]


def test_threats_of_a_month_meet_by_who_makes_them() -> None:
    made = {"type": IncidentType.THREAT, "perpetrators": (blamed("Upland Front", Basis.CLAIMED),), "where": None}
    told = member("a", **made)
    assert meet(told, member("b", when=None, published=DAY + dt.timedelta(9), **made))
    assert not meet(told, member("c", when=None, published=DAY + dt.timedelta(90), **made))
    other = {**made, "perpetrators": (blamed("Valley Guard", Basis.CLAIMED),)}
    assert not meet(told, member("d", when=None, published=DAY + dt.timedelta(9), **other))


def test_a_member_without_anything_has_a_block_still() -> None:
    assert blocks(profile(member("a", when=None, where=None, published=None))) == ("attack|undated|nowhere",)
