"""Spans: half-open, never empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records.spans import Span

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 2), (-1, 2), (-3, -1)])
def test_a_span_is_never_empty_nor_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


@given(st.text(min_size=1, max_size=30), st.data())
def test_the_words_of_a_span_are_that_part_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]


def test_a_span_past_the_end_of_a_text_has_no_words() -> None:
    with pytest.raises(ValueError, match="passes the end"):
        Span(2, 6).of("short")


def test_characters_outside_the_basic_plane_count_once() -> None:
    assert Span(1, 3).of("a\U0001f680bc") == "\U0001f680b"


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        (Span(0, 9), Span(2, 5), True, True),
        (Span(0, 9), Span(0, 9), True, True),
        (Span(2, 5), Span(0, 9), False, True),
        (Span(0, 5), Span(4, 9), False, True),
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 2), Span(7, 9), False, False),
    ],
)
def test_spans_contain_and_overlap_half_open(one: Span, other: Span, contains: bool, overlaps: bool) -> None:
    assert (one.contains(other), one.overlaps(other)) == (contains, overlaps)


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_follows_from_containing(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.contains(other) or one.overlaps(other)


@given(st.lists(SPANS))
def test_spans_are_ordered_by_start_then_end(spans: list[Span]) -> None:
    assert sorted(spans) == sorted(spans, key=lambda span: (span.start, span.end))
