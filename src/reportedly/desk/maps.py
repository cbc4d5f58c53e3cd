"""A place in, a small map of its surroundings out, drawn to SVG; None where there is no point to draw.

Equirectangular, true to scale at the place's own latitude: at the widths drawn here (up to 8,000 km) it shows the
shapes people know, and straight arithmetic keeps every page byte for byte the same.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from reportedly.desk.wording import wording
from reportedly.gazetteer.outlines import Ring, outlines, unbroken
from reportedly.records.places import Where

WIDTH, HEIGHT = 320, 190
"""Pixels of the drawing; the page scales it to its column."""
MARGIN = 6
"""Pixels around the drawing that outlines are still followed, so that a cut edge is never seen."""
KM_A_DEGREE = 111.32
LEAST_KM, MOST_KM = 900.0, 8000.0
"""Narrowest and widest view: under 900 km no border helps to place a point, over 8,000 km the projection misleads."""
RADII_ACROSS = 4.0
"""The area's radius fits this often across the view, so that its neighbours show."""
NAME_LENGTH = 32
LABELLED_PX = 1500.0
"""Square pixels from which a country is named on the map."""
HALF_LETTER_PX, LINE_PX, SPOT_PX = 2.6, 12.0, 60.0
"""Half a letter's width and a line's height in the map's 10 px type; the room around the place that its name needs."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A ring without jumps at the date line, and the box it lies in: west, south, east, north in degrees."""

    ring: tuple[Point, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Land:
    country: str
    name: str
    edges: tuple[_Edge, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """What is seen: a middle in degrees, ``px`` pixels a degree of latitude, ``squeeze`` for degrees of longitude."""

    lat: float
    lon: float
    px: float
    squeeze: float

    def pixels(self, edge: _Edge) -> list[Point]:
        """A ring in pixels from the top left, on the nearer side of the globe; empty where it is out of sight."""
        west, south, east, north = edge.box
        turn = 360 * round((self.lon - (west + east) / 2) / 360)
        left, right = self._x(west + turn), self._x(east + turn)
        if right < -MARGIN or left > WIDTH + MARGIN or self._y(north) > HEIGHT + MARGIN or self._y(south) < -MARGIN:
            return []
        return [(self._x(lon + turn), self._y(lat)) for lon, lat in edge.ring]

    def _x(self, lon: float) -> float:
        return WIDTH / 2 + (lon - self.lon) * self.squeeze * self.px

    def _y(self, lat: float) -> float:
        return HEIGHT / 2 + (self.lat - lat) * self.px


@cache
def _lands() -> tuple[_Land, ...]:
    return tuple(_Land(land.country, land.name, tuple(map(_edge, land.rings))) for land in outlines())


def _edge(ring: Ring) -> _Edge:
    points = unbroken(ring)
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return _Edge(points, (min(lons), min(lats), max(lons), max(lats)))


def map_of(where: Where | None) -> Markup | None:
    """The map of a settled place: the countries around it, a circle for its radius, a dot in the middle."""
    if where is None or where.lat is None or where.lon is None:
        return None
    across_km = min(max((where.radius_km or 0) * RADII_ACROSS, LEAST_KM), MOST_KM)
    view = _View(
        lat=where.lat,
        lon=where.lon,
        px=WIDTH / across_km * KM_A_DEGREE,
        squeeze=max(math.cos(math.radians(where.lat)), 0.2),
    )
    lands = [(land, shape) for land in _lands() if (shape := _shape(land, view))]
    parts = [_land(shape, here=land.country == where.country) for land, shape in lands]
    named = [(land.name, shape) for land, shape in lands if land.name != where.name]
    parts += [_label(name, shape) for name, shape in named if _area(shape) >= LABELLED_PX]
    parts += [_spot(where, across_km), _scale(across_km)]
    return Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, _described(where), Markup("").join(parts)
    )


def _described(where: Where) -> str:
    words = wording()
    name = words.phrase("map_of", name=where.name)
    return f"{name}, {words.phrase('within', radius_km=f'{where.radius_km:,g}')}" if where.radius_km else name


def _shape(land: _Land, view: _View) -> list[list[Point]]:
    """The rings of a country that fall into the view, in pixels."""
    clipped = (_clip(view.pixels(edge)) for edge in land.edges)
    return [ring for ring in clipped if ring]


def _clip(ring: list[Point]) -> list[Point]:
    """The part of a ring inside the view (Sutherland and Hodgman 1974), empty where there is none."""
    low, right, bottom = -MARGIN, WIDTH + MARGIN, HEIGHT + MARGIN
    for axis, bound, keep in ((0, low, 1), (0, right, -1), (1, low, 1), (1, bottom, -1)):
        ring = _cut(ring, axis, bound=bound, keep=keep) if ring else ring
    return ring


def _cut(ring: list[Point], axis: int, *, bound: float, keep: int) -> list[Point]:
    """The part of a ring on one side of a line; ``keep`` 1 the side of greater coordinates, -1 of smaller."""
    kept: list[Point] = []
    before = ring[-1]
    for point in ring:
        inside, was_inside = (point[axis] - bound) * keep >= 0, (before[axis] - bound) * keep >= 0
        if inside != was_inside:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
        before = point
    return kept


def _land(shape: Iterable[Sequence[Point]], *, here: bool) -> Markup:
    path = "".join("M" + "L".join(_pixels(ring)) + "Z" for ring in shape)
    return Markup('<path class="{}" d="{}"/>').format("land here" if here else "land", path)


def _pixels(ring: Iterable[Point]) -> list[str]:
    """Points to a tenth of a pixel, without repetitions."""
    points = [f"{x:.1f} {y:.1f}" for x, y in ring]
    return [point for before, point in zip([None, *points], points, strict=False) if point != before]


def _area(shape: Iterable[Sequence[Point]]) -> float:
    return max(abs(_signed_area(ring)) for ring in shape)


def _signed_area(ring: Sequence[Point]) -> float:
    turned = [*ring[1:], ring[0]]
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(ring, turned, strict=True)) / 2


def _label(name: str, shape: Iterable[Sequence[Point]]) -> Markup:
    """A country's name in the middle of what is seen of it, clear of the place's; left out where it would stick out."""
    x, y = _middle(max(shape, key=lambda ring: abs(_signed_area(ring))))
    half = len(name) * HALF_LETTER_PX
    if abs(x - WIDTH / 2) < half + SPOT_PX and -SPOT_PX / 2 < y - HEIGHT / 2 < SPOT_PX / 2:
        y = HEIGHT / 2 + (SPOT_PX / 2 if y > HEIGHT / 2 else -SPOT_PX / 2)
    if not half < x < WIDTH - half or not LINE_PX < y < HEIGHT - LINE_PX:
        return Markup("")
    return Markup('<text class="country" x="{:.0f}" y="{:.0f}" text-anchor="middle">{}</text>').format(x, y, name)


def _middle(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a ring."""
    area = _signed_area(ring)
    turned = [*ring[1:], ring[0]]
    pairs = list(zip(ring, turned, strict=True))
    x = sum((a + c) * (a * d - c * b) for (a, b), (c, d) in pairs) / (6 * area)
    y = sum((b + d) * (a * d - c * b) for (a, b), (c, d) in pairs) / (6 * area)
    return x, y


def _spot(where: Where, across_km: float) -> Markup:
    """The circle the true place lies in, and its middle with the name above."""
    radius = (where.radius_km or 0) / across_km * WIDTH
    name = where.name if len(where.name) <= NAME_LENGTH else f"{where.name[: NAME_LENGTH - 1]}…"
    above = HEIGHT / 2 - max(7.0, min(radius, 60.0) + 4)
    return Markup(
        '<circle class="area" cx="{x}" cy="{y}" r="{r:.1f}"/><circle class="spot" cx="{x}" cy="{y}" r="3"/>'
        '<text class="name" x="{x}" y="{above:.0f}" text-anchor="middle">{name}</text>'
    ).format(x=WIDTH // 2, y=HEIGHT // 2, r=max(radius, 5.0), above=above, name=name)


def _scale(across_km: float) -> Markup:
    """A bar of a round number of kilometres, at most a quarter of the view."""
    km = next(step for step in (1000, 500, 200, 100, 50) if step <= across_km / 4)
    length = km / across_km * WIDTH
    return Markup(
        '<path class="scale" d="M8 {y}v4h{length:.1f}v-4"/><text x="{after:.1f}" y="{base}">{km} km</text>'
    ).format(y=HEIGHT - 12, length=length, after=8 + length + 5, base=HEIGHT - 8, km=f"{km:,}")


WIDE, LOW = 640, 380
"""Pixels of a map of several places."""
ROOM = 1.6
"""How much wider than the places themselves the map of several is."""
_STYLE = Markup(
    "<style>text{font:10px Inter,'DejaVu Sans','Libertinus Serif',sans-serif;fill:#1d1c1a}"
    ".land{fill-rule:evenodd;fill:#e9e4d6;stroke:#b9b2a0;stroke-width:.6}.here{fill:#f6f3ea}"
    ".area{fill:#a3241c;fill-opacity:.14;stroke:#a3241c}.spot{fill:#a3241c}.country{fill:#5d5a54}"
    ".scale{stroke:#5d5a54;fill:none}.number{fill:#fff;font-size:9px}</style>"
)
"""The colours of the pages: such a map stands alone, in print too."""


def map_of_all(places: Iterable[Where | None]) -> Markup | None:
    """A map of all settled places, numbered in their order; None where there is none. It brings its own style."""
    settled = [one for one in places if one is not None and one.lat is not None and one.lon is not None]
    points = [(one.lat or 0.0, one.lon or 0.0) for one in settled]
    if not points:
        return None
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    middle = ((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
    squeeze = max(math.cos(math.radians(middle[0])), 0.2)
    wide = max((max(lons) - min(lons)) * squeeze, (max(lats) - min(lats)) * WIDTH / HEIGHT) * KM_A_DEGREE * ROOM
    across_km = max(wide, LEAST_KM)
    view = _View(lat=middle[0], lon=middle[1], px=WIDTH / across_km * KM_A_DEGREE, squeeze=squeeze)
    countries = {one.country for one in settled}
    lands = [(land, shape) for land in _lands() if (shape := _shape(land, view))]
    parts = [_land(shape, here=land.country in countries) for land, shape in lands]
    parts += [_plain_label(land.name, shape) for land, shape in lands if _area(shape) >= LABELLED_PX]
    parts += [_number(view, point, number) for number, point in enumerate(points, start=1)]
    parts.append(_scale(across_km))
    said = wording().phrase("map_of", name=", ".join(dict.fromkeys(one.name for one in settled)))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" role="img"'
        ' aria-label="{}">{}<rect width="100%" height="100%" fill="#f3f6f7"/>{}</svg>'
    ).format(WIDTH, HEIGHT, WIDE, LOW, said, _STYLE, Markup("").join(parts))


def _plain_label(name: str, shape: Iterable[Sequence[Point]]) -> Markup:
    """A country's name in the middle of what is seen of it; left out where it would stick out."""
    x, y = _middle(max(shape, key=lambda ring: abs(_signed_area(ring))))
    half = len(name) * HALF_LETTER_PX
    if not half < x < WIDTH - half or not LINE_PX < y < HEIGHT - LINE_PX:
        return Markup("")
    return Markup('<text class="country" x="{:.0f}" y="{:.0f}" text-anchor="middle">{}</text>').format(x, y, name)


def _number(view: _View, point: tuple[float, float], number: int) -> Markup:
    """A dot with its number."""
    lat, lon = point
    x, y = WIDTH / 2 + (lon - view.lon) * view.squeeze * view.px, HEIGHT / 2 + (view.lat - lat) * view.px
    return Markup(
        '<circle class="spot" cx="{x:.1f}" cy="{y:.1f}" r="6"/>'
        '<text class="number" x="{x:.1f}" y="{base:.1f}" text-anchor="middle">{number}</text>'
    ).format(x=x, y=y, base=y + 3, number=number)
