"""A language code in, its words for people killed, injured and taken out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.numbers import Phrases, phrases, section, strings
from reportedly.languages.tables import spoken, table


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an effect word: its effect, and where the figure stands (``kind``, explained in the table)."""

    effect: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TollWords:
    """The words of one language, lower case: ``readings`` by effect phrase, ``roles`` by other phrases, plain sets."""

    effects: Phrases
    readings: dict[str, tuple[Reading, ...]]
    roles: Phrases
    people: dict[str, str]
    gaps: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    cumulative_pattern: re.Pattern[str]
    lone_before: re.Pattern[str]
    lone_behind: re.Pattern[str]
    strike: tuple[str, ...]
    struck: re.Pattern[str]
    assailing: re.Pattern[str]
    weak_doers: re.Pattern[str]
    deeds: re.Pattern[str]
    felled_by: re.Pattern[str]
    responders: frozenset[str]
    drivers: frozenset[str]
    wheels: frozenset[str]
    year_olds: tuple[str, ...]
    plural_endings: tuple[str, ...]
    owner_endings: tuple[str, ...]
    gate: frozenset[str]
    lone: dict[str, str]
    starts: frozenset[str]


ROLES = (
    "nobody",
    "any",
    "including",
    "partitive",
    "negation",
    "modal",
    "pronoun",
    "determiner",
    "definite",
    "boundary",
    "verb",
    "be",
    "have",
    "adverb",
    "list_and",
    "and",
    "comma",
    "relative",
    "of",
    "preposition",
    "more",
    "plural_pronoun",
    "pair",
)
"""The roles a word can play between a figure and its verb; the first that lists the word wins."""

PEOPLE = ("one", "many", "attacker_one", "attacker_many", "fighter_one", "fighter_many", "nation_one", "nation_many")
"""How people are named: one or many; attackers, fighters (attackers where they attack), nationals."""


def _readings(raw: dict[str, object], where: str) -> dict[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    entries = raw.get("effect")
    if not isinstance(entries, list):
        raise DataError(f"{where}: a list of [[effect]] is right")
    for entry in entries:
        if not isinstance(entry, dict):
            raise DataError(f"{where}: [[effect]] is a table, got {entry!r}")
        reading = Reading(str(entry["effect"]), str(entry["kind"]))
        for word in strings(entry.get("words"), where):
            found[word] = (*found.get(word, ()), reading)
    return found


def _role_phrases(classes: dict[str, object], where: str) -> Phrases:
    chosen: dict[str, str] = {}
    for role in ROLES:
        for word in strings(classes.get(role), where):
            chosen.setdefault(word, role)
    return phrases(chosen.items())


def _cumulative(cues: dict[str, object], where: str) -> re.Pattern[str]:
    """What makes a sentence one of many incidents or of years gone by: plain phrases and patterns."""
    plain = [re.escape(cue) for cue in strings(cues.get("cumulative"), where)]
    return re.compile(r"\b(?:" + "|".join([*plain, *strings(cues.get("patterns"), where)]) + r")")


def _lone_deed(cues: dict[str, object], where: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One deed as what kills, right before a toll, and as what people are killed in, right behind it."""
    keys = ("lone_articles", "lone_deeds", "lone_joints", "lone_ties")
    articles, deeds, joints, ties = (_any_of(strings(cues.get(key), where)) for key in keys)
    deed = rf"{articles} (?:[\w-]+ ){{0,3}}?{deeds}\b"
    before = rf"\b{deed}(?:,? {joints}(?: [^\s,;.]+){{0,7}}?)?(?:, {joints})? $"
    return re.compile(before), re.compile(rf"(?: [\w-]+){{0,2}}? {ties} {deed}")


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


def _weak_doers(cues: dict[str, object], people: dict[str, object], where: str) -> re.Pattern[str]:
    """Weak attackers as the doers of an attack: before its verb, behind its noun's "by", before its noun."""
    weak = _any_of([*strings(people.get("fighter_one"), where), *strings(people.get("fighter_many"), where)])
    keys = ("attacking", "slaying", "attacks", "undergoing", "by")
    verbs, slaying, nouns, passive, by = (_any_of(strings(cues.get(key), where)) for key in keys)
    before = rf"{weak}(?: (?!{passive}\b)[\w-]+){{0,4}} (?:{verbs}|{slaying}(?= (?!{passive}\b)))"
    behind = rf"{nouns}(?: [\w-]+){{0,2}} {by} (?:[\w-]+ ){{0,3}}{weak}"
    return re.compile(rf"\b(?:{before}|{behind}|{weak} {nouns})\b")


def _felled_by(cues: dict[str, object], where: str) -> re.Pattern[str]:
    """As in "by police", "dead by an off-duty officer": what follows the verb that fells a doer."""
    by, responders = (_any_of(strings(cues.get(key), where)) for key in ("by", "responders"))
    return re.compile(rf"(?:\w+ ){{0,2}}{by} (?:[\w-]+ ){{0,2}}{responders}\b")


def _telling(phrase: str) -> str:
    """The longest word of a phrase, letters only: the one that tells best whether a sentence can hold the phrase."""
    return max(re.split(r"[\W\d_]+", phrase), key=len)


def _lone(roles: Phrases, effects: Phrases) -> dict[str, str]:
    """The roles of words that open no longer phrase."""
    return {
        first: found[0][1]
        for first, found in roles.by_first.items()
        if len(found) == 1 and len(found[0][0]) == 1 and first not in effects.by_first
    }


@cache
def toll_words(code: str) -> TollWords:
    """The toll words that read texts in ``code`` (BCP 47); DataError where the table is wrong."""
    language = spoken(code)
    raw = table(language, "tolls")
    where = f"languages/{language}/tolls.toml"
    readings = _readings(raw, where)
    classes = section(raw, "classes", where)
    people = section(raw, "people", where)
    gaps = {key: frozenset(strings(value, where)) for key, value in section(raw, "gaps", where).items()}
    cues = section(raw, "cues", where)
    before, behind = _lone_deed(cues, where)
    roles = _role_phrases(classes, where)
    effects = phrases((word, word) for word in readings)
    return TollWords(
        effects=effects,
        readings=readings,
        roles=roles,
        people={word: kind for kind in PEOPLE for word in strings(people.get(kind), where)},
        gaps=gaps,
        words={key: frozenset(strings(value, where)) for key, value in classes.items()},
        cumulative_pattern=_cumulative(cues, where),
        lone_before=before,
        lone_behind=behind,
        strike=strings(cues.get("strike"), where),
        struck=re.compile(rf"\b{_any_of(strings(cues.get('struck'), where))}\b"),
        deeds=re.compile(rf"\b((?:[\w-]+ ){{1,2}}){_any_of(strings(cues.get('deeds'), where))}\b"),
        felled_by=_felled_by(cues, where),
        responders=frozenset(strings(cues.get("responders"), where)),
        drivers=frozenset(strings(cues.get("drivers"), where)),
        wheels=frozenset(strings(cues.get("wheels"), where)),
        assailing=re.compile(rf"\b{_any_of(strings(cues.get('assailing'), where))}\b"),
        weak_doers=_weak_doers(cues, people, where),
        plural_endings=strings(classes.get("plural_endings"), where),
        owner_endings=strings(classes.get("owner_endings"), where),
        year_olds=strings(classes.get("year_olds"), where),
        gate=frozenset(_telling(word) for word in [*readings, *gaps["hospitals"], *gaps["wounds"]]),
        lone=_lone(roles, effects),
        starts=frozenset([*effects.by_first, *roles.by_first]),
    )
