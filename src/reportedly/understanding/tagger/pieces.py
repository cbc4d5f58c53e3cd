"""Word pieces: a text in, the numbers of its pieces in a vocabulary and the offsets of each out.

The scheme is that of BERT's uncased vocabularies (Devlin et al., "BERT", NAACL 2019): words parted at blanks and at
every punctuation mark, lower-cased, without accents, then cut greedily into the longest pieces known.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

INNER: Final = "##"
"""Begins every piece of the vocabulary that goes on a word."""

UNKNOWN: Final = "[UNK]"

LONGEST: Final = 100
"""Characters; a longer word is unknown as a whole."""

BLANK, MARK, LETTER, NOTHING = range(4)
"""What a character is to a word: between words, a word of its own, a part of one, or not there at all."""

IDEOGRAPHS: Final = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
"""The code points of which each is a word of its own in these vocabularies."""


class WordPieces:
    """Cuts texts into the pieces of one vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """``vocabulary`` numbers every piece; KeyError where it lacks ``[UNK]``."""
        self._numbers = vocabulary
        self._unknown = vocabulary[UNKNOWN]
        self._cut = lru_cache(maxsize=50_000)(self._cut_word)

    def of(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """The pieces' numbers, and where each stands: ``text[start:end]``."""
        numbers: list[int] = []
        offsets: list[tuple[int, int]] = []
        for start, end in words(text):
            for number, first, last in self._cut(text[start:end]):
                numbers.append(number)
                offsets.append((start + first, start + last))
        return numbers, offsets

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """One word's pieces with their offsets in it; the whole word as unknown where no pieces make it up."""
        plain, origin = _plain(word)
        if not plain:
            return ()
        whole = ((self._unknown, origin[0], origin[-1] + 1),)
        if len(plain) > LONGEST:
            return whole
        made, start = [], 0
        while start < len(plain):
            end = next(
                (
                    end
                    for end in range(len(plain), start, -1)
                    if (INNER if start else "") + plain[start:end] in self._numbers
                ),
                None,
            )
            if end is None:
                return whole
            number = self._numbers[(INNER if start else "") + plain[start:end]]
            made.append((number, origin[start], origin[end - 1] + 1))
            start = end
        return tuple(made)


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word or mark of a text stands."""
    begun: int | None = None
    for at, char in enumerate(text):
        kind = _kind(char)
        if kind in (LETTER, NOTHING):
            begun = at if begun is None and kind == LETTER else begun
            continue
        if begun is not None:
            yield begun, at
            begun = None
        if kind == MARK:
            yield at, at + 1
    if begun is not None:
        yield begun, len(text)


@lru_cache(maxsize=10_000)
def _kind(char: str) -> int:
    category = unicodedata.category(char)
    if char in "\t\n\r" or category == "Zs":
        return BLANK
    if category in ("Cc", "Cf", "Cn", "Co") or char in "\0\ufffd":
        return NOTHING
    symbol = char.isascii() and not char.isalnum()
    ideograph = any(low <= ord(char) <= high for low, high in IDEOGRAPHS)
    return MARK if symbol or category[0] == "P" or ideograph else LETTER


def _plain(word: str) -> tuple[str, list[int]]:
    """A word in lower case without accents, and for each of its characters the place of the one it comes from."""
    plain, origin = [], []
    for at, char in enumerate(word):
        if _kind(char) == NOTHING:
            continue
        for one in unicodedata.normalize("NFD", char).lower():
            if unicodedata.category(one) != "Mn":
                plain.append(one)
                origin.append(at)
    return "".join(plain), origin
