import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.understanding.tagger.labels import HEADS, Tag, by_word, tags_of, windows


def test_a_piece_that_goes_on_with_nothing_begun_of_its_role_begins() -> None:
    weapon, victim = 2 * HEADS["roles"].index("Weapon") + 2, 2 * HEADS["roles"].index("Victim") + 2
    found = tags_of("roles", [(weapon, 0.9), (weapon, 0.6), (victim, 0.8)], [(0, 2), (2, 4), (4, 6)])
    assert found == [Tag(0, 4, "Weapon", 0.6), Tag(4, 6, "Victim", 0.8)]


def test_a_role_begun_twice_is_two_spans() -> None:
    weapon = 2 * HEADS["roles"].index("Weapon") + 1
    found = tags_of("roles", [(weapon, 1.0), (weapon, 1.0)], [(0, 2), (2, 4)])
    assert [(tag.start, tag.end) for tag in found] == [(0, 2), (2, 4)]


def test_no_span_begins_or_ends_inside_a_word() -> None:
    text, offsets = "Kesh fell", [(0, 2), (2, 4), (5, 9)]
    target, victim = 2 * HEADS["roles"].index("Target") + 1, 2 * HEADS["roles"].index("Victim") + 1
    assert by_word(text, [(0, 1.0), (target, 1.0), (0, 1.0)], offsets) == [(0, 1.0), (0, 1.0), (0, 1.0)]
    found = tags_of("roles", by_word(text, [(target, 0.9), (0, 1.0), (victim, 1.0)], offsets), offsets)
    assert [(tag.start, tag.end, tag.role) for tag in found] == [(0, 4, "Target"), (5, 9, "Victim")]


def test_marks_part_words() -> None:
    assert by_word("a-b", [(1, 1.0), (0, 1.0), (1, 1.0)], [(0, 1), (1, 2), (2, 3)]) == [(1, 1.0), (0, 1.0), (1, 1.0)]


@given(st.integers(0, 900), st.integers(2, 256), st.data())
def test_windows_cover_every_piece_and_share_what_is_asked(pieces: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size - 1))
    if size - overlap < 2:
        overlap = 0
    made = list(windows(pieces, size, overlap))
    assert {piece for start, end in made for piece in range(start, end)} == set(range(pieces))
    assert all(end - start <= size for start, end in made)
    assert all(before[1] - after[0] == overlap for before, after in itertools.pairwise(made))


def test_windows_that_share_all_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap 8: 0 to 7 is wanted"):
        list(windows(20, 8, 8))
