"""A language's ``places.toml`` in, the words around place names out, ready for use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import table
from reportedly.records.vocabulary import PlacePrecision

NUMBER_SLOT = "@NUMBER@"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Words in lower case unless said otherwise; phrases are tuples of words.

    ``before`` makes the name behind it a place, ``weak`` does so less surely; ``near`` and ``off`` also change the
    place; ``behind`` does it from the other side. ``kind_of`` ("city of") and ``nouns`` (behind the name: "province")
    tell what kind of place it is; ``kind_endings`` and ``noun_openings`` are their words nearest the name. ``titles``,
    ``offices``, ``first_names``, ``after_organisation``, ``before_of``, ``institutions``, ``generic_sites`` and
    ``never`` keep their capitals. ``demonyms`` leads from a people's word to the ISO code of its country, ``hints``
    from a country's institutions, ``abbreviated`` from a division's short form to its ``place_id``. ``publishers`` are
    words of papers' names and addresses that are no place.
    """

    particles: frozenset[str]
    possessive: frozenset[str]
    glued: frozenset[str]
    articles: frozenset[str]
    apart: frozenset[str]
    contractions: frozenset[str]
    of_people: frozenset[str]
    institutions: frozenset[str]
    generic_sites: frozenset[str]
    ties: frozenset[str]
    joining: frozenset[str]
    inside: frozenset[str]
    abbreviations: frozenset[str]
    before: frozenset[str]
    weak: frozenset[str]
    ways: frozenset[str]
    ends: frozenset[str]
    behind: frozenset[str]
    near: frozenset[tuple[str, ...]]
    off: frozenset[tuple[str, ...]]
    kind_of: Mapping[tuple[str, ...], PlacePrecision]
    kind_endings: frozenset[str]
    nouns: Mapping[tuple[str, ...], PlacePrecision]
    noun_openings: frozenset[str]
    missions: frozenset[tuple[str, ...]]
    quarters: frozenset[str]
    naming_nouns: frozenset[tuple[str, ...]]
    plain_naming_nouns: frozenset[tuple[str, ...]]
    directions: frozenset[str]
    parts: frozenset[str]
    bearings: Mapping[str, float]
    distance: re.Pattern[str]
    bearing: re.Pattern[str]
    units_km: Mapping[str, float]
    numbers: Mapping[str, float]
    surname_countries: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    said: frozenset[str]
    first_names: frozenset[str]
    after_organisation: frozenset[str]
    before_of: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]
    metonym_verbs: frozenset[tuple[str, ...]]
    metonym_glued: frozenset[str]
    metonym_accusing: frozenset[str]
    demonyms: Mapping[str, str]
    abbreviated: Mapping[str, str]
    hints: Mapping[str, str]
    publishers: frozenset[str]


def _words(value: object, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(value.split())
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(str(item) for item in value)
    raise DataError(f"places.toml: {where} must be a list of words, got {value!r}")


def _section(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise DataError(f"places.toml: {where} must be a table, got {value!r}")
    return value


def _phrases(value: object, where: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.lower().split()) for phrase in _words(value, where))


def _kinds(value: object, where: str) -> dict[tuple[str, ...], PlacePrecision]:
    kinds = {}
    for precision, phrases in _section(value, where).items():
        if precision == "water":
            kinds.update(dict.fromkeys(_phrases(phrases, where), PlacePrecision.REGION))
        else:
            kinds.update(dict.fromkeys(_phrases(phrases, where), PlacePrecision(precision)))
    return kinds


def _numbers(value: object, where: str) -> dict[str, float]:
    found = {}
    for word, number in _section(value, where).items():
        if not isinstance(number, int | float):
            raise DataError(f"places.toml: {where}.{word} must be a number, got {number!r}")
        found[word] = float(number)
    return found


def _lower(value: object, where: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _words(value, where))


@cache
def place_words(code: str) -> PlaceWords:
    """The words of a language that has a folder; DataError where its table is missing or misshapen."""
    raw = table(code, "places")
    cues, people = _section(raw["cues"], "cues"), _section(raw["people"], "people")
    organisations, distances = _section(raw["organisations"], "organisations"), _section(raw["distances"], "distances")
    directions, metonyms = _section(raw["directions"], "directions"), _section(raw["metonyms"], "metonyms")
    ambiguous, demonyms = _section(raw["ambiguous"], "ambiguous"), _section(raw["demonyms"], "demonyms")
    abbreviated, hints = _section(raw["abbreviated"], "abbreviated"), _section(raw["hints"], "hints")
    numbers = _numbers(distances["numbers"], "distances.numbers")
    kind_of, nouns = _kinds(cues["kind_of"], "cues.kind_of"), _kinds(raw["nouns"], "nouns")
    slot = "|".join(sorted(numbers, key=len, reverse=True))
    return PlaceWords(
        particles=_lower(raw["particles"], "particles"),
        possessive=_lower(raw["possessive"], "possessive"),
        glued=_lower(raw["glued"], "glued"),
        articles=_lower(raw["articles"], "articles"),
        apart=_lower(raw["apart"], "apart"),
        contractions=_lower(raw["contractions"], "contractions"),
        of_people=_lower(raw["of_people"], "of_people"),
        institutions=frozenset(_words(raw["institutions"], "institutions")),
        generic_sites=frozenset(_words(raw["generic_sites"], "generic_sites")),
        ties=_lower(raw["ties"], "ties"),
        joining=_lower(raw["joining"], "joining"),
        inside=_lower(raw["inside"], "inside"),
        abbreviations=frozenset(_words(raw["abbreviations"], "abbreviations")),
        before=_lower(cues["before"], "cues.before"),
        weak=_lower(cues["weak"], "cues.weak"),
        ways=_lower(cues["ways"], "cues.ways"),
        ends=_lower(cues["ends"], "cues.ends"),
        behind=_lower(cues["behind"], "cues.behind"),
        near=_phrases(cues["near"], "cues.near"),
        off=_phrases(cues["off"], "cues.off"),
        kind_of=kind_of,
        kind_endings=frozenset(phrase[-1] for phrase in kind_of),
        nouns=nouns,
        noun_openings=frozenset(phrase[0] for phrase in nouns),
        missions=_phrases(raw["missions"], "missions"),
        quarters=_lower(raw["quarters"], "quarters"),
        naming_nouns=_phrases(raw["naming_nouns"], "naming_nouns"),
        plain_naming_nouns=_phrases(raw["plain_naming_nouns"], "plain_naming_nouns"),
        directions=_lower(directions["adjectives"], "directions.adjectives"),
        parts=_lower(directions["parts"], "directions.parts"),
        bearings=_numbers(directions["bearings"], "directions.bearings"),
        distance=re.compile(str(distances["pattern"]).replace(NUMBER_SLOT, slot), re.IGNORECASE),
        bearing=re.compile(str(distances["bearing"]), re.IGNORECASE),
        units_km=_numbers(distances["km"], "distances.km"),
        numbers=numbers,
        surname_countries=frozenset(_words(people["surname_countries"], "people.surname_countries")),
        titles=frozenset(_words(people["titles"], "people.titles")),
        offices=frozenset(_words(people["offices"], "people.offices")),
        said=_lower(people["said"], "people.said"),
        first_names=frozenset(_words(people["first_names"], "people.first_names")),
        after_organisation=frozenset(_words(organisations["after"], "organisations.after")),
        before_of=frozenset(_words(organisations["before_of"], "organisations.before_of")),
        never=frozenset(_words(ambiguous["never"], "ambiguous.never")),
        common=_lower(ambiguous["common"], "ambiguous.common"),
        metonym_verbs=_phrases(metonyms["verbs"], "metonyms.verbs"),
        metonym_glued=_lower(metonyms["glued"], "metonyms.glued"),
        metonym_accusing=_lower(metonyms["accusing"], "metonyms.accusing"),
        demonyms={word: country for country, words in demonyms.items() for word in _words(words, "demonyms")},
        abbreviated={word: key for key, words in abbreviated.items() for word in _words(words, "abbreviated")},
        hints={word: country for country, words in hints.items() for word in _words(words, "hints")},
        publishers=_lower(raw["publishers"], "publishers"),
    )
