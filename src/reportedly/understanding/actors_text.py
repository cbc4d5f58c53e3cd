"""A clean text and a lexicon in, its words out with what is known of each: case, sentence, and the names on them."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.codebook.names import Words, words_of
from reportedly.languages.actors import Role
from reportedly.records.reports import CleanText
from reportedly.understanding.actors_lexicon import Index, Lexicon, Name, T, Use

_JOINED = re.compile(r"(?:['’]s?)?(?:[ \t]+|[ \t]*\n?[ \t]*|[ \t]*[-‐‑–/][ \t]*|[ \t]*[\"“”'‘’(][ \t]*)")
HYPHENS = frozenset("-‐‑–")
SHORT = 3
"""An acronym below this length is only trusted in mixed case ("IS", "AA")."""
TITLED = 0.7
"""A heading with more of its longer words capitalised is in title case, and its capitals mark no names."""
LONG = 4
"""Words shorter than this stay small in title case and are not counted."""


class Case(StrEnum):
    """What capitals tell in a sentence: names (mixed); nothing as all are (upper) or most or none (title, lower)."""

    MIXED = "mixed"
    UPPER = "upper"
    LOWER = "lower"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Found:
    """A known name on ``words[start:end]``."""

    start: int
    end: int
    names: tuple[Name, ...]

    def used(self, *uses: Use) -> Name | None:
        """The first reading of the name in one of these uses; None where it has none."""
        return next((name for name in self.names if name.use in uses), None)


@dataclass(slots=True, eq=False)
class Marked:
    """A text's words with their sentence's case, the number of their sentence, and the names found on them."""

    words: Words
    lexicon: Lexicon
    cases: list[Case] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    names: list[Found] = field(default_factory=list)
    starting: dict[int, Found] = field(default_factory=dict)
    ending: dict[int, Found] = field(default_factory=dict)
    covering: dict[int, Found] = field(default_factory=dict)

    def capital(self, at: int) -> bool:
        """True where word ``at`` is capitalised and that tells a name: mixed case, not the first word of a sentence."""
        if self.cases[at] is not Case.MIXED or not self.words.text[self.words.starts[at]].isupper():
            return False
        return at > 0 and self.sentences[at - 1] == self.sentences[at]

    def together(self, at: int) -> bool:
        """True where word ``at`` and the next stand in one sentence with only a space, hyphen or slash between."""
        if at + 1 >= len(self.sentences) or self.sentences[at] != self.sentences[at + 1]:
            return False
        gap = self.words.gap(at)
        return gap in (" ", "-", "\n", "/", "‐", "‑", "–") or not gap.strip()


def mark(clean: CleanText, lexicon: Lexicon) -> Marked:
    """The words of a text with everything the finders share."""
    marked = Marked(words_of(clean.text), lexicon)
    _mark_sentences(marked, clean)
    free = 0
    for at, fold in enumerate(marked.words.folds):
        found = _name_at(marked, at) if fold in lexicon.names and at >= free else None
        if found is not None:
            marked.names.append(found)
            marked.starting[found.start] = found
            marked.ending[found.end - 1] = found
            marked.covering.update(dict.fromkeys(range(found.start, found.end), found))
            free = found.end
    return marked


def phrase_at(index: Index[T], folds: tuple[str, ...], at: int) -> tuple[int, T] | None:
    """The end and the value of the longest phrase of ``index`` that starts at word ``at``; None where none does."""
    lengths, known = index.get(folds[at]) or ((), {})
    for length in lengths:
        value = known.get(folds[at : at + length])
        if value is not None and at + length <= len(folds):
            return at + length, value
    return None


def _mark_sentences(marked: Marked, clean: CleanText) -> None:
    starts = marked.words.starts
    text = clean.text
    at = 0
    lower = text.islower()
    for number, sentence in enumerate(clean.sentences):
        first, at = at, bisect_left(starts, sentence.span.end, at)
        if lower:
            case = Case.LOWER
        elif text[sentence.span.start : sentence.span.end].isupper():
            case = Case.UPPER
        else:
            case = Case.TITLE if sentence.heading and _in_title_case(marked.words, first, at) else Case.MIXED
        marked.cases += [case] * (at - first)
        marked.sentences += [number] * (at - first)
    rest = len(starts) - at
    marked.cases += [Case.MIXED] * rest
    marked.sentences += [len(clean.sentences)] * rest


def _in_title_case(words: Words, first: int, end: int) -> bool:
    long = [at for at in range(first + 1, end) if words.ends[at] - words.starts[at] >= LONG]
    capitals = sum(1 for at in long if words.text[words.starts[at]].isupper())
    return len(long) > 1 and capitals > TITLED * len(long)


def _name_at(marked: Marked, at: int) -> Found | None:
    folds = marked.words.folds
    lengths, known = marked.lexicon.names[folds[at]]
    for length in lengths:
        end = at + length
        names = known.get(folds[at:end])
        if names is None or end > len(folds) or (length > 1 and not _unbroken(marked, at, end)):
            continue
        kept = tuple(name for name in names if _written(marked, at, end, name=name))
        if kept and not _of_a_part(marked, at, end, kept):
            return Found(at, end, kept)
    return None


def _of_a_part(marked: Marked, start: int, end: int, names: tuple[Name, ...]) -> bool:
    """True for a state's name inside that of a part of some country: "New Mexico", "Niger State", "Lebanon County"."""
    if not any(name.state and name.use is Use.NAME for name in names):
        return False
    folds, words = marked.words.folds, marked.lexicon.words
    if start and f"{folds[start - 1]} {folds[start]}" in words.parts_of_others:
        return True
    if end == len(folds) or folds[end] not in words.divisions:
        return False
    following = phrase_at(marked.lexicon.heads, folds, end + 1) if end + 1 < len(folds) else None
    police = following is not None and any(head.role is Role.POLICE for head in following[1])
    return police or marked.words.text[marked.words.starts[end]].isupper()


def _unbroken(marked: Marked, start: int, end: int) -> bool:
    """True where nothing but spaces, hyphens, quotation marks or a possessive ending parts the words of a name."""
    if marked.sentences[start] != marked.sentences[end - 1]:
        return False
    return all(_JOINED.fullmatch(marked.words.gap(at)) for at in range(start, end - 1))


def _written(marked: Marked, start: int, end: int, *, name: Name) -> bool:
    """True where the letter case of the words fits the name."""
    words = marked.words
    raw = words.text[words.starts[start] : words.ends[end - 1]]
    if name.use is not Use.ACRONYM:
        no_capitals = marked.cases[start] in (Case.LOWER, Case.UPPER) or name.written.islower()
        return no_capitals or not raw.islower()
    bare = raw.replace(".", "")
    if marked.cases[start] in (Case.MIXED, Case.TITLE):
        return bare.isupper() or bare == name.written or (len(bare) >= LONG and bare == bare.capitalize())
    return "." in raw or (len(bare) >= SHORT and bare.lower() not in marked.lexicon.words.wordlike)
