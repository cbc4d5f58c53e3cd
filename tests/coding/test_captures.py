"""Attackers taken alive beside their dead."""

import pytest

import reportedly
from reportedly.records.counts import Count


def captured(text: str) -> Count | None:
    lead = "Gunmen attacked a convoy in Zamora on Monday, killing two guards. "
    told = reportedly.tell(text=lead + text, published="2024-05-16").incidents[0].attackers
    return told.captured if told is not None else None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three attackers died and one was captured.", Count(1, 1)),
        ("Three attackers died and one, who was wounded, was captured.", Count(1, 1)),
        ("Three attackers died and soldiers captured two others.", Count(2, 2)),
    ],
)
def test_attackers_taken_in_the_sentence_that_tells_their_dead_are_counted(text: str, count: Count) -> None:
    assert captured(text) == count


@pytest.mark.parametrize("text", ["Three attackers died.", "Three attackers died and police arrested the mayor."])
def test_where_none_of_them_is_told_to_be_taken_the_text_is_silent(text: str) -> None:
    assert captured(text) is None
