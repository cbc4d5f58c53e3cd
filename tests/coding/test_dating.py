"""Whose day a day is: sentences that tell a deed beside what came of it, and deeds told without a day of their own."""

import pytest

import reportedly

PUBLISHED = "2024-05-17"  # a Friday


def day(text: str) -> str | None:
    telling = reportedly.tell(text=text, published=PUBLISHED)
    deeds = [incident for incident in telling.incidents if incident.type.value != "arrest"]
    return None if deeds[0].when is None else deeds[0].when.edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested a Veltown man Wednesday in the fatal shooting of a guard.", None),
        ("Police released on Wednesday the names of two guards killed by a bomb at a depot.", None),
        ("On Wednesday, a court sentenced the man who shot dead two guards.", None),
        ("A guard who was shot in Veltown was identified Wednesday as the depot's oldest hand.", None),
        ("Rebels shot a guard on Tuesday and were charged on Wednesday.", "2024-05-14"),
        ("A guard who was shot in Veltown died on Wednesday. He was shot on Monday.", "2024-05-13"),
    ],
    ids=["arrested", "released", "sentenced", "identified", "both", "died of it"],
)
def test_a_day_of_what_came_after_is_not_the_days_of_the_deed(text: str, expected: str | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police held a man over Tuesday's fatal drive-by shooting of a guard.", "2024-05-14"),
        ("A man was charged over the May 3 depot bombing.", "2024-05-03"),
        ("Police arrested a man late Thursday, three days after he shot a guard.", "2024-05-13"),
    ],
    ids=["weekday", "date", "counted from the arrest"],
)
def test_a_time_in_the_phrase_of_a_deed_dates_it_whatever_stands_around(text: str, expected: str) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A guard was shot dead at a depot. Police were called to the depot on Tuesday.", "2024-05-14"),
        ("Three people were shot dead in Veltown. Officers found the bodies on Tuesday.", "2024-05-14"),
        ("A guard was shot dead in Veltown. The death on Tuesday shook the town.", "2024-05-14"),
        ("A guard was shot dead in Veltown. A vigil was held on Tuesday.", None),
        ("A guard was shot dead in Veltown, the mayor said on Tuesday.", None),
        ("A guard was shot dead in Veltown. Police will be called to a hearing on Monday, May 20.", None),
        ("The toll of the depot bombing went up to nine on Tuesday.", None),
        ("A guard was shot dead. Officers met the mayor on the day of the shooting.", None),
    ],
    ids=["a call", "a find", "a death", "a vigil", "a saying", "to come", "a toll that grew", "the day itself"],
)
def test_a_deed_told_without_a_day_takes_over_only_one_that_dates_it(text: str, expected: str | None) -> None:
    assert day(text) == expected


def test_the_day_of_another_incident_is_not_taken_over() -> None:
    telling = reportedly.tell(
        text="A guard was shot dead in Quetta. A bomb exploded at a bank in Karachi on Tuesday.",
        published=PUBLISHED,
    )
    days = {incident.type.value: incident.when and incident.when.edtf for incident in telling.incidents}
    assert days == {"shooting": None, "bombing": "2024-05-14"}


def test_a_deed_told_to_follow_another_is_no_earlier_than_it() -> None:
    telling = reportedly.tell(
        text="A bomb exploded at a bank in Karachi on Tuesday. It was followed by rocket fire on a barracks in Quetta.",
        published=PUBLISHED,
    )
    when = {incident.type.value: incident.when for incident in telling.incidents}["missile_attack"]
    assert when is not None
    assert (when.edtf, when.precision.value) == ("2024-05-14/..", "open")
    assert when.derivation == "was followed by: no earlier than 2024-05-14, the day of what it followed"
