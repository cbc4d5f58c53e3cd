"""The toponym scorer, on documents made by hand."""

import pytest

from bench.toponyms import Toponym, compare, distance_km, f1, report

PARIS = Toponym(0, 5, 48.86, 2.35)
LYON = Toponym(10, 14, 45.76, 4.84)


def test_an_exact_span_with_a_near_point_counts_everywhere() -> None:
    tally = compare([PARIS], [Toponym(0, 5, 48.9, 2.3)])
    assert (tally.exact, tally.overlapping, tally.near, tally.gold_with_point) == (1, 1, 1, 1)


def test_a_longer_span_overlaps_and_is_not_exact() -> None:
    tally = compare([PARIS], [Toponym(0, 9, 48.9, 2.3)])
    assert (tally.exact, tally.overlapping, tally.near) == (0, 1, 0)


def test_a_point_farther_than_161_km_is_no_hit() -> None:
    tally = compare([PARIS], [Toponym(0, 5, 45.76, 4.84)])
    assert (tally.exact, tally.near) == (1, 0)


def test_a_prediction_without_a_point_counts_as_wrong() -> None:
    tally = compare([PARIS], [Toponym(0, 5, None, None)])
    assert (tally.matched_with_point, tally.near) == (1, 0)


def test_gold_without_a_point_counts_for_detection_alone() -> None:
    tally = compare([Toponym(0, 5, None, None)], [Toponym(0, 5, 1.0, 1.0)])
    assert (tally.exact, tally.matched_with_point, tally.gold_with_point) == (1, 0, 0)


def test_one_prediction_over_two_gold_names_touches_both_and_is_predicted_once() -> None:
    tally = compare([PARIS, LYON], [Toponym(0, 14, None, None)])
    assert (tally.overlapping, tally.predicted) == (2, 1)


def test_tallies_add_up_field_by_field() -> None:
    tally = compare([PARIS], [PARIS]).plus(compare([LYON], []))
    assert (tally.gold, tally.predicted, tally.exact) == (2, 1, 1)


def test_f1_is_the_harmonic_mean_in_per_cent() -> None:
    assert f1(3, gold=4, predicted=6) == pytest.approx(60.0)


def test_a_quarter_of_the_meridian_is_ten_thousand_kilometres() -> None:
    assert distance_km((0.0, 0.0), (90.0, 0.0)) == pytest.approx(10_007.5, abs=1)


def test_the_printed_lines_say_which_match_is_meant() -> None:
    printed = report("made", compare([PARIS], [PARIS]), seconds=0.35, words=350)
    assert "exact span    P 100.0" in printed
    assert "350.00 ms per 350 words" in printed
