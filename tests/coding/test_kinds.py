"""Type, stage and whether an incident is what the report exists to tell."""

import pytest

import reportedly
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident
from reportedly.records.vocabulary import IncidentType, Stage


def incidents(text: str) -> tuple[ReportedIncident, ...]:
    return reportedly.tell(text=text, published="2024-05-16").incidents


def one_of(text: str) -> ReportedIncident:
    (incident,) = incidents(text)
    return incident


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A drone struck a depot in Kharkiv on Monday.", IncidentType.DRONE_ATTACK),
        ("Turkish drones struck a car in Kobani on Monday.", IncidentType.DRONE_ATTACK),
        ("An Israeli airstrike hit a house in Rafah on Monday.", IncidentType.AIR_STRIKE),
        ("Israel's army struck a weapons depot in Damascus on Monday.", IncidentType.AIR_STRIKE),
        ("Warplanes bombed a village near Idlib on Monday.", IncidentType.AIR_STRIKE),
        ("A missile struck a house in Odesa on Monday.", IncidentType.MISSILE_ATTACK),
        ("Rockets and drones hit a base in Erbil on Monday.", IncidentType.MISSILE_ATTACK),
        ("Fighters fired mortar shells at a base in Mogadishu on Monday.", IncidentType.MISSILE_ATTACK),
        ("Russian forces shelled a school in Kherson on Monday.", IncidentType.MISSILE_ATTACK),
        ("A roadside bomb exploded near a convoy in Mogadishu on Monday.", IncidentType.BOMBING),
        ("A car bomb went off outside a hotel in Mogadishu on Monday.", IncidentType.BOMBING),
        ("A suicide bomber blew himself up outside a mosque in Kandahar on Monday.", IncidentType.SUICIDE_BOMBING),
        ("A suicide bombing at a mosque in Kandahar killed nine people on Monday.", IncidentType.SUICIDE_BOMBING),
        ("Gunmen shot dead a journalist in Quetta on Monday.", IncidentType.SHOOTING),
        ("A mass shooting at a mall in Chicago killed four people on Monday.", IncidentType.SHOOTING),
        ("Two men stabbed a tourist in Marseille on Monday.", IncidentType.MELEE_ATTACK),
        ("Soldiers and rebels clashed in Goma on Monday.", IncidentType.CLASH),
        ("A gunman tried to assassinate the governor in Kandahar on Monday.", IncidentType.ASSASSINATION),
        ("Gunmen kidnapped 12 schoolchildren in Kaduna on Monday.", IncidentType.ABDUCTION),
        ("Arsonists set fire to a church in Lyon on Monday.", IncidentType.ARSON_SABOTAGE),
        ("Hezbollah threatened to strike Israeli ports.", IncidentType.THREAT),
        ("Police arrested three men in Mombasa on Monday on suspicion of terrorism.", IncidentType.ARREST),
        ("Police foiled a plot to bomb a market in Nairobi on Monday.", IncidentType.ARREST),
    ],
)
def test_an_incident_has_the_type_its_words_and_weapons_tell(text: str, kind: IncidentType) -> None:
    assert one_of(text).type is kind


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Hezbollah threatened to strike Israeli ports.", Stage.THREATENED),
        ("Hezbollah warned that it would fire rockets at Haifa if talks failed.", Stage.THREATENED),
        ("Police said the group had planned to attack a synagogue in Berlin.", Stage.PLANNED),
        ("A rocket fired at the base in Erbil on Monday failed to explode.", Stage.ATTEMPTED),
        ("A gunman tried to assassinate the governor in Kandahar on Monday but missed.", Stage.ATTEMPTED),
        ("Two drones aimed at the base in Erbil were shot down on Monday.", Stage.THWARTED),
        ("Air defences shot down all ten drones launched at Odesa on Monday.", Stage.THWARTED),
        ("A bomb was defused at a railway station in Karachi on Monday.", Stage.THWARTED),
        ("Police foiled a plot to bomb a market in Nairobi on Monday.", Stage.THWARTED),
        ("Guards repelled an attack on a checkpoint in Kandahar on Monday.", Stage.THWARTED),
        ("Police arrested three men in Mombasa on Monday on suspicion of terrorism.", Stage.ACCOMPLISHED),
        ("A bomb exploded in Quetta on Monday. Nobody was hurt.", Stage.ACCOMPLISHED),
        ("One of two drones was shot down over Erbil on Monday; the other hit a base.", Stage.ACCOMPLISHED),
        (
            (
                "The army intercepted three of five rockets fired at Haifa on Sunday; two landed in a street and hurt "
                "a woman."
            ),
            Stage.ACCOMPLISHED,
        ),
        (
            (
                "Kyiv said its air defences had destroyed both missiles fired at Mykolaiv, but Moscow's defence "
                "ministry said they had hit an arms depot."
            ),
            Stage.ACCOMPLISHED,
        ),
    ],
)
def test_an_incident_got_as_far_as_the_text_tells(text: str, stage: Stage) -> None:
    assert one_of(text).stage is stage


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Quetta on Monday. Last year, gunmen killed six soldiers in Karachi.",
        "A bomb exploded in Quetta on Monday. In 2014, militants killed 130 children at a school in Peshawar.",
        "A bomb exploded in Quetta on Monday. The Brigades threatened to strike ports in Karachi.",
        "Russian forces shelled a school in Kherson on Monday in response to a drone attack on Belgorod.",
    ],
)
def test_what_is_told_beside_the_news_is_background(text: str) -> None:
    first, *others = incidents(text)
    assert first.main
    assert not any(incident.main for incident in others)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Quetta on Monday. Another bomb exploded in Karachi on Monday, killing two people.",
        "A grenade killed two people in Cali on Friday and, hours later, gunmen shot dead a councillor in Popayán.",
    ],
)
def test_a_round_up_has_several_main_incidents(text: str) -> None:
    assert [incident.main for incident in incidents(text)] == [True, True]


def test_a_threat_is_main_where_it_is_the_news() -> None:
    text = "Hezbollah threatened on Monday to strike Israeli ports. A rocket hit Haifa last month."
    assert next((one.type, one.main) for one in incidents(text)) == (IncidentType.THREAT, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "An aircraft dropped two bombs on a school in Sagaing on Monday. The blast killed nine.",
            IncidentType.AIR_STRIKE,
        ),
        ("An uncrewed aircraft dropped two bombs on a school in Sagaing on Monday.", IncidentType.DRONE_ATTACK),
        ("Men dropped two bombs into a school in Sagaing on Monday.", IncidentType.BOMBING),
        (
            "A tanker was hit by an uncrewed boat off Aden on Monday. A frigate opened fire. The gunfire killed two.",
            IncidentType.MARITIME_ATTACK,
        ),
    ],
)
def test_what_a_deed_brings_with_it_gives_it_no_other_type(text: str, kind: IncidentType) -> None:
    assert one_of(text).type is kind


def test_a_weapon_that_fell_before_it_reached_its_target_failed() -> None:
    sent = "Raiders sent a drone against a pumping station near Basra on Monday, but it fell "
    assert one_of(sent + "before reaching the fence.").stage is Stage.ATTEMPTED


@pytest.mark.parametrize("doers", ["Bandits", "Armed men", "The gunmen"])
def test_whom_outlaws_took_they_abducted(doers: str) -> None:
    assert one_of(f"{doers} took 39 pupils from a school in Kaduna on Monday.").type is IncidentType.ABDUCTION


@pytest.mark.parametrize(
    "text",
    [
        "Armed police took 39 pupils from a school in Kaduna on Monday.",
        "Attackers took the lives of pupils in Kaduna on Monday.",
        "Bandits took villagers' cattle in Kaduna on Monday.",
        "Rescuers took 39 pupils from a school in Kaduna on Monday.",
        "Armed men took a bus from a depot in Kaduna on Monday.",
    ],
)
def test_taking_people_elsewhere_or_things_is_no_abduction(text: str) -> None:
    assert incidents(text) == ()


@pytest.mark.parametrize(("day", "main"), [("Friday", False), ("Monday", True)])
def test_what_is_told_after_the_lead_and_dated_before_it_stands_behind_the_news(day: str, *, main: bool) -> None:
    text = (
        "A bomb killed nine people in Quetta on Tuesday. The governor's office said so. Schools were closed. "
        f"On {day} gunmen shot dead four miners in Turbat."
    )
    found = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [one.main for one in found] == [True, main]


def test_a_killing_named_as_known_is_told_but_is_not_the_news() -> None:
    telling = reportedly.tell(
        text="Magistrates in Ostra resigned on Monday to protest the murder of two judges.", published="2024-05-15"
    )
    assert [(incident.main, incident.killed) for incident in telling.incidents] == [(False, Count.exactly(2))]


def test_a_killing_with_its_day_and_place_is_the_news_though_it_is_named_as_known() -> None:
    telling = reportedly.tell(
        text="Police confirmed the murder of two judges in Quetta on Monday.", published="2024-05-15"
    )
    assert [incident.main for incident in telling.incidents] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army destroyed two rocket launchers near Quetta on Monday.", IncidentType.OTHER_VIOLENCE),
        ("Three artillery systems were hit near Quetta on Monday, the army said.", IncidentType.OTHER_VIOLENCE),
        ("The army hit a depot near Quetta with rockets on Monday.", IncidentType.MISSILE_ATTACK),
        ("Two rockets hit a depot near Quetta on Monday.", IncidentType.MISSILE_ATTACK),
        ("Coalition aircraft destroyed a depot near Quetta on Monday.", IncidentType.AIR_STRIKE),
    ],
)
def test_a_weapon_that_was_struck_is_not_what_it_was_struck_with(text: str, expected: IncidentType) -> None:
    assert one_of(text).type is expected


@pytest.mark.parametrize("text", ["The rebels captured 14 tanks near Quetta on Monday.", "Jets hit captured tanks."])
def test_things_captured_are_no_arrest(text: str) -> None:
    assert [one.type for one in incidents(text) if one.type is IncidentType.ARREST] == []


@pytest.mark.parametrize("text", ["He was captured in Quetta on Monday.", "Two were captured in Quetta, police said."])
def test_people_captured_are_arrested_though_a_word_stands_for_them(text: str) -> None:
    assert one_of(text).type is IncidentType.ARREST


@pytest.mark.parametrize(
    "text",
    [
        "A village in Mali was attacked on Sunday.",
        "A base near Homs was hit on Monday.",
        "A hospital in Quetta was struck on Tuesday.",
    ],
)
def test_a_place_or_thing_that_suffers_an_attack_needs_no_doer_to_be_told_of(text: str) -> None:
    assert one_of(text).type is IncidentType.OTHER_VIOLENCE


@pytest.mark.parametrize("text", ["The town was hit by floods on Sunday.", "Two provinces were hit on Monday."])
def test_what_may_be_hit_by_anything_is_not_told_as_attacked(text: str) -> None:
    assert incidents(text) == ()


def test_a_bare_attack_on_a_ship_is_one_at_sea() -> None:
    assert one_of("An oil tanker was attacked off Yemen on Sunday.").type is IncidentType.MARITIME_ATTACK


@pytest.mark.parametrize(("noun", "expected"), [("strikes", "air_strike"), ("atrocities", "other_violence")])
def test_only_what_is_done_from_the_air_is_an_air_strike_when_a_state_carries_it_out(noun: str, expected: str) -> None:
    assert one_of(f"The government carried out {noun} in Quetta on Monday.").type.value == expected


def test_who_does_not_confirm_a_deed_is_not_its_doer() -> None:
    text = "A rocket hit a depot in Homs on Monday. Israel did not confirm that it had struck the depot."
    assert [one.name for one in one_of(text).perpetrators] == []
