"""Whom a name means, whom it could be taken for, and that names which almost match are never merged."""

import pytest

from reportedly.codebook.book import codebook
from reportedly.codebook.who import Why, who


def taken(name: str) -> str | None:
    return next((one.actor.id for one in who(name, codebook()) if one.taken), None)


@pytest.mark.parametrize(
    ("names", "actor_id"),
    [
        (
            "Kataib Hezbollah; Kata'ib Hizballah; Kata’ib Hizbollah; KATAEB HIZBULLAH; Katai'b Hezbollah",
            "group:kataib_hezbollah",
        ),
        ("al-Shabaab; Al Shabab; al-Shabab; Alshabaab; Shabaab", "group:al_shabaab"),
        ("Houthi; Houthis; Huthi; Huthis; the Houthis; Ansar Allah; Ansarallah; Ansarullah", "group:houthis"),
        ("PKK; HPG; Kurdistan Workers' Party; Kurdistan Workers Party; Kurdistan Worker's Party", "group:pkk"),
        ("Islamic State; ISIS; ISIL; IS; Daesh; Da'esh; Islamic State of Iraq and Syria; ISIS", "group:islamic_state"),
        (
            "ISWAP; Islamic State West Africa Province; Islamic State in West Africa Province",
            "group:islamic_state_west_africa",
        ),
        (
            "IS-K; ISIS-K; ISKP; ISIS-Khorasan; Islamic State Khorasan Province; Islamic State Khorasan",
            "group:islamic_state_khorasan",
        ),
        ("FMLN; Farabundo Marti National Liberation Front; Farabundo Martí National Liberation Front", "group:fmln"),
        ("Shining Path; Sendero Luminoso", "group:shining_path"),
        ("FPMR; Manuel Rodriguez Patriotic Front", "group:manuel_rodriguez_front"),
        ("M-19; M19; 19th of April Movement", "group:m19"),
        ("The Extraditables; Extraditables; the Extraditables", "group:the_extraditables"),
        ("Contras; the contras", "group:contras"),
        ("Pentagon; the Pentagon; US Department of Defense; Defence Department", "force:us_defence_department"),
        ("Washington; United States; US; U.S.; USA; American", "state:us"),
        ("Tehran; Iran; Iranian", "state:ir"),
    ],
)
def test_every_spelling_means_the_same_actor(names: str, actor_id: str) -> None:
    assert {name: taken(name) for name in names.split("; ")} == dict.fromkeys(names.split("; "), actor_id)


def test_an_id_means_its_actor() -> None:
    assert [(one.actor.name, one.why) for one in who("group:m23", codebook())][:1] == [("M23", Why.ID)]


def test_a_name_that_almost_matches_is_offered_and_not_taken() -> None:
    (only,) = (one for one in who("Al Shabbab", codebook()) if one.why is Why.ALIKE)
    assert (only.actor.id, only.taken) == ("group:al_shabaab", False)
    assert taken("Al Shabbab") is None


def test_groups_with_a_longer_name_stand_beside_the_one_that_is_meant() -> None:
    found = {one.actor.id: (one.taken, one.why) for one in who("Islamic Jihad", codebook())}
    assert found["group:palestinian_islamic_jihad"] == (True, Why.NAME)
    assert found["group:islamic_jihad_union"] == (False, Why.LONGER)


def test_a_group_whose_name_lies_in_the_one_asked_for_is_not_taken_for_it() -> None:
    found = {one.actor.id: (one.taken, one.why) for one in who("Kata'ib Hizballah", codebook())}
    assert found["group:hezbollah"] == (False, Why.SHORTER)


@pytest.mark.parametrize("name", ["", "  ", "...", "the", "Brigade of the Dawn"])
def test_a_name_of_nobody_means_nobody(name: str) -> None:
    assert taken(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Congo River Alliance", "M23"),
        ("Janjaweed", "Rapid Support Forces"),
        ("Tijuana Cartel", "Juárez Cartel"),
        ("Knights Templar Cartel", "La Familia Michoacana"),
        ("Khalistan Commando Force", "Khalistan Zindabad Force"),
        ("Animal Liberation Front", "Earth Liberation Front"),
    ],
)
def test_groups_that_are_two_stay_two(one: str, other: str) -> None:
    assert None not in (taken(one), taken(other))
    assert taken(one) != taken(other)
