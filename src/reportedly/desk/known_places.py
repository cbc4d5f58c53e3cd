"""Places a name can mean in, a list for eyes or JSON Lines out: what is known of each, and why it ranks so."""

import json
from collections.abc import Sequence
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.desk.wording import wording
from reportedly.gazetteer.load import Gazetteer
from reportedly.gazetteer.provenance import provenance_of
from reportedly.understanding.places.lookup import Ranked

MOST_SHOWN = 12
"""Candidates shown in a terminal; JSON Lines give all of them."""
MOST_NAMES = 8
"""Spellings shown of a place of our own list."""


def print_places(found: Sequence[Ranked], gazetteer: Gazetteer, stream: IO[str]) -> None:
    """Each place with its point, its list, what it was checked against, and what its weight is made of."""
    console = Console(file=stream, highlight=False, emoji=False, markup=False)
    for rank, one in enumerate(found[:MOST_SHOWN], start=1):
        console.print(Text.assemble((f"{rank}  ", "dim"), (one.place.name, "bold"), (f"  {_what(one, gazetteer)}", "")))
        for line in _lines(one):
            console.print(Padding(Text(line), (0, 0, 0, 3)))
    if len(found) > MOST_SHOWN:
        console.print(Text(wording().phrase("more_places", number=len(found) - MOST_SHOWN), "dim"))


def place_lines(asked: str, found: Sequence[Ranked], gazetteer: Gazetteer) -> str:
    """The same as JSON Lines, one place a line, the likeliest first."""
    rows = (_row(asked, rank, one, gazetteer) for rank, one in enumerate(found, start=1))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _what(one: Ranked, gazetteer: Gazetteer) -> str:
    """Kind, division and country in words."""
    place = one.place
    around = [gazetteer.by_id(key) for key in (place.province, f"iso:{place.country}") if key and place.country]
    inside = [other.name for other in around if other is not None and other.place_id != place.place_id]
    return ", ".join([wording().word("place_kind", place.kind.value), *inside])


def _lines(one: Ranked) -> list[str]:
    place, origin = one.place, provenance_of(one.place)
    point = wording().phrase("no_point")
    if place.lat is not None and place.lon is not None:
        point = wording().phrase("point", lat=place.lat, lon=place.lon, radius=f"{place.radius_km:g}")
    source = wording().word("place_source", origin.source.value)
    if origin.checked is not None:
        source = wording().phrase("checked", source=source, checked=origin.checked)
    why = ", ".join(f"{wording().word('size_part', part.value)} {value:+.1f}" for part, value in one.parts.items())
    lines = [f"{point}  {place.place_id}", source, wording().phrase("weighs", weight=one.weight, why=why)]
    others = [name for name in origin.names if name != place.name][:MOST_NAMES]
    if others:
        lines.insert(2, wording().phrase("also", names=", ".join(others)))
    return lines


def _row(asked: str, rank: int, one: Ranked, gazetteer: Gazetteer) -> dict[str, object]:
    place, origin = one.place, provenance_of(one.place)
    province = gazetteer.by_id(place.province) if place.province else None
    return {
        "asked": asked,
        "rank": rank,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "province": None if province is None else province.name,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "population": place.population or None,
        "place_id": place.place_id,
        "source": origin.source.value,
        "checked": origin.checked,
        "alias": place.alias,
        "weight": one.weight,
        "why": {part.value: round(value, 1) for part, value in one.parts.items()},
    }
