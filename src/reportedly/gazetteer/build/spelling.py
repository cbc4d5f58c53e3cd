"""The spellings a source gives for one place in, those worth keeping out."""

import unicodedata
from collections.abc import Iterable

from reportedly.gazetteer.build.settings import settings
from reportedly.gazetteer.names import fold

LONGEST = 60


def is_latin(name: str) -> bool:
    """True where every letter is Latin and the name opens with a capital (GeoNames lists transliterations too)."""
    if not name or len(name) > LONGEST or not (name[0].isupper() or name[0] in "‘’'ʿ"):
        return False
    return name.isascii() or all("LATIN" in unicodedata.name(char, "") for char in name if char.isalpha())


def is_code(name: str) -> bool:
    """True for an airport or country code among the spellings ("LON")."""
    return name.isupper() and len(name) <= settings().code_letters


def division_names(names: Iterable[str]) -> tuple[str, ...]:
    """A division's names, and each again without its generic word ("Al Anbar Governorate" gives "Al Anbar")."""
    found: dict[str, None] = {}
    for name in names:
        if not is_latin(name) or is_code(name):
            continue
        if len(name) > settings().code_letters - 1:
            found[name] = None
        for word in settings().division_words:
            if name.endswith(" " + word):
                found[name.removesuffix(" " + word)] = None
        for lead in settings().division_leads:
            if name.startswith(lead + " "):
                found[name.removeprefix(lead + " ")] = None
    return tuple(found)


def shortened(name: str) -> tuple[str, ...]:
    """A name with its opening word in short, or in full where it is short ("St. Charles": "Saint Charles")."""
    head, _, rest = name.partition(" ")
    bare = head.removesuffix(".")
    pairs = (pair for pair in settings().shortened if bare in pair and rest)
    return tuple(f"{long if bare == short else short} {rest}" for long, short in pairs)


def article_variants(name: str) -> tuple[str, ...]:
    """An Arabic name without its article, and with "al" for an assimilated one; none for a name without."""
    head, _, rest = fold(name).partition(" ")
    if head not in settings().articles or len(rest) <= settings().code_letters:
        return ()
    return (rest, f"al {rest}", f"el {rest}")
