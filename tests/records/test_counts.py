"""The algebra of counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records.counts import Count, span_of

EXACT = st.integers(0, 1000).map(Count.exactly)
ANY = st.one_of(
    EXACT, st.integers(0, 1000).map(Count.at_least), st.integers(0, 1000).map(lambda high: Count(None, high))
)


def test_a_count_needs_an_end() -> None:
    with pytest.raises(ValueError, match="low or a high"):
        Count(None, None)


def test_a_count_keeps_its_ends_in_order() -> None:
    with pytest.raises(ValueError, match="low <= high"):
        Count(3, 2)


@given(ANY, ANY)
def test_adding_is_commutative(one: Count, other: Count) -> None:
    assert one.plus(other) == other.plus(one)


@given(EXACT, EXACT, EXACT)
def test_adding_is_associative(one: Count, two: Count, three: Count) -> None:
    assert one.plus(two).plus(three) == one.plus(two.plus(three))


def test_an_open_end_stays_open() -> None:
    assert Count.exactly(2).plus(Count.at_least(3)) == Count(5, None)


@given(st.lists(EXACT, min_size=1))
def test_the_span_of_exact_figures_is_lowest_to_highest(found: list[Count]) -> None:
    numbers = [count.low for count in found if count.low is not None]
    assert span_of(found) == Count(min(numbers), max(numbers))


@given(st.lists(ANY, min_size=1))
def test_the_span_of_figures_knows_no_order(found: list[Count]) -> None:
    assert span_of(found) == span_of(list(reversed(found)))


def test_no_figures_have_no_span() -> None:
    assert span_of([]) is None
