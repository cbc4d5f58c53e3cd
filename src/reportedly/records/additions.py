"""What a user adds to what ships: files as read, values that compare by content and can be sent to another process."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.errors import DataError


@dataclass(frozen=True, slots=True)
class Addition:
    """One file of the user's own: ``file`` names it in errors, ``content`` is its text; parsed where it is used."""

    file: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """The files a user adds to a run, each None where there is none.

    ``gazetteer`` holds places and their spellings, ``actors`` groups, forces and organisations and theirs.
    """

    gazetteer: Addition | None = None
    actors: Addition | None = None


NOTHING = Additions()
"""No file of the user's own: what ships, alone."""


def tables_of(addition: Addition, key: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Where each ``[[key]]`` table of a TOML file stands, and what it holds; DataError where the file holds more."""
    try:
        raw = tomllib.loads(addition.content)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{addition.file}: no TOML: {error}") from error
    rows = raw.pop(key, [])
    if raw or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DataError(
            f"{addition.file}: may hold [[{key}]] tables only, got {sorted(raw) or f'{key} of another form'}"
        )
    heads = re.finditer(rf"^\s*\[\[\s*{key}\s*\]\]", addition.content, re.MULTILINE)
    lines = [
        addition.content.count("\n", 0, head.start(0) + len(head[0]) - len(head[0].lstrip())) + 1 for head in heads
    ]
    for number, row in enumerate(rows):
        place = f"line {lines[number]}" if len(lines) == len(rows) else f"[[{key}]] {number + 1}"
        yield f"{addition.file}, {place}", row
