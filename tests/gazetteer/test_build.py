"""How the build makes names and points of what its sources give."""

import tomllib

import pytest

from reportedly.gazetteer.build.check import OWN, UNVERIFIED
from reportedly.gazetteer.build.draft import Draft
from reportedly.gazetteer.build.extent import middle, town_radius
from reportedly.gazetteer.build.sources import read_own, without_twins
from reportedly.gazetteer.build.spelling import article_variants, division_names, is_code, is_latin, shortened
from reportedly.gazetteer.place import PlaceKind


def test_a_division_is_known_without_its_generic_word() -> None:
    assert division_names(["Al Anbar Governorate"]) == ("Al Anbar Governorate", "Al Anbar")


def test_a_division_is_known_without_a_generic_word_in_front() -> None:
    assert division_names(["Departamento de Cauca"]) == ("Departamento de Cauca", "Cauca")


@pytest.mark.parametrize("name", ["swldw", "Сольдеу", "سولدو", ""])
def test_a_name_in_another_script_or_a_bare_transliteration_is_left_out(name: str) -> None:
    assert not is_latin(name)


def test_a_short_name_in_capitals_is_a_code() -> None:
    assert is_code("LON")
    assert not is_code("Ufa")


def test_an_arabic_name_is_known_without_its_article_and_with_the_plain_one() -> None:
    assert article_variants("Ar Raqqah") == ("raqqah", "al raqqah", "el raqqah")


def test_a_name_without_an_article_has_no_variants() -> None:
    assert article_variants("Mosul") == ()


def test_one_island_far_off_does_not_move_the_middle() -> None:
    towns = [(10.0 + step / 100, 20.0) for step in range(100)]
    assert middle([*towns, (-40.0, -90.0)])[0] == pytest.approx(10.5, abs=0.1)


def test_a_town_s_radius_grows_with_its_people_up_to_a_limit() -> None:
    assert town_radius(0) < town_radius(1_000_000) < town_radius(20_000_000) == 25.0


def test_an_airfield_of_our_own_list_is_not_taken_twice() -> None:
    own = Draft(
        key="own:a",
        name="Rask air base",
        kind=PlaceKind.FACILITY,
        country="XA",
        lat=1.0,
        lon=1.0,
        names=("Rask air base",),
    )
    twin = Draft(key="air:XXXX", name="Rask Air Base", kind=PlaceKind.AIRFIELD, country="XA", lat=1.01, lon=1.0)
    far = Draft(key="air:YYYY", name="Rask Air Base", kind=PlaceKind.AIRFIELD, country="XA", lat=5.0, lon=1.0)
    assert without_twins([own, twin, far]) == [own, far]


def test_our_own_list_is_long_and_every_place_lies_on_the_globe() -> None:
    own = read_own()
    assert len(own) >= 300
    assert all(place.lat is not None and -90 <= place.lat <= 90 for place in own)
    assert all(place.lon is not None and -180 <= place.lon <= 180 for place in own)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Saint Charles", "St Charles"), ("St. Charles", "Saint Charles"), ("Fort Worth", "Ft Worth"), ("Stockton", None)],
)
def test_a_name_that_opens_with_a_word_news_shortens_has_its_other_form(name: str, other: str | None) -> None:
    assert shortened(name) == (() if other is None else (other,))


def test_every_place_of_our_own_says_what_it_was_checked_against() -> None:
    places = tomllib.loads(OWN.read_text(encoding="utf-8"))["places"]
    assert len(places) >= 700
    assert [slug for slug, row in places.items() if not row["checked"]] == []


def test_the_readme_tells_how_many_points_of_our_own_nobody_has_checked() -> None:
    rows = tomllib.loads(OWN.read_text(encoding="utf-8"))["places"].values()
    unverified = sum(row["checked"] == UNVERIFIED for row in rows)
    told = f"{len(rows) - unverified} of {len(rows)} agree, {unverified} ({round(100 * unverified / len(rows))} %)"
    assert told in " ".join(OWN.with_name("README.md").read_text(encoding="utf-8").split())
