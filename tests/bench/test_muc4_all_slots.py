from typing import Any

import pytest

from bench.muc4_all_slots import (
    Key,
    KeyFill,
    Score,
    aligned,
    date_points,
    document_score,
    fill_points,
    number_points,
    place_points,
    slot_score,
    string_points,
    together,
    value_points,
)
from reportedly.exporting.muc4 import SLOTS, Fill, Slots


def ours(**slots: str) -> Slots:
    """A template of ours; a slot's fills are separated by a bar, a mention stands after a colon."""
    made = {slot: tuple(Fill(*fill.split(": ")) for fill in told.split("|")) for slot, told in slots.items()}
    return {slot: made.get(slot, ()) for slot in SLOTS}


def key(*, optional: bool = False, **slots: str | KeyFill) -> Key:
    made = {slot: (told if isinstance(told, KeyFill) else one(told),) for slot, told in slots.items()}
    return Key({slot: made.get(slot, ()) for slot in SLOTS}, optional)


def one(*alternatives: Any, of: str | None = None, optional: bool = False) -> KeyFill:  # noqa: ANN401
    return KeyFill(alternatives=alternatives, of=None if of is None else (of,), optional=optional)


def test_of_alternatives_any_is_right() -> None:
    assert fill_points("incident_type", Fill("BOMBING"), one("ARSON", "BOMBING")) == 2


def test_an_optional_fill_is_not_missed_but_counts_where_it_is_met() -> None:
    optional = [one("RED FRONT", optional=True)]
    assert slot_score("perp_organization", [], optional) == Score()
    assert slot_score("perp_organization", [Fill("RED FRONT")], optional) == Score(correct=1)


def test_an_optional_template_is_not_missed_but_counts_where_it_is_met() -> None:
    optional = key(optional=True, incident_type="BOMBING")
    assert together(document_score([], [optional])) == Score()
    assert together(document_score([ours(incident_type="BOMBING")], [optional])) == Score(correct=1)


def test_a_value_for_another_mention_is_half_right() -> None:
    gold = one("DEATH", of="THE MAYOR")
    assert fill_points("hum_effect", Fill("DEATH", "MAYOR"), gold) == 2
    assert fill_points("hum_effect", Fill("DEATH", "DRIVER"), gold) == 1


def test_templates_pair_by_the_most_points_whatever_their_order() -> None:
    told = [ours(incident_type="ATTACK", phys_id="BRIDGE"), ours(incident_type="ATTACK", phys_id="SCHOOL")]
    gold = [key(incident_type="ATTACK", phys_id="SCHOOL"), key(incident_type="ATTACK", phys_id="BRIDGE")]
    assert aligned(told, gold) == [(0, 1), (1, 0)]


def test_templates_of_types_that_do_not_meet_never_pair() -> None:
    scores = document_score([ours(incident_type="ARSON", phys_id="SCHOOL")], [key(incident_type="KIDNAPPING")])
    assert together(scores) == Score(missing=1, spurious=2)


def test_what_is_left_on_both_sides_of_a_slot_is_incorrect_and_the_rest_spurious() -> None:
    told = [Fill("BRIDGE"), Fill("SCHOOL"), Fill("PYLON")]
    assert slot_score("phys_id", told, [one("BRIDGE"), one("CLINIC")]) == Score(correct=1, incorrect=1, spurious=1)


def test_recall_divides_by_the_key_and_precision_by_what_was_filled() -> None:
    score = Score(correct=2, half=2, incorrect=1, missing=5, spurious=1)
    assert (score.recall, score.precision) == (30.0, 50.0)
    assert score.f1 == pytest.approx(37.5)


@pytest.mark.parametrize(
    ("told", "gold", "points"),
    [
        ("THE TWO GUARDS", "GUARDS", 2),
        ("YOUNG GUARDS", "GUARDS", 2),
        ("GUARDS OF THE BANK", "GUARDS", 1),
        ("GUARDS", "SOLDIERS", 0),
        ("THE", "SOLDIERS", 0),
    ],
)
def test_strings_are_right_by_their_last_word_and_half_right_by_another(told: str, gold: str, points: int) -> None:
    assert string_points(told, gold) == points


@pytest.mark.parametrize(
    ("told", "gold", "points"),
    [("BOMBING", "BOMBING", 2), ("ATTACK", "BOMBING", 1), ("DYNAMITE", "EXPLOSIVE", 1), ("ARSON", "BOMBING", 0)],
)
def test_a_value_above_or_below_in_the_hierarchy_is_half_right(told: str, gold: str, points: int) -> None:
    assert value_points(told, gold) == points


@pytest.mark.parametrize(
    ("told", "form", "points"),
    [
        ("05 JAN 90", ("exact", "1990-01-05", "1990-01-05"), 2),
        ("04 JAN 90 - 06 JAN 90", ("exact", "1990-01-05", "1990-01-05"), 1),
        ("- 05 JAN 90", ("on_or_before", None, "1990-01-05"), 2),
        ("04 JAN 90", ("on_or_before", None, "1990-01-05"), 1),
        ("07 JAN 90", ("exact", "1990-01-05", "1990-01-05"), 0),
        ("07 JAN 90", ("other", None, None), 0),
    ],
)
def test_a_date_is_right_by_its_ends_and_half_right_where_it_overlaps(
    told: str, form: tuple[str, str | None, str | None], points: int
) -> None:
    assert date_points(told, dict(zip(("form", "from", "to"), form, strict=True))) == points


@pytest.mark.parametrize(("told", "points"), [("PERU: KESH", 2), ("PERU: ULUN", 1), ("PERU", 1), ("CHILE: KESH", 0)])
def test_a_place_is_right_by_its_most_special_name_and_half_right_by_its_country(told: str, points: int) -> None:
    levels = [[{"name": "ULUN", "types": ["DEPARTMENT"]}], [{"name": "KESH", "types": ["TOWN"]}]]
    assert place_points(told, {"country": "PERU", "places": levels}) == points


@pytest.mark.parametrize(
    ("told", "low", "high", "points"), [("6", 6, 6, 2), ("6 -", 6, None, 2), ("6 -", 8, 8, 1), ("2", 3, 3, 0)]
)
def test_a_number_is_right_by_its_ends_and_half_right_where_it_overlaps(
    told: str, low: int, high: int | None, points: int
) -> None:
    assert number_points(told, {"low": low, "high": high, "approx": False, "plural": False}) == points
