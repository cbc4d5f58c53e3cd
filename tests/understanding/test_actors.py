"""Which parties, people and things a text names, and under which names."""

from itertools import pairwise

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.codebook.book import codebook
from reportedly.records.mentions import ActorMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.actors import find_actors, find_people, find_things


def clean(text: str, *, title: str | None = None, furniture: tuple[Span, ...] = ()) -> CleanText:
    span = Span(0, len(title)) if title is not None else None
    whole = f"{title}\n\n{text}" if title is not None else text
    sentences = split_sentences(whole, language="en", title=span)
    return CleanText(report_id="r", text=whole, text_hash="h", language="en", sentences=sentences, furniture=furniture)


def actors(text: str, *, title: str | None = None) -> tuple[ActorMention, ...]:
    return find_actors(clean(text, title=title), codebook())


def told(text: str, *, title: str | None = None) -> list[tuple[str, str | None]]:
    return [(one.name, one.actor_id) for one in actors(text, title=title)]


def names(text: str) -> list[str]:
    return [one.name for one in actors(text)]


@pytest.mark.parametrize(
    "name",
    ["Kataib Hezbollah", "Kata'ib Hizballah", "KATAEB HIZBOLLAH", "Kata’ib Hezbollah", "the Hezbollah Brigades"],
)
def test_a_group_is_known_by_every_spelling(name: str) -> None:
    assert [one.actor_id for one in actors(f"On Monday {name} fired two rockets.")] == ["group:kataib_hezbollah"]


def test_a_group_is_known_in_a_text_of_capitals_and_in_one_without() -> None:
    text = "members of the Shining Path burned the town hall."
    for written in (text.upper(), text.lower()):
        assert [one.actor_id for one in actors(written)] == ["group:shining_path"]


def test_a_name_that_is_a_common_word_too_needs_its_capitals() -> None:
    assert told("The cell is small and the mend is bad, and he sent us away.") == []
    assert told("IS fighters left.") == [("IS fighters", "group:islamic_state")]


def test_an_acronym_in_brackets_takes_the_full_name_and_the_rest_of_the_text_does_too() -> None:
    found = told("The Balochistan Liberation Army (BLA) said so. BLA fighters fled. The BLA denied it.")
    assert found == [
        ("Balochistan Liberation Army", "group:bla"),
        ("Balochistan Liberation Army", "group:bla"),
        ("BLA fighters", "group:bla"),
        ("Balochistan Liberation Army", "group:bla"),
    ]


def test_two_names_of_one_actor_that_do_not_hold_each_other_keep_their_wording() -> None:
    assert names("The Pentagon said so. The US Defense Department agreed.") == ["Pentagon", "US Defense Department"]


@pytest.mark.parametrize(
    ("text", "name", "actor_id"),
    [
        ("Last night US forces hit the port.", "US forces", "state:us"),
        ("Last night American troops hit the port.", "American troops", "state:us"),
        ("Last night Pakistan's army hit the port.", "Pakistan's army", "state:pk"),
        ("Last night Ukrainian air defences were busy.", "Ukrainian air defences", "state:ua"),
        ("Last night Iraqi security forces closed the road.", "Iraqi security forces", "state:iq"),
        ("Last night Israel's Defence Ministry spoke.", "Israel's Defence Ministry", "state:il"),
        ("Last night Central Command spoke.", "Central Command", "force:us_central_command"),
        ("Last night coalition forces hit the port.", "coalition forces", None),
        ("Last night the army hit the port.", "army", None),
        ("Last night the bomb disposal squad came.", "bomb disposal squad", None),
    ],
)
def test_a_force_carries_its_own_id_or_its_state_s(text: str, name: str, actor_id: str | None) -> None:
    assert told(text) == [(name, actor_id)]


def test_two_adjectives_before_one_force_are_two_forces() -> None:
    found = actors("US and Iraqi forces hit the port.")
    assert [(one.actor_id, one.kind) for one in found] == [("state:us", "military"), ("state:iq", "military")]


def test_two_adjectives_before_officials_are_no_party() -> None:
    assert told("Two US and Iraqi officials spoke.") == []


@pytest.mark.parametrize(
    "text",
    ["Russia fired a missile.", "A missile was fired by Russia.", "He blamed Russia.", "Russia's attack failed."],
)
def test_a_state_that_acts_or_is_named_is_a_party(text: str) -> None:
    assert told(text) == [("Russia", "state:ru")]


@pytest.mark.parametrize(
    "text",
    [
        "A blast in Russia hurt two.",
        "It crossed into Russia and Belarus.",
        "He lives in Kursk, Russia.",
        "The Russia-Ukraine war goes on.",
        "Northern Russia is cold.",
        "Russia: two blasts heard",
        "A Russian woman spoke.",
        "The Russia Support Fund paid.",
        "It fell on Ostra (Russia).",
    ],
)
def test_a_state_that_is_a_place_or_an_adjective_is_none(text: str) -> None:
    assert told(text) == []


def test_the_short_name_that_is_an_adjective_too_is_a_party_only_where_it_stands_alone() -> None:
    assert told("The US struck first.") == [("US", "state:us")]
    assert told("A US woman spoke.") == []


def test_an_adjective_before_a_deed_is_the_state_under_its_noun() -> None:
    assert told("Two Russian missile attacks shook Odesa.") == [("Russia", "state:ru")]
    assert told("A Russian bakery burned in Odesa.") == []


def test_a_capital_is_its_government_where_it_acts_and_a_place_elsewhere() -> None:
    assert told("Tehran denies the charge.") == [("Iran", "state:ir")]
    assert told("Tehran has been shaken by a blast.") == []
    assert told("A blast shook Tehran.") == []


@pytest.mark.parametrize(
    "name",
    [
        "Iran-backed militias",
        "Iran-aligned groups",
        "pro-Iran factions",
        "jihadists",
        "suspected Fulani herdsmen",
        "Islamist militants",
        "separatist rebels",
        "alleged gang members",
        "armed groups in Iraq and Yemen",
        "militants backed by Iran",
        "fighters tied to Iran",
    ],
)
def test_a_typed_group_keeps_its_whole_phrase_and_no_id_of_its_backer(name: str) -> None:
    found = actors(f"At dawn {name} raided the post.")
    assert [(one.name, one.actor_id, one.generic) for one in found] == [(name, None, False)]


def test_a_typed_group_with_a_group_s_name_is_that_group() -> None:
    assert told("Taliban militants raided the post.") == [("Taliban militants", "group:taliban")]
    assert told("He shot fighters of the Islamic State.") == [("fighters of the Islamic State", "group:islamic_state")]


@pytest.mark.parametrize(
    "name", ["gunmen", "unidentified gunmen", "bandits", "armed men", "attackers", "a suicide bomber"]
)
def test_a_doer_nobody_could_name_is_generic(name: str) -> None:
    assert [one.generic for one in actors(f"At dawn {name} raided the post.")] == [True]


@pytest.mark.parametrize("name", ["Hamas gunmen", "jihadist gunmen", "Palestinian gunmen", "the militants", "rebels"])
def test_a_doer_with_a_type_or_a_name_is_not_generic(name: str) -> None:
    assert [one.generic for one in actors(f"At dawn {name} raided the post.")] == [False]


def test_militants_whom_nobody_identified_are_generic() -> None:
    assert [one.generic for one in actors("Unidentified militants raided the post.")] == [True]


def test_a_new_group_is_found_by_the_pattern_of_its_name_and_has_no_id() -> None:
    assert told("The Ostran Freedom Brigades claimed it.") == [("Ostran Freedom Brigades", None)]
    assert told("It was claimed by Ansar al-Ostran today.") == [("Ansar al-Ostran", None)]
    assert told("It was claimed by the Front for the Liberation of Ostra.") == [
        ("Front for the Liberation of Ostra", None)
    ]


def test_a_town_s_police_keep_their_whole_name_at_the_start_of_a_sentence_too() -> None:
    assert names("San Ostra police spoke. While Police Chief Ostrov slept, Ostra police came.") == [
        "San Ostra police",
        "Ostra police",
    ]


def test_a_verb_is_no_thing_and_a_role_takes_its_name_along() -> None:
    assert find_things(clean("He tried to plant a bomb.")) == ()
    assert [one.name for one in find_people(clean("It hurt judge Mary Ostrova and two guards."))] == [
        "judge Mary Ostrova",
        "guards",
    ]


def test_a_building_before_a_doer_is_not_part_of_the_doer() -> None:
    assert names("Outside the school gunmen opened fire.") == ["gunmen"]


def test_a_capital_that_goes_on_after_a_group_s_noun_makes_another_name() -> None:
    assert names("The Ostra Resistance Committees spoke.") == []


def test_a_force_after_an_indefinite_article_only_describes() -> None:
    assert names("It was a military operation.") == []
    assert names("It was an operation of the military.") == ["military"]


def test_a_noun_in_a_hyphened_adjective_stays_in_it() -> None:
    assert names("At dawn government-backed death squads came.") == ["government-backed death squads"]
    assert names("Jets hit two militia-linked sites.") == []


def test_latin_america_is_not_the_united_states() -> None:
    assert names("It is told all over Latin America.") == []


def test_a_noun_that_only_describes_another_is_no_party() -> None:
    assert told("An army spokesman and a police chief visited two militia facilities.") == []


def test_opposition_leaders_are_no_armed_group() -> None:
    assert told("Two opposition leaders met Ostran women's groups.") == []


def test_nothing_is_taken_from_furniture() -> None:
    text = "Watch: Hamas fires rockets.\n\nHamas denied it."
    found = find_actors(clean(text, furniture=(Span(0, 27),)), codebook())
    assert [one.span.start for one in found] == [29]


def test_mentions_stand_in_order_without_overlap_on_the_words_they_name() -> None:
    text = "Israel said Hamas gunmen and Taliban fighters met US forces; Moscow denied it. Hamas did too."
    found = actors(text)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    assert [one.span.of(text) for one in found] == [
        "Israel",
        "Hamas gunmen",
        "Taliban fighters",
        "US forces",
        "Moscow",
        "Hamas",
    ]


def test_in_a_heading_of_capitals_the_verb_is_no_part_of_a_name() -> None:
    assert told("x", title="Rocket Attack Targets US Forces At Airport") == [("US Forces", "state:us")]


def test_people_keep_their_adjectives_and_lose_numbers_and_articles() -> None:
    found = find_people(clean("Three young American soldiers, two villagers and a former judge died."))
    assert [(one.name, one.kind) for one in found] == [
        ("young American soldiers", "military"),
        ("villagers", "civilian"),
        ("former judge", "official"),
    ]


def test_a_surname_that_is_a_role_is_nobody_by_role() -> None:
    assert find_people(clean("Later Mary Bishop spoke.")) == ()


def test_a_force_carries_its_state_s_id_among_people_too() -> None:
    assert [one.actor_id for one in find_people(clean("A shell hurt two Malian soldiers."))] == ["state:ml"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A shell hit the US embassy compound.", "US embassy compound", "embassy"),
        ("It hit a weapons store used by rebels.", "weapons store", "base"),
        ("It hit the Ain Ostra air base at dawn.", "Ain Ostra air base", "base"),
        ("It hit Camp Ostran at dawn.", "Camp Ostran", "base"),
        ("It hit a crowded market at dawn.", "crowded market", "market"),
        ("It hit police headquarters at dawn.", "police headquarters", "police"),
        ("It hit two sites at dawn.", "sites", "other"),
    ],
)
def test_a_thing_keeps_its_modifiers_and_its_kind(text: str, name: str, kind: str) -> None:
    assert [(one.name, one.kind) for one in find_things(clean(text))] == [(name, kind)]


def test_a_phrase_that_only_looks_like_a_thing_is_none() -> None:
    assert find_things(clean("On the west bank of the river they reached a political settlement.")) == ()


def test_every_kind_is_a_word_of_the_codebook() -> None:
    kinds = set(codebook().codes("party_kind"))
    text = "Hamas, the UN, the FBI, Los Zetas, US forces and gunmen met two nurses at a bank."
    report = clean(text)
    found = (*find_actors(report, codebook()), *find_people(report), *find_things(report))
    assert {one.kind for one in found} <= kinds


def test_a_gang_s_name_goes_on_over_its_small_words() -> None:
    assert names("He said the Cartel de la Ostra did it.") == ["Cartel de la Ostra"]
    assert names("He said a cartel de facto did it.") == ["cartel"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A group calling itself the Sons of the Dawn claimed it.", "Sons of the Dawn"),
        ('A group calling itself "Sons of the Dawn" claimed it.', "Sons of the Dawn"),
        ('a group calling itself "sons of the dawn" claimed it.', "sons of the dawn"),
        ("a group calling itself the oriel vantar commando unit tonight claimed it.", "oriel vantar commando unit"),
        ('the self-styled "vantar liberation armed forces" claimed it.', "vantar liberation armed forces"),
    ],
)
def test_a_group_is_told_by_the_name_it_gives_itself(text: str, name: str) -> None:
    assert (name, None) in told(text)


def test_a_name_without_quotation_marks_and_capitals_is_no_group_s_behind_self_styled() -> None:
    assert told("the self-styled prophet of doom claimed it.") == []


def test_an_acronym_in_brackets_stays_in_the_phrase_of_those_who_act() -> None:
    assert told("Allied Democratic Forces (ADF) fighters came.") == [
        ("Allied Democratic Forces (ADF) fighters", "group:adf_congo")
    ]


def test_a_group_told_again_by_its_last_word_is_that_group() -> None:
    text = "The Valdor Liberation Front shelled the base. The army said the Front had fired from two trucks."
    assert names(text).count("Valdor Liberation Front") == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Valdor Liberation Front shelled the base. A front of cold air is coming.",
        "The Valdor Liberation Front shelled the base. The Front Page wrote about it.",
        "The Valdor Liberation Front shelled the base with the Ostra Salvation Front. The Front said nothing.",
    ],
)
def test_a_group_s_last_word_alone_is_no_group_where_it_may_be_another_s(text: str) -> None:
    told_of = [one for one in actors(text) if one.name == "Valdor Liberation Front"]
    assert len(told_of) == 1


@pytest.mark.parametrize(
    "text",
    [
        "New Mexico State Police say they were called to the shooting.",
        "The Niger State police said two men died in Minna.",
        "Georgia state police said a man was shot on Monday.",
        "Police in Lebanon County said a man was shot on Monday.",
        "Northern Ireland police said two men died on Monday.",
    ],
)
def test_a_part_of_some_country_that_bears_a_states_name_is_no_force_of_that_state(text: str) -> None:
    assert [one.actor_id for one in actors(text)] == [None]


def test_a_states_own_forces_stay_its_own() -> None:
    assert ("Mexican state police", "state:mx") in told("Mexican state police said two men died on Monday.")
    assert ("Niger army", "state:ne") in told("The Niger army said two men died on Monday.")
