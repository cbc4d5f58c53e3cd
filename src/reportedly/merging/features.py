"""Two profiles in, what one thing about them says out: 1 the same, -1 another, None where either is silent.

The first line of each function's docstring is shown to people as the reason.
"""

import math

from reportedly.codebook.means import type_of_weapon
from reportedly.merging.copies import likeness
from reportedly.merging.profile import Days, Profile, Spot
from reportedly.records.counts import Count
from reportedly.records.vocabulary import PlacePrecision, Stage

MOST = 0.35
"""Share of names from which two reports share them all, as those that quote one speaker at length do on any day. Of
0.25, 0.3, 0.35, 0.4 and no such cap, 0.35 kept GVC, GVA and the reports together best (November 2026)."""
EARTH_KM = 6371.0
SOME_DAYS = 4
MANY_DAYS = 30
"""Days apart that speak fully against one incident, and twice as much: reports misdate by a day or two, or by a week,
and a look-alike a season or a year later is another."""
HOUR = 60
"""Minutes."""
CLOSE_KM = 5.0
"""Two points this near are one place: the lists the gazetteer is made of differ by so much."""
NEAR_KM = 25.0
FAR_KM = 300.0
"""Places of a report that has none for its incident: within the first they speak for one, from the second against."""
AREAS = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.SEA})
"""Places so large that many incidents fall into one on a day."""


def day(first: Profile, second: Profile) -> float | None:
    """The days on which it may have happened."""
    if first.days is None or second.days is None:
        return None
    gap = max(first.days.first - second.days.last, second.days.first - first.days.last, 0)
    if gap == 0:
        return 1.0 if _narrow(first.days) and _narrow(second.days) else 0.3
    return -min(1.0, gap / SOME_DAYS) - min(1.0, gap / MANY_DAYS)


def _narrow(days: Days) -> bool:
    return days.last - days.first <= 1


def hour(first: Profile, second: Profile) -> float | None:
    """The time of day, where both tell it."""
    one, other = _clock(first.days), _clock(second.days)
    if one is None or other is None:
        return None
    gap = max(one[0] - other[1], other[0] - one[1], 0)
    return 1.0 if gap == 0 else -min(1.0, gap / (4 * HOUR))


def _clock(days: Days | None) -> tuple[int, int] | None:
    if days is None or days.start is None or days.end is None:
        return None
    return days.start, days.end


def told(first: Profile, second: Profile) -> float | None:
    """The days on which the reports came out, where a day of the incident is missing."""
    if (first.days is not None and second.days is not None) or first.told is None or second.told is None:
        return None
    gaps = [_told_gap(first, second), _told_gap(second, first)]
    gap = min(one for one in gaps if one is not None)
    return 1.0 if gap <= 1 else max(-1.5, 0.6 - gap / 6)


def _told_gap(dated: Profile, other: Profile) -> int | None:
    """Days between one's incident (its report, where it has no day) and the other's report."""
    assert other.told is not None  # noqa: S101
    day = dated.days.last if dated.days is not None else dated.told
    return None if day is None else abs(other.told - day)


def place(first: Profile, second: Profile) -> float | None:
    """Where it happened: how far apart the two places are, seen against their size."""
    if first.spot is None or second.spot is None:
        return None
    one, other = first.spot, second.spot
    if one.country is not None and other.country is not None and one.country != other.country:
        return -1.0
    if one.precision in AREAS or other.precision in AREAS:
        return _by_area(one, other)
    if one.place_id is not None and one.place_id == other.place_id:
        return 1.0
    apart = distance_km(one, other)
    if apart is None:
        return 0.5 if one.words & other.words else None
    beyond = apart - one.radius_km - other.radius_km
    return 0.8 if beyond <= CLOSE_KM else max(-1.5, 0.6 - beyond / 60)


def around(first: Profile, second: Profile) -> float | None:
    """Where the report says that its places are, where a place of the incident is missing."""
    ours = first.around if first.spot is None else (first.spot,)
    theirs = second.around if second.spot is None else (second.spot,)
    if (first.spot is not None and second.spot is not None) or not ours or not theirs:
        return None
    apart = [gap for one in ours for other in theirs if (gap := distance_km(one, other)) is not None]
    if not apart:
        return None
    return 1.0 if min(apart) <= NEAR_KM else max(-1.0, -min(apart) / FAR_KM)


def _by_area(one: Spot, other: Spot) -> float | None:
    if one.place_id is not None and one.place_id == other.place_id:
        return 0.2 if one.precision in AREAS and other.precision in AREAS else 0.5
    apart = distance_km(one, other)
    if apart is None:
        return 0.1 if one.country is not None and one.country == other.country else None
    return 0.1 if apart <= one.radius_km + other.radius_km else -0.3


def distance_km(one: Spot, other: Spot) -> float | None:
    """Great-circle distance of the two points; None where either has none."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, lat2 = math.radians(one.lat), math.radians(other.lat)
    lon = math.radians(other.lon - one.lon)
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin(lon / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def doers(first: Profile, second: Profile) -> float | None:
    """Who is said to have done it."""
    if not first.doers or not second.doers:
        return None
    return 1.0 if first.doers & second.doers else -0.5


def sufferers(first: Profile, second: Profile) -> float | None:
    """Whose side was hit."""
    if not first.sufferers or not second.sufferers:
        return None
    return 1.0 if first.sufferers & second.sufferers else -0.5


def targets(first: Profile, second: Profile) -> float | None:
    """What was aimed at or hit, by the words for it."""
    if not first.targets or not second.targets:
        return None
    shared = len(first.targets & second.targets)
    return shared / min(len(first.targets), len(second.targets)) if shared else -0.4


def people(first: Profile, second: Profile) -> float | None:
    """Victims told by name: one of the one in the report of the other."""
    if first.people & second.names or second.people & first.names:
        return 1.0
    return -1.0 if first.people and second.people else None


def weapons(first: Profile, second: Profile) -> float | None:
    """What it was done with."""
    if not first.weapons or not second.weapons:
        return None
    if first.weapons & second.weapons:
        return 1.0
    kinds = [{type_of_weapon(code) for code in one.weapons} - {None} for one in (first, second)]
    return 0.5 if kinds[0] & kinds[1] else -1.0


def kind(first: Profile, second: Profile) -> float | None:
    """What kind of incident it is."""
    return 1.0 if first.type is second.type else -0.5


def stage(first: Profile, second: Profile) -> float | None:
    """How far it got: outlets differ on what got through, hardly on whether it was a threat or a plot."""
    early = (Stage.THREATENED, Stage.PLANNED)
    if first.stage is second.stage:
        return 0.5
    return -1.0 if (first.stage in early) != (second.stage in early) else -0.2


def killed(first: Profile, second: Profile) -> float | None:
    """How many were killed: the same figure speaks for one incident, a toll that drifts against none."""
    return _figures(first.killed, second.killed)


def injured(first: Profile, second: Profile) -> float | None:
    """How many were injured: the same figure speaks for one incident, a toll that drifts against none."""
    return _figures(first.injured, second.injured)


def _figures(one: Count | None, other: Count | None) -> float | None:
    if one is None or other is None or one.low is None or other.low is None:
        return None
    if one.low == other.low:
        return min(1.0, 0.2 + one.low / 5)
    low, high = sorted((one.low, other.low))
    return -0.5 if low == 0 or high > 3 * low else -0.1


ELSEWHERE = -0.5
"""From here on (66 km beyond their size) `place` says two towns: reports that then share no name are alike only in the
words such news is written in. B3 on GVC, GVA's cities and the reports stayed as they were, November 2026."""


def names(first: Profile, second: Profile) -> float | None:
    """Rare names and words that both reports write."""
    weights = [2 * len(one.names) + len(one.words) for one in (first, second)]
    if 0 in weights:
        return None
    common = first.names & second.names
    if not common and (place(first, second) or 0.0) <= ELSEWHERE:
        return None
    shared = 2 * len(common) + len(first.words & second.words)
    return min(MOST, shared / math.sqrt(weights[0] * weights[1]))


def copy(first: Profile, second: Profile) -> float | None:
    """The two reports carry the same agency's copy."""
    alike = likeness(first.fingerprint, second.fingerprint)
    return alike or None


def report(first: Profile, second: Profile) -> float | None:
    """One report tells them apart."""
    if first.report_id != second.report_id:
        return None
    return -1.0 if first.main and second.main else -0.5


FEATURES = (
    day, hour, told, place, around, doers, sufferers, targets, people, weapons, kind, stage, killed, injured, names,
    copy, report,
)  # fmt: skip
"""Every feature, in the order in which reasons are given."""
