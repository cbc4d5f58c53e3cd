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
