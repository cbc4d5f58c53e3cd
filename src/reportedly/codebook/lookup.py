"""A word in, the codebook's entries for it out; near misses where no code is written so."""

from difflib import get_close_matches

from reportedly.codebook.book import codebook
from reportedly.codebook.entries import Entry

CLOSE = 0.75
"""How alike (difflib's ratio) a word and a code must be for a near miss: "mortr" finds "mortar", "boat" no "bomb"."""


def lookup(word: str) -> tuple[Entry, ...]:
    """The entries whose code is ``word`` and those of the vocabulary called so; else those whose code nearly is.

    Case, spaces, hyphens and underscores make no difference. An empty word gives every entry, a strange one none.
    """
    entries = codebook().entries
    key = _key(word)
    if not key:
        return entries
    exact = tuple(entry for entry in entries if key == _key(entry.code))
    whole = tuple(entry for entry in entries if key in (_key(entry.vocabulary), _key(entry.vocabulary) + "s"))
    return tuple(dict.fromkeys(exact + whole)) or _near(key, entries)


def _near(key: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries whose code is spelled alike or holds the word, the nearest first."""
    keys = list(dict.fromkeys(_key(entry.code) for entry in entries))
    alike = get_close_matches(key, keys, n=8, cutoff=CLOSE)
    holding = [one for one in keys if key in one.split("_") and one not in alike]
    return tuple(entry for one in [*alike, *holding] for entry in entries if _key(entry.code) == one)


def _key(word: str) -> str:
    return "_".join(word.lower().replace("-", " ").replace("_", " ").split())
