"""How names are folded, cut into words and spelled out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.codebook.names import fold, folded, spellings, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qaeda", "Al Qaeda"),
        ("Da'esh", "DAESH"),
        ("Kata’ib", "kataib"),
        ("Ségou", "Segou"),
        ("U.S.", "US"),
        ("People's Army", "People’s Army"),
        ("Workers' Party", "Workers Party"),
    ],
)
def test_spellings_that_differ_in_marks_and_case_fold_to_one_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_names_of_other_words_keep_other_keys() -> None:
    assert folded("New Army") != folded("New Navy")
    assert folded("Brigades") != folded("Brigade")


def test_a_possessive_ending_is_no_part_of_the_word() -> None:
    words = words_of("Valdor's army")
    assert words.folds == ("valdor", "army")
    assert words.raw(0) == "Valdor"
    assert words.gap(0) == "'s "


def test_initials_are_one_word_and_a_hyphen_parts_two() -> None:
    words = words_of("U.S.-led raid")
    assert words.folds == ("us", "led", "raid")
    assert words.raw(0) == "U.S."


def test_choices_are_spelled_out_in_order_and_variants_filled_in() -> None:
    assert spellings("(The |)Red {end}", {"end": ("Hand", "Arm")}) == (
        "The Red Hand",
        "The Red Arm",
        "Red Hand",
        "Red Arm",
    )
    assert spellings("A (b(c|d)|e)", {}) == ("A bc", "A bd", "A e")


def test_an_unknown_variant_and_an_open_or_stray_bracket_are_refused() -> None:
    with pytest.raises(KeyError):
        spellings("{nobody}", {})
    with pytest.raises(ValueError, match="left open"):
        spellings("(a|b", {})
    with pytest.raises(ValueError, match="was not opened"):
        spellings("a)b", {})


@given(st.text())
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    words = words_of(text)
    assert list(words.starts) == sorted(words.starts)
    for at, folded_word in enumerate(words.folds):
        assert words.starts[at] < words.ends[at]
        assert fold(words.raw(at)) == folded_word
