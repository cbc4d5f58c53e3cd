"""A language code in, the parts of the day by the words for them out, in hours from midnight."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from reportedly.errors import DataError
from reportedly.languages.phrases import PhraseIndex, tokenize
from reportedly.languages.tables import spoken, table

Hours = tuple[int, int]
"""From and to, in hours from midnight of the day told; past 24 is the next day."""


@dataclass(frozen=True, slots=True)
class HourWords:
    """``parts`` finds the words for a part of the day; ``examples`` are phrases that hold one each."""

    parts: PhraseIndex[Hours]
    examples: tuple[tuple[str, Hours], ...]

    def in_words(self, text: str) -> Hours | None:
        """The hours that the first part of the day named in a phrase stands for; None where it names none."""
        hit = next(self.parts.find(tokenize(text)), None)
        return None if hit is None else hit.value


@cache
def hour_words(language: str) -> HourWords:
    """The hours layer of a language; DataError where its file is missing or broken."""
    code = spoken(language)
    try:
        rows = [
            (cast("list[str]", row["words"]), (int(row["hours"][0]), int(row["hours"][1])), str(row["example"]))
            for row in cast("list[dict[str, list[str] | str]]", table(code, "hours")["part"])
        ]
    except (KeyError, IndexError, ValueError) as error:
        wanted = "words, two hours and an example are wanted"
        raise DataError(f"languages/{code}/hours.toml: {wanted}: {error!r}") from error
    return HourWords(
        parts=PhraseIndex((word, hours) for words, hours, _ in rows for word in words),
        examples=tuple((example, hours) for _, hours, example in rows),
    )
