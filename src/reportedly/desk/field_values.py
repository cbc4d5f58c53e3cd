"""A field and a value as a person types them in, the value as a claim of that field holds it out.

What is wrong is refused with what would be right.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from reportedly.codebook.book import codebook
from reportedly.desk.arguments import near
from reportedly.desk.periods import period_in
from reportedly.desk.places import place_meant, point_in
from reportedly.desk.wording import wording
from reportedly.errors import UsageError
from reportedly.gazetteer.place import PRECISION
from reportedly.records.forms import when_value, where_value
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.values import Value
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, Stage

UNKNOWN = "unknown"
"""What a person writes for a value that nobody knows, whatever the reports tell."""
_BLAMED = re.compile(r"(?P<name>.+?)\s*\((?P<basis>[\w -]+)\)")
_COUNT = re.compile(r"(?P<low>\d+)(?:(?P<open>\+)|\s*[-–]\s*(?P<high>\d+))?")


def value_of(field: str, text: str) -> Value:
    """What ``text`` means for ``field``, in the contract's shape; UsageError for a strange field or value."""
    parse = PARSERS.get(field.lower())
    if parse is None:
        raise UsageError(f"{field!r} cannot be set.{_offer(field, PARSERS)}")
    if not text.strip():
        raise UsageError(f"a value for {field.lower()} is needed; what nobody knows is {UNKNOWN!r}")
    return parse(text.strip())


def one_of(word: str, kind: type[StrEnum], *, what: str) -> str:
    """The code of ``kind`` that ``word`` writes; UsageError, with the nearest, where it writes none."""
    return code_of(word, list(kind), what=what)


def code_of(word: str, codes: Sequence[str], *, what: str) -> str:
    """The code that ``word`` writes, in any case and joined as it likes; UsageError, with the nearest, for another."""
    code = "_".join(word.lower().replace("-", " ").replace("_", " ").split())
    if code not in codes:
        raise UsageError(f"there is no {what} {word!r}.{_offer(code, codes)}")
    return code


def _offer(word: str, choices: Iterable[str]) -> str:
    found = near(word, choices)
    return f" Did you mean {' or '.join(found)}?" if found else f" Choose from {', '.join(choices)}."


def _count(text: str) -> Value:
    found = _COUNT.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} is not a count: write 3, 3-5 or 3+ (three or more)")
    low = int(found["low"])
    high = None if found["open"] else int(found["high"] or low)
    if high is not None and high < low:
        raise UsageError(f"{text!r} ends below where it starts: write {high}-{low}")
    return {"low": low, "high": high}


def _when(text: str) -> Value:
    period = period_in(text)
    return when_value(
        When(
            start=period.start,
            end=period.end,
            precision=period.precision,
            edtf=period.edtf,
            derivation=wording().phrase("decided"),
            text=text,
        )
    )


def _where(text: str) -> Value:
    return where_value(_place_in(text))


def _place_in(text: str) -> Where:
    point = point_in(text)
    if point is not None:
        lat, lon = point
        exact = PlacePrecision.EXACT
        return Where(name=text, country=None, lat=lat, lon=lon, radius_km=0.0, precision=exact, place_id=None)
    place = place_meant(text).place
    return Where(
        name=text,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        precision=PRECISION[place.kind],
        place_id=place.place_id,
    )


def _or_unknown(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """Reads ``UNKNOWN`` as None, and anything else with ``parse``."""
    return lambda text: None if text.lower() == UNKNOWN else parse(text)


def _blamed(text: str) -> Value:
    return tuple(_blamed_one(part.strip()) for part in text.split(";") if part.strip())


def _blamed_one(text: str) -> Value:
    found = _BLAMED.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} does not say on what ground: write NAME ({' or '.join(Basis)}); more behind a ';'")
    name = found["name"].strip()
    known = (
        actor.id
        for actor in codebook().actors
        if any(name.casefold() == one.casefold() for one in (actor.id, *actor.names, *actor.acronyms))
    )
    return {"name": name, "basis": one_of(found["basis"], Basis, what="basis"), "actor_id": next(known, None)}


PARSERS: Mapping[str, Callable[[str], Value]] = {
    "type": lambda text: one_of(text, IncidentType, what="type"),
    "stage": lambda text: one_of(text, Stage, what="stage"),
    "when": _or_unknown(_when),
    "where": _or_unknown(_where),
    "perpetrators": _or_unknown(_blamed),
    "killed": _or_unknown(_count),
    "injured": _or_unknown(_count),
}
"""What reads the value of each field that a person can set; ``merging.overrides`` applies them."""
