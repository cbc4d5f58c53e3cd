"""What a claim about many incidents asserts, read from sentences of our own."""

import datetime as dt

import pytest

import reportedly
from reportedly.asking.assertions import assertions
from reportedly.records.answers import Assertion, Measure
from reportedly.records.vocabulary import IncidentType
from reportedly.understanding.times.finding import find_times

LEAD = "A bomb exploded at a market in Goma on Tuesday, killing four people, police said. "


def asserted(sentence: str, published: str = "2024-05-16") -> Assertion:
    telling = reportedly.tell(text=LEAD + sentence, published=published)
    (found,) = assertions(telling, find_times(telling.report))
    return found


@pytest.mark.parametrize(
    ("sentence", "measure", "first"),
    [
        ("It was the first attack in Goma since March 2023.", Measure.FIRST, "2023-04-01"),
        ("It was the first attack in Goma since 2021.", Measure.FIRST, "2022-01-01"),
        ("It was the first attack in Goma since 4 May 2023.", Measure.FIRST, "2023-05-05"),
        ("It was the deadliest attack in Goma since March 2023.", Measure.DEADLIEST, "2023-04-01"),
        ("It was the third attack in Goma this month.", Measure.NUMBER, "2024-05-01"),
    ],
)
def test_what_is_measured_and_from_when(sentence: str, measure: Measure, first: str) -> None:
    found = asserted(sentence)
    assert (found.measure, found.first, found.last) == (measure, dt.date.fromisoformat(first), dt.date(2024, 5, 16))
    assert found.place is not None
    assert found.place.name == "Goma"


@pytest.mark.parametrize("since", ["the beginning of May 2023", "the autumn of 2022"])
def test_a_time_that_is_not_sharp_opens_before_it_surely_begins(since: str) -> None:
    found = asserted(f"It was the first attack in Goma since {since}.")
    assert found.opens is not None
    assert found.first is not None
    assert (found.first - found.opens).days == 92


def test_a_length_of_time_is_the_time_itself() -> None:
    assert asserted("It was the first attack in Goma in two years.").first == dt.date(2022, 5, 16)


def test_the_kind_of_attack_is_taken_from_the_words_for_it() -> None:
    found = asserted("It was the first kidnapping in Goma since March 2023.")
    assert found.types == (IncidentType.ABDUCTION,)


@pytest.mark.parametrize(
    ("sentence", "narrowed"),
    [
        ("It was the first kidnapping in Goma since March 2023.", False),
        ("It was the first kidnapping of foreigners in Goma since March 2023.", True),
        ("It was the first attack on the market of Goma since March 2023.", False),
        ("It was the first attack on convoys since March 2023.", True),
    ],
)
def test_words_that_lead_to_no_place_narrow_what_is_counted(sentence: str, narrowed: bool) -> None:
    assert asserted(sentence).narrowed is narrowed


def test_a_rank_is_about_the_main_incident_told_before_it() -> None:
    telling = reportedly.tell(text=LEAD + "It was the first attack in Goma since March 2023.", published="2024-05-16")
    (found,) = assertions(telling, find_times(telling.report))
    assert found.subject == telling.incidents[0].id
