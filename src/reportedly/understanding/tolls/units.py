"""One sentence in, its units out: effect words, figures, people words, names and the small words between them."""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.languages.tokens import Token
from reportedly.languages.tolls import Reading, TollWords
from reportedly.records.counts import Count

EFFECT, FIGURE, AGE, PERSON, NAME, OTHER = "effect", "figure", "age", "person", "name", "other"
"""The roles of units that are no small words; the small words' roles are ``languages.tolls.ROLES``."""


class Unit(NamedTuple):
    """A stretch ``start``-``end`` (characters) of one role; ``word`` is lower case, ``kind`` how a person counts.

    A named tuple, as every word of a sentence that tells of harm becomes one.
    """

    role: str
    word: str
    start: int
    end: int
    number: Count | None = None
    readings: tuple[Reading, ...] = ()
    kind: str = ""


def _effect_or_role(plain: list[str], at: int, words: TollWords) -> tuple[int, str, tuple[Reading, ...]] | None:
    effect = words.effects.at(plain, at)
    role = words.roles.at(plain, at)
    if effect and (role is None or effect[0] >= role[0]):
        return effect[0], EFFECT, words.readings[effect[1]]
    return (role[0], role[1], ()) if role else None


def _plain_role(word: str, raw: str, words: TollWords, *, cased: bool) -> tuple[str, str]:
    """The role and the kind of a word that is in no phrase list."""
    kind = words.people.get(word)
    if kind:
        return PERSON, kind
    if word.replace("–", "-").endswith(words.year_olds):
        return AGE, "many" if word.endswith(words.plural_endings) else "one"
    if cased and raw[0].isupper():
        return NAME, ""
    return OTHER, ""


def units_of(
    text: str,
    tokens: Sequence[Token],
    *,
    figures: dict[int, tuple[int, Count]],
    words: TollWords,
    cased: bool,
    named: frozenset[int] = frozenset(),
) -> list[Unit]:
    """The units of a sentence's tokens; ``figures`` maps a figure's first character to its end and count.

    ``named`` are the first characters of words known to be part of a person's name.
    """
    plain = [word for word, _, _ in tokens]
    found: list[Unit] = []
    free = 0
    for at, (word, begin, stop) in enumerate(tokens):
        if at < free:
            continue
        if begin in named:
            found.append(Unit(NAME, word, begin, stop, kind=PERSON))
            continue
        lone = words.lone.get(word)
        if lone is not None and begin not in figures:
            found.append(Unit(lone, word, begin, stop))
            continue
        phrase = _effect_or_role(plain, at, words) if word in words.starts else None
        figure = figures.get(begin)
        if figure is not None and _is_offspring(found, words):
            found.pop()
            continue
        if figure and not (phrase and phrase[1] in ("nobody", EFFECT) and phrase[0] > at + 1):
            last, count = figure
            free = next((place for place in range(at, len(tokens)) if tokens[place][1] >= last), len(tokens))
            found.append(Unit(FIGURE, text[begin:last].lower(), begin, last, count))
        elif phrase:
            free, role, readings = phrase
            found.append(Unit(role, " ".join(plain[at:free]), begin, tokens[free - 1][2], readings=readings))
        else:
            role, kind = _plain_role(word, text[begin:stop], words, cased=cased)
            found.append(Unit(role, word, begin, stop, kind=kind))
    return _with_gaps(_without_ages(found), words)


def _is_offspring(before: Sequence[Unit], words: TollWords) -> bool:
    """True behind "a mother of": what follows counts her children."""
    return len(before) > 1 and before[-1].role == "of" and before[-2].word in words.words["begetters"]


_AGE_DIGITS = 3


def _without_ages(units: list[Unit]) -> list[Unit]:
    """The units without the ages in brackets behind names and persons: "recruit Ada Obi (19) was hurt"."""
    found: list[Unit] = []
    at = 0
    while at < len(units):
        opens = units[at].word == "(" and bool(found) and found[-1].role in (NAME, PERSON)
        aged = opens and [unit.word.isdigit() for unit in units[at + 1 : at + 3]] == [True, False]
        if aged and len(units[at + 1].word) < _AGE_DIGITS and units[at + 2].word == ")":
            at += 3
        else:
            found.append(units[at])
            at += 1
    return found


_REACH = 7
"""How many units may stand between "taken" and "hospital", or "with" and "wound"."""


def _with_gaps(units: list[Unit], words: TollWords) -> list[Unit]:
    """As in "taken to Mercy Hospital" and "with a gunshot wound" as one unit each, an effect of their own."""
    here = {unit.word for unit in units}
    if all(words.gaps[key].isdisjoint(here) for key in ("carried", "suffered", "clinics")):
        return units
    found: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        closing, effect = None, "harmed"
        if (
            unit.word in words.gaps["carried"]
            and at + 1 < len(units)
            and units[at + 1].role in ("preposition", "adverb", "modal")
        ):
            closing, kind = _closing(units, at, words.gaps["hospitals"], words), "participle"
        elif unit.word in words.gaps["suffered"]:
            closing, kind = _closing(units, at, words.gaps["wounds"], words), "intransitive"
        elif unit.word in words.gaps["lying_in"] and at and units[at - 1].role == "be":
            closing, kind, effect = _closing(units, at, words.gaps["clinics"], words), "lying", "injured"
        if closing is None:
            found.append(unit)
            at += 1
            continue
        found.append(unit._replace(role=EFFECT, end=units[closing].end, readings=(Reading(effect, kind),), kind="gap"))
        at = closing + 1
    return found


def _closing(units: list[Unit], at: int, ends: frozenset[str], words: TollWords) -> int | None:
    for place in range(at + 1, min(at + 1 + _REACH, len(units))):
        unit = units[place]
        if unit.word in ends:
            return place
        if unit.role in ("boundary", "be", "have", "verb", "figure", "nobody") or (
            unit.role == EFFECT and unit.word not in ends
        ):
            return None
        if unit.word in words.gaps["blocked"]:
            return None
    return None
