"""Text in, lower-case tokens out: words with inner hyphens and apostrophes, numbers with inner marks, lone marks."""

import re
from functools import lru_cache

TOKEN = re.compile(
    r"[^\s_](?:"  # every token's first character, so that the search skips white space
    r"\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+"  # U.S., a.m.
    r"|(?<=[^\W_])[^\W_]*(?:(?:[-‐‑'’/]|(?<=\d)[.,:](?=\d)|(?<=\d)–(?=[a-z\d]))[^\W_]+)*"
    r"|)"
)

Token = tuple[str, int, int]
"""A token in lower case, its start and its end in the text."""


@lru_cache(maxsize=512)
def cut(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tokens of ``text[start:end]``; the last few hundred stretches are kept for the layers that follow."""
    stop = len(text) if end is None else end
    return tuple([(match[0].lower(), *match.span()) for match in TOKEN.finditer(text, start, stop)])
