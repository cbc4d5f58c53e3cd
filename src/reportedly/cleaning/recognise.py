"""What was said of a language and a text in, a BCP 47 tag out."""

import re

from reportedly.languages.furniture import furniture
from reportedly.languages.tables import languages

UNDETERMINED = "und"
"""BCP 47's tag for a language not known; the language rooms read it by their fallback."""
SHARE = 0.16
"""A text is in a language where at least this share of its words are the language's function words. English news has
0.35 to 0.45, German, French, Spanish and Dutch under 0.10 of the English ones (own sentences and lists, 2026)."""
WORDS_READ = 300
FEWEST_WORDS = 4

_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_][A-Za-z0-9-]+)?")


def tag_of(said: str | None) -> str | None:
    """``en_us`` as ``en-US``; None where it is no language tag (extensions and variants are dropped)."""
    match = _TAG.fullmatch(said.strip()) if said else None
    if match is None:
        return None
    language, script, region = match.groups()
    parts = [language.lower(), script.title() if script else "", region.upper() if region else ""]
    return "-".join(part for part in parts if part)


def recognise(text: str) -> str:
    """The language of a text by its function words; ``und`` where none stands out."""
    words = [word.lower() for word in _WORD.findall(text[: WORDS_READ * 10])[:WORDS_READ]]
    if len(words) < FEWEST_WORDS:
        return UNDETERMINED
    shares = {code: sum(word in furniture(code).function_words for word in words) / len(words) for code in languages()}
    best = max(shares, key=lambda code: (shares[code], code), default=UNDETERMINED)
    return best if shares.get(best, 0.0) >= SHARE else UNDETERMINED


def language_of(text: str, *said: str | None) -> str:
    """The first tag that was said and is one, else what the text itself shows."""
    return next((tag for tag in map(tag_of, said) if tag and tag != UNDETERMINED), None) or recognise(text)
