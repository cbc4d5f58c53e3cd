import pytest

from reportedly.desk.field_values import PARSERS, value_of
from reportedly.errors import UsageError
from reportedly.merging.overrides import check
from reportedly.records.merged import Incident
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


@pytest.mark.parametrize(
    ("field", "text", "meant"),
    [("type", "dron attack", "drone_attack"), ("stage", "thwartd", "thwarted")],
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
        value_of("killed", "  ")


@pytest.mark.parametrize("field", ["when", "where", "killed", "injured"])
def test_what_nobody_knows_is_none(field: str) -> None:
    assert value_of(field, "Unknown") is None


def test_a_type_is_always_known() -> None:
    with pytest.raises(UsageError, match="no type"):
        value_of("type", "unknown")


def test_every_field_that_merging_lets_a_person_set_is_read_and_fits(incident: Incident) -> None:
    texts = {
        "type": "bombing",
        "stage": "attempted",
        "when": "2024-03",
        "where": "Kirkuk",
        "perpetrators": "Marsh Brigade (claimed); Iran (denied)",
        "killed": "3+",
        "injured": "0",
    }
    assert set(texts) == set(PARSERS)
    for field, text in texts.items():
        check(incident, field, value_of(field, text))


def test_who_is_blamed_is_a_name_with_a_ground_and_the_codebooks_id() -> None:
    assert value_of("perpetrators", "Army of the Marsh (IS) (Claimed); iran (denied)") == (
        {"name": "Army of the Marsh (IS)", "basis": "claimed", "actor_id": None},
        {"name": "iran", "basis": "denied", "actor_id": "state:ir"},
    )
    assert value_of("perpetrators", "unknown") is None
    for wrong in ("Marsh Brigade", "Marsh Brigade (probably)"):
        with pytest.raises(UsageError, match="claimed"):
            value_of("perpetrators", wrong)
