import pytest

from reportedly.desk.field_values import value_of
from reportedly.errors import UsageError
from reportedly.records.values import Value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", {"low": 3, "high": 3}),
        ("0", {"low": 0, "high": 0}),
        ("3-5", {"low": 3, "high": 5}),
        ("3 – 5", {"low": 3, "high": 5}),
        ("3+", {"low": 3, "high": None}),
    ],
)
def test_a_toll_is_a_number_a_range_or_a_number_and_more(text: str, value: Value) -> None:
    assert value_of("killed", text) == value
    assert value_of("Injured", f" {text} ") == value


@pytest.mark.parametrize("text", ["three", "-3", "5-3", "3.5", "3+5"])
def test_what_is_no_count_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(UsageError, match=r"3-5"):
        value_of("killed", text)


def test_a_code_is_taken_however_it_is_joined() -> None:
    assert value_of("type", "Drone attack") == "drone_attack"
    assert value_of("stage", "THWARTED") == "thwarted"
    assert value_of("responsibility", "denied, claimed denied") == ("claimed", "denied")


@pytest.mark.parametrize(
    ("field", "text", "meant"),
    [("type", "dron attack", "drone_attack"), ("stage", "thwartd", "thwarted"), ("responsibility", "claim", "claimed")],
)
def test_a_code_that_is_none_is_refused_with_the_nearest(field: str, text: str, meant: str) -> None:
    with pytest.raises(UsageError, match=meant):
        value_of(field, text)


def test_a_day_is_an_interval_that_says_it_was_decided() -> None:
    assert value_of("when", "2024-03-11") == {
        "start": "2024-03-11",
        "end": "2024-03-11",
        "precision": "day",
        "edtf": "2024-03-11",
        "derivation": "decided by hand",
        "text": "2024-03-11",
    }


def test_a_place_is_looked_up() -> None:
    value = value_of("where", "Kirkuk, Iraq")
    assert isinstance(value, dict)
    assert (value["name"], value["country"], value["precision"]) == ("Kirkuk, Iraq", "IQ", "settlement")
    assert value["lat"] == pytest.approx(35.47, abs=0.01)


def test_a_point_is_exact() -> None:
    value = value_of("where", "35.47,44.39")
    assert isinstance(value, dict)
    assert (value["lat"], value["lon"], value["radius_km"], value["precision"]) == (35.47, 44.39, 0.0, "exact")


@pytest.mark.parametrize(("field", "meant"), [("kiled", "killed"), ("stag", "stage"), ("xyz", "type, stage, when")])
def test_a_field_that_cannot_be_set_is_refused_with_the_nearest(field: str, meant: str) -> None:
    with pytest.raises(UsageError, match=meant):
        value_of(field, "3")


def test_an_empty_value_is_refused() -> None:
    with pytest.raises(UsageError, match="needed"):
        value_of("condition", "  ")
