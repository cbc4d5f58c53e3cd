"""How pages of one language dress a story: promo lines, captions, menus; and how its words and sentences are known.

A language code in, a typed table out. Each rule carries sentences it must mark and look-alikes it must leave.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table

LAYER = "furniture"


class Reach(StrEnum):
    """How much of the text a rule that matches makes furniture."""

    MATCH = "match"
    """Each stretch the pattern matches, anywhere in a line."""
    WHOLE = "whole"
    """The line, where the pattern matches all of it."""
    LINE = "line"
    """The line, where the pattern opens it; of a long line only its first sentence."""
    CAPTION = "caption"
    """The line, where the pattern closes it; of a long line only the match."""
    LIST = "list"
    """The line, where the pattern matches all of it, and the headlines listed under it."""
    SENTENCE = "sentence"
    """Each sentence the pattern is found in."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of furniture.

    ``cues`` are lower-case literals, one of which any text must hold for the rule to be tried at all. ``headlines``:
    headlines use the form too, so the first line of a text is spared.
    """

    name: str
    reach: Reach
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    headlines: bool
    examples: tuple[str, ...]
    lookalikes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """One language's table: rules and their cues, menu words, function words to know it by, sentence joins."""

    rules: tuple[Rule, ...]
    cues: tuple[str, ...]
    menu: frozenset[str]
    function_words: frozenset[str]
    joins: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _strings(value: object, *, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"{where}: a list of strings is needed, got {value!r}")
    return tuple(value)


def _string(value: object, *, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise DataError(f"{where}: a string is needed, got {value!r}")
    return value


def _filled(text: str, parts: dict[str, str]) -> str:
    """A pattern with each ``<name>`` replaced by the part of that name; a part may use those above it."""
    for name, part in parts.items():
        text = text.replace(f"<{name}>", f"(?:{part})")
    return text


def _pattern(text: str, parts: dict[str, str], *, where: str, case: bool) -> re.Pattern[str]:
    try:
        return re.compile(_filled(text, parts), re.NOFLAG if case else re.IGNORECASE)
    except re.error as error:
        raise DataError(f"{where}: no regular expression: {error}") from error


def _rule(entry: object, parts: dict[str, str], *, where: str) -> Rule:
    if not isinstance(entry, dict):
        raise DataError(f"{where}: each rule is a table, got {entry!r}")
    name = _string(entry.get("name"), where=where)
    where = f"{where}, rule {name!r}"
    pattern = _string(entry.get("pattern"), where=f"{where}, pattern")
    cues = _strings(entry.get("cues"), where=f"{where}, cues")
    if not cues or any(cue != cue.lower() for cue in cues):
        raise DataError(f"{where}: cues are needed, in lower case")
    try:
        reach = Reach(_string(entry.get("reach"), where=f"{where}, reach"))
    except ValueError as error:
        raise DataError(f"{where}: reach is one of {', '.join(Reach)}") from error
    return Rule(
        name=name,
        reach=reach,
        cues=cues,
        pattern=_pattern(pattern, parts, where=where, case=entry.get("case") is True),
        headlines=entry.get("headlines") is True,
        examples=_strings(entry.get("examples", []), where=f"{where}, examples"),
        lookalikes=_strings(entry.get("lookalikes", []), where=f"{where}, lookalikes"),
    )


def _entries(value: object, *, where: str) -> list[object]:
    if not isinstance(value, list):
        raise DataError(f"{where}: an array of tables is needed")
    return value


def _join(entry: object, *, where: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    if not isinstance(entry, dict):
        raise DataError(f"{where}: each join is a table with left and right")
    left, right = (_string(entry.get(side), where=f"{where}, {side}") for side in ("left", "right"))
    return _pattern(left, {}, where=where, case=True), _pattern(right, {}, where=where, case=True)


@cache
def furniture(code: str) -> Furniture:
    """The table of the language that reads ``code`` (BCP 47); DataError where the file is wrong."""
    folder = spoken(code)
    where = f"languages/{folder}/{LAYER}.toml"
    raw = table(folder, LAYER)
    given = raw.get("parts", {})
    if not isinstance(given, dict):
        raise DataError(f"{where}: parts is a table of strings")
    parts: dict[str, str] = {}
    for name, part in given.items():
        parts[str(name)] = _filled(_string(part, where=f"{where}, parts.{name}"), parts)
    rules = tuple(_rule(entry, parts, where=where) for entry in _entries(raw.get("rule"), where=where))
    return Furniture(
        rules=rules,
        cues=tuple(sorted({cue for rule in rules for cue in rule.cues})),
        menu=frozenset(_strings(raw.get("menu"), where=f"{where}, menu")),
        function_words=frozenset(_strings(raw.get("function_words"), where=f"{where}, function_words")),
        joins=tuple(_join(entry, where=where) for entry in _entries(raw.get("join", []), where=where)),
    )
