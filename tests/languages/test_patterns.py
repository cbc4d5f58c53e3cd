"""Phrases in which one of several words may stand, found among tokens."""

import pytest

from reportedly.errors import DataError
from reportedly.languages.patterns import PatternIndex
from reportedly.languages.phrases import Hit, tokenize

INDEX = PatternIndex(
    [
        ("took/takes full/~ responsibility", "claim"),
        ("did_not/didn't say who/which_group", "silence"),
        ("took part", "part"),
    ]
)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("The Front took full responsibility.", [Hit(2, 5, "claim")]),
        ("The Front takes responsibility.", [Hit(2, 4, "claim")]),
        ("It took part.", [Hit(1, 3, "part")]),
        ("He did not say who.", [Hit(1, 5, "silence")]),
        ("He didn't say which group it was.", [Hit(1, 5, "silence")]),
        ("He did not say which.", []),
        ("It took half responsibility.", []),
        ("", []),
        ("It took", []),
    ],
)
def test_a_pattern_stands_for_all_its_phrases(text: str, hits: list[Hit[str]]) -> None:
    assert list(INDEX.find(tokenize(text))) == hits


def test_of_several_the_longest_is_found() -> None:
    index = PatternIndex([("named", 1), ("named no/~ group/groups", 2)])
    assert list(index.find(tokenize("He named no groups"))) == [Hit(1, 4, 2)]


def test_patterns_do_not_overlap() -> None:
    index = PatternIndex([("a b", 1), ("b c", 2)])
    assert list(index.find(tokenize("a b c"))) == [Hit(0, 2, 1)]


def test_a_pattern_that_may_open_with_nothing_is_refused() -> None:
    with pytest.raises(DataError, match="~/the work"):
        PatternIndex([("~/the work of", 1)])
