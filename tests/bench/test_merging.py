"""The scorers of merging, on cases small enough to reckon by hand."""

import pytest

from bench.merging import b_cubed, is_in_city
from bench.tfidf import clusters
from tests.merging.made import where


def test_b_cubed_averages_precision_and_recall_over_items() -> None:
    found = b_cubed(["x", "x", "y", "y"], [1, 1, 1, 2])
    assert found.precision == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert found.recall == pytest.approx(100 * (1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_the_right_grouping_has_a_hundred_whatever_the_groups_are_called() -> None:
    assert b_cubed(["x", "y", "x"], ["p", "q", "p"]).f1 == 100


def test_texts_that_share_rare_words_are_one_cluster() -> None:
    mill, bridge = "fire at the Ostrel mill in Nem", "the Tamsin bridge fell into the Kiln"
    one, again, other, far = clusters([mill, mill + " today", bridge, "goats are counted on Mondays"])
    assert one == again
    assert len({one, other, far}) == 3


def test_a_city_is_right_by_its_name_or_by_its_point() -> None:
    gold = {"city_or_county": "Nem (county)", "lat": 10.0, "lon": 20.0}
    assert is_in_city(where("Nem", lat=None, lon=None), gold)
    assert is_in_city(where("Tolbara", lat=10.1), gold)
    assert not is_in_city(where("Tolbara", lat=11.0), gold)
    assert not is_in_city(None, gold)
