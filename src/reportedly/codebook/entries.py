"""The vocabularies of ``codebook/vocabularies/*.toml``: each code with its definition, an example and a look-alike."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One code of one vocabulary.

    ``source`` is where the definition comes from ("own" for ours); ``example`` is a sentence it holds for and
    ``look_alike`` one it does not. ``parent``: the code of the same vocabulary that contains this one, None at the top.
    """

    vocabulary: str
    code: str
    definition: str
    source: str
    example: str
    look_alike: str
    parent: str | None = None


_KEYS = ("code", "definition", "source", "example", "look_alike")


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, by vocabulary and then in the order of its file; DataError where a file is wrong."""
    folder = resources.files(__package__).joinpath("vocabularies")
    files = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    found: list[Entry] = []
    for file in files:
        try:
            table = tomllib.loads(folder.joinpath(file).read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"codebook/vocabularies/{file}: not TOML: {error}") from error
        found += _vocabulary(table, file)
    return tuple(found)


def _vocabulary(table: Mapping[str, object], file: str) -> list[Entry]:
    rows = table.get("entry")
    if not isinstance(rows, list) or not rows:
        raise DataError(f"codebook/vocabularies/{file}: [[entry]] tables are missing")
    found = [_entry(row, file) for row in rows]
    codes = [entry.code for entry in found]
    if len(set(codes)) < len(codes):
        raise DataError(f"codebook/vocabularies/{file}: a code stands twice")
    if lost := [entry.parent for entry in found if entry.parent is not None and entry.parent not in codes]:
        raise DataError(f"codebook/vocabularies/{file}: a parent is no code of this file: {lost}")
    return found


def _entry(row: object, file: str) -> Entry:
    if not isinstance(row, dict):
        raise DataError(f"codebook/vocabularies/{file}: an [[entry]] is a table")
    for key in _KEYS:
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise DataError(f"codebook/vocabularies/{file}: {row.get('code')!r} needs a text under {key!r}")
    parent = row.get("parent")
    return Entry(
        vocabulary=file.removesuffix(".toml"),
        parent=None if parent is None else str(parent),
        **{key: row[key] for key in _KEYS},
    )
