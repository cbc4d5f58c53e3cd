"""Tolls of short texts written for the test."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cleaning.clean import clean
from reportedly.coding.tolls import combine
from reportedly.languages.tables import table
from reportedly.records.counts import Count
from reportedly.records.mentions import Toll
from reportedly.records.reports import CleanText, Report, Sentence
from reportedly.records.spans import Span
from reportedly.understanding.numbers import find_figures
from reportedly.understanding.tolls import find_tolls

PHRASES = tomllib.loads((Path(__file__).parents[2] / "bench" / "phrases_numbers.toml").read_text(encoding="utf-8"))


def text_of(content: str) -> CleanText:
    return clean(Report(id="r", content=content, published=dt.date(2023, 10, 18)))


def tolls_of(content: str) -> tuple[Toll, ...]:
    text = text_of(content)
    return find_tolls(text, find_figures(text))


@pytest.mark.parametrize("entry", PHRASES["phrase"], ids=lambda entry: f"{entry['text']} {entry.get('attackers', '')}")
@pytest.mark.parametrize("effect", ["killed", "injured", "abducted"])
def test_a_phrase_supports_its_total(entry: dict[str, str], effect: str) -> None:
    count = combine(tolls_of(entry["text"]), effect, attackers=bool(entry.get("attackers")))
    assert (None if count is None else f"{count.low},{count.high}") == entry.get(effect)


def test_a_toll_covers_its_whole_phrase_and_names_who_is_counted() -> None:
    content = "Officials said at least two US soldiers were wounded on Monday."
    (toll,) = tolls_of(content)
    assert toll.span.of(content) == "at least two US soldiers were wounded"
    assert toll.group == "US soldiers"
    assert toll.group_span is not None
    assert toll.group_span.of(content) == "US soldiers"


def test_groups_of_one_verb_share_a_span() -> None:
    one, other = tolls_of("The blast killed two soldiers and a civilian.")
    assert one.span == other.span
    assert (one.group, other.group) == ("soldiers", "civilian")


def test_children_behind_including_are_a_part() -> None:
    whole, part = tolls_of("The strike killed ten people, including four children.")
    assert (whole.part, part.part) == (False, True)
    assert (part.group, part.count) == ("children", Count.exactly(4))


def test_a_person_told_of_again_is_a_part() -> None:
    first, again = tolls_of("A guard was killed. The guard died at once.")
    assert (first.part, again.part) == (False, True)


def test_wives_and_sons_are_new_people() -> None:
    tolls = tolls_of("He shot and killed his wife.")
    assert [toll.part for toll in tolls] == [False]


def test_attackers_are_marked() -> None:
    (toll,) = tolls_of("Two of the gunmen were killed.")
    assert toll.attackers


def test_fighters_under_an_air_strike_are_its_victims() -> None:
    assert [toll.attackers for toll in tolls_of("An air strike killed four militants.")] == [False]
    told = tolls_of("The base was attacked on Monday. Four militants were killed at the gate.")
    assert [toll.attackers for toll in told] == [True]


@pytest.mark.parametrize(
    ("content", "attackers"),
    [
        ("A drone attack killed six Kurdish fighters near Marrow.", False),
        ("Shelling killed two militants in Velm.", False),
        ("A bomb killed five rebels in Velm.", False),
        ("Five rebels were killed in an encounter with troops.", False),
        ("Jets hit a house in Velm, killing three militants.", False),
        ("The army said it killed 12 fighters.", False),
        ("Rebels ambushed a convoy. A helicopter killed 12 fighters.", True),
        ("An attack by militants was beaten back in a firefight; four militants were killed.", True),
        ("Rebels killed 30 soldiers in Velm. Four rebels were killed in the gunfight.", True),
        ("Four rebels killed in a gunfight in Velm.", False),
        ("The rebels said they had killed 15 soldiers. The army said 20 rebels had been killed.", False),
        ("The Silver Hand attacked a base. The army said it had killed 10 militants.", True),
        ("The Silver Hand attacked a base. A drone killed 10 militants.", False),
    ],
)
def test_fighters_are_attackers_only_where_they_attack(content: str, attackers: bool) -> None:
    assert tolls_of(content)[-1].attackers is attackers


@pytest.mark.parametrize(
    ("content", "attackers"),
    [
        ("A driver rammed his car into a crowd, wounding three people. The driver was shot dead by a civilian.", True),
        ("A car rammed a crowd, wounding three people. The driver was killed by police.", True),
        ("A man stabbed three people in Velm. He was shot dead by police.", True),
        ("A man stabbed three people in Velm. Police shot and killed the man.", True),
        ("A man stabbed three people in Velm before he was shot by police and died.", True),
        ("A gunman wounded three people before he was shot dead by police.", True),
        ("A man stabbed a nurse in Velm. The nurse was killed.", False),
        ("A driver was stuck in Velm. The driver was shot dead by a guard.", False),
        ("A man stabbed three people in Velm. He died in hospital.", False),
    ],
)
def test_the_one_who_did_it_and_was_felled_is_the_attacker(content: str, attackers: bool) -> None:
    assert tolls_of(content)[-1].attackers is attackers


def test_the_one_who_stabbed_is_no_victim_of_the_police() -> None:
    tolls = tolls_of("Police shot dead a man who stabbed two people in Velm.")
    assert [(toll.count.low, toll.attackers) for toll in tolls] == [(1, True), (2, False)]


@pytest.mark.parametrize(
    "content",
    [
        "Nine people have died of cholera in the camp.",
        "Nine people died from acute malnutrition in the camp.",
        "A cholera outbreak killed nine people in the camp.",
        "Cholera has killed nine people in the camp.",
    ],
)
def test_deaths_of_disease_are_nobody_s_toll(content: str) -> None:
    assert tolls_of(content) == ()


def test_deaths_of_wounds_beside_a_disease_count() -> None:
    (toll,) = tolls_of("A clinic for cholera patients was bombed, killing nine people.")
    assert toll.count == Count.exactly(9)


@pytest.mark.parametrize(
    ("content", "group"),
    [
        ("Two men shot dead a religious scholar in Velm.", "religious scholar"),
        ("Two men gunned down a prominent blogger, police said.", "prominent blogger"),
    ],
)
def test_somebody_in_no_list_can_be_shot_dead(content: str, group: str) -> None:
    (toll,) = tolls_of(content)
    assert (toll.effect, toll.count, toll.group) == ("killed", Count.exactly(1), group)


def test_a_dog_shot_dead_is_nobody() -> None:
    assert tolls_of("Two men shot dead a dog in Velm.") == ()


def test_years_gone_by_are_cumulative() -> None:
    (toll,) = tolls_of("In 2016 bombs killed nine people there.")
    assert toll.cumulative


CUES = table("en", "tolls")["cues"]
assert isinstance(CUES, dict)


@pytest.mark.parametrize("deed", CUES["lone_deeds"])
def test_the_toll_of_one_deed_is_none_of_many_however_long_ago(deed: str) -> None:
    (toll,) = tolls_of(f"In 2016 a {deed} killed nine people there.")
    assert not toll.cumulative


@pytest.mark.parametrize(
    "content",
    [
        "The road has been quiet since the truck bomb that killed nine soldiers at the depot in November last year.",
        "The worst was a bombing at the depot of Velm in November 2016, which killed nine soldiers.",
        "Nine soldiers were killed in an ambush near Velm in 2016.",
        "Another attack had killed nine soldiers there in 2016.",
    ],
)
def test_one_deed_may_be_tied_to_its_toll_in_several_ways(content: str) -> None:
    (toll,) = tolls_of(content)
    assert not toll.cumulative


@pytest.mark.parametrize(
    "content", ["Attacks killed nine soldiers there in 2016.", "A wave of attacks killed nine soldiers in 2016."]
)
def test_the_toll_of_several_deeds_stays_one_of_many(content: str) -> None:
    (toll,) = tolls_of(content)
    assert toll.cumulative


def test_the_year_of_publication_is_not_cumulative() -> None:
    (toll,) = tolls_of("On October 17, 2023, a bomb killed nine people.")
    assert not toll.cumulative


def test_no_casualties_is_nobody_killed_and_nobody_injured() -> None:
    assert [(toll.effect, toll.count) for toll in tolls_of("There were no casualties.")] == [
        ("killed", Count.exactly(0)),
        ("injured", Count.exactly(0)),
    ]


def test_nobody_hurt_is_nobody_killed_either() -> None:
    assert {toll.effect for toll in tolls_of("Nobody was hurt.")} == {"killed", "injured"}
    assert {toll.effect for toll in tolls_of("Nobody was injured.")} == {"injured"}


def test_the_dead_told_by_among_are_a_part() -> None:
    (toll,) = tolls_of("Among the dead were three policemen.")
    assert (toll.part, toll.count) == (True, Count.exactly(3))


def test_history_in_one_clause_leaves_the_other_alone() -> None:
    fresh, old = tolls_of("Shells killed four men on Monday, bringing the toll since October 7 to 900.")
    assert (fresh.cumulative, old.cumulative) == (False, True)


def test_the_doer_among_the_dead_is_an_attacker() -> None:
    tolls = tolls_of("He killed his wife and himself.")
    assert [toll.attackers for toll in tolls] == [False, True]


def test_a_zero_of_one_group_names_the_group() -> None:
    tolls = tolls_of("No civilian casualties were reported.")
    assert {toll.group for toll in tolls} == {"civilian"}


def test_people_shot_are_injured_where_nobody_died() -> None:
    assert [toll.effect for toll in tolls_of("Two men were shot.")] == ["injured"]


def test_people_shot_may_be_the_dead() -> None:
    assert [toll.effect for toll in tolls_of("Two men were shot. One man died.")] == ["harmed", "killed"]


def test_killed_or_wounded_is_a_sum_of_its_own() -> None:
    assert [toll.effect for toll in tolls_of("Twelve people were killed or wounded.")] == ["casualties"]


@pytest.mark.parametrize(
    "content",
    [
        "Casualties were reported.",
        "Two drones were shot down.",
        "They threatened to kill ten hostages.",
        "The blast could have killed dozens.",
        "A 24-year-old guard saw it.",
        "The 3rd Brigade lost an F-16.",
        "Gunmen shot at a convoy of soldiers.",
        "The shells killed 40 sheep.",
        "He asked for $5 million to free 3 of 12 ships.",
    ],
)
def test_what_is_no_toll_yields_none(content: str) -> None:
    assert tolls_of(content) == ()


def test_furniture_holds_no_tolls() -> None:
    words = "Watch | Two soldiers were killed."
    text = CleanText(
        report_id="r",
        text=words,
        text_hash="h",
        language="en",
        sentences=(Sentence(Span(0, len(words)), 0, furniture=True),),
    )
    assert find_tolls(text, find_figures(text)) == ()


VOCABULARY = (
    "two soldiers were killed and a man who was shot , no one hurt including of them Omar Vell 24 the at least "
    "five dead with wounds taken to hospital himself gunmen toll rose from 10 to 12 others casualties . ' - among"
)
WORDS = st.sampled_from(sorted(set(VOCABULARY.split())))


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words_give_tolls_that_quote_the_text(content: str) -> None:
    if content.strip():
        for toll in tolls_of(content):
            assert content[toll.span.start : toll.span.end] == toll.span.of(content)
            assert (toll.group is None) == (toll.group_span is None)
            assert toll.group_span is None or toll.group_span.of(content) == toll.group


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(content: str) -> None:
    if content.strip():
        tolls_of(content)


def test_tolls_come_in_text_order() -> None:
    starts = [toll.span.start for toll in tolls_of("Two men died. Nobody else was hurt. Gunmen took six hostages.")]
    assert starts == sorted(starts)
    assert len(starts) == 4


@pytest.mark.parametrize(
    ("content", "effect", "count", "group"),
    [
        ("Doctors put the number of the dead at 27.", "killed", 27, None),
        ("The number of dead stood at 19 on Tuesday.", "killed", 19, None),
        ("Aid workers put the toll at 41.", "killed", 41, None),
        ("A porter said he had counted 23 bodies.", "killed", 23, None),
        ("A note to journalists put the number of soldiers killed at 30.", "killed", 30, "soldiers"),
        ("The number of wounded has risen to 44.", "injured", 44, None),
    ],
)
def test_a_number_put_at_a_figure_is_a_toll(content: str, effect: str, count: int, group: str | None) -> None:
    (toll,) = tolls_of(content)
    assert (toll.effect, toll.count, toll.group) == (effect, Count.exactly(count), group)


@pytest.mark.parametrize(
    "content",
    [
        "The number of soldiers killed is not known.",
        "They want the number of road deaths cut by passing three new laws.",
    ],
)
def test_a_number_without_its_figure_is_no_toll(content: str) -> None:
    assert tolls_of(content) == ()


def test_the_incident_a_worst_since_compares_with_has_a_toll_of_its_own() -> None:
    (toll,) = tolls_of("It was the deadliest raid since May, when gunmen killed 31 villagers.")
    assert not toll.cumulative
    (toll,) = tolls_of("Since May, gunmen have killed 31 villagers.")
    assert toll.cumulative


@pytest.mark.parametrize(
    "content",
    [
        "There were no immediate reports of casualties.",
        "There was no word on casualties.",
        "There was no immediate word on deaths or injuries.",
        "Casualties were not immediately known.",
        "No casualties were immediately reported.",
        "No casualty figures were given.",
        "There was no information about casualties.",
    ],
)
def test_what_nobody_knows_yet_is_no_toll(content: str) -> None:
    assert tolls_of(content) == ()


@pytest.mark.parametrize("content", ["No casualties were reported.", "There were no reports of casualties."])
def test_reports_of_nobody_are_nobody(content: str) -> None:
    assert {toll.count for toll in tolls_of(content)} == {Count.exactly(0)}


@pytest.mark.parametrize(
    ("content", "groups"),
    [
        ("A mine went off, killing two soldiers, a provincial official said.", ["soldiers"]),
        ("Shells fell, wounding 11 traders, a volunteer medical network said.", ["traders"]),
        ("Shells fell, killing eight people, two residents told a reporter.", ["people"]),
        ("A bomb killed a guard, two doctors and a nurse said.", ["guard"]),
        ("A bomb killed a guard, a clerk and two boys, a police spokesman said.", ["guard", "clerk", "boys"]),
        ("A bomb killed a guard, a clerk and two boys in Marrow, police said.", ["guard", "clerk", "boys"]),
    ],
)
def test_the_speaker_behind_a_list_is_not_among_the_dead(content: str, groups: list[str]) -> None:
    assert [toll.group for toll in tolls_of(content)] == groups


def test_a_tally_goes_on_in_the_next_sentence() -> None:
    tally = "Since November at least 28 ships have been attacked."
    (toll,) = tolls_of(f"{tally} Four seafarers have been killed.")
    assert toll.cumulative
    (toll,) = tolls_of(f"{tally} On Monday four seafarers were killed.")
    assert not toll.cumulative


@pytest.mark.parametrize(
    "content",
    ["Eight vehicles and 27 motorcycles were burned.", "Twelve shops burned.", "It left 27 motorcycles burned."],
)
def test_things_are_never_hurt(content: str) -> None:
    assert tolls_of(content) == ()


@pytest.mark.parametrize(
    "content",
    [
        "More than 40 guards were slightly wounded before the October 16 strike.",
        "More than 40 troops were injured before Monday's attack.",
        "More than 40 troops were injured in attacks before the strike.",
    ],
)
def test_what_came_before_the_strike_is_cumulative(content: str) -> None:
    (toll,) = tolls_of(content)
    assert toll.cumulative


@pytest.mark.parametrize(
    "content",
    [
        "President Brunn visited the wounded in hospital.",
        "Two officials visited the injured.",
        "Two nurses tended the wounded through the night.",
        "Three hundred mourners buried the dead.",
    ],
)
def test_who_tends_the_wounded_is_not_wounded(content: str) -> None:
    assert tolls_of(content) == ()


def test_some_of_the_injured_told_of_again_are_a_part() -> None:
    whole, part = tolls_of("Four people were injured. Three of the victims were taken to hospital.")
    assert (whole.part, part.part) == (False, True)


@pytest.mark.parametrize(
    "content",
    [
        "At least 20 people were killed, among them six children.",
        "At least 20 people, including six children, were killed.",
        "At least 20 people were killed. Among the dead were six children.",
    ],
)
def test_parts_never_become_totals(content: str) -> None:
    assert combine(tolls_of(content), "killed") == Count.at_least(20)


def test_a_year_told_with_its_one_incident_is_not_cumulative() -> None:
    (toll,) = tolls_of("The station was last bombed in 2018, when one person died.")
    assert not toll.cumulative


@pytest.mark.parametrize("content", ["The crew is safe.", "All crew members are unharmed.", "Everyone is safe."])
def test_where_everybody_is_safe_nobody_was_hurt(content: str) -> None:
    assert {(toll.effect, toll.count, toll.group) for toll in tolls_of(content)} == {
        ("killed", Count.exactly(0), None),
        ("injured", Count.exactly(0), None),
    }


def test_one_person_unhurt_bounds_that_person_alone() -> None:
    assert {toll.group for toll in tolls_of("The driver was unhurt.")} == {"driver"}


@pytest.mark.parametrize("content", ["Residents are not safe.", "All roads are safe.", "No one is safe in the valley."])
def test_safety_in_general_is_no_toll(content: str) -> None:
    assert tolls_of(content) == ()


def test_somebody_unhurt_makes_nobody_known() -> None:
    tolls = tolls_of("The driver was unhurt. The guard was killed.")
    assert [toll.part for toll in tolls if toll.group == "guard"] == [False]


@pytest.mark.parametrize(
    "content",
    ["Omar Vell kept the gate. Vell died at once.", "Omar Vell kept the gate. They opened fire, killing Vell."],
)
def test_a_last_name_alone_is_somebody_named_in_full_before(content: str) -> None:
    assert [toll.group for toll in tolls_of(content)] == ["Vell"]


def test_a_name_never_told_in_full_is_nobody_in_particular() -> None:
    assert tolls_of("Vell was wounded.") == ()


def test_one_figure_counts_several_kinds_of_people_together() -> None:
    (toll,) = tolls_of("At least 60 men, women and children lost their lives in the raid.")
    assert (toll.count, toll.group) == (Count.at_least(60), "men, women and children")


def test_groups_with_figures_of_their_own_are_counted_apart() -> None:
    assert [toll.group for toll in tolls_of("Two soldiers and nine civilians were killed.")] == [
        "soldiers",
        "civilians",
    ]


def test_last_month_dates_the_news_of_the_lead_and_is_history_further_down() -> None:
    news = "Drone strikes killed at least 21 herders near Marrow last month."
    assert [toll.cumulative for toll in tolls_of(news)] == [False]
    below = f"A bomb went off in Marrow.\n\nThe hall stood empty.\n\n{news}"
    assert [toll.cumulative for toll in tolls_of(below)] == [True]


def test_years_ago_dates_the_one_incident_a_lead_tells_of() -> None:
    (toll,) = tolls_of("A court sentenced a porter for helping gunmen who killed 24 people in Marrow six years ago.")
    assert not toll.cumulative


@pytest.mark.parametrize(
    "content",
    [
        "A man stabbed a guard and was shot dead.",
        "A man with a knife stabbed and wounded a guard outside the mill on Monday and was shot dead by another guard.",
    ],
)
def test_who_hurt_somebody_and_was_shot_dead_is_the_attacker(content: str) -> None:
    dead = [toll for toll in tolls_of(content) if toll.effect == "killed"]
    assert [(toll.attackers, toll.count) for toll in dead] == [(True, Count.exactly(1))]


@pytest.mark.parametrize(
    ("content", "effect", "count"),
    [
        ("The shooting left a mother of two dead.", "killed", 1),
        ("The number of people killed by the two bombs has risen to 27.", "killed", 27),
        ("Recruit Ada Obi (19) was killed.", "killed", 1),
        ("The rebels put the army's losses at 21.", "killed", 21),
        ("Two soldiers and a conductor were dead.", "killed", 3),
        ("A tea seller and her son were injured.", "injured", 2),
        ("Nobody came to harm.", "injured", 0),
    ],
)
def test_a_figure_of_something_else_does_not_take_the_place_of_the_toll(content: str, effect: str, count: int) -> None:
    assert combine(tolls_of(content), effect) == Count.exactly(count)


def test_chickens_are_nobody() -> None:
    assert not [toll for toll in tolls_of("The crash killed some chickens.") if toll.count.low]


def test_the_year_somebody_s_life_ended_is_no_toll() -> None:
    assert not tolls_of("The heir of the leader Ada Obi, who died in 2013, spoke of the attack.")
    (many,) = tolls_of("Five soldiers who died in 2013 were remembered.")
    assert many.count == Count.exactly(5)


def test_a_rival_figure_is_one_of_whatever_was_counted_last() -> None:
    content = "The blast killed five and wounded eleven. Two of the eleven walked in. The minister had spoken of nine."
    rival = tolls_of(content)[-1]
    assert (rival.effect, rival.count, rival.rival) == ("injured", Count.exactly(9), True)
    assert rival.span.of(content) == "nine"


def test_people_in_hospital_are_a_part_of_those_told_as_injured() -> None:
    first, again = tolls_of("Twelve people were injured. Two are in hospital.")
    assert (first.part, again.part) == (False, True)


def test_the_dead_told_again_by_their_burial_are_a_part() -> None:
    assert [toll.part for toll in tolls_of("A guard was shot dead. He was buried at dusk.")] == [False, True]
