"""A user's own file in, the places and spellings it adds out: every row checked, errors naming file and line.

TOML: one ``[[places]]`` table a place. CSV: a header with the same keys, ``aliases`` parted by semicolons. A new place
has ``name`` and ``kind`` and, where known, ``country``, ``lat`` and ``lon``, ``radius_km``, ``population``, ``aliases``
and ``id``; ``of`` (the ``place_id`` of a place that ships) and ``aliases`` add spellings to one.
"""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath

from reportedly.errors import DataError
from reportedly.gazetteer.names import fold
from reportedly.gazetteer.place import ADDED, Place, PlaceKind
from reportedly.records.additions import Addition

KEYS = ("name", "kind", "country", "lat", "lon", "radius_km", "population", "aliases", "id", "of")
KEYS_WITH_OF = frozenset({"of", "name", "aliases"})
RADIUS_KM = 2.0
"""The extent of an added place that tells none: a small base or a village."""
MOST_LAT, MOST_LON, MOST_RADIUS_KM = 90.0, 180.0, 10_000.0
_TABLE = re.compile(r"^\s*\[\[\s*places\s*\]\]", re.MULTILINE)
Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedPlace:
    """One row, checked by itself: ``place`` is new, or None where ``of`` names the place that gets ``names``."""

    where: str
    """File and line, for errors that show only beside what ships (no such country, no such place)."""
    names: tuple[str, ...]
    place: Place | None = None
    of: str | None = None


def read_added(addition: Addition) -> tuple[AddedPlace, ...]:
    """Every row of the file in its order; DataError names the file, the line and what would be right."""
    found: list[AddedPlace] = []
    first: dict[str, str] = {}
    for where, fields in _rows(addition):
        row = _added(where, fields)
        if row.place is not None:
            if row.place.place_id in first:
                raise DataError(
                    f"{where}: {row.place.place_id} stands at {first[row.place.place_id]} too; give one an id"
                )
            first[row.place.place_id] = where
        found.append(row)
    return tuple(found)


def _rows(addition: Addition) -> Iterator[tuple[str, Fields]]:
    match PurePath(addition.file).suffix.lower():
        case ".toml":
            return _toml_rows(addition)
        case ".csv":
            return _csv_rows(addition)
        case other:
            raise DataError(f"{addition.file}: a file of places ends in .toml or .csv, not in {other or 'nothing'!r}")


def _toml_rows(addition: Addition) -> Iterator[tuple[str, Fields]]:
    try:
        raw = tomllib.loads(addition.content)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{addition.file}: no TOML: {error}") from error
    rows = raw.pop("places", [])
    if raw or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DataError(
            f"{addition.file}: may hold [[places]] tables only, got {sorted(raw) or 'places of another form'}"
        )
    lines = [addition.content.count("\n", 0, match.start()) + 1 for match in _TABLE.finditer(addition.content)]
    for number, row in enumerate(rows):
        place = f"line {lines[number]}" if len(lines) == len(rows) else f"place {number + 1}"
        yield f"{addition.file}, {place}", row


def _csv_rows(addition: Addition) -> Iterator[tuple[str, Fields]]:
    reader = csv.reader(io.StringIO(addition.content), strict=True)
    header: list[str] | None = None
    try:
        for cells in reader:
            where = f"{addition.file}, line {reader.line_num}"
            if header is None:
                header = [cell.strip() for cell in cells]
            elif len(cells) not in (0, len(header)):
                raise DataError(f"{where}: {len(cells)} cells under a header of {len(header)}")
            elif cells:
                yield where, _csv_fields(where, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise DataError(f"{addition.file}, line {reader.line_num}: no CSV: {error}") from error


def _csv_fields(where: str, cells: Mapping[str, str]) -> Fields:
    """The filled cells, figures as numbers and spellings as a list."""
    fields: dict[str, object] = {}
    for key, cell in cells.items():
        text = cell.strip()
        if not text:
            continue
        if key == "aliases":
            fields[key] = [name.strip() for name in text.split(";") if name.strip()]
        elif key in ("lat", "lon", "radius_km", "population"):
            fields[key] = _figure(where, key, text)
        else:
            fields[key] = text
    return fields


def _figure(where: str, key: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise DataError(f"{where}: {key} must be a number, got {text!r}") from None


def _added(where: str, fields: Fields) -> AddedPlace:
    _check_keys(where, fields)
    names = _names(where, fields)
    of = _text(where, fields, "of")
    if of is not None:
        return AddedPlace(where=where, names=names, of=of)
    if "name" not in fields:
        raise DataError(f"{where}: a new place needs a name, further spellings of a known one the key of")
    return AddedPlace(where=where, names=names, place=_place(where, fields, names[0]))


def _check_keys(where: str, fields: Fields) -> None:
    allowed = KEYS_WITH_OF if "of" in fields else frozenset(KEYS)
    for key in sorted(set(fields) - allowed):
        if key in KEYS:
            raise DataError(f"{where}: {key} cannot stand beside of, which adds spellings alone")
        near = get_close_matches(key, KEYS, n=1)
        raise DataError(
            f"{where}: no key {key!r}; {f'did you mean {near[0]}?' if near else 'known: ' + ', '.join(KEYS)}"
        )


def _names(where: str, fields: Fields) -> tuple[str, ...]:
    aliases = fields.get("aliases", [])
    if not isinstance(aliases, list):
        raise DataError(f"{where}: aliases must be a list of names, got {aliases!r}")
    name = _text(where, fields, "name")
    names = [*([] if name is None else [name]), *aliases]
    for one in names:
        if not isinstance(one, str) or not fold(one):
            raise DataError(f"{where}: a name must hold letters, got {one!r}")
    if not names:
        raise DataError(f"{where}: aliases must list at least one name")
    return tuple(names)


def _place(where: str, fields: Fields, name: str) -> Place:
    kind, lat, lon = (
        _kind(where, fields),
        _number(where, fields, "lat", MOST_LAT),
        _number(where, fields, "lon", MOST_LON),
    )
    if (lat is None) != (lon is None):
        raise DataError(f"{where}: lat and lon go together")
    country = _text(where, fields, "country")
    slug = _text(where, fields, "id") or "-".join([*fold(name).split(), *([country.lower()] if country else [])])
    radius, population = _number(where, fields, "radius_km", MOST_RADIUS_KM), fields.get("population", 0)
    if isinstance(population, bool) or not isinstance(population, int | float) or population < 0:
        raise DataError(f"{where}: population must be a number of people, got {population!r}")
    return Place(
        place_id=f"{ADDED}{slug}", name=name, kind=kind, country=country, province=None, lat=lat, lon=lon,
        radius_km=RADIUS_KM if radius is None else abs(radius), population=int(population),
    )  # fmt: skip


def _kind(where: str, fields: Fields) -> PlaceKind:
    told = fields.get("kind")
    try:
        return PlaceKind(str(told))
    except ValueError:
        kinds = ", ".join(kind.value for kind in PlaceKind)
        raise DataError(f"{where}: kind must be one of {kinds}; got {told!r}") from None


def _text(where: str, fields: Fields, key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise DataError(f"{where}: {key} must be a word, got {value!r}")
    return None if value is None else value.strip()


def _number(where: str, fields: Fields, key: str, most: float) -> float | None:
    value = fields.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise DataError(f"{where}: {key} must be a number between {-most:g} and {most:g}, got {value!r}")
    return float(value)
