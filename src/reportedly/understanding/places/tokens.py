"""One clean text in, its words with what parts them out: what every search for places walks over."""

import re
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from reportedly.gazetteer.names import fold
from reportedly.languages.places import PlaceWords
from reportedly.records.reports import CleanText, Sentence

_WORD = (
    r"[^\W_](?:"
    r"\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+"
    r"|(?<=[^\W\d_])(?!@STANDING@)[^\W\d_]*(?:['’ʿʻ`](?!(?:@POSSESSIVE@)\b)[^\W\d_]+)*"
    r"|(?<=\d)(?:[\d.,]*\d)?)"
)
"""Initials ("U.S."), a word with its inner apostrophes ("Sana'a") but without a possessive, a number.

Its one first character lets the search skip white space.
"""
_APOSTROPHES = ("'", "’")
UPPER_SHARE = 0.8
"""A sentence with this share of capitals among its letters is all capitals (MUC-4's telegrams, some datelines)."""
TITLE_SHARE = 0.6
"""A heading in which this share of words open with a capital is in title case, where a capital says nothing."""


class Gap(Enum):
    """What stands between a word and the one before it."""

    BREAK = auto()
    SPACE = auto()
    HYPHEN = auto()
    COMMA = auto()
    POSSESSIVE = auto()
    PARENTHESIS = auto()


class Case(Enum):
    """What a capital says in a sentence."""

    MIXED = auto()
    TITLE = auto()
    UPPER = auto()
    LOWER = auto()


class Token(NamedTuple):
    """A word with its place in the text; ``low`` is folded, ``cap`` True where it opens with a capital."""

    start: int
    end: int
    word: str
    low: str
    cap: bool
    gap: Gap
    case: Case
    sentence: int


_token = tuple.__new__
"""Makes a Token of its fields in a quarter of the time that calling it takes: every word of a report becomes one."""
_GAPS = {
    " ": Gap.SPACE,
    "\n": Gap.SPACE,
    "-": Gap.HYPHEN,
    "‑": Gap.HYPHEN,
    "–": Gap.HYPHEN,
    ", ": Gap.COMMA,
    ",\n": Gap.COMMA,
    " (": Gap.PARENTHESIS,
}


@cache
def _word_pattern(possessive: frozenset[str]) -> re.Pattern[str]:
    endings = sorted(possessive)
    standing = "|".join(rf"(?<=['’]{re.escape(one[0])}){re.escape(one[1:])}\b" for one in endings)
    inner = "|".join(map(re.escape, endings))
    return re.compile(_WORD.replace("@STANDING@", f"(?:{standing})").replace("@POSSESSIVE@", inner))


def _gap(between: str, before: str, words: PlaceWords) -> Gap:
    known = _GAPS.get(between)
    if known is not None:
        return known
    if between == ". " and (before in words.abbreviations or (len(before) == 1 and before.isupper())):
        return Gap.SPACE
    if between[:1] in _APOSTROPHES and between.endswith(" ") and between[1:-1] in words.possessive:
        return Gap.POSSESSIVE
    return Gap.COMMA if between == "., " else Gap.BREAK


def _case(segment: str, found: list[str], *, heading: bool) -> Case:
    if len(found) > 3 and found[0].isupper() and _upper_share(segment) >= UPPER_SHARE:  # noqa: PLR2004 (a name alone may be)
        return Case.UPPER
    if heading and len(found) > 2 and sum(word[0].isupper() for word in found) >= TITLE_SHARE * len(found):  # noqa: PLR2004
        return Case.TITLE
    return Case.LOWER if len(found) > 5 and segment.islower() else Case.MIXED  # noqa: PLR2004


def _upper_share(segment: str) -> float:
    if segment.isupper():
        return 1.0
    letters = [char for char in segment if char.isalpha()]
    return sum(map(str.isupper, letters)) / max(1, len(letters))


def tokens_of(clean: CleanText, words: PlaceWords) -> list[Token]:
    """The words of every sentence that is no furniture, in order; the first of a sentence stands behind a break."""
    tokens: list[Token] = []
    for number, sentence in enumerate(clean.sentences):
        if not sentence.furniture:
            tokens += _sentence_tokens(clean.text, sentence, number, words=words)
    return tokens


def _sentence_tokens(text: str, sentence: Sentence, number: int, *, words: PlaceWords) -> list[Token]:
    matches = list(_word_pattern(words.possessive).finditer(text, sentence.span.start, sentence.span.end))
    segment = text[sentence.span.start : sentence.span.end]
    found = [match[0] for match in matches]
    case = _case(segment, found, heading=sentence.heading)
    tokens: list[Token] = []
    end, before = sentence.span.start, ""
    for match, word in zip(matches, found, strict=True):
        start, stop = match.span()
        between = text[end:start]
        gap = Gap.SPACE if between == " " else _gap(between, before, words)
        low = word.lower() if word.isascii() and word.isalpha() else fold(word)
        tokens.append(_token(Token, (start, stop, word, low, word[0].isupper(), gap, case, number)))
        end, before = stop, word
    if tokens:
        tokens[0] = tokens[0]._replace(gap=Gap.BREAK)
    return tokens
