"""Words too common to tell one incident from another."""

import pytest

from reportedly.codebook.names import words_of
from reportedly.languages.common import common_words
from reportedly.languages.tables import languages


@pytest.mark.parametrize("code", languages())
def test_words_are_listed_as_they_are_looked_up(code: str) -> None:
    assert all(words_of(word).folds == (word,) for word in common_words(code).words)


def test_police_and_monday_are_common_a_surname_is_not() -> None:
    words = common_words("en").words
    assert {"police", "monday", "killed"} <= words
    assert "ostrel" not in words
