"""Clauses that only speak, verbs carried over a bundle, towns taken, and weapons that act."""

import pytest

from reportedly.pipeline.tell import tell_report
from reportedly.records.incidents import ReportedIncident
from reportedly.records.moments import parse_moment
from reportedly.records.reports import Report


def incidents(text: str) -> tuple[ReportedIncident, ...]:
    report = Report(id="r", content=text, published=parse_moment("2024-09-18"))
    return tell_report(report).incidents


@pytest.mark.parametrize(
    "aside",
    ["which denies targeting civilians", "which has not commented on the raid", "which says it spares hospitals"],
)
def test_an_aside_that_only_speaks_hides_no_deed(aside: str) -> None:
    (one,) = incidents(f"Russia, {aside}, struck a clinic in Kherson on Monday, the governor said.")
    assert [(row.name, row.basis.value) for row in one.perpetrators] == [("Russia", "accused")]
    assert one.when is not None
    assert one.when.edtf == "2024-09-16"


@pytest.mark.parametrize(
    "bundle",
    ["a wave of air strikes", "more than 100 strikes", "dozens of air strikes", "a fresh series of 40 air strikes"],
)
def test_a_day_of_strikes_is_an_incident_with_its_doer(bundle: str) -> None:
    (one,) = incidents(f"Israel carried out {bundle} on eastern Lebanon on Monday, killing 12 people.")
    assert (one.main, one.killed and one.killed.low, [row.name for row in one.perpetrators]) == (True, 12, ["Israel"])


def test_strikes_at_no_time_are_a_practice() -> None:
    assert not incidents("The army often carries out waves of air strikes, residents said.")


def test_a_town_taken_is_a_clash() -> None:
    (one,) = incidents("Rebels captured the town of Goma on Tuesday, residents said.")
    assert (one.type.value, one.where and one.where.name) == ("clash", "Goma")


def test_a_fighter_taken_is_an_arrest() -> None:
    (one,) = incidents("Soldiers captured two rebels near Goma on Tuesday, residents said.")
    assert one.type.value == "arrest"


def test_who_was_just_killed_did_not_set_off_the_next_bomb() -> None:
    text = (
        "On Saturday gunmen attacked an outpost near Gao, killing 12 soldiers, "
        "and on Sunday a roadside bomb killed eight more near Mopti, the ministry said."
    )
    days = [one.when.edtf for one in incidents(text) if one.when is not None]
    assert days == ["2024-09-14", "2024-09-15"]
    assert not any(one.perpetrators for one in incidents(text))


def test_what_happened_has_no_doer() -> None:
    text = "Police are investigating a double shooting in Toledo. According to police, it happened at 6:30 p.m."
    assert not any(one.perpetrators for one in incidents(text))


def test_allegiance_sworn_is_no_threat() -> None:
    text = "Police arrested a man who had planned an attack in Linz. He had sworn allegiance to Islamic State."
    assert [one.type.value for one in incidents(text)] == ["arrest"]


@pytest.mark.parametrize(("dead", "deeds"), [("two", 1), ("three", 2)])
def test_the_same_dead_and_wounded_are_one_deed(dead: str, deeds: int) -> None:
    text = (
        "A bomb killed two people and wounded seven in Quetta on Sunday, police said. "
        f"A bomb killed {dead} people and wounded seven in Karachi, a neighbour said."
    )
    assert len(incidents(text)) == deeds


@pytest.mark.parametrize(
    "text",
    [
        "Enthusiasts flew drones over military sites, a source said.",
        "Catching drones using swarms of nets is one option, the army said.",
        "If they do not vote, they'll fire us, the driver said.",
    ],
)
def test_weapons_flown_about_and_people_dismissed_are_no_attack(text: str) -> None:
    assert incidents(text) == ()


def test_a_drone_flown_at_a_base_is_an_attack() -> None:
    (one,) = incidents("A drone was flown at a base near Erbil on Monday.")
    assert one.type.value == "drone_attack"


def test_killed_at_least_has_its_doer_and_its_number() -> None:
    text = "Boko Haram fighters killed at least 15 farmers in a raid on a village in Borno on Monday, residents said."
    (one,) = incidents(text)
    assert [row.name for row in one.perpetrators] == ["Boko Haram"]
    assert (one.killed and one.killed.low, one.killed and one.killed.high) == (15, None)


def test_were_killed_at_a_place_has_no_doer() -> None:
    (one,) = incidents("Militants fled. Twelve people were killed at a market in Kano on Monday when a bomb went off.")
    assert not one.perpetrators


@pytest.mark.parametrize("verb", ["seized", "hijacked"])
def test_a_ship_taken_is_attacked_at_sea(verb: str) -> None:
    (one,) = incidents(f"Somali pirates {verb} a tanker off Hobyo on Monday.")
    assert (one.type.value, [target.name for target in one.targets]) == ("maritime_attack", ["tanker"])


def test_a_time_behind_what_was_sent_is_not_the_time_of_saying_so() -> None:
    (one,) = incidents("Ukraine's military said Russia launched 88 drones overnight, of which 76 were shot down.")
    assert one.when is not None
    assert one.when.edtf == "2024-09-17/2024-09-18"


def test_the_day_of_saying_so_is_not_the_day_of_the_deed() -> None:
    (one,) = incidents("The army said on Monday that two drones had hit a depot near Kursk.")
    assert one.when is None


def test_a_verb_before_a_person_is_no_part_of_the_name() -> None:
    (one,) = incidents("Gunmen shot and wounded Mayor Ada Ostrova in Poltava on Monday.")
    assert [(victim.role, victim.name) for victim in one.victims] == [("Mayor", "Ada Ostrova")]


def test_an_attack_foiled_by_arrests_is_a_plot_broken_up() -> None:
    (one,) = incidents("Police foiled an attack by arresting two men with explosives in Nairobi on Monday.")
    assert (one.type.value, one.stage.value) == ("arrest", "thwarted")


def test_an_arrest_in_a_town_needs_no_word_for_who_it_is() -> None:
    (one,) = incidents("Marines captured Ada Ostrova in Mazatlan on Monday.")
    assert (one.type.value, one.where and one.where.name) == ("arrest", "Mazatlan")


def test_a_practice_told_beside_the_deed_lends_it_no_target() -> None:
    (one,) = incidents(
        "Rockets hit an oil depot near Erbil on Monday. Officials have blamed such attacks on Iran-backed groups."
    )
    assert [target.name for target in one.targets] == ["oil depot"]


def test_a_verdict_lends_the_old_deed_no_day() -> None:
    (one,) = incidents("A court on Monday jailed two men for helping gunmen who killed 24 people in Garissa in 2018.")
    assert (one.main, one.when and one.when.edtf) == (False, "2018")


def test_a_charge_hides_no_deed_of_today() -> None:
    (one,) = incidents("Prosecutors charged a man with murder after a shooting in Leeds killed two on Monday.")
    assert (one.main, one.when and one.when.edtf) == (True, "2024-09-16")


def test_a_detention_centre_is_no_arrest() -> None:
    assert [one.type.value for one in incidents("Shelling of a detention centre near Tripoli killed 17 people.")] == [
        "missile_attack"
    ]


def test_a_second_front_on_a_condition_is_a_threat() -> None:
    (one,) = incidents("Hezbollah will open a second front if Israel invades Gaza, its deputy leader said on Sunday.")
    assert (one.stage.value, [row.name for row in one.perpetrators]) == ("threatened", ["Hezbollah"])
    assert one.condition is not None
    assert one.condition.text == "if Israel invades Gaza"


def test_who_sets_off_a_bomb_attacks_and_who_sets_off_for_a_town_does_not() -> None:
    (one,) = incidents("Rebels set off a bomb in Poltava on Monday.")
    assert [row.name for row in one.perpetrators] == ["Rebels"]
    assert incidents("The army set off for Poltava on Monday. A speech set off a debate in Poltava on Monday.") == ()


def test_a_controlled_explosion_is_nobodys_attack() -> None:
    found = incidents("Police set off a controlled explosion of a suspicious package in Poltava on Monday.")
    assert [one.perpetrators for one in found] == []


def test_outlaws_who_attack_something_no_list_knows_attack_and_with_words_alone_they_do_not() -> None:
    (one,) = incidents("Rebels attacked the aqueduct in Poltava on Monday.")
    assert (one.stage.value, [row.name for row in one.perpetrators]) == ("accomplished", ["Rebels"])
    assert incidents("Rebels attacked the ruling on Monday.") == ()
    assert incidents("The mayor attacked the aqueduct on Monday.") == ()
