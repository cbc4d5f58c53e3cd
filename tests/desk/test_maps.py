import re

import pytest

from reportedly.desk import maps
from reportedly.desk.maps import HEIGHT, WIDTH, map_of, map_of_all
from reportedly.records.places import Where
from reportedly.records.vocabulary import PlacePrecision


def where(lat: float | None, lon: float | None, *, radius_km: float | None = 5, name: str = "Wadi Sahl") -> Where:
    return Where(
        name=name,
        country="IQ",
        lat=lat,
        lon=lon,
        radius_km=radius_km,
        precision=PlacePrecision.EXACT,
        place_id=None,
    )


def drawn(place: Where) -> str:
    svg = map_of(place)
    assert svg is not None
    return str(svg)


@pytest.mark.parametrize("place", [None, where(None, None)])
def test_nothing_is_drawn_for_a_place_that_is_not_settled(place: Where | None) -> None:
    assert map_of(place) is None


def test_a_place_is_drawn_on_its_country_with_name_circle_and_scale() -> None:
    svg = drawn(where(33.8, 42.4))
    assert 'class="land here"' in svg
    assert ">Wadi Sahl</text>" in svg
    assert ">Iraq</text>" in svg
    assert ">200 km</text>" in svg
    assert 'aria-label="Map: Wadi Sahl, within 5 km"' in svg


def test_the_circle_is_as_large_as_the_radius() -> None:
    svg = drawn(where(33.8, 42.4, radius_km=100))
    (radius,) = re.findall(r'class="area"[^>]* r="([\d.]+)"', svg)
    assert float(radius) == pytest.approx(100 / maps.LEAST_KM * maps.WIDTH, abs=0.1)


def test_a_large_area_is_seen_from_further_away() -> None:
    assert ">500 km</text>" in drawn(where(33.8, 42.4, radius_km=500))


def test_no_line_leaves_the_view() -> None:
    svg = drawn(where(33.8, 42.4))
    points = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", svg)
    assert points
    assert all(-maps.MARGIN <= float(x) <= maps.WIDTH + maps.MARGIN for x, _ in points)
    assert all(-maps.MARGIN <= float(y) <= maps.HEIGHT + maps.MARGIN for _, y in points)


@pytest.mark.parametrize(("lat", "lon"), [(-17.8, 179.9), (-17.8, -179.9), (89.9, 0), (-89.9, 180), (0, 0)])
def test_the_ends_of_the_earth_are_drawn_too(lat: float, lon: float) -> None:
    assert drawn(where(lat, lon)).startswith("<svg")


def test_both_sides_of_the_date_line_see_the_same_islands() -> None:
    east, west = drawn(where(-17.8, 179.99)), drawn(where(-17.8, -179.99))
    assert east.count("<path") == west.count("<path") > 1


def test_a_name_is_words_and_a_long_one_is_cut() -> None:
    assert "&lt;script&gt;" in drawn(where(33.8, 42.4, name="<script>"))
    assert f">{'a' * (maps.NAME_LENGTH - 1)}…</text>" in drawn(where(33.8, 42.4, name="a" * 80))


def test_a_map_is_small() -> None:
    assert len(drawn(where(60.0, 10.0, radius_km=1000))) < 40_000


def test_places_the_world_over_all_lie_on_the_map() -> None:
    drawn = map_of_all([where(40.4, -3.7), where(-33.9, 151.2), where(61.2, -149.9), where(-54.8, -68.3)])
    assert drawn is not None
    spots = re.findall(r'<circle class="spot" cx="([-\d.]+)" cy="([-\d.]+)"', drawn)
    assert len(spots) == 4
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in spots)
