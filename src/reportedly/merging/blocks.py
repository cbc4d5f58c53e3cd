"""A profile in, the keys of its blocks out: only members that share a key are ever compared."""

import math
from collections.abc import Sequence

from reportedly.merging.profile import Days, Family, Profile, Spot
from reportedly.records.identity import hash_of
from reportedly.records.vocabulary import PlacePrecision

NAMED = "name|"
"""What the key of a name opens with."""
MOST_NAMES = 12
"""Names a member is looked up by: the main reports of GVC hold 8 on average (November 2026)."""
LONG = 40
"""An incident that may have fallen on more days than this stands in no block of days: a day says nothing of it."""
MONTH, YEAR = 31, 366
"""Days."""
BEFORE = 3
"""Without a day of its own, an incident is looked for on the day of publication and this many days before it: of the
dated main incidents of GVC and of the reports, 9 of 10 are told within these days (November 2026)."""
CELL = 1.0
"""Degrees. A cell is about the size of a district, and points near its edge stand in the next one too."""
EDGE = 0.25
"""Degrees by which a cell reaches into its neighbours, some 25 km: reports place one attack that far apart."""
WIDE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.SEA})
"""Areas too large for a point of theirs to stand for them."""


def blocks(profile: Profile) -> tuple[str, ...]:
    """The keys, sorted: kind family, a window of days, a place; of threats who makes them; the full names written.

    Never empty.
    """
    near = [f"{profile.family}|{window}|{place}" for window in _windows(profile) for place in _places(profile)]
    near += [f"{profile.family}|{month}|{cell}" for month in _months(profile.days) for cell in _cells(profile)]
    near += [f"{profile.family}|{month}|{doer}" for month in _uttered(profile) for doer in sorted(profile.doers)]
    return tuple(sorted([*near, *(f"{NAMED}{profile.family}|{name}" for name in _full_names(profile))]))


def is_near(key: str) -> bool:
    """True for a key of a day and a place, False for that of a name: a crowd is one at a place, not of namesakes."""
    return not key.startswith(NAMED)


def _full_names(profile: Profile) -> list[str]:
    """Some of the runs of two words; which does not matter, as long as two reports that share many pick the same."""
    runs = [name for name in profile.names if " " in name]
    return sorted(runs, key=hash_of)[:MOST_NAMES]


def _windows(profile: Profile) -> list[str]:
    """Days, each with the one after it, so that neighbours share a key; none for a time too long to list its days."""
    days = profile.days
    if days is not None:
        return [f"d{day}" for day in range(days.first, days.last + 2)] if days.last - days.first <= LONG else ["long"]
    if profile.told is None:
        return ["undated"]
    return [f"d{day}" for day in range(profile.told - BEFORE, profile.told + 1)]


def _months(days: Days | None) -> list[str]:
    """Spans of MONTH days, by which an incident dated to the year meets those dated to the day."""
    if days is None:
        return []
    return [f"m{month}" for month in range(days.first // MONTH, min(days.last, days.first + YEAR) // MONTH + 1)]


def _uttered(profile: Profile) -> list[str]:
    """Spans in which a threat may have been made, its own or those up to its report's: a threat is who makes it."""
    if profile.family is not Family.THREAT or (profile.days is None and profile.told is None):
        return []
    if profile.days is not None:
        return _months(profile.days)
    assert profile.told is not None  # noqa: S101
    return [f"m{month}" for month in range((profile.told - MONTH) // MONTH, profile.told // MONTH + 1)]


def _places(profile: Profile) -> list[str]:
    """Cells and countries: another report may name no more than the country."""
    spots = _spots(profile)
    countries = {spot.country for spot in spots if spot.country is not None}
    return sorted({*_cells(profile), *countries}) or [_unsettled(spots)]


def _unsettled(spots: Sequence[Spot]) -> str:
    """The words for a place that has neither a point nor a country."""
    return " ".join(sorted(word for spot in spots for word in spot.words)) or "nowhere"


def _spots(profile: Profile) -> Sequence[Spot]:
    """Where the incident was; without a place of its own, where its report says that its places are."""
    return profile.around if profile.spot is None else (profile.spot,)


def _cells(profile: Profile) -> list[str]:
    """The cells around the points, those of places large enough for many left out."""
    points = [(spot.lat, spot.lon) for spot in _spots(profile) if spot.precision not in WIDE]
    return sorted({cell for lat, lon in points if lat is not None and lon is not None for cell in _around(lat, lon)})


def _around(lat: float, lon: float) -> list[str]:
    rows = range(math.floor((lat - EDGE) / CELL), math.floor((lat + EDGE) / CELL) + 1)
    columns = range(math.floor((lon - EDGE) / CELL), math.floor((lon + EDGE) / CELL) + 1)
    return [f"{row}:{column}" for row in rows for column in columns]
