"""Incidents in, a map of them out: a dot where the place is known, a circle as wide as the doubt, an area for a region.

Equirectangular, true to scale in the middle of what is shown. Incidents whose circles fall together are one circle with
their number on it, which leads to the list of them.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.desk.wording import wording
from reportedly.desk.words_for import number_words
from reportedly.gazetteer.outlines import Ring, outlines, unbroken
from reportedly.records.merged import Incident
from reportedly.records.places import Where
from reportedly.records.vocabulary import PlacePrecision

WIDTH, HEIGHT = 1000.0, 620.0
KM_A_DEGREE = 111.32
ROOM = 0.12
"""Part of the view left free on each side of what is shown."""
LEAST_DEGREES = 6.0
"""The least height of the view: nearer, no border helps to place a point."""
TURNS = (-360.0, 0.0, 360.0)
"""Land that steps over the date line is seen at both ends of the map."""
CELL = 26.0
"""Pixels within which incidents are one mark: about a finger's width."""
WIDE = frozenset(
    {
        PlacePrecision.DISTRICT,
        PlacePrecision.PROVINCE,
        PlacePrecision.COUNTRY,
        PlacePrecision.REGION,
        PlacePrecision.SEA,
    }
)
"""Precisions at which a dot would say more than is known."""


@dataclass(frozen=True, slots=True)
class Point:
    """An incident with a settled place."""

    incident: Incident
    where: Where
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class _View:
    west: float
    north: float
    px: float
    squeeze: float

    def x(self, lon: float) -> float:
        return (lon - self.west) * self.squeeze * self.px

    def y(self, lat: float) -> float:
        return (self.north - lat) * self.px


def points_of(incidents: Iterable[Incident]) -> tuple[Point, ...]:
    """Those that can be drawn."""
    found = ((one, one.where) for one in incidents)
    return tuple(
        Point(one, where, where.lat, where.lon)
        for one, where in found
        if where is not None and where.lat is not None and where.lon is not None
    )


def map_of_all(points: Sequence[Point]) -> Markup:
    """The map; each mark is a link that says what it leads to."""
    view = _view(points)
    lands = (unbroken(ring) for land in outlines() for ring in land.rings)
    parts = [shape for ring in lands for turn in TURNS if (shape := _land(ring, view, turn))]
    groups = _groups(points, view)
    parts += [_area(one, view) for group in groups for one in group if len(group) == 1 or one.where.precision in WIDE]
    parts += [_mark(group, view) for group in groups]
    label = wording().phrase("map_of", name=number_words("incident", len(points)))
    whole = Markup('<svg class="world" viewBox="0 0 {:.0f} {:.0f}" role="group" aria-label="{}">{}</svg>')
    return whole.format(WIDTH, HEIGHT, label, Markup("").join(parts))


def _view(points: Sequence[Point]) -> _View:
    lats, lons = [one.lat for one in points] or [-50.0, 70.0], [one.lon for one in points] or [-160.0, 170.0]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(math.cos(math.radians(middle)), 0.2)
    tall = max((max(lats) - min(lats)) * (1 + 2 * ROOM), LEAST_DEGREES)
    wide = (max(lons) - min(lons)) * (1 + 2 * ROOM) * squeeze
    px = min(HEIGHT / tall, WIDTH / wide if wide else math.inf)
    west = (min(lons) + max(lons)) / 2 - WIDTH / px / squeeze / 2
    return _View(west=west, north=middle + HEIGHT / px / 2, px=px, squeeze=squeeze)


def _land(ring: Ring, view: _View, turn: float) -> Markup | None:
    """One outline, ``turn`` degrees around the globe; None where it is out of sight."""
    points = [(view.x(lon + turn), view.y(lat)) for lon, lat in ring]
    if not _is_seen(points):
        return None
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return Markup('<path class="land" d="M{}Z"/>').format(path)


def _is_seen(points: Sequence[tuple[float, float]]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < HEIGHT


def _groups(points: Iterable[Point], view: _View) -> list[list[Point]]:
    """Those that would lie over each other, by cells of the drawing."""
    cells: dict[tuple[int, int], list[Point]] = {}
    for one in points:
        cells.setdefault((int(view.x(one.lon) // CELL), int(view.y(one.lat) // CELL)), []).append(one)
    return list(cells.values())


def _area(one: Point, view: _View) -> Markup:
    """As far as the place may be from the point."""
    radius = (one.where.radius_km or 0) / KM_A_DEGREE * view.px
    kind = "area wide" if one.where.precision in WIDE else "area"
    drawn = Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>')
    return drawn.format(kind, view.x(one.lon), view.y(one.lat), max(radius, 7.0))


def _mark(group: Sequence[Point], view: _View) -> Markup:
    """A link to one incident, or to the list of those that stand here."""
    x = sum(view.x(one.lon) for one in group) / len(group)
    y = sum(view.y(one.lat) for one in group) / len(group)
    if len(group) == 1:
        (one,) = group
        stage = one.incident.stage.value
        said = f"{one.where.name}, {wording().word('precision', one.where.precision.value)}: {one.incident.summary}"
        spot = "hollow" if one.where.precision in WIDE else f"dot stage-{stage}"
        drawn = Markup('<a href="/incidents/{}" aria-label="{}"><title>{}</title><circle class="{}" {}/></a>')
        place = Markup('cx="{:.1f}" cy="{:.1f}" r="5"').format(x, y)
        return drawn.format(one.incident.id, said, said, spot, place)
    return _cluster(group, x, y)


def _cluster(group: Sequence[Point], x: float, y: float) -> Markup:
    names = ", ".join(dict.fromkeys(one.where.name for one in group))
    said = f"{number_words('incident', len(group))}: {names}"
    href = f"/incidents?near={_middle(group)}&radius={_reach(group):.0f}"
    drawn = Markup(
        '<a href="{}" aria-label="{}"><title>{}</title><circle class="cluster" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>'
        '<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text></a>'
    )
    return drawn.format(href, said, said, x, y, 9 + 3 * math.log(len(group)), x, y + 4.5, len(group))


def _middle(group: Sequence[Point]) -> str:
    lats, lons = zip(*_places(group), strict=True)
    return f"{sum(lats) / len(group):.3f},{sum(lons) / len(group):.3f}"


def _reach(group: Sequence[Point]) -> float:
    """Kilometres that take in all points of a group, however they lie."""
    lats, lons = zip(*_places(group), strict=True)
    return 1 + KM_A_DEGREE * math.hypot(max(lats) - min(lats), max(lons) - min(lons))


def _places(group: Sequence[Point]) -> Iterator[tuple[float, float]]:
    return ((one.lat, one.lon) for one in group)
