"""Spots in, a map of them out: a dot where the place is known, a circle as wide as the doubt, an area for a region.

Equirectangular, true to scale in the middle of what is shown. Spots that would lie over each other are one circle with
the number of their incidents on it, which opens: it leads to a closer map, or to the list where no map parts them.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markupsafe import Markup

from reportedly.desk.wording import wording
from reportedly.desk.words_for import number_words
from reportedly.gazetteer.outlines import Ring, outlines, unbroken
from reportedly.ledger.overviews import Brief, Spot
from reportedly.records.filters import Near
from reportedly.records.vocabulary import PlacePrecision

WIDTH, HEIGHT = 1000.0, 620.0
REACH = math.hypot(WIDTH, HEIGHT) / 2
"""Pixels from the middle to a corner: a view around a point shows nothing outside of the circle that was asked for."""
KM_A_DEGREE = 111.32
ROOM = 0.12
"""Part of the view left free on each side of what is shown."""
LEAST_DEGREES = 6.0
"""The least height of a view nobody asked for: nearer, no border helps to place a point."""
LEAST_KM, MOST_KM = 5.0, 9000.0
"""The smallest view, a town; and the largest that is not the whole."""
VIEWS = 16
"""Views whose land is kept drawn, up to 0.4 MB each: it takes longer than all the rest, and is asked for again."""
TURNS = (-360.0, 0.0, 360.0)
"""Land that steps over the date line is seen at both ends of the map."""
CELL = 26.0
"""Pixels within which spots are one mark: about a finger's width."""
FINE = 0.7
"""Pixels between two points of an outline that can be told apart."""
PARTED_KM = 1.0
"""Spots nearer to each other are not parted by any map here."""
NAMED, NAMES_SAID = 40, 3
"""Marks whose names are written beside them, those with most incidents; names that a mark of several says."""
LETTER, LINE = 6.6, 15.0
"""Pixels that a letter and a line take at most in the type of the names."""
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

Box = tuple[float, float, float, float]
"""West, south, east and north of land in degrees; or left, top, right and bottom in pixels."""


@dataclass(frozen=True, slots=True)
class View:
    """What is seen: its upper left corner, ``px`` pixels a degree of latitude, ``squeeze`` for degrees of longitude."""

    west: float
    north: float
    px: float
    squeeze: float

    def x(self, lon: float) -> float:
        """Pixels from the left."""
        return (lon - self.west) * self.squeeze * self.px

    def y(self, lat: float) -> float:
        """Pixels from the top."""
        return (self.north - lat) * self.px

    @property
    def circle(self) -> Near:
        """The circle around the middle that holds all of the view."""
        lat = self.north - HEIGHT / 2 / self.px
        lon = self.west + WIDTH / 2 / self.px / self.squeeze
        return Near(lat=lat, lon=lon, radius_km=REACH / self.px * KM_A_DEGREE)


@dataclass(frozen=True, slots=True)
class Layout:
    """A view and the spots in it, those that would lie over each other together."""

    view: View
    groups: tuple[tuple[Spot, ...], ...]

    @property
    def alone(self) -> tuple[int, ...]:
        """The rows of the incidents that have a mark of their own."""
        return tuple(group[0].row for group in self.groups if _number(group) == 1)


@dataclass(frozen=True, slots=True)
class _Edge:
    name: str
    ring: Ring
    box: Box


def laid_out(spots: Sequence[Spot], *, around: Near | None = None) -> Layout:
    """The spots in a view of them all, or in the one around a point."""
    view = _view_of(spots) if around is None else _view_around(around)
    cells: dict[tuple[int, int], list[Spot]] = {}
    for one in spots:
        x, y = view.x(one.lon), view.y(one.lat)
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            cells.setdefault((int(x // CELL), int(y // CELL)), []).append(one)
    return Layout(view, tuple(map(tuple, cells.values())))


def map_of_all(layout: Layout, briefs: Mapping[int, Brief], *, query: str = "") -> Markup:
    """The map; each mark is a link that says what it leads to.

    ``briefs`` are those of the incidents that stand alone, by row; ``query`` is what else is asked for, in the form of
    an address.
    """
    view, taken = layout.view, [_space(group, layout.view) for group in layout.groups]
    lands, countries = _drawn_lands(view)
    parts = [lands]
    parts += [_area(one, view) for one in _areas(layout.groups)]
    parts += [_country(name, box) for name, box in countries if _is_free(box, taken)]
    parts += [_mark(group, view, briefs, query) for group in layout.groups]
    parts += [_name(name, box) for name, box in _names(layout) if _is_free(box, taken)]
    label = wording().phrase("map_of", name=number_words("incident", sum(map(_number, layout.groups))))
    whole = Markup(
        '<svg class="world" viewBox="0 0 {:.0f} {:.0f}" role="group" aria-label="{}" data-west="{:.5f}"'
        ' data-north="{:.5f}" data-px="{:.5f}" data-squeeze="{:.5f}">{}</svg>'
    )
    place = (view.west, view.north, view.px, view.squeeze)
    return whole.format(WIDTH, HEIGHT, label, *place, Markup("").join(parts))


def near_query(circle: Near) -> str:
    """The part of an address that asks for a circle."""
    return f"near={circle.lat:.4f},{circle.lon:.4f}&radius={circle.radius_km:.1f}"


def _view_of(spots: Sequence[Spot]) -> View:
    lats, lons = [one.lat for one in spots] or [-50.0, 70.0], [one.lon for one in spots] or [-160.0, 170.0]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(math.cos(math.radians(middle)), 0.2)
    tall = max((max(lats) - min(lats)) * (1 + 2 * ROOM), LEAST_DEGREES)
    wide = (max(lons) - min(lons)) * (1 + 2 * ROOM) * squeeze
    px = min(HEIGHT / tall, WIDTH / wide if wide else math.inf)
    west = (min(lons) + max(lons)) / 2 - WIDTH / px / squeeze / 2
    return View(west=west, north=middle + HEIGHT / px / 2, px=px, squeeze=squeeze)


def _view_around(circle: Near) -> View:
    px = REACH / max(circle.radius_km, LEAST_KM) * KM_A_DEGREE
    squeeze = max(math.cos(math.radians(circle.lat)), 0.2)
    west = circle.lon - WIDTH / px / squeeze / 2
    return View(west=west, north=circle.lat + HEIGHT / px / 2, px=px, squeeze=squeeze)


@lru_cache(maxsize=VIEWS)
def _drawn_lands(view: View) -> tuple[Markup, tuple[tuple[str, Box], ...]]:
    """All land in a view, and where its countries' names have room."""
    lands = [(edge.name, points) for edge in _edges() for turn in TURNS if (points := _pixels(edge, view, turn))]
    return Markup("").join(_land(points) for _, points in lands), tuple(_countries(lands))


@cache
def _edges() -> tuple[_Edge, ...]:
    return tuple(_edge(land.name, unbroken(ring)) for land in outlines() for ring in land.rings)


def _edge(name: str, ring: Ring) -> _Edge:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return _Edge(name, ring, (min(lons), min(lats), max(lons), max(lats)))


def _pixels(edge: _Edge, view: View, turn: float) -> list[tuple[float, float]]:
    """One outline, ``turn`` degrees around the globe, without what is too fine; empty where it is out of view."""
    west, south, east, north = edge.box
    if view.x(east + turn) < 0 or view.x(west + turn) > WIDTH or view.y(south) < 0 or view.y(north) > HEIGHT:
        return []
    points: list[tuple[float, float]] = []
    for lon, lat in edge.ring:
        x, y = view.x(lon + turn), view.y(lat)
        if not points or abs(x - points[-1][0]) + abs(y - points[-1][1]) > FINE:
            points.append((x, y))
    return points


def _land(points: Iterable[tuple[float, float]]) -> Markup:
    return Markup('<path class="land" d="M{}Z"/>').format("L".join(f"{x:.1f} {y:.1f}" for x, y in points))


def _areas(groups: Iterable[Sequence[Spot]]) -> Iterator[Spot]:
    """Those whose doubt is drawn: of every wide place, and of a spot that stands alone; each circle once."""
    drawn = (one for group in groups for one in group if len(group) == 1 or one.precision in WIDE)
    return iter({(one.lat, one.lon, one.radius_km, one.precision in WIDE): one for one in drawn}.values())


def _area(one: Spot, view: View) -> Markup:
    """As far as the place may be from the point."""
    kind = "area wide" if one.precision in WIDE else "area"
    drawn = Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>')
    radius = one.radius_km / KM_A_DEGREE * view.px
    return drawn.format(kind, view.x(one.lon), view.y(one.lat), max(radius, 7.0))


def _mark(group: Sequence[Spot], view: View, briefs: Mapping[int, Brief], query: str) -> Markup:
    """A link to one incident, or to those that stand here."""
    x, y = _middle(group, view)
    (one, *_) = group
    if _number(group) > 1:
        return _cluster(group, x, y, query)
    brief = briefs[one.row]
    said = f"{one.name}, {wording().word('precision', one.precision.value)}: {brief.summary}"
    spot = "hollow" if one.precision in WIDE else f"dot stage-{brief.stage.value}"
    drawn = Markup('<a href="/incidents/{}" aria-label="{}"><title>{}</title><circle class="{}" {}/></a>')
    place = Markup('cx="{:.1f}" cy="{:.1f}" r="5"').format(x, y)
    return drawn.format(brief.id, said, said, spot, place)


def _cluster(group: Sequence[Spot], x: float, y: float, query: str) -> Markup:
    number = _number(group)
    names = _names_of(group)
    said = f"{number_words('incident', number)}: {', '.join(names[:NAMES_SAID])}{' …' if names[NAMES_SAID:] else ''}"
    drawn = Markup(
        '<a href="{}" aria-label="{}"><title>{}</title><circle class="cluster" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>'
        '<text class="sum" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text></a>'
    )
    return drawn.format(_opened(group, query), said, said, x, y, _radius(number), x, y + 4.5, _short(number))


def _opened(group: Sequence[Spot], query: str) -> str:
    """Where a mark of several leads: to a closer map where one would part them, else to the list of them."""
    lats, lons = [one.lat for one in group], [one.lon for one in group]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    wide = (max(lons) - min(lons)) * math.cos(math.radians(lat))
    reach = KM_A_DEGREE * math.hypot(max(lats) - min(lats), wide) / 2
    parted = reach > PARTED_KM
    circle = Near(lat=lat, lon=lon, radius_km=max(1.5 * reach, LEAST_KM) if parted else PARTED_KM)
    page = "/map" if parted else "/incidents"
    return f"{page}?{query}{'&' if query else ''}{near_query(circle)}"


def _middle(group: Sequence[Spot], view: View) -> tuple[float, float]:
    return sum(view.x(one.lon) for one in group) / len(group), sum(view.y(one.lat) for one in group) / len(group)


def _radius(number: int) -> float:
    return 5.0 if number == 1 else min(9 + 3 * math.log10(number), CELL * 0.8)


def _number(group: Iterable[Spot]) -> int:
    return sum(one.incidents for one in group)


def _short(number: int) -> str:
    """A number that fits into a mark: 12,345 as 12k."""
    return str(number) if number < 1000 else f"{number // 1000}k"  # noqa: PLR2004 - a thousand


def _names_of(group: Iterable[Spot]) -> list[str]:
    """Their names, that of most incidents first."""
    told: Counter[str] = Counter()
    for one in group:
        told[one.name] += one.incidents
    return [name for name, _ in told.most_common()]


def _space(group: Sequence[Spot], view: View) -> Box:
    """The room that a mark takes."""
    (x, y), radius = _middle(group, view), _radius(_number(group))
    return x - radius, y - radius, x + radius, y + radius


def _names(layout: Layout) -> Iterator[tuple[str, Box]]:
    """What would be written beside the marks with most incidents, and the room it takes."""
    for group in sorted(layout.groups, key=_number, reverse=True)[:NAMED]:
        (name, *_), (_, top, right, bottom) = _names_of(group), _space(group, layout.view)
        left, middle = right + 3, (top + bottom) / 2
        yield name, (left, middle - LINE / 2, left + LETTER * len(name), middle + LINE / 2)


def _name(name: str, box: Box) -> Markup:
    left, _, _, bottom = box
    return Markup('<text class="name" x="{:.1f}" y="{:.1f}" aria-hidden="true">{}</text>').format(
        left, bottom - 3, name
    )


def _countries(lands: Iterable[tuple[str, Sequence[tuple[float, float]]]]) -> Iterator[tuple[str, Box]]:
    """The name of each country in the middle of the most of it that is seen, where that has room for it."""
    seen: dict[str, Box] = {}
    for name, points in lands:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), WIDTH), min(max(ys), HEIGHT))
        seen[name] = max(seen.get(name, box), box, key=_size)
    for name, (left, top, right, bottom) in seen.items():
        half, x, y = LETTER * len(name) / 2, (left + right) / 2, (top + bottom) / 2
        if right - left > 2 * half and bottom - top > 2 * LINE:
            yield name, (x - half, y - LINE / 2, x + half, y + LINE / 2)


def _size(box: Box) -> float:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _country(name: str, box: Box) -> Markup:
    left, _, right, bottom = box
    drawn = Markup('<text class="country" x="{:.1f}" y="{:.1f}" text-anchor="middle" aria-hidden="true">{}</text>')
    return drawn.format((left + right) / 2, bottom - 3, name)


def _is_free(box: Box, taken: list[Box]) -> bool:
    """Whether a name may be written there; if so, its room is taken."""
    left, top, right, bottom = box
    if left < 0 or right > WIDTH or top < 0 or bottom > HEIGHT:
        return False
    if any(left < east and right > west and top < south and bottom > north for west, north, east, south in taken):
        return False
    taken.append(box)
    return True
