"""Parts of the day."""

import pytest

from reportedly.languages.hours import hour_words
from reportedly.languages.tables import languages


@pytest.mark.parametrize("code", languages())
def test_each_example_is_read_as_the_part_it_stands_for(code: str) -> None:
    words = hour_words(code)
    assert [words.in_words(example) for example, _ in words.examples] == [hours for _, hours in words.examples]


def test_a_phrase_without_a_part_of_the_day_has_no_hours() -> None:
    assert hour_words("en").in_words("on Tuesday") is None
