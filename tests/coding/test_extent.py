"""When and where an incident happened."""

import datetime as dt

import pytest

import reportedly
from reportedly.records.incidents import ReportedIncident
from reportedly.records.vocabulary import TimePrecision


def one_of(text: str) -> ReportedIncident:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    return incident


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb exploded in Quetta on Monday.", dt.date(2024, 5, 13)),
        ("A bomb exploded in Quetta on Monday, police said on Wednesday.", dt.date(2024, 5, 13)),
        ("Police said on Wednesday that a bomb exploded in Quetta on Monday.", dt.date(2024, 5, 13)),
        ("A bomb exploded in Quetta on May 11.", dt.date(2024, 5, 11)),
        ("A bomb exploded in Quetta on 11 May 2023.", dt.date(2023, 5, 11)),
        ("A bomb exploded in Quetta yesterday.", dt.date(2024, 5, 15)),
        ("Monday's bombing in Quetta killed two people.", dt.date(2024, 5, 13)),
        ("On Monday, a bomb exploded in Quetta.", dt.date(2024, 5, 13)),
        ("A bomb exploded in Quetta. It happened on Monday.", dt.date(2024, 5, 13)),
    ],
)
def test_the_day_is_the_events(text: str, day: dt.date) -> None:
    when = one_of(text).when
    assert when is not None
    assert (when.start, when.end, when.precision) == (day, day, TimePrecision.DAY)
    assert when.derivation


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded at a market in Quetta, killing two people, police said on Wednesday.",
        "A bomb exploded in Quetta.",
        "Police said on Wednesday that a bomb exploded in Quetta.",
    ],
)
def test_the_day_of_speaking_is_not_the_events(text: str) -> None:
    assert one_of(text).when is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomb exploded in Quetta on Monday.", "Quetta", "PK"),
        ("A missile struck a tanker in the Red Sea on Monday.", "Red Sea", None),
        ("An Israeli airstrike hit a house in Rafah on Monday.", "Rafah", "PS"),
        ("KARACHI (Agency) - A bomb exploded in Quetta on Monday.", "Quetta", "PK"),
        ("Islamabad said a bomb exploded in Quetta on Monday.", "Quetta", "PK"),
        ("A bomb exploded in Quetta, Pakistan, on Monday.", "Quetta", "PK"),
    ],
)
def test_the_place_is_where_it_happened(text: str, name: str, country: str | None) -> None:
    where = one_of(text).where
    assert where is not None
    assert (where.name, where.country) == (name, country)
    assert where.lat is not None


def test_a_report_that_names_no_place_has_none() -> None:
    assert one_of("Gunmen opened fire on a bus on Monday.").where is None


def test_each_incident_has_its_own_day_and_place() -> None:
    text = "A bomb exploded in Quetta on Monday. Another bomb exploded in Karachi on Tuesday."
    found = [
        (one.where.name, one.when.start)
        for one in reportedly.tell(text=text, published="2024-05-16").incidents
        if one.where is not None and one.when is not None
    ]
    assert found == [("Quetta", dt.date(2024, 5, 13)), ("Karachi", dt.date(2024, 5, 14))]


def test_day_and_place_rest_on_the_words_that_say_so() -> None:
    found = reportedly.tell(text="A bomb exploded in Quetta on Monday.", published="2024-05-16")
    (incident,) = found.incidents
    quotes = {claim.id: claim.quote for claim in found.claims}
    assert incident.when is not None
    assert incident.where is not None
    assert all("Monday" in quotes[one] for one in incident.when.claims)
    assert all("Quetta" in quotes[one] for one in incident.where.claims)


def test_somebodys_home_is_not_where_it_happened() -> None:
    text = "Sergeant Ada Cole, 42, of Woodbridge, Virginia, was killed by a bomb in northern Syria on Tuesday."
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    assert incident.where is not None
    assert incident.where.name == "northern Syria"


def test_a_deed_in_two_places_joined_is_in_the_area_around_both() -> None:
    where = one_of("Gunmen attacked villages in Bokkos and Barkin Ladi, Nigeria, on Monday.").where
    assert where is not None
    assert (where.name, where.place_id) == ("Bokkos and Barkin Ladi", None)
    assert where.lat == pytest.approx(9.419, abs=0.01)
    assert where.radius_km is not None
    assert where.radius_km > 14


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen kill two\n\nQUETTA, Pakistan (Agency) - Gunmen shot two men dead on Monday.", "QUETTA"),
        ("Gunmen shot two men dead on Monday, Quetta police said.", "Quetta"),
        ("Police in Islamabad said a bomb exploded on Monday.", "Islamabad"),
    ],
)
def test_where_no_place_stands_beside_the_deed_the_dateline_or_the_police_tell_it(text: str, name: str) -> None:
    where = one_of(text).where
    assert where is not None
    assert where.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TULSA, Oklahoma (Agency) - Gunmen shot two men dead in Oklahoma on Monday.", "TULSA"),
        ("DALLAS, Texas (Agency) - Gunmen shot two men dead in Oklahoma on Monday.", "Oklahoma"),
        ("Gunmen shot two men dead in Oklahoma on Monday. The two were at a bar in Tulsa.", "Tulsa"),
    ],
)
def test_a_state_is_refined_by_a_place_that_lies_in_it_and_by_no_other(text: str, name: str) -> None:
    where = one_of(text).where
    assert where is not None
    assert where.name == name


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("Drones were shot down near the same base on Tuesday evening.", "Quetta"),
        ("Drones were shot down over the base on Tuesday evening.", "Quetta"),
        ("Drones were shot down over a base on Tuesday evening.", "Lahore"),
        ("Drones were shot down near the same harbour on Tuesday evening.", "Lahore"),
    ],
)
def test_a_thing_that_is_pointed_back_at_is_where_it_was_told_to_be(second: str, place: str) -> None:
    text = (
        f"A mortar attack on the army base at Quetta killed two soldiers on Monday. The general was in Lahore. {second}"
    )
    drones = reportedly.tell(text=text, published="2024-05-16").incidents[-1]
    assert drones.where is not None
    assert drones.where.name == place


def test_the_same_base_is_where_the_attack_on_it_was_told() -> None:
    text = (
        "KARACHI (Agency) - Mortars struck an army base in Pakistan on Monday, killing two soldiers. "
        "The shelling of Quetta went on for an hour. Two drones were shot down near the same base on Wednesday."
    )
    told = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [one.where.name for one in told if one.where is not None] == ["Quetta", "Quetta"]


def test_the_day_in_a_dateline_is_not_the_events() -> None:
    text = "QUETTA, Tuesday — Rockets hit a base at Quetta before sunrise on Monday, killing two."
    when = one_of(text).when
    assert when is not None
    assert when.start == dt.date(2024, 5, 13)
    assert one_of("QUETTA, Tuesday — Rockets hit a base at Quetta, killing two.").when is None


def test_a_night_under_two_days_has_both() -> None:
    when = one_of("8-9 May. Gunmen attacked a post in Quetta during the night. Two guards were killed.").when
    assert when is not None
    assert (when.start, when.end) == (dt.date(2024, 5, 8), dt.date(2024, 5, 9))


def test_the_day_a_threat_names_is_no_other_deeds() -> None:
    text = (
        "The Front said on Monday it would strike the bases of the east if its men were not home on 7 May. "
        "It was blamed last June when rockets killed three soldiers at the base of Quetta."
    )
    older = reportedly.tell(text=text, published="2024-05-06").incidents[-1]
    assert older.when is not None
    assert older.when.start == dt.date(2023, 6, 1)


def test_a_town_and_the_country_it_stands_in_the_middle_of_are_no_two_places() -> None:
    text = "A bomb exploded at a cafe in Madrid, Spain on Monday, killing two people."
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    assert incident.where is not None
    assert (incident.where.name, incident.where.precision.value) == ("Madrid", "settlement")
    assert (incident.where.radius_km or 0) < 50


def test_a_bomb_on_the_road_to_a_town_is_not_where_the_report_was_written() -> None:
    text = "MAIDUGURI, Nigeria (Agency) - A bomb hit a bus on the road from Maiduguri to Damboa on Monday."
    where = one_of(text).where
    assert where is not None
    assert where.name == "Damboa"


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Good morning from Quetta.", "Quetta"),
        ("Greetings from Quetta.", "Quetta"),
        ("Good morning from Quetta. The minister is in Lahore.", None),
        ("Good news from Quetta.", None),
        ("Traders came from Quetta.", None),
    ],
)
def test_a_bulletin_that_names_no_other_place_tells_of_the_one_it_speaks_from(opening: str, name: str | None) -> None:
    text = f"{opening} Most shops were open. Visitors were many. The bomb that killed two on Monday is forgotten."
    where = one_of(text).where
    assert (None if where is None else where.name) == name


def test_a_road_that_is_pointed_back_at_is_not_at_the_place_it_comes_from() -> None:
    text = "Soldiers searched the road from Quetta. The bomb that killed two traders on that road on Monday was small."
    told = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [one.where for one in told] == [None]


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("The court sits in Lahore.", "Lahore"),
        ("The court sits in Lahore, and one more in Karachi.", None),
        ("The court sits in Lahore. The judge was in Kenya before.", None),
    ],
)
def test_all_that_a_report_tells_is_in_the_one_town_that_it_names(second: str, name: str | None) -> None:
    text = f"A man will stand trial for the murder of a judge. {second}"
    where = one_of(text).where
    assert (None if where is None else where.name) == name
