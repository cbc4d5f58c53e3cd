"""How the rows of the gun violence archive are counted, and that the gazetteer's cost is measured apart."""

import pytest

import reportedly
from bench.places import _incidents, _towns, cost_measures
from reportedly.records.incidents import Telling

GOLD = {"id": "1", "city_or_county": "Wichita (Park City)", "lat": 37.69, "lon": -97.34}
FAR = {**GOLD, "lat": 33.0}


@pytest.fixture(scope="module")
def telling() -> Telling:
    return reportedly.tell(text="Gunmen opened fire in Wichita, Kansas, on Monday, killing two men.")


def test_an_incident_is_right_within_25_km_of_the_archive_s_point(telling: Telling) -> None:
    assert str(_incidents([(telling, GOLD), (telling, FAR)])) == "1/2"


def test_an_article_without_a_main_incident_is_not_counted() -> None:
    assert str(_incidents([(reportedly.tell(text="It rained in Wichita."), GOLD)])) == "0/0"


def test_a_town_counts_where_the_article_names_it(telling: Telling) -> None:
    elsewhere = {**GOLD, "city_or_county": "Hays"}
    assert str(_towns([(telling, GOLD), (telling, FAR), (telling, elsewhere)])) == "1/2"


def test_the_gazetteer_stays_below_its_gates() -> None:
    disk, memory, seconds = (measure.value for measure in cost_measures())
    assert disk is not None
    assert disk < 60
    assert memory is not None
    assert memory < 150
    assert seconds is not None
