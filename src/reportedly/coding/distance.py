"""Two places in, the kilometres between them out."""

import math

from reportedly.records.places import Where

EARTH_KM = 12742
"""The earth's mean diameter in kilometres."""


def kilometres(one: Where, other: Where) -> float | None:
    """Great-circle kilometres between two settled places; None where one is not settled."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    la, lo, lb, lp = (math.radians(x) for x in (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
