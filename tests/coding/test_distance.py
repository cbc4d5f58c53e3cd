"""Kilometres between two places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.coding.distance import kilometres
from reportedly.records.places import Where
from reportedly.records.vocabulary import PlacePrecision


def where(lat: float | None, lon: float | None) -> Where:
    return Where(
        name="x",
        country=None,
        lat=lat,
        lon=lon,
        radius_km=None,
        precision=PlacePrecision.SETTLEMENT,
        place_id=None,
    )


POINTS = st.builds(where, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((0.0, 0.0), (0.0, 0.0), 0),
        ((0.0, 0.0), (1.0, 0.0), 111),
        ((0.0, 0.0), (0.0, 1.0), 111),
        ((0.0, 179.5), (0.0, -179.5), 111),
        ((90.0, 0.0), (-90.0, 0.0), 20015),
        ((60.0, 0.0), (60.0, 1.0), 55.6),
    ],
)
def test_a_distance_is_along_the_great_circle(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert kilometres(where(*one), where(*other)) == pytest.approx(km, abs=1)


@given(POINTS, POINTS)
def test_a_distance_is_mutual_and_never_past_half_the_globe(one: Where, other: Where) -> None:
    there, back = kilometres(one, other), kilometres(other, one)
    assert there is not None
    assert back == pytest.approx(there, abs=1e-6)
    assert 0 <= there <= 20016


@pytest.mark.parametrize(("lat", "lon"), [(None, None), (None, 3.0), (3.0, None)])
def test_a_place_without_a_point_has_no_distance(lat: float | None, lon: float | None) -> None:
    assert kilometres(where(lat, lon), where(0.0, 0.0)) is None
    assert kilometres(where(0.0, 0.0), where(lat, lon)) is None
