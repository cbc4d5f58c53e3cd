"""The table of words around place names: what it must hold for the search to work."""

import pytest

from reportedly.gazetteer.load import load
from reportedly.languages.places import place_words

WORDS = place_words("en")


def test_every_demonym_leads_to_a_country_of_the_gazetteer() -> None:
    assert [code for code in WORDS.demonyms.values() if load().country(code) is None] == []


def test_every_division_in_short_is_in_the_gazetteer() -> None:
    assert [key for key in WORDS.abbreviated.values() if load().by_id(key) is None] == []


def test_every_hint_leads_to_a_country_of_the_gazetteer() -> None:
    assert [code for code in WORDS.hints.values() if load().country(code) is None] == []


def test_a_people_s_word_is_no_country_s_name() -> None:
    names = {place.name for code in set(WORDS.demonyms.values()) if (place := load().country(code)) is not None}
    assert names & set(WORDS.demonyms) == set()


def test_a_weak_cue_is_a_cue() -> None:
    assert WORDS.weak <= WORDS.before


def test_a_noun_that_names_a_stranger_is_a_noun() -> None:
    assert WORDS.naming_nouns | WORDS.plain_naming_nouns <= set(WORDS.nouns)


def test_every_unit_of_the_distance_pattern_has_a_length() -> None:
    for phrase in ("30 km north of ", "3 nautical miles off of ", "two miles east of ", "5 kilometres from "):
        match = WORDS.distance.search(phrase)
        assert match is None or " ".join(match.group("unit").lower().split()) in WORDS.units_km


@pytest.mark.parametrize(
    "lead", ["about 30 km (19 miles) west of ", "some 5 kilometres from the city of ", "ten miles outside "]
)
def test_a_distance_in_front_of_a_name_is_recognised(lead: str) -> None:
    assert WORDS.distance.search(lead) is not None


def test_a_plain_number_in_front_is_no_distance() -> None:
    assert WORDS.distance.search("killing 30 people in ") is None
