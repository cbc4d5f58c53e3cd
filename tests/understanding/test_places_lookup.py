"""What a bare name can mean: ranked as a text without context would, near spellings offered and never merged."""

import pytest

from reportedly.gazetteer.load import load
from reportedly.records.additions import Addition
from reportedly.understanding.places.lookup import ranked, spelled_alike
from reportedly.understanding.places.sizes import SizePart, size_of


def test_the_likeliest_place_of_a_name_comes_first() -> None:
    assert ranked("Ain al-Assad", load())[0].place.place_id == "own:ain-al-asad-air-base"
    assert next(one.place.country for one in ranked("Tripoli", load())) == "LY"


def test_what_a_place_weighs_is_the_sum_of_its_parts() -> None:
    one = next(one for one in ranked("Baghdad", load()) if one.place.place_id == "gn:98182")
    assert set(one.parts) == {SizePart.PEOPLE, SizePart.CAPITAL}
    assert sum(one.parts.values()) == pytest.approx(size_of(one.place))


def test_a_place_id_gives_its_place() -> None:
    assert [one.place.name for one in ranked("gn:98182", load())] == ["Baghdad"]


def test_a_near_spelling_is_offered_and_not_taken() -> None:
    assert ranked("Bagdhad", load()) == ()
    assert "baghdad" in spelled_alike("Bagdhad", load())


def test_another_spelling_of_the_same_place_is_no_near_name() -> None:
    assert "ain al asad" not in spelled_alike("Ain al-Assad", load())


def test_names_of_the_user_s_own_are_offered_too() -> None:
    places = load(Addition("own.csv", "name,kind\nZahrin Qesht,city\n"))
    assert spelled_alike("Zahrin Qescht", places) == ("zahrin qesht",)
