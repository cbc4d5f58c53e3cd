"""A language code in, the words too common in news of violence to tell one incident from another out."""

from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Folded words; every other word is rare."""

    words: frozenset[str]


@cache
def common_words(language: str) -> CommonWords:
    """The common words of a language; DataError where the file is missing or its list is none of texts."""
    words = table(spoken(language), "common").get("words")
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise DataError(f"languages/{spoken(language)}/common.toml: a list of texts is wanted under 'words'")
    return CommonWords(frozenset(words))
