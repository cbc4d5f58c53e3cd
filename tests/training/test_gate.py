import pytest

from training.gate import interval


def test_no_miss_in_many_still_leaves_doubt() -> None:
    low, high = interval(0, 600)
    assert low == pytest.approx(0, abs=1e-12)
    assert high == pytest.approx(0.00636, abs=1e-4)


def test_half_of_a_hundred_lies_between_two_fifths_and_three_fifths() -> None:
    assert interval(50, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one case"):
        interval(0, 0)
