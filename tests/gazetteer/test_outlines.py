"""Country outlines for maps."""

from itertools import pairwise
from pathlib import Path

from reportedly.gazetteer.build.topology import rows_of
from reportedly.gazetteer.outlines import DATA, POLAR, outlines, unbroken

SMALL = (
    '{"transform": {"scale": [1, 1], "translate": [0, 0]},'
    ' "arcs": [[[0, 0], [0, 10]], [[0, 10], [10, 0], [0, -10], [-10, 0]], [[0, 10], [-10, 0], [0, -10], [10, 0]]],'
    ' "objects": {"countries": {"geometries": ['
    '{"type": "Polygon", "id": "004", "properties": {"name": "East"}, "arcs": [[0, 1]]},'
    '{"type": "MultiPolygon", "id": "008", "properties": {"name": "West"}, "arcs": [[[0, 2]]]},'
    '{"type": "Polygon", "properties": {"name": "Nobody"}, "arcs": [[0, 1]]}]}}}'
)


def test_every_ring_is_closed() -> None:
    assert all(ring[0] == ring[-1] for outline in outlines() for ring in outline.rings)


def test_every_point_lies_on_the_globe() -> None:
    points = [point for outline in outlines() for ring in outline.rings for point in ring]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)


def test_countries_stand_once_each_in_order_of_their_code() -> None:
    codes = [outline.country for outline in outlines()]
    assert all(one < other for one, other in pairwise(codes))
    assert {"IQ", "XK", "PS", "SS"} <= set(codes)


def test_baghdad_lies_inside_iraq() -> None:
    (iraq,) = [outline for outline in outlines() if outline.country == "IQ"]
    lon, lat = 44.4, 33.3
    inside = False
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise(iraq.rings[0]):
        if (lat_a > lat) != (lat_b > lat) and lon < lon_a + (lat - lat_a) / (lat_b - lat_a) * (lon_b - lon_a):
            inside = not inside
    assert inside


def test_the_file_stays_small() -> None:
    assert DATA.stat().st_size < 400_000


def test_neighbours_share_their_border_and_nameless_areas_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "countries.json"
    path.write_text(SMALL, encoding="utf-8")
    rows = rows_of(path, {"004": "AA", "008": "BB"})
    assert [(code, name) for code, name, _ in rows] == [("AA", "East"), ("BB", "West")]
    assert all(rings[0][:4] == [0, 0, 0, 1000] for _, _, rings in rows)


def test_no_outline_jumps_around_the_globe_once_it_steps_over_the_date_line() -> None:
    rings = [unbroken(ring) for land in outlines() for ring in land.rings]
    temperate = [ring for ring in rings if all(abs(lat) < POLAR for _, lat in ring)]
    assert max(abs(lon - before) for ring in temperate for (before, _), (lon, _) in pairwise(ring)) < 180
    assert any(lon > 180 or lon < -180 for ring in temperate for lon, _ in ring)
