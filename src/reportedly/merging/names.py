"""A text in, the rare names and words in its first part out: reports of one event share those of its people.

What is common is the language's to say (``languages/common.py``); no corpus is asked, so that a report's names never
depend on what else a ledger holds.
"""

from reportedly.codebook.names import Words, words_of
from reportedly.languages.common import common_words

LEAD = 250
"""Words of a text that are looked at: what follows in a long one is seldom about its main incident. 250, 400 and all
told the pairs of GVC equally well (November 2026)."""


def names_in(text: str, language: str) -> tuple[str, ...]:
    """Rare words and numbers written with a capital or a digit only, and runs of two such words, folded and sorted.

    A run ("maria lopez") may open or close with a common word ("lopez street"), but not both.
    """
    words = words_of(text)
    common, size = common_words(language).words, min(LEAD, len(words.folds))
    small = {words.folds[at] for at in range(size) if not _is_name(words, at)}
    names = {at for at in range(size) if _is_name(words, at) and words.folds[at] not in small}
    rare = {at for at in names if words.folds[at] not in common and len(words.folds[at]) > 1}
    runs = [at for at in names if at + 1 in names and words.gap(at) == " " and (at in rare or at + 1 in rare)]
    return tuple(sorted({words.folds[at] for at in rare} | {" ".join(words.folds[at : at + 2]) for at in runs}))


def rare_words_in(text: str, language: str) -> tuple[str, ...]:
    """The other rare words, written small at least once, folded and sorted."""
    words = words_of(text)
    common, size = common_words(language).words, min(LEAD, len(words.folds))
    small = {words.folds[at] for at in range(size) if not _is_name(words, at)}
    return tuple(sorted(word for word in small if word not in common and len(word) > 1))


def _is_name(words: Words, at: int) -> bool:
    first = words.text[words.starts[at]]
    return first.isupper() or first.isdigit()
