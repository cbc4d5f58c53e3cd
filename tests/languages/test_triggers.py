"""The words that tell of incidents, as the English table gives them."""

import pytest

from reportedly.languages.phrases import tokenize
from reportedly.languages.tables import table
from reportedly.languages.triggers import Form, TriggerWord, trigger_words
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import IncidentType


def readings(phrase: str) -> tuple[TriggerWord, ...]:
    hit = trigger_words("en").words.at(tokenize(phrase), 0)
    return () if hit is None else hit.value


def forms(phrase: str) -> set[Form]:
    return {word.form for word in readings(phrase)}


def test_a_regular_past_is_also_its_participle() -> None:
    assert forms("attacked") == {Form.PAST_OR_PARTICIPLE}


def test_an_irregular_past_is_apart_from_its_participle() -> None:
    assert forms("threw") == {Form.PAST}
    assert forms("thrown") == {Form.PARTICIPLE}


def test_a_form_written_alike_has_all_its_readings() -> None:
    assert {Form.BASE, Form.NOUN} <= forms("attack")
    assert {Form.PRESENT, Form.NOUNS} <= forms("attacks")


def test_a_form_left_out_is_no_trigger() -> None:
    assert not readings("shell")
    assert readings("shelled")


def test_words_joined_in_the_table_are_words_of_the_text() -> None:
    (word,) = readings("blew himself up")
    assert (word.doing, word.type) == (Doing.BURST, IncidentType.SUICIDE_BOMBING)


@pytest.mark.parametrize(
    ("phrase", "mark"),
    [("died", "intransitive"), ("destroyed", "stops"), ("intercepted", "downs"), ("defused", "certain")],
)
def test_a_verb_keeps_the_mark_of_its_entry(phrase: str, mark: str) -> None:
    assert all(getattr(word, mark) for word in readings(phrase))
    assert not any(getattr(word, mark) for word in readings("abducted"))


def test_a_deed_whose_weapon_decides_has_no_type() -> None:
    assert {word.type for word in readings("attacked")} == {None}


def test_a_modifier_tells_the_type_of_a_bare_attack() -> None:
    assert trigger_words("en").modifiers["rocket"] is IncidentType.MISSILE_ATTACK


def test_every_modifier_is_in_lower_case_or_it_would_never_match() -> None:
    words = trigger_words("en").modifiers
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize("name", sorted(trigger_words("en").grammar))
def test_every_whole_word_of_grammar_is_one_token_or_it_would_never_match(name: str) -> None:
    whole = [word for word in trigger_words("en").grammar[name] if word[0].isalpha() and word[-1].isalpha()]
    assert [word for word in whole if [token.lower for token in tokenize(word)] != [word]] == []


def test_every_verb_has_five_forms() -> None:
    verbs = table("en", "triggers")["verbs"]
    assert isinstance(verbs, list)
    lemmas = [lemma for verb in verbs for lemma in verb["lemmas"]]
    assert [lemma for lemma in lemmas if len(lemma.split()) != len(lemmas[0].split())] == []
    assert len(lemmas[0].split()) == 5


def test_every_noun_is_named_once_in_a_doing() -> None:
    nouns = table("en", "triggers")["nouns"]
    assert isinstance(nouns, list)
    words = [(noun["doing"], noun["type"], word) for noun in nouns for word in (*noun["singular"], *noun["plural"])]
    assert len(words) == len(set(words))


def test_a_mood_of_an_outright_threat_is_also_one_of_a_threat() -> None:
    groups = table("en", "triggers")["modality"]
    assert isinstance(groups, dict)
    for phrase in groups["threaten_outright"]:
        hit = trigger_words("en").modality.at(tokenize(phrase), 0)
        assert hit is not None
        assert {"threaten", "threaten_outright"} <= set(hit.value), phrase


def test_a_dialect_is_read_with_its_language() -> None:
    assert trigger_words("en-GB").words.at(tokenize("attacked"), 0) is not None
