"""Ids are content hashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records.identity import hash_of


@given(st.lists(st.text(max_size=12), max_size=4))
def test_the_same_parts_give_the_same_id_of_twenty_hexadecimal_digits(parts: list[str]) -> None:
    made = hash_of(*parts)
    assert made == hash_of(*parts)
    assert len(made) == 20
    assert set(made) <= set("0123456789abcdef")


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_other_parts_give_another_id(one: list[str], other: list[str]) -> None:
    assert (hash_of(*one) == hash_of(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("ab", "c"), ("a", "bc")), (("a", ""), ("a",)), (("a", "b"), ("b", "a")), (("\u00e9",), ("e\u0301",))],
)
def test_parts_are_kept_apart_and_in_order(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert hash_of(*one) != hash_of(*other)


def test_an_id_stays_the_same_from_release_to_release() -> None:
    assert hash_of("report", "text", "3", "9") == "51fbe78e977daa690222"


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert len(hash_of("\ud800")) == 20
