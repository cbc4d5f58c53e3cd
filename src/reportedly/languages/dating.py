"""A language code in, the words that say whose day a day is out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from reportedly.languages.phrases import PhraseIndex
from reportedly.languages.tables import spoken, table


@dataclass(frozen=True, slots=True)
class DatingWords:
    """``aftermath``: what comes after a deed and has days of its own; ``alarm``: what dates a deed untold.

    ``relational``: last words of a time that is counted from what follows it; ``parting``: words that part a time from
    the noun after it; ``sequel``: what says that a deed followed the one told before, ``derivation`` what is then
    made of its day, of ``words`` and ``day``; ``explained`` opens the clause of the deed that
    the time before it dates; ``early`` and ``late`` name the first and the last part of a day;
    ``dying``: a death that may follow days after the deed.
    """

    aftermath: PhraseIndex[bool]
    alarm: PhraseIndex[bool]
    relational: frozenset[str]
    parting: frozenset[str]
    sequel: PhraseIndex[bool]
    derivation: str
    explained: PhraseIndex[bool]
    early: PhraseIndex[bool]
    late: PhraseIndex[bool]
    dying: PhraseIndex[bool]


@cache
def dating_words(language: str) -> DatingWords:
    """The dating layer of a language; DataError where its file is missing or broken."""
    raw = cast("Mapping[str, Mapping[str, list[str]]]", table(spoken(language), "dating"))
    return DatingWords(
        aftermath=PhraseIndex((phrase, True) for phrase in raw["aftermath"]["words"]),
        alarm=PhraseIndex((phrase, True) for phrase in raw["alarm"]["words"]),
        relational=frozenset(raw["relational"]["words"]),
        parting=frozenset(raw["parting"]["words"]),
        sequel=PhraseIndex((phrase, True) for phrase in raw["sequel"]["words"]),
        derivation=raw["sequel"]["derivation"][0],
        explained=PhraseIndex((phrase, True) for phrase in raw["explained"]["words"]),
        early=PhraseIndex((phrase, True) for phrase in raw["early"]["words"]),
        late=PhraseIndex((phrase, True) for phrase in raw["late"]["words"]),
        dying=PhraseIndex((phrase, True) for phrase in raw["dying"]["words"]),
    )
