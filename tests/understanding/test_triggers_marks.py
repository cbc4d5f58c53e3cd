"""What sets a trigger apart: told aside, of many, of none, of one told before; and what is no trigger."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.languages.tables import table
from reportedly.records.mentions import ActorMention, Understanding, WeaponMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.understanding.triggers import find_triggers


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def triggers(text: str, *, doers: tuple[str, ...] = (), weapons: tuple[str, ...] = ()) -> tuple[Trigger, ...]:
    page = CleanText(
        report_id="r", text=text, text_hash="h", language="en", sentences=split_sentences(text, language="en")
    )
    mentions = Understanding(
        actors=tuple(ActorMention(span=at(text, name), name=name, kind="armed_group") for name in doers),
        weapons=tuple(WeaponMention(span=at(text, name), code="rocket", name=name) for name in weapons),
    )
    return find_triggers(page, mentions)


def telling(found: tuple[Trigger, ...]) -> list[Trigger]:
    """The triggers that tell of something that happened."""
    return [one for one in found if not one.hypothetical]


@pytest.mark.parametrize(
    "aside",
    [
        "in response to",
        "in retaliation for",
        "in revenge for",
        "days after",
        "following",
    ],
)
def test_what_a_deed_answers_is_told_aside(aside: str) -> None:
    text = f"A bombing shook the town, {aside} an air strike on the camp."
    first, second = triggers(text)
    assert (first.aside, second.aside) == (False, True)


def test_an_aside_that_opens_a_sentence_ends_at_its_comma() -> None:
    first, second = triggers("After an air strike on the camp, a bombing shook the town.")
    assert (first.aside, second.aside) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have repeatedly bombed the road.",
        "The rebels regularly shelled the road.",
        "The rebels often bombed the road.",
        "The rebels have carried out dozens of bombings.",
    ],
)
def test_a_practice_is_habitual(text: str) -> None:
    found = triggers(text, doers=("rebels",))
    assert found
    assert all(one.habitual for one in found)


def test_one_deed_is_not_habitual() -> None:
    (found,) = triggers("The rebels bombed the road on Monday.", doers=("rebels",))
    assert not found.habitual


@pytest.mark.parametrize(
    "text",
    [
        "The rebels could bomb the road.",
        "The rebels might bomb the road.",
        "No shots were fired and no bombing took place.",
        "The mayor warned of a possible bombing.",
        "There was no attack.",
    ],
)
def test_what_did_not_happen_founds_no_deed(text: str) -> None:
    doers = ("rebels",) if "rebels" in text else ()
    deeds = [one for one in telling(triggers(text, doers=doers)) if one.doing is not Doing.THREAT]
    assert not deeds


@pytest.mark.parametrize("lead", ["The", "That", "This"])
def test_a_bombing_already_told_is_definite(lead: str) -> None:
    (found,) = triggers(f"{lead} bombing shook the town.")
    assert found.definite
    assert not found.fresh


@pytest.mark.parametrize("lead", ["Another", "A second", "A separate"])
def test_one_more_bombing_is_fresh(lead: str) -> None:
    (found,) = triggers(f"{lead} bombing shook the town.")
    assert found.fresh
    assert not found.definite


def test_a_bombing_is_neither_told_before_nor_one_more() -> None:
    (found,) = triggers("A bombing shook the town.")
    assert not found.definite
    assert not found.fresh


def test_the_past_before_the_past_is_earlier() -> None:
    (found,) = triggers("The rebels had bombed the road.", doers=("rebels",))
    assert found.earlier
    (found,) = triggers("The rebels bombed the road.", doers=("rebels",))
    assert not found.earlier


def test_several_at_once_are_plural() -> None:
    (found,) = triggers("Bombings shook the town.")
    assert found.plural
    (found,) = triggers("A bombing shook the town.")
    assert not found.plural


def test_a_threat_keeps_the_clause_it_hangs_on() -> None:
    text = "The rebels threatened to storm the town if the talks fail, the mayor said."
    (found,) = [one for one in triggers(text, doers=("rebels",)) if one.doing is Doing.THREAT]
    assert found.condition is not None
    assert found.condition.of(text) == "if the talks fail"


def test_a_threat_that_hangs_on_nothing_has_no_condition() -> None:
    (found,) = triggers("The rebels threatened to storm the town.", doers=("rebels",))
    assert (found.doing, found.condition) == (Doing.THREAT, None)


def test_what_would_be_done_with_weapons_is_a_threat() -> None:
    text = "The rebels warned that they would fire rockets at the town."
    (found,) = triggers(text, doers=("rebels",), weapons=("rockets",))
    assert found.doing is Doing.THREAT


def test_a_promise_without_violence_threatens_nobody() -> None:
    assert not triggers("The mayor promised a new school.")


def test_what_happened_points_back_only_alone_and_with_a_pronoun() -> None:
    (found,) = triggers("It happened at noon.")
    assert (found.doing, found.definite) == (Doing.HAPPEN, True)
    assert not triggers("A concert took place at noon.")


def phrases(layer: str) -> list[str]:
    part = table("en", "triggers")["not_an_incident"]
    assert isinstance(part, dict)
    found = part[layer]
    assert isinstance(found, list)
    return sorted({str(phrase) for phrase in found})


@pytest.mark.parametrize("phrase", phrases("phrases"))
def test_an_expression_that_only_looks_like_an_attack_tells_of_none(phrase: str) -> None:
    found = triggers(f"Yesterday's news was about {phrase} and nothing else.")
    assert not [one for one in found if one.doing is not Doing.THREAT]


@pytest.mark.parametrize("phrase", phrases("sentences"))
def test_a_sentence_of_games_tests_and_memories_tells_of_no_attack(phrase: str) -> None:
    assert not triggers(f"A bombing in connection with {phrase} was shown again.")


def test_the_same_sentence_without_such_words_tells_of_an_attack() -> None:
    assert triggers("A bombing in connection with the feud was shown again.")


@pytest.mark.parametrize(
    "text",
    [
        "A heart attack killed nobody's hopes faster than an armed raid on the bank.",
        "After the ceasefire ended, gunmen opened fire on the crowd.",
        "The bomb squad arrived after an explosion at the market.",
        "Firefighters put out the flames after a rocket attack.",
    ],
)
def test_a_look_alike_does_not_hide_the_attack_beside_it(text: str) -> None:
    assert triggers(text)


def test_a_deed_done_to_nobody_is_none() -> None:
    (found,) = triggers("The rebels shot at nobody on Monday.", doers=("rebels",))
    assert found.hypothetical
    (found,) = triggers("The rebels shot at cars on Monday.", doers=("rebels",))
    assert not found.hypothetical
