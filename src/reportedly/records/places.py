"""Where something happened: a named area, with a point only where one is settled."""

from dataclasses import dataclass

from reportedly.records.vocabulary import PlacePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """``name`` is the report's own wording; ``lat``/``lon`` (degrees, WGS 84) are None for a place not settled.

    ``country`` is ISO 3166-1 alpha-2 (None at sea or where unknown), ``radius_km`` how far off the true point may be,
    ``place_id`` the gazetteer's key. ``claims`` lists the ids of the claims it rests on once coded.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision
    place_id: str | None
    claims: tuple[str, ...] = ()
