import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.spans import OUTSIDE, ROLES, Span, labels_of, mentions, spans_of, windows

TEXT = "Gunmen shot Mayor Ana Ruiz. Ruiz, a mayor, died; the gunmen fled."


def test_every_mention_of_a_fill_is_marked_in_any_case() -> None:
    found = mentions(TEXT, {"PerpInd": ["gunmen"]})
    assert [TEXT[one.start : one.end] for one in found] == ["Gunmen", "gunmen"]


def test_the_longest_of_overlapping_fills_stays() -> None:
    found = mentions(TEXT, {"Victim": ["Ruiz", "Ana Ruiz"], "Target": ["Mayor Ana"]})
    assert [(TEXT[one.start : one.end], one.role) for one in found] == [
        ("Mayor Ana", "Target"),
        ("Ruiz", "Victim"),
        ("Ruiz", "Victim"),
    ]


def test_a_fill_inside_a_word_is_no_mention() -> None:
    assert mentions("armed, unarmed", {"Weapon": ["arm"]}) == []


def test_an_empty_fill_marks_nothing() -> None:
    assert mentions(TEXT, {"Weapon": ["", " "]}) == []


def test_pieces_of_one_span_begin_once_and_go_on() -> None:
    spans = [Span(0, 4, "PerpOrg"), Span(5, 9, "PerpOrg")]
    assert labels_of(spans, [(0, 2), (2, 4), (5, 9), (9, 10)]) == [3, 4, 3, OUTSIDE]


def test_a_piece_without_a_begun_span_of_its_role_begins_one() -> None:
    weapon, victim = 2 * ROLES.index("Weapon") + 2, 2 * ROLES.index("Victim") + 2
    found = spans_of([weapon, weapon, victim], [(0, 2), (2, 4), (4, 6)])
    assert found == [Span(0, 4, "Weapon"), Span(4, 6, "Victim")]


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3), st.sampled_from((None, *ROLES))), max_size=12))
def test_labels_say_the_spans_they_were_made_from(parts: list[tuple[int, int, str | None]]) -> None:
    spans, offsets, at = [], [], 0
    for pieces, gap, role in parts:
        offsets += [(at + piece, at + piece + 1) for piece in range(pieces)]
        if role is not None:
            spans.append(Span(at, at + pieces, role))
        at += pieces + gap
    assert spans_of(labels_of(spans, offsets), offsets) == spans


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
