"""Records in, plain values out: the shape their field has in the contract, without claim ids."""

from reportedly.records.counts import Count
from reportedly.records.moments import Moment, When, iso
from reportedly.records.places import Where
from reportedly.records.values import Value


def range_value(count: Count | None) -> Value:
    """A count as the contract's RANGE; None where the text is silent."""
    return None if count is None else {"low": count.low, "high": count.high}


def moment_value(moment: Moment | None) -> Value:
    """A day or a time in ISO 8601; None where not known."""
    return None if moment is None else iso(moment)


def when_value(when: When) -> Value:
    """An interval with its precision and derivation."""
    return {
        "start": moment_value(when.start),
        "end": moment_value(when.end),
        "precision": when.precision.value,
        "edtf": when.edtf,
        "derivation": when.derivation,
        "text": when.text,
    }


def where_value(where: Where) -> Value:
    """A place with its point, where one is settled."""
    return {
        "name": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "radius_km": where.radius_km,
        "precision": where.precision.value,
        "place_id": where.place_id,
    }
