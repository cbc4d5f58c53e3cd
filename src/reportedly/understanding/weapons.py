"""A clean text and its figures in, the weapons named in it out, each with its code and, where told, its number."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from reportedly.codebook.names import Words, folded, words_of
from reportedly.languages.weapons import WeaponForms, WeaponWords, weapon_words
from reportedly.records.counts import Count
from reportedly.records.mentions import Figure, WeaponMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span

_HYPHENS = frozenset("-‐‑–")
_SPACE_OR_HYPHEN = re.compile(r"[ \t]+\n?|\n|[-‐‑–]")


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Weapon phrases by their first folded word, the longest first (None: it is no weapon), and one pattern."""

    words: WeaponWords
    phrases: dict[str, tuple[tuple[tuple[str, ...], WeaponForms | None], ...]]
    pattern: re.Pattern[str]
    pattern_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A weapon's own words ``words[start:end]`` and its code."""

    start: int
    end: int
    code: str


def find_weapons(clean: CleanText, figures: tuple[Figure, ...] = ()) -> tuple[WeaponMention, ...]:
    """The weapons of a text in order, without overlap; nothing from furniture.

    ``name`` is the report's wording with its modifiers and without the number. ``count`` comes from the figure right
    before it, or is one after "a"; None where the number counts attacks ("two drone attacks") or none is told.
    """
    index = _index(clean.language)
    words = words_of(clean.text)
    ends = {figure.span.end: figure for figure in figures}
    found = []
    for hit in _hits(words, index):
        mention = _mention(words, hit, index=index, figures=ends)
        if not any(mention.span.overlaps(span) for span in clean.furniture):
            found.append(mention)
    return tuple(found)


@cache
def _index(language: str) -> _Index:
    words = weapon_words(language)
    pairs = [(folded(word), forms) for forms in words.forms for word in forms.words]
    phrases: dict[str, list[tuple[tuple[str, ...], WeaponForms | None]]] = {}
    for phrase, forms in [*pairs, *((folded(phrase), None) for phrase in words.none)]:
        phrases.setdefault(phrase[0], []).append((phrase, forms))
    coded = [(pattern.pattern, forms.code) for forms in words.forms for pattern in forms.patterns]
    return _Index(
        words=words,
        phrases={first: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for first, group in phrases.items()},
        pattern=re.compile("|".join(f"({pattern})" for pattern, _ in coded)),
        pattern_codes=tuple(code for _, code in coded),
    )


def _hits(words: Words, index: _Index) -> list[_Hit]:
    """Weapons by word and by type with a number, in order; of the two at one place the longer."""
    found: list[_Hit] = []
    free = 0
    for at in _places(words.folds, index):
        if at < free:
            continue
        by_word = _phrase_at(words, at, index)
        by_type = _typed_at(words, at, index)
        end, code = by_word if by_word is not None else (at, None)
        if by_type is not None and by_type[0] >= end:
            end, code = by_type
        if code is not None and not _cancelled(words, end, index.words):
            found.append(_Hit(at, end, code))
        free = max(end, at + 1)
    return found


def _places(folds: tuple[str, ...], index: _Index) -> list[int]:
    """Where a weapon can begin: at a phrase's first word, and at or before a word with a digit or a sign in it."""
    places = {at for at, fold in enumerate(folds) if fold in index.phrases}
    numbered = [at for at, fold in enumerate(folds) if not fold.isalpha()]
    return sorted(places.union(numbered, [at - 1 for at in numbered if at and folds[at][0].isdigit()]))


def _typed_at(words: Words, at: int, index: _Index) -> tuple[int, str] | None:
    """Where a type with a number ("F-16s") that starts at word ``at`` ends, and its code; None where none does."""
    numbered = not words.folds[at].isalpha() or (at + 1 < len(words.folds) and words.folds[at + 1][0].isdigit())
    match = index.pattern.match(words.text, words.starts[at]) if numbered else None
    if match is None:
        return None
    return bisect_left(words.starts, match.end()), index.pattern_codes[(match.lastindex or 1) - 1]


def _phrase_at(words: Words, at: int, index: _Index) -> tuple[int, str | None] | None:
    """Where the longest phrase at ``at`` ends and its code (None: it is no weapon); None without a phrase."""
    for phrase, forms in index.phrases.get(words.folds[at], ()):
        end = at + len(phrase)
        if words.folds[at:end] != phrase or not all(_joined(words, inner) for inner in range(at, end - 1)):
            continue
        if forms is None:
            return end, None
        if not forms.cased or words.raw(at)[0].isupper() or words.text.islower():
            return end, forms.code
    return None


def _joined(words: Words, at: int) -> bool:
    return _SPACE_OR_HYPHEN.fullmatch(words.gap(at)) is not None


def _cancelled(words: Words, end: int, vocabulary: WeaponWords) -> bool:
    """True where the word after the weapon makes it something else ("missile factory")."""
    return end < len(words.folds) and words.folds[end] in vocabulary.cancelled_by and _joined(words, end - 1)


def _mention(words: Words, hit: _Hit, *, index: _Index, figures: dict[int, Figure]) -> WeaponMention:
    start = _left_edge(words, hit.start, index.words)
    span = Span(words.starts[start], words.ends[hit.end - 1])
    name = " ".join(span.of(words.text).split())
    count = (
        None if _counts_deeds(words, hit.end, index.words) else _count(words, start, hit, figures=figures, index=index)
    )
    return WeaponMention(span=span, code=hit.code, name=name, count=count)


def _left_edge(words: Words, at: int, vocabulary: WeaponWords) -> int:
    """Leftwards over modifiers and hyphened compounds; a number that starts a compound belongs to it ("122-mm")."""
    while at > 0 and _joined(words, at - 1) and "\n" not in words.gap(at - 1):
        hyphen = words.gap(at - 1) in _HYPHENS
        if words.folds[at - 1] in vocabulary.prefixes:
            break
        if not hyphen and words.folds[at - 1] not in vocabulary.modifiers:
            break
        at -= 1
    return at


def _counts_deeds(words: Words, end: int, vocabulary: WeaponWords) -> bool:
    return end < len(words.folds) and words.folds[end] in vocabulary.deeds and _joined(words, end - 1)


def _count(words: Words, start: int, hit: _Hit, *, figures: dict[int, Figure], index: _Index) -> Count | None:
    """The figure that ends right before the name, else one after an article before a singular, else None."""
    if start == 0 or not _joined(words, start - 1):
        return None
    figure = figures.get(words.ends[start - 1])
    if figure is not None:
        return figure.count
    singular = not index.words.plural(words.folds[hit.end - 1])
    return Count.exactly(1) if singular and words.folds[start - 1] in index.words.articles else None
