"""A text in, its tokens out: words and marks with one-letter tags, so that phrases are found by patterns over tags."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportedly.languages.speech import SpeechTable
from reportedly.records.spans import Span
from reportedly.understanding.speech.tagging import MARKS, Place, peek, plain_tag, small_tag, tag_of

_BRACKETS = re.compile(r"(?<=[NC])\([^()\"]{1,8}\)")
_NICKNAME = re.compile('(?<=C)"C{1,3}"(?=C)')


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of one text as parallel columns, compared by identity; ``tags`` has one character a token.

    D determiner, Q number or quantifier, P possessive pronoun, R pronoun, W relative, T that, O of, I preposition,
    A and, B other conjunction, X auxiliary, V speech verb, F other finite verb, E form in -ed, K form in -ing, L
    adverb, M time word, S possessive ending, C capitalised, N any other word; punctuation stands for itself, ";" for
    dashes too; "_" is whatever stands in short brackets.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lows: tuple[str, ...]
    tags: str

    def word(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def words(self, first: int, last: int) -> str:
        """The text from token ``first`` to before token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def at(self, offset: int) -> int:
        """The index of the first token that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)


def tokenise(text: str, table: SpeechTable, *, headings: Sequence[Span] = (), quotes: Collection[int] = ()) -> Tokens:
    """The tokens of ``text``, tagged; full stops of abbreviations and initials belong to their word.

    Inside ``headings`` a speech verb may be capitalised ("Mayor Says Two Died"). ``quotes`` are the offsets of single
    quotation marks, which are told from apostrophes by their pairs.
    """
    found = list(table.endings.token.finditer(text))
    starts: list[int] = []
    ends: list[int] = []
    lows: list[str] = []
    tags: list[str] = []
    shouted = text.isupper()
    prev, low_prev, end = ".", "", 0
    for index, match in enumerate(found):
        word, kind, last = match[0], match.lastgroup, end
        start, end = match.span()
        if start > last + 1 and "\n\n" in text[last:start]:
            prev, low_prev = ".", ""
        low = word if kind == "plain" else word.lower()
        tag = small_tag(word, table) if kind == "plain" else _FIXED.get(kind or "", "")
        if kind == "mark":
            if word == "." and ends and ends[-1] == start and _abbreviates(low_prev, tags, table):
                ends[-1] = end
                continue
            tag = '"' if start in quotes else MARKS.get(word, ";")
        elif kind == "num":
            tag = "M" if prev == "M" else "Q"
        elif not tag and low not in table.verbs and word.islower():
            tag = plain_tag(low, prev=prev, table=table)
        elif not tag:
            known = low in table.verbs
            after = (
                peek(found[index + 1].group(), table)
                if (known or low in table.given) and index + 1 < len(found)
                else "."
            )
            heading = known and any(span.start <= start < span.end for span in headings)
            tag = tag_of(word, low, place=Place(prev, low_prev, after, heading, shouted), table=table)
        starts.append(start)
        ends.append(end)
        lows.append(low)
        tags.append(tag)
        prev, low_prev = tag, low
    return Tokens(text, tuple(starts), tuple(ends), tuple(lows), _masked("".join(tags)))


_FIXED = {"poss": "S", "clitic": "X"}


def _masked(tags: str) -> str:
    """The tags with short brackets and what they hold as "_", so that a phrase may run over them.

    A nickname inside a name (``Ivo "Red" Toll``) is part of the name, marks included.
    """
    bracketed = _BRACKETS.sub(lambda match: "_" * len(match.group()), tags)
    return _NICKNAME.sub(lambda match: "C" * len(match.group()), bracketed)


def _abbreviates(low: str, tags: list[str], table: SpeechTable) -> bool:
    """True for "Gen." and for the initial of a name, not for a letter that ends a sentence ("wrote on X.")."""
    return low in table.abbreviations or (tags[-1] == "C" and len(low) == 1 and tags[-2:-1] != ["I"])
