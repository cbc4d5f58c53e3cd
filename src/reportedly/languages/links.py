"""A language code in, the words that say why two incidents are tied out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from reportedly.languages.tables import FALLBACK, spoken, table


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWords:
    """Templates for the reasons of links; ``bases`` says how the actor is tied to the attack."""

    threat_then_attack: str
    same_day: str
    next_day: str
    later: str
    bases: Mapping[str, str]

    def after(self, days: int) -> str:
        """How many days later, in words."""
        if days == 0:
            return self.same_day
        return self.next_day if days == 1 else self.later.format(days=days)


@cache
def link_words(language: str = FALLBACK) -> LinkWords:
    """The link layer of a language; DataError where its file is missing or broken."""
    raw = table(spoken(language), "links")
    return LinkWords(
        threat_then_attack=str(raw["threat_then_attack"]),
        same_day=str(raw["same_day"]),
        next_day=str(raw["next_day"]),
        later=str(raw["later"]),
        bases=cast("Mapping[str, str]", raw["bases"]),
    )
