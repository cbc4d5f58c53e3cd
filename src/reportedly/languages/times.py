"""A language code in, the words and forms of its time expressions out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table


class FormKind(StrEnum):
    """What a form tells: which fields it fills and how they are resolved."""

    DATE = "date"
    NUMERIC = "numeric"
    ORDINAL = "ordinal"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    DAY = "day"
    OFFSET = "offset"
    PERIOD = "period"
    WEEKEND = "weekend"
    SEASON = "season"
    HOLIDAY = "holiday"
    FEAST = "feast"
    CLOCK = "clock"
    PART = "part"
    NIGHTLY = "nightly"
    LENGTH = "length"
    VAGUE = "vague"
    ANNIVERSARY = "anniversary"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time: ``pattern`` in the notation the file's head explains, ``fixed`` the fields it implies.

    ``example`` is a phrase that the form reads whole.
    """

    kind: FormKind
    pattern: str
    example: str
    fixed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All the times layer of one language.

    ``classes`` maps a class to its words and their values, ``shapes`` a class to a regular expression.
    ``weak`` are words that open a form but tell nothing alone, ``endings`` stand behind digits ("th", "pm").
    ``capitals`` are words that name a time only with a capital letter. ``patterns`` are regular expressions by use;
    ``holidays`` maps a holiday to its calendar rule, ``zones`` a zone to minutes from UTC and a daylight rule or "".
    ``names`` gives the written form of a class's value, ``says`` the templates of derivations.
    """

    classes: Mapping[str, Mapping[str, str]]
    shapes: Mapping[str, str]
    capitals: frozenset[str]
    weak: frozenset[str]
    endings: frozenset[str]
    patterns: Mapping[str, str]
    holidays: Mapping[str, str]
    zones: Mapping[str, tuple[int, str]]
    names: Mapping[str, Mapping[str, str]]
    says: Mapping[str, str]
    forms: tuple[Form, ...]


def _strings(raw: object, where: str) -> dict[str, str]:
    if not isinstance(raw, dict):
        raise DataError(f"{where}: a table of strings is wanted")
    return {str(key): str(value) for key, value in raw.items()}


def _words(raw: object, where: str) -> frozenset[str]:
    if not isinstance(raw, list):
        raise DataError(f"{where}: a list of words is wanted")
    return frozenset(str(word) for word in raw)


def _tables(raw: object, where: str) -> list[dict[str, object]]:
    if not isinstance(raw, list) or not all(isinstance(row, dict) for row in raw):
        raise DataError(f"{where}: a list of tables is wanted")
    return list(raw)


def _class(raw: object, where: str) -> dict[str, list[str]]:
    if not isinstance(raw, dict) or not all(isinstance(words, list) for words in raw.values()):
        raise DataError(f"{where}: each value needs a list of its words")
    return {str(value): [str(word) for word in words] for value, words in raw.items()}


def _classes(raw: object, where: str) -> dict[str, dict[str, list[str]]]:
    if not isinstance(raw, dict):
        raise DataError(f"{where}: a table of classes is wanted")
    return {str(name): _class(values, f"{where}.{name}") for name, values in raw.items()}


def _form(row: Mapping[str, object], where: str) -> Form:
    fields = {key: str(value) for key, value in row.items()}
    try:
        kind, pattern, example = FormKind(fields.pop("kind")), fields.pop("form"), fields.pop("example")
    except (KeyError, ValueError) as error:
        raise DataError(f"{where}: a form needs a known kind, a form and an example: {error}") from error
    return Form(kind=kind, pattern=pattern, example=example, fixed=fields)


def _zone(text: str) -> tuple[int, str]:
    minutes, _, rule = text.partition(" ")
    return int(minutes), rule


@cache
def time_words(language: str) -> TimeWords:
    """The times layer that reads ``language`` (BCP 47); DataError where the file is wrong."""
    code = spoken(language)
    raw = table(code, "times")
    where = f"languages/{code}/times.toml"
    words = _classes(raw.get("classes"), where)
    return TimeWords(
        classes={name: {word: value for value, ws in values.items() for word in ws} for name, values in words.items()},
        shapes=_strings(raw.get("shapes"), where),
        capitals=_words(raw.get("capitals"), where),
        weak=_words(raw.get("weak"), where),
        endings=_words(raw.get("endings"), where),
        patterns=_strings(raw.get("patterns"), where),
        holidays=_strings(raw.get("holidays"), where),
        zones={name: _zone(rule) for name, rule in _strings(raw.get("zones"), where).items()},
        names={name: {value: ws[0] for value, ws in values.items() if ws} for name, values in words.items()},
        says=_strings(raw.get("says"), where),
        forms=tuple(_form(row, where) for row in _tables(raw.get("forms"), where)),
    )
