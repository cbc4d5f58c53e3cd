"""A language code in, the words by which a claim about many incidents says what it measures out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table
from reportedly.records.vocabulary import IncidentType

LISTS = ("first", "last", "deadliest", "killed", "any", "narrowing", "onto")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """One pattern a meaning, over whole words and without regard to case; ``types`` by the kind of incident."""

    first: re.Pattern[str]
    last: re.Pattern[str]
    deadliest: re.Pattern[str]
    killed: re.Pattern[str]
    any: re.Pattern[str]
    narrowing: re.Pattern[str]
    onto: re.Pattern[str]
    types: Mapping[IncidentType, re.Pattern[str]]


@cache
def check_words(language: str) -> CheckWords:
    """The checks layer of a language; DataError where its file is missing or broken."""
    code = spoken(language)
    raw = table(code, "checks")
    kinds = raw.get("types")
    if not isinstance(kinds, dict):
        raise DataError(f"languages/{code}/checks.toml: [types] must give words for kinds of incident")
    try:
        types = {IncidentType(kind): _pattern(words) for kind, words in kinds.items()}
        lists = {name: _pattern(_words(raw, name)) for name in LISTS}
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"languages/{code}/checks.toml: {error}") from error
    return CheckWords(types=types, **lists)


def _words(raw: Mapping[str, object], name: str) -> Iterable[str]:
    rows = raw[name]
    if not isinstance(rows, dict):
        raise TypeError(f"[{name}] must be a table with words")
    return [str(word) for word in rows["words"]]


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words, longer ones before those they open with."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
