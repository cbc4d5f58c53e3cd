"""A language code in, the words that tie doers to deeds out: claims, denials, accusations, suspicions, silence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import cast

from reportedly.languages.patterns import PatternIndex
from reportedly.languages.phrases import PhraseIndex
from reportedly.languages.tables import spoken, table
from reportedly.records.vocabulary import Basis


class Side(StrEnum):
    """Where the one a cue is about stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Gapped:
    """Verbs that accuse the one behind their link ("attribute the launch to X", "pinned the blame on X").

    ``needs``: of these one stands between verb and bearer, or is the verb itself; empty where the verb tells enough.
    """

    verbs: frozenset[str]
    links: PhraseIndex[bool]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class BlameWords:
    """Everything a language says about blame; ``cues`` give the basis and the side its bearer stands on.

    ``own_words`` claim a deed told behind them (True), or one told before (False: "it was theirs").
    """

    cues: PatternIndex[tuple[Basis, Side]]
    mutual: PhraseIndex[bool]
    withheld: PatternIndex[bool]
    nobody: PhraseIndex[bool]
    hedges: PhraseIndex[bool]
    condition: PhraseIndex[bool]
    victims: frozenset[str]
    asking: frozenset[str]
    undergone: frozenset[str]
    own_words: PhraseIndex[bool]
    claiming: frozenset[str]
    holding: frozenset[str]
    responsible: frozenset[str]
    failings: frozenset[str]
    adjectives: frozenset[str]
    persons: frozenset[str]
    persons_after: frozenset[str]
    denied_strongly: frozenset[str]
    denied_habitually: frozenset[str]
    aside: frozenset[str]
    answers: frozenset[str]
    own: frozenset[str]
    local: frozenset[str]
    state_media: frozenset[str]
    denied_objects: frozenset[str]
    likened: PhraseIndex[bool]
    gapped: tuple[Gapped, ...]


def _gapped(raw: object) -> tuple[Gapped, ...]:
    entries = cast("list[Mapping[str, list[str]]]", raw)
    return tuple(
        Gapped(
            verbs=frozenset(entry["verbs"]),
            links=PhraseIndex((link, True) for link in entry["links"]),
            needs=frozenset(entry.get("needs", [])),
        )
        for entry in entries
    )


@cache
def blame_words(language: str) -> BlameWords:
    """The blame layer of a language; DataError where its file is missing or broken."""
    raw = cast("Mapping[str, Mapping[str, list[str]]]", table(spoken(language), "blame"))
    cues = [
        (phrase, (basis, side))
        for basis in (Basis.CLAIMED, Basis.DENIED, Basis.ACCUSED, Basis.SUSPECTED)
        for side in Side
        for phrase in raw[basis.value][side.value]
    ]
    cues += [(phrase, (Basis.ACCUSED, Side.RIGHT)) for phrase in raw["accused"]["holding"]]
    return BlameWords(
        cues=PatternIndex(cues),
        mutual=PhraseIndex((phrase, True) for phrase in raw["accused"]["mutual"]),
        withheld=PatternIndex((phrase, True) for phrase in raw["withheld"]["phrases"]),
        nobody=PhraseIndex((phrase, True) for phrase in raw["nobody"]["before"]),
        hedges=PhraseIndex((phrase, True) for phrase in raw["hedges"]["before"]),
        condition=PhraseIndex((phrase, True) for phrase in raw["threat"]["condition"]),
        own_words=PhraseIndex(
            [
                *((phrase, True) for phrase in raw["claimed"]["own_words"]),
                *((phrase, False) for phrase in raw["claimed"]["own_deed"]),
            ]
        ),
        claiming=frozenset(raw["claimed"]["verbs"]),
        holding=frozenset(raw["accused"]["holding"]),
        responsible=frozenset(raw["accused"]["responsible"]),
        failings=frozenset(raw["accused"]["failings"]),
        adjectives=frozenset(raw["suspected"]["adjectives"]),
        persons=frozenset(raw["suspected"]["persons"]),
        persons_after=frozenset(raw["suspected"]["persons_after"]),
        denied_strongly=frozenset(raw["denied"]["strong"]),
        denied_habitually=frozenset(raw["denied"]["habitual"]),
        aside=frozenset(raw["denied"]["aside"]),
        answers=frozenset(raw["denied"]["answers"]),
        victims=frozenset(raw["withheld"]["victims"]),
        asking=frozenset(raw["withheld"]["asking"]),
        undergone=frozenset(raw["withheld"]["undergone"]),
        own=frozenset(raw["own"]["pronouns"]),
        local=frozenset(raw["local"]["words"]),
        state_media=frozenset(raw["local"]["state_media"]),
        denied_objects=frozenset(raw["denied"]["objects"]),
        likened=PhraseIndex((phrase, True) for phrase in raw["suspected"]["likened"]),
        gapped=_gapped(raw["accused"]["gapped"]),
    )
