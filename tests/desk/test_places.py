import pytest

from reportedly.desk.places import country_code, place_meant, place_name, point_in
from reportedly.errors import UsageError
from reportedly.gazetteer.place import PlaceKind


@pytest.mark.parametrize("words", ["35.47,44.39", "35.47, 44.39", " 35.47 44.39 ", "+35.47;44.39"])
def test_two_numbers_are_a_point_latitude_first(words: str) -> None:
    assert point_in(words) == (35.47, 44.39)


def test_a_name_is_no_point() -> None:
    assert point_in("Kirkuk") is None


def test_a_point_off_the_ground_is_refused() -> None:
    with pytest.raises(UsageError, match="latitude"):
        point_in("135.47,44.39")


def test_a_town_comes_before_the_province_called_like_it() -> None:
    meant = place_meant("Kirkuk")
    assert meant.place.kind is PlaceKind.CITY
    assert meant.others == ()


def test_the_place_around_it_tells_namesakes_apart() -> None:
    assert place_meant("Tripoli").place.country == "LY"
    assert place_meant("Tripoli, Lebanon").place.country == "LB"
    assert place_meant("Tripoli, LB").place.country == "LB"
    assert place_meant("Springfield, Illinois").place.province == "iso:US-IL"


def test_namesakes_elsewhere_are_told() -> None:
    assert "LB" in {place.country for place in place_meant("Tripoli").others}


@pytest.mark.parametrize("words", ["Xyzzyville", "Kirkuk, France"])
def test_a_place_that_is_not_known_is_refused_and_a_point_offered(words: str) -> None:
    with pytest.raises(UsageError, match=r"35\.47,44\.39"):
        place_meant(words)


@pytest.mark.parametrize("words", ["IQ", "iq", "Iraq"])
def test_a_country_is_known_by_code_or_name(words: str) -> None:
    assert country_code(words) == "IQ"


@pytest.mark.parametrize("words", ["XX", "Kirkuk", ""])
def test_what_is_no_country_has_no_code(words: str) -> None:
    assert country_code(words) is None


def test_a_place_is_named_with_what_lies_around_it() -> None:
    assert place_name(place_meant("Springfield, Illinois").place) == "Springfield, Illinois, United States"
    assert place_name(place_meant("Iraq").place) == "Iraq"
