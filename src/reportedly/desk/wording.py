"""The words the desk puts around values, from the language's desk layer, and signs that need no language.

A missing word is a DataError, never a blank.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.errors import DataError
from reportedly.languages.desk import desk_words
from reportedly.languages.tables import FALLBACK

SIGNS = "signs.toml"


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels by table and key; ``language`` is the code of the language they are in."""

    language: str
    tables: Mapping[str, Mapping[str, str]]
    months: tuple[str, ...]

    def word(self, table: str, key: str) -> str:
        """The label of ``key``; DataError where neither the language nor ``signs.toml`` has one."""
        try:
            return self.tables[table][key]
        except KeyError:
            raise DataError(
                f"languages/{self.language}/desk.toml, desk/{SIGNS}: table [{table}] has no word for {key!r}; add one"
            ) from None

    def phrase(self, key: str, **parts: object) -> str:
        """The pattern of that name in ``[phrase]`` with its braces filled."""
        return self.word("phrase", key).format(**parts)

    def page(self, key: str, **parts: object) -> str:
        """The pattern of that name in ``[page]`` with its braces filled."""
        return self.word("page", key).format(**parts)

    def many(self, key: str, number: int) -> str:
        """``[page]``'s pattern for one thing, or for ``number`` of them under the key with an ``s``."""
        return self.page(key) if number == 1 else self.page(f"{key}s", number=number)


@cache
def wording() -> Wording:
    """The wording that ships; DataError where a file is no TOML or holds something other than words."""
    words = desk_words(FALLBACK)
    return Wording(language=words.language, tables={**words.tables, **_signs()}, months=words.months)


def _signs() -> Mapping[str, Mapping[str, str]]:
    try:
        raw = tomllib.loads(resources.files(__package__).joinpath(SIGNS).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"desk/{SIGNS}: not TOML: {error}") from error
    return {table: {str(key): str(sign) for key, sign in rows.items()} for table, rows in raw.items()}
