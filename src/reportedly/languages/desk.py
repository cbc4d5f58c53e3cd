"""A language code in, the words of the terminal table and of the page out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table

MONTHS = 12


@dataclass(frozen=True, slots=True)
class DeskWords:
    """Labels and patterns by table and key, and the names of the twelve months; ``language`` is the folder's code."""

    language: str
    tables: Mapping[str, Mapping[str, str]]
    months: tuple[str, ...]


@cache
def desk_words(language: str) -> DeskWords:
    """The desk layer of a language; DataError where its file is missing or holds something other than words."""
    code = spoken(language)
    raw = dict(table(code, "desk"))
    months = raw.pop("month", None)
    names = months.get("names") if isinstance(months, dict) else None
    if not isinstance(names, list) or len(names) != MONTHS:
        raise DataError(f"languages/{code}/desk.toml: [month] names must list twelve names")
    return DeskWords(
        language=code,
        tables={name: _words(name, rows, code) for name, rows in raw.items()},
        months=tuple(str(name) for name in names),
    )


def _words(name: str, rows: object, code: str) -> Mapping[str, str]:
    if not isinstance(rows, dict) or not all(isinstance(word, str) for word in rows.values()):
        raise DataError(f"languages/{code}/desk.toml: table [{name}] may hold strings only")
    return rows
