"""Names in, their spellings and folded words out: what makes al-Qa'ida and Al Qaida one name, in any letter case."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_](?:\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+|[^\W_]*(?:['’ʼ‘`´][^\W_]+)*)")
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´.")
_POSSESSIVE = re.compile(r"['’ʼ‘`´][sS]$")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text as parallel tuples: where each starts and ends, and its folded form.

    A possessive ending is left outside the word, a hyphen parts two words, dots inside initials ("U.S.") do not.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folds: tuple[str, ...]

    def gap(self, at: int) -> str:
        """What stands between word ``at`` and the next one, a possessive ending included; "" after the last."""
        return self.text[self.ends[at] : self.starts[at + 1]] if at + 1 < len(self.starts) else ""

    def raw(self, at: int) -> str:
        """Word ``at`` as it is written."""
        return self.text[self.starts[at] : self.ends[at]]


def fold(word: str) -> str:
    """One word in lower case, without marks on letters, apostrophes and the dots of initials."""
    if word.isascii():
        return word.lower().translate(_APOSTROPHES)
    bare = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
    return "".join(char for char in bare if not unicodedata.combining(char)).lower()


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """The words of ``text`` in order; the last few texts are remembered, as several layers read the same one."""
    starts: list[int] = []
    ends: list[int] = []
    folds: list[str] = []
    for match in _WORD.finditer(text):
        raw = match[0]
        start, end = match.span()
        if raw.isalnum() and raw.isascii():
            folds.append(raw.lower())
        else:
            ending = _POSSESSIVE.search(raw) if len(raw) > 2 else None  # noqa: PLR2004 - an ending and a letter
            end = start + ending.start() if ending else end
            folds.append(fold(text[start:end]))
        starts.append(start)
        ends.append(end)
    return Words(text, tuple(starts), tuple(ends), tuple(folds))


def folded(name: str) -> tuple[str, ...]:
    """The folded words of a name: the key under which all its ways of writing meet."""
    return words_of.__wrapped__(name).folds


def spellings(pattern: str, variants: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Every spelling of a pattern: ``(a|b)`` is a choice, ``{name}`` the choice ``variants`` holds under that name.

    KeyError where ``variants`` lacks the name; ValueError where a bracket is left open.
    """
    found, at = _choices(_filled(pattern, variants), 0)
    if at < len(pattern) and at < len(_filled(pattern, variants)):
        raise ValueError(f"{pattern!r}: a bracket closes that was not opened")
    return tuple(dict.fromkeys(" ".join(one.split()) for one in found))


def _filled(pattern: str, variants: Mapping[str, tuple[str, ...]]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: "(" + "|".join(variants[match[1]]) + ")", pattern)


def _choices(pattern: str, at: int) -> tuple[list[str], int]:
    """The choices from ``at`` up to the bracket that closes them (or the end), and where that is."""
    done: list[str] = []
    now = [""]
    while at < len(pattern) and pattern[at] != ")":
        char = pattern[at]
        if char == "|":
            done, now = done + now, [""]
        elif char == "(":
            inner, at = _choices(pattern, at + 1)
            if at >= len(pattern):
                raise ValueError(f"{pattern!r}: a bracket is left open")
            now = [head + tail for head in now for tail in inner]
        else:
            now = [head + char for head in now]
        at += 1
    return done + now, at
