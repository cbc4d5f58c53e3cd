"""A clean text in, its ordinals out: "the 21st attack", "first in over a year"."""

import re
from dataclasses import dataclass

from reportedly.languages.numbers import NumberWords, number_words
from reportedly.languages.tokens import cut
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span

_DIGITS = re.compile(r"(\d{1,4})(\D+)$")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a row, 1 for the first; ``span`` covers its words."""

    span: Span
    number: int


def _number(word: str, words: NumberWords) -> int | None:
    if word in words.ordinals:
        return words.ordinals[word]
    digits = _DIGITS.match(word) if word[0].isdigit() else None
    if digits:
        return int(digits[1]) if digits[2] in words.ordinal_suffixes else None
    tens, dash, unit = word.partition("-") if "-" in word else ("", "", "")
    if dash and tens in words.tens and unit in words.ordinals:
        return words.tens[tens] + words.ordinals[unit]
    return None


def find_ordinals(clean: CleanText) -> tuple[Ordinal, ...]:
    """Every ordinal outside furniture, in text order."""
    words = number_words(clean.language)
    found = []
    for sentence in clean.sentences:
        if sentence.furniture:
            continue
        for word, start, end in cut(clean.text, sentence.span.start, sentence.span.end):
            number = _number(word, words)
            if number is not None:
                found.append(Ordinal(Span(start, end), number))
    return tuple(found)
