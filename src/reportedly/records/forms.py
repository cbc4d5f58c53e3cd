"""Records in, plain values out, and back: the shape their field has in the contract, without claim ids."""

from collections.abc import Mapping

from reportedly.records.counts import Count
from reportedly.records.moments import Moment, When, iso, parse_moment
from reportedly.records.places import Where
from reportedly.records.values import Value
from reportedly.records.vocabulary import PlacePrecision, TimePrecision


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


def count_from(value: Value) -> Count | None:
    """The contract's RANGE as a count; None where it is none."""
    if not isinstance(value, dict):
        return None
    low, high = value.get("low"), value.get("high")
    low, high = (low if isinstance(low, int) else None), (high if isinstance(high, int) else None)
    return None if low is None and high is None else Count(low, high)


def when_from(value: Value) -> When:
    """An interval from an ISO 8601 day or time, or from the contract's object; ValueError or TypeError for another."""
    given = {"start": value} if isinstance(value, str) else _object(value)
    start = _moment(given.get("start"))
    end = _moment(given.get("end", given.get("start")))
    edtf = _text(given, "edtf") or str(given.get("start") or "")
    return When(
        start=start,
        end=end,
        precision=TimePrecision(_text(given, "precision") or TimePrecision.DAY),
        edtf=edtf,
        derivation=_text(given, "derivation"),
        text=_text(given, "text") or edtf,
    )


def where_from(value: Value) -> Where:
    """A place from the contract's object, of which only the name must be there; ValueError or TypeError for another."""
    given = _object(value)
    if not _text(given, "name"):
        raise ValueError("no name")
    return Where(
        name=_text(given, "name"),
        country=_text(given, "country") or None,
        lat=_number(given, "lat"),
        lon=_number(given, "lon"),
        radius_km=_number(given, "radius_km"),
        precision=PlacePrecision(_text(given, "precision") or PlacePrecision.SETTLEMENT),
        place_id=_text(given, "place_id") or None,
    )


def _object(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _text(value: Mapping[str, Value], key: str) -> str:
    found = value.get(key)
    if found is not None and not isinstance(found, str):
        raise TypeError(f"{key} is no text")
    return found or ""


def _number(value: Mapping[str, Value], key: str) -> float | None:
    found = value.get(key)
    if found is not None and not isinstance(found, int | float):
        raise TypeError(f"{key} is no number")
    return found


def _moment(value: Value) -> Moment | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError("no ISO 8601 day or time")
    return parse_moment(value)
