"""A language code in, its words for weapons out, parsed from ``<code>/weapons.toml``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponForms:
    """The words and patterns of one code; ``frame`` is a sentence with ``{}`` for a word, ``look_alike`` holds none.

    ``cased``: in a text that has small letters too, the words count with a capital only.
    """

    code: str
    words: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    cased: bool
    frame: str
    look_alike: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponWords:
    """The forms of weapons and the words around them; the comments in the TOML file say what each list is for."""

    forms: tuple[WeaponForms, ...]
    modifiers: frozenset[str]
    prefixes: frozenset[str]
    cancelled_by: frozenset[str]
    none: tuple[str, ...]
    deeds: frozenset[str]
    plural_endings: tuple[str, ...]
    articles: frozenset[str]

    def plural(self, word: str) -> bool:
        """True where a folded noun ends like a plural."""
        return word.endswith(self.plural_endings)


@cache
def weapon_words(language: str) -> WeaponWords:
    """The weapon words of ``language`` (BCP 47); DataError where the file is wrong."""
    code = spoken(language)
    raw = table(code, "weapons")
    words, rows = raw.get("words"), raw.get("weapons")
    if not isinstance(words, dict) or not isinstance(rows, list):
        raise DataError(f"languages/{code}/weapons.toml: [[weapons]] and [words] are needed")
    return WeaponWords(
        forms=tuple(_forms(row, code) for row in rows),
        modifiers=frozenset(_texts(words, "modifiers", code)),
        prefixes=frozenset(_texts(words, "prefixes", code)),
        cancelled_by=frozenset(_texts(words, "cancelled_by", code)),
        none=_texts(words, "none", code),
        plural_endings=_texts(words, "plural_endings", code),
        deeds=frozenset(_texts(words, "deeds", code)),
        articles=frozenset(_texts(words, "articles", code)),
    )


def _forms(row: Mapping[str, object], code: str) -> WeaponForms:
    patterns = _texts(row, "patterns", code) if "patterns" in row else ()
    try:
        return WeaponForms(
            code=str(row["code"]),
            words=_texts(row, "words", code),
            patterns=tuple(re.compile(pattern) for pattern in patterns),
            cased=row.get("cased") is True,
            frame=str(row["frame"]),
            look_alike=str(row["look_alike"]),
        )
    except (KeyError, re.error) as error:
        raise DataError(f"languages/{code}/weapons.toml: a [[weapons]] table is wrong: {error}") from error


def _texts(row: Mapping[str, object], key: str, code: str) -> tuple[str, ...]:
    value = row.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DataError(f"languages/{code}/weapons.toml: {key!r} needs a list of texts")
    return tuple(value)
