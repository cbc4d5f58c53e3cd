"""Counts, times, places and speakers in, the words a person reads for them out."""

import datetime as dt
from dataclasses import replace

from reportedly.desk.wording import wording
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.mentions import Source
from reportedly.records.moments import Moment, When, day_of
from reportedly.records.places import Where
from reportedly.records.values import Value
from reportedly.records.vocabulary import TimePrecision


def count_words(count: Count | None) -> str:
    """``2``, ``at least 2``, ``2–5``, ``none``; "not told" for None, a silent text."""
    words = wording()
    if count is None:
        return words.word("count", "untold")
    if count.low is None:
        return words.word("count", "at_most").format(high=f"{count.high:,}")
    if count.high is None:
        return words.word("count", "at_least").format(low=f"{count.low:,}")
    if count.low == count.high:
        return words.word("count", "exactly" if count.low else "none").format(low=f"{count.low:,}")
    return words.word("count", "between").format(low=f"{count.low:,}", high=f"{count.high:,}")


def counted(name: str, count: Count | None) -> str:
    """A thing with its number in front, the bare name for one or where no number is told."""
    if count is None or count == Count.exactly(1):
        return name
    return wording().word("count", "times").format(count=count_words(count), name=name)


def number_words(key: str, number: int) -> str:
    """``1 report``, ``1,200 reports``: a phrase of the language for one thing, and one for any other number."""
    return wording().phrase(f"{key}_one" if number == 1 else f"{key}_many", number=number)


def moment_words(moment: Moment) -> str:
    """A day, or a day and a time, with the month's name."""
    words = wording()
    day = day_of(moment)
    parts: dict[str, object] = {"day": day.day, "month": words.months[day.month - 1], "year": day.year}
    if isinstance(moment, dt.datetime):
        return words.phrase("time", **parts, time=f"{moment:%H:%M}")
    return words.phrase("day", **parts)


def when_words(when: When) -> str:
    """The interval in words; its EDTF where no year is known."""
    words = wording()
    start, end = when.start, when.end
    if start is not None and end is not None:
        return _interval_words(start, end, when.precision)
    if start is not None:
        return words.phrase("since", start=moment_words(start))
    if end is not None:
        return words.phrase("until", end=moment_words(end))
    return when.edtf or when.text


def _interval_words(start: Moment, end: Moment, precision: TimePrecision) -> str:
    words = wording()
    first, last = day_of(start), day_of(end)
    if precision is TimePrecision.YEAR and first.year == last.year:
        return str(first.year)
    if precision is TimePrecision.MONTH and (first.year, first.month) == (last.year, last.month):
        return words.phrase("month", month=words.months[first.month - 1], year=first.year)
    if start == end or (first == last and precision in {TimePrecision.DAY, TimePrecision.PART_OF_DAY}):
        return moment_words(start if start == end else first)
    if first == last and isinstance(end, dt.datetime):
        return words.phrase("from_to", start=moment_words(start), end=f"{end:%H:%M}")
    return words.phrase("from_to", start=moment_words(start), end=moment_words(end))


def where_words(where: Where, *, country: str | None) -> str:
    """The place's name with its country's, once."""
    if country is None or country.lower() in where.name.lower():
        return where.name
    return f"{where.name}, {country}"


def chain_of(source: Source | None, *, publisher: str | None) -> tuple[str, ...]:
    """The whole way from speaker to reader: ("two US officials, anonymous", "Reuters", "WION").

    The report's own voice is a way of one step.
    """
    words = wording()
    if source is None:
        return (words.phrase("voice_of", publisher=publisher) if publisher else words.phrase("voice"),)
    name = words.phrase("anonymous", name=source.name) if source.anonymous else source.name
    return (name, *(outlet for outlet in source.via if outlet != source.name))


def inner_chain_of(source: Source | None, *, publisher: str | None) -> tuple[str, ...]:
    """The way from the speaker up to the report's publisher, who is left out: for lists under that publisher's name."""
    if source is None:
        return (wording().phrase("voice"),)
    if publisher is None or source.via[-1:] != (publisher,):
        return chain_of(source, publisher=publisher)
    return chain_of(replace(source, via=source.via[:-1]), publisher=publisher)


def chain_words(chain: tuple[str, ...]) -> str:
    """The way on one line."""
    return wording().phrase("arrow").join(chain)


BESIDE = frozenset({"claims", "counts"})
"""Parts of a value that are not told on its line: what it rests on, and every figure where the first is told."""


def value_words(value: Value) -> str:
    """A claim's own value on one line: ranges as counts, parts in their order, what is None left out."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return _dict_words(value)
    if isinstance(value, tuple | list):
        return ", ".join(words for part in value if (words := value_words(part)))
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def rival_words(field: str, value: Value) -> str:
    """One of several values of an incident's field, short enough to stand beside the others."""
    words = wording()
    if field in ("type", "stage") and isinstance(value, str):
        return words.word(field, value)
    if field == "perpetrators" and isinstance(value, tuple | list):
        return ", ".join(rival_words(field, one) for one in value)
    if not isinstance(value, dict):
        return value_words(value)
    if field == "when":
        ends = dict.fromkeys(str(end) for end in (value.get("start"), value.get("end")) if end)
        return words.phrase("ends").join(ends) or value_words(value.get("edtf") or value.get("text"))
    if field == "perpetrators" and isinstance(value.get("basis"), str):
        return words.phrase("blamed", name=value["name"], basis=words.word("basis", str(value["basis"])))
    return value_words(value.get("name")) or value_words(value)


def _dict_words(value: dict[str, Value]) -> str:
    if set(value) == {"low", "high"}:
        return _range_words(value)
    known = wording().tables["part"]
    keys = sorted((key for key in value if key not in BESIDE), key=lambda key: _place_of(key, tuple(known)))
    said = [(key, words) for key in keys if (words := value_words(value[key]))]
    return " · ".join(known.get(key, f"{key}: {{}}").format(words) for key, words in said)


def _place_of(key: str, known: tuple[str, ...]) -> int:
    return known.index(key) if key in known else len(known)


def _range_words(value: dict[str, Value]) -> str:
    low, high = value["low"], value["high"]
    number = (low if isinstance(low, int) else None, high if isinstance(high, int) else None)
    return "" if number == (None, None) else count_words(Count(*number))


def own_claim_words(claim: Claim) -> str:
    """What a claim that belongs to no incident says, else the words it stands on."""
    return value_words(claim.value) or claim.quote
