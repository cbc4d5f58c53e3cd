"""Tokens with offsets, and phrases found among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.languages.phrases import PhraseIndex, tokenize


def lowers(text: str) -> list[str]:
    return [token.lower for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Two men fired.", ["two", "men", "fired", "."]),
        ("shot-down drones", ["shot-down", "drones"]),
        ("Israel's raid", ["israel", "'s", "raid"]),
        ("Israel’s raid", ["israel", "'s", "raid"]),
        ("didn't", ["didn't"]),
        ("the U.S. base", ["the", "u.s", ".", "base"]),
        ("hit,killed", ["hit", ",", "killed"]),
        ("Zürich Łódź", ["zürich", "łódź"]),
        ("", []),
        ("   \n\t ", []),
    ],
)
def test_words_and_signs_are_tokens_in_lower_case(text: str, tokens: list[str]) -> None:
    assert lowers(text) == tokens


@given(st.text(max_size=80))
def test_tokens_lie_in_order_without_overlap_and_cover_every_word(text: str) -> None:
    tokens = tokenize(text)
    edges = [edge for token in tokens for edge in (token.start, token.end)]
    assert edges == sorted(edges)
    covered = {place for token in tokens for place in range(token.start, token.end)}
    assert all(place in covered for place, sign in enumerate(text) if sign.isalnum())


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_a_text_is_cut_with_offsets_into_the_whole(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert all(start <= token.start < token.end <= end for token in tokenize(text, start, end))


def hits(text: str, **phrases: str) -> list[tuple[str, str]]:
    """What ``phrases`` (value by phrase name) are found in ``text``, as words and value."""
    index = PhraseIndex((phrase, value) for value, phrase in phrases.items())
    tokens = tokenize(text)
    return [(text[tokens[hit.start].start : tokens[hit.end - 1].end], hit.value) for hit in index.find(tokens)]


def test_a_phrase_is_found_whatever_its_case() -> None:
    assert hits("GUNMEN OPENED FIRE at noon", a="opened fire") == [("OPENED FIRE", "a")]


def test_the_longest_phrase_at_a_place_wins() -> None:
    assert hits("a car bomb attack", short="car bomb", long="car bomb attack") == [("car bomb attack", "long")]


def test_phrases_of_one_index_do_not_overlap() -> None:
    assert hits("bomb attack plan", a="bomb attack", b="attack plan") == [("bomb attack", "a")]


def test_a_phrase_is_no_part_of_a_word() -> None:
    assert hits("the bombardier", a="bomb") == []


def test_a_phrase_may_be_told_twice() -> None:
    assert hits("fire and fire", a="fire") == [("fire", "a"), ("fire", "a")]


def test_a_phrase_that_the_text_breaks_off_is_not_found() -> None:
    assert hits("they opened", a="opened fire") == []


def test_a_phrase_with_an_apostrophe_is_found_with_either_sign() -> None:
    assert hits("the workers’ strike", a="workers' strike") == [("workers’ strike", "a")]
    assert hits("the workers' strike", a="workers’ strike") == [("workers' strike", "a")]


def test_a_phrase_is_found_in_a_part_of_the_tokens_too() -> None:
    index = PhraseIndex([("opened fire", 1), ("fire", 2)])
    tokens = tokenize("gunmen opened fire and set a fire")
    assert [(hit.start, hit.value) for hit in index.find(tokens[1:])] == [(0, 1), (5, 2)]
    assert list(index.find(tokens[3:5])) == []


def test_a_stretch_knows_the_forms_that_stand_in_it() -> None:
    assert tokenize("Kano’s guard, the guard").words == {"kano", "'s", "guard", ",", "the"}


def test_an_empty_phrase_is_found_nowhere() -> None:
    assert hits("any words", a="") == []


@given(st.lists(st.sampled_from(["fire", "on", "open", "shot"]), min_size=1, max_size=8))
def test_every_phrase_is_found_in_itself(words: list[str]) -> None:
    phrase = " ".join(words)
    assert hits(phrase, a=phrase) == [(phrase, "a")]
