"""A language code in, the wording of the lines the product writes about incidents and sentences out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from reportedly.languages.tables import spoken, table


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """Templates by name, and the words for types, stages, bases and the reasons a sentence is not coded."""

    templates: Mapping[str, str]
    types: Mapping[str, str]
    stages: Mapping[str, str]
    bases: Mapping[str, str]
    why: Mapping[str, str]


@cache
def summary_words(language: str) -> SummaryWords:
    """The summary layer of a language; DataError where its file is missing or broken."""
    raw = table(spoken(language), "summary")
    return SummaryWords(
        templates={key: value for key, value in raw.items() if isinstance(value, str)},
        types=cast("Mapping[str, str]", raw["types"]),
        stages=cast("Mapping[str, str]", raw["stages"]),
        bases=cast("Mapping[str, str]", raw["bases"]),
        why=cast("Mapping[str, str]", raw["why"]),
    )
