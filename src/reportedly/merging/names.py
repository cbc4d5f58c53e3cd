"""A text in, the rare names written in it out: two reports of one event share those of its people and streets."""

import re

from reportedly.codebook.names import fold

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]+")
MOST = 60
"""Names kept of a text, the first ones written: what comes later in a long text is seldom about its main incident."""


def names_in(text: str) -> tuple[str, ...]:
    """Folded words written with a capital wherever they stand, sorted; a word written small anywhere is no name."""
    small: set[str] = set()
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isupper():
            found.setdefault(fold(word))
        else:
            small.add(fold(word))
    return tuple(sorted([name for name in found if name not in small][:MOST]))
