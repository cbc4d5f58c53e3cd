"""Our own list beside the public ones: what agrees is noted, what differs is not."""

from reportedly.gazetteer.build.check import AIRFIELDS, Known, compare, forms, noted

BASE = {"kind": "facility", "country": "IQ", "lat": 33.0, "lon": 44.0, "radius_km": 4, "names": ["Rask air base"]}
AIRFIELD = Known("airportsdata XXXX", "IQ", 33.01, 44.0, ("al", "rask", "army", "airfield"))


def test_a_name_is_compared_without_its_article_and_its_generic_word() -> None:
    assert {"al rask air base", "rask air base", "rask"} <= set(forms("al-Rask air base"))


def test_the_nearest_entry_of_a_shared_name_in_the_country_is_taken() -> None:
    far, near = Known("GeoNames 1", "IQ", 33.5, 44.0), Known("GeoNames 2", "IQ", 33.05, 44.0)
    abroad = Known("GeoNames 3", "SY", 33.0, 44.0)
    (match,) = compare({"rask": BASE}, {"rask": [far, near, abroad]}).values()
    assert match.known is near
    assert round(match.km, 1) == 5.6


def test_an_airfield_at_a_base_is_the_base_where_they_share_a_telling_word() -> None:
    assert compare({"rask": BASE}, {AIRFIELDS: [AIRFIELD]})["rask"].known is AIRFIELD
    other = Known("airportsdata YYYY", "IQ", 33.01, 44.0, ("tolo", "airport"))
    assert compare({"rask": BASE}, {AIRFIELDS: [other]}) == {}


def test_a_square_beside_an_airport_of_its_town_is_not_the_airport() -> None:
    square = {**BASE, "names": ["Rask square"]}
    assert compare({"square": square}, {AIRFIELDS: [AIRFIELD]}) == {}


def test_what_agrees_is_noted_and_the_rest_is_unverified() -> None:
    text = 'rask = { names = ["Rask"], checked = "unverified" }\ntolo = { names = ["Tolo"], checked = "GeoNames 9" }\n'
    matches = compare({"rask": BASE}, {AIRFIELDS: [AIRFIELD]})
    assert noted(text, matches) == (
        'rask = { names = ["Rask"], checked = "airportsdata XXXX, 1 km away" }\n'
        'tolo = { names = ["Tolo"], checked = "unverified" }\n'
    )
