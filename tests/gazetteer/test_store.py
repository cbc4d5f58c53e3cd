"""The data file: what is packed can be looked up, and what is no such file is refused."""

from pathlib import Path

import pytest

from reportedly.errors import DataError
from reportedly.gazetteer.build.draft import Draft
from reportedly.gazetteer.build.writing import pack
from reportedly.gazetteer.load import Gazetteer
from reportedly.gazetteer.place import PlaceKind
from reportedly.gazetteer.store import Store

COUNTRY = Draft(
    key="iso:XA", name="Arlia", kind=PlaceKind.COUNTRY, country="XA", lat=1.0, lon=2.0, radius_km=300, names=("Arlia",)
)
PROVINCE = Draft(key="iso:XA-N", name="Norland", kind=PlaceKind.PROVINCE, country="XA", names=("Norland",))
CITY = Draft(
    key="gn:7", name="Ténar", kind=PlaceKind.CITY, country="XA", province="iso:XA-N", lat=1.25, lon=-2.5,
    radius_km=4.0, population=90_000, gid=7, capital=True, names=("Ténar",), aliases=("Tenaria",),
)  # fmt: skip
NAMESAKE = Draft(key="gn:8", name="Tenar", kind=PlaceKind.CITY, country="XB", population=900, gid=8, names=("Tenar",))


def gazetteer(tmp_path: Path, *drafts: Draft) -> Gazetteer:
    path = tmp_path / "places.bin"
    path.write_bytes(pack(list(drafts)))
    return Gazetteer(Store(path))


def test_a_place_comes_back_as_it_went_in(tmp_path: Path) -> None:
    (place,) = gazetteer(tmp_path, COUNTRY, PROVINCE, CITY).candidates("tenar")
    assert (place.place_id, place.name, place.kind, place.country) == ("gn:7", "Ténar", PlaceKind.CITY, "XA")
    assert (place.lat, place.lon, place.radius_km, place.population) == (1.25, -2.5, 4.0, 90_000)
    assert (place.province, place.capital, place.alias) == ("iso:XA-N", True, False)


def test_a_place_found_by_another_name_says_so(tmp_path: Path) -> None:
    (place,) = gazetteer(tmp_path, CITY).candidates("Tenaria")
    assert place.alias


def test_the_larger_namesake_comes_first(tmp_path: Path) -> None:
    found = gazetteer(tmp_path, NAMESAKE, CITY).candidates("Tenar")
    assert [place.place_id for place in found] == ["gn:7", "gn:8"]


def test_a_place_without_a_point_has_none(tmp_path: Path) -> None:
    (place,) = gazetteer(tmp_path, PROVINCE).candidates("Norland")
    assert (place.lat, place.lon) == (None, None)


def test_an_unknown_name_has_no_candidates(tmp_path: Path) -> None:
    assert gazetteer(tmp_path, CITY).candidates("Nowhere") == ()


def test_a_country_and_a_province_are_found_by_their_ids(tmp_path: Path) -> None:
    places = gazetteer(tmp_path, COUNTRY, PROVINCE)
    country, province = places.country("XA"), places.by_id("iso:XA-N")
    assert country is not None
    assert province is not None
    assert (country.name, province.name) == ("Arlia", "Norland")


def test_the_order_of_the_drafts_does_not_change_the_bytes() -> None:
    assert pack([CITY, NAMESAKE, COUNTRY]) == pack([COUNTRY, CITY, NAMESAKE])


def test_a_missing_file_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"reportedly\.gazetteer\.build"):
        Store(tmp_path / "none.bin")


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"NOPE" + bytes(60))
    with pytest.raises(DataError, match="not place data"):
        Store(path)
