"""Who is tied to an incident, on what basis and by whose word."""

import pytest

import reportedly
from reportedly.records.incidents import ReportedIncident
from reportedly.records.vocabulary import Basis, Responsibility

BOMB = "A car bomb killed nine people in Mogadishu on Monday. "


def one_of(text: str) -> ReportedIncident:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    return incident


def rows(text: str) -> set[tuple[str, str, str | None]]:
    return {(row.name, row.basis.value, row.by) for row in one_of(text).perpetrators}


@pytest.mark.parametrize(
    ("text", "name", "basis", "by"),
    [
        ("Al-Shabaab fighters attacked a base in Mogadishu on Monday.", "Al-Shabaab", "stated", None),
        ("A base in Mogadishu was attacked by Al-Shabaab on Monday.", "Al-Shabaab", "stated", None),
        ("Jihadists attacked a village in Borno on Monday, killing five people.", "Jihadists", "stated", None),
        (BOMB + "Al-Shabaab claimed responsibility.", "Al-Shabaab", "claimed", "Al-Shabaab"),
        (BOMB + "Al-Shabaab denied responsibility.", "Al-Shabaab", "denied", "Al-Shabaab"),
        (BOMB + "The government blamed Al-Shabaab.", "Al-Shabaab", "accused", "government"),
        (BOMB + "Al-Shabaab is suspected.", "Al-Shabaab", "suspected", None),
        (
            "Ukraine said Russian forces shelled Kherson on Monday, killing two people.",
            "Russian forces",
            "accused",
            "Ukraine",
        ),
        (
            "The Israeli military said it struck a weapons depot in Damascus on Monday.",
            "Israeli military",
            "claimed",
            "Israeli military",
        ),
        (
            "US forces carried out air strikes on Houthi targets in Yemen on Monday, the Pentagon said.",
            "US forces",
            "claimed",
            "Pentagon",
        ),
        (
            "The Syrian Observatory for Human Rights said Turkish drones struck a car in Kobani on Monday.",
            "Turkey",
            "stated",
            "Syrian Observatory for Human Rights",
        ),
        (
            "Suspected Boko Haram fighters attacked a village in Borno on Monday.",
            "Boko Haram",
            "suspected",
            None,
        ),
        ("Hezbollah threatened to strike Israeli ports.", "Hezbollah", "claimed", "Hezbollah"),
    ],
)
def test_a_doer_is_tied_by_the_one_who_tells_it(text: str, name: str, basis: str, by: str | None) -> None:
    assert rows(text) == {(name, basis, by)}
    assert one_of(text).responsibility == (Responsibility(basis),)


@pytest.mark.parametrize("doer", ["Gunmen", "Unidentified gunmen", "Two men", "Bandits", "Armed men"])
def test_doers_nobody_could_name_make_no_perpetrator(doer: str) -> None:
    found = one_of(f"{doer} opened fire on a bus in Zamfara on Monday, killing five people.")
    assert found.perpetrators == ()
    assert found.responsibility == ()


def test_a_suicide_bomber_is_no_perpetrator() -> None:
    assert rows("A suicide bomber killed nine people at a mosque in Kandahar on Monday.") == set()


@pytest.mark.parametrize(
    "silence",
    [
        "No group has claimed responsibility.",
        "No one claimed responsibility for the attack.",
        "Nobody has claimed the attack.",
        "There was no immediate claim of responsibility.",
        "It was not clear who was behind the blast.",
        "Police did not know who was behind it.",
    ],
)
def test_what_nobody_said_adds_nothing(silence: str) -> None:
    assert one_of(BOMB + silence).responsibility == ()


@pytest.mark.parametrize(
    "refusal",
    [
        "Police declined to say who was behind it.",
        "The ministry did not say who was behind it.",
        "The statement did not name the attackers.",
        "The army stopped short of blaming anyone.",
    ],
)
def test_a_refusal_to_say_is_recorded(refusal: str) -> None:
    assert one_of(BOMB + refusal).responsibility == (Responsibility.WITHHELD,)


def test_all_that_hold_are_kept_and_sorted() -> None:
    found = one_of(BOMB + "The government blamed Al-Shabaab. Al-Shabaab denied responsibility.")
    assert found.responsibility == (Responsibility.ACCUSED, Responsibility.DENIED)
    assert {row.basis for row in found.perpetrators} == {Basis.ACCUSED, Basis.DENIED}


def test_two_speakers_make_two_rows() -> None:
    found = rows(BOMB + "The government blamed Al-Shabaab. The African Union also blamed Al-Shabaab.")
    assert len(found) == 2
    assert {basis for _, basis, _ in found} == {"accused"}


def test_the_same_accusation_twice_is_one_row() -> None:
    found = one_of(BOMB + "The government blamed Al-Shabaab. The government blamed Al-Shabaab again.")
    (row,) = found.perpetrators
    assert len(row.claims) == 2


def test_a_group_is_named_in_its_fullest_form() -> None:
    found = rows(
        "A bomb killed two people in Quetta on Monday. The Balochistan Liberation Army claimed responsibility. "
        "The BLA is a separatist group."
    )
    assert {name for name, _, _ in found} == {"Balochistan Liberation Army"}


def test_who_stopped_an_attack_is_not_who_did_it() -> None:
    found = one_of("Saudi air defences shot down a missile fired at Riyadh on Monday.")
    assert [party.name for party in found.prevented_by] == ["Saudi air defences"]
    assert found.perpetrators == ()


def test_who_accuses_is_not_accused() -> None:
    found = rows("A drone hit a depot in Kharkiv on Monday. Ukraine blamed Russia for the attack.")
    assert {name for name, _, _ in found} == {"Russia"}


def test_a_capital_is_accused_for_its_state() -> None:
    assert rows("Kyiv accused Moscow of bombing a school in Kupiansk on Saturday.") == {("Russia", "accused", "Kyiv")}


def test_a_group_known_by_what_it_calls_itself_claims() -> None:
    text = "A rocket hit a base near Erbil on Monday. A group calling itself the Sons of the Cedar claimed the attack."
    assert rows(text) == {("Sons of the Cedar", "claimed", "Sons of the Cedar")}


@pytest.mark.parametrize("speaker", ["medics", "state media"])
def test_the_struck_accuse(speaker: str) -> None:
    text = f"An Israeli air strike hit a school in Khan Younis on Monday, {speaker} said."
    assert rows(text) == {("Israel", "accused", speaker)}


def test_whose_drones_were_shot_down_is_said_by_the_one_who_shot() -> None:
    text = "Russian air defences destroyed 40 Ukrainian drones over Belgorod on Monday, the defence ministry said."
    assert rows(text) == {("Ukraine", "accused", "defence ministry")}


def test_blame_beside_a_threat_is_for_the_deed() -> None:
    text = (
        "Bombs went off in several towns of northern Iraq on Monday, killing eight people. "
        "The Badr Organization blamed Turkey and vowed to retaliate."
    )
    deed, threat = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [(row.name, row.basis.value, row.by) for row in deed.perpetrators] == [
        ("Turkey", "accused", "Badr Organization")
    ]
    assert [row.name for row in threat.perpetrators] == ["Badr Organization"]


@pytest.mark.parametrize(
    ("telling", "names"),
    [
        ("The government blamed Al-Shabaab and Islamic State for the blast.", {"Al-Shabaab", "Islamic State"}),
        ("The government blamed Al-Shabaab and Kenya closed its border.", {"Al-Shabaab"}),
        ("The government blamed Al-Shabaab and Kenya, its ally, offered help.", {"Al-Shabaab"}),
    ],
)
def test_two_may_be_blamed_in_one_breath(telling: str, names: set[str]) -> None:
    assert {name for name, _, _ in rows(BOMB + telling)} == names


def test_bare_rebels_are_the_group_their_own_words_name() -> None:
    text = BOMB + "The army blamed the rebels of the Upland Front."
    assert rows(text) == {("Upland Front", "accused", "army")}


def test_whose_earlier_attacks_it_is_like_is_suspected() -> None:
    text = BOMB + "A security firm said it was similar to that of earlier attacks carried out by Al-Shabaab."
    assert rows(text) == {("Al-Shabaab", "suspected", "security firm")}


def test_a_bare_doer_gives_way_to_the_group_that_is_named() -> None:
    told = "Rebels killed eleven farmers near Goma on Monday, an official said. "
    assert {name for name, _, _ in rows(told)} == {"Rebels"}
    assert rows(told + "The army blamed Al-Shabaab.") == {("Al-Shabaab", "accused", "army")}


def test_a_group_and_its_description_are_one() -> None:
    told = "Islamic State, a jihadist group, said in an email that it had carried out the attack."
    assert rows(BOMB + told) == {("Islamic State", "claimed", "Islamic State")}


def test_an_organisation_of_no_side_states() -> None:
    text = "Al-Shabaab fighters attacked a village near Mogadishu on Monday, the UN said."
    assert rows(text) == {("Al-Shabaab", "stated", "UN")}


def test_a_group_is_not_named_by_those_of_it_who_were_hurt() -> None:
    text = "A rocket hit a barracks near Safed on Monday, two days after three Hezbollah members died. "
    assert rows(text + "Hezbollah claimed responsibility.") == {("Hezbollah", "claimed", "Hezbollah")}


def test_a_shadow_government_does_not_speak_for_the_army() -> None:
    text = "Myanmar's military killed nine people in an air strike on Monday, the National Unity Government said."
    assert rows(text) == {("Myanmar's military", "accused", "National Unity Government")}


def test_a_country_s_own_forces_are_claimed_by_its_ministry() -> None:
    text = "Tunisia's interior ministry said security forces killed three militants in Kasserine on Thursday."
    assert rows(text) == {("security forces", "claimed", "Tunisia's interior ministry")}


def test_a_claim_made_by_a_spokesman_is_told_once() -> None:
    told = "An Al-Shabaab spokesman, Abdiasis Omar, claimed responsibility for the attack."
    assert rows(BOMB + told) == {("Al-Shabaab", "claimed", "Abdiasis Omar")}


def test_a_coalition_of_states_does_what_it_is_told_to_do() -> None:
    text = "A Saudi-led coalition air strike hit a hall in Sanaa on Monday, the Houthi-run health ministry said."
    assert {(name, basis) for name, basis, _ in rows(text)} == {("Saudi-led coalition", "accused")}


def test_a_description_may_stand_before_the_name() -> None:
    text = "A jihadist group, the Islamic State, said it had carried out the attack."
    assert {name for name, _, _ in rows(BOMB + text)} == {"Islamic State"}


def test_a_denial_in_the_accuser_s_sentence_is_the_accused_s() -> None:
    told = "Somalia's president blamed Al-Shabaab, based in the south, which denied the accusation."
    assert rows(BOMB + told) == {
        ("Al-Shabaab", "accused", "Somalia's president"),
        ("Al-Shabaab", "denied", "Al-Shabaab"),
    }


def test_police_who_shot_a_stabber_did_not_stab() -> None:
    text = "Police in Quetta shot dead Omar Vantar, who had stabbed nurse Ana Vantar to death on Monday."
    stabbing = [
        found for found in reportedly.tell(text=text, published="2024-05-16").incidents if "melee" in found.type
    ]
    assert [found.perpetrators for found in stabbing] == [()]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The army and the rebels blamed each other for shelling that killed two in Goma on Monday.", "army rebels"),
        ("A drone hit a plant in Enerhodar on Sunday. Russia and Ukraine traded blame for it.", "Russia Ukraine"),
        ("A drone hit a plant in Enerhodar on Sunday. Moscow and Kyiv accused each other.", "Russia Ukraine"),
    ],
)
def test_two_who_blame_each_other_are_each_accused_by_the_other(text: str, sides: str) -> None:
    one, other = sides.split()
    assert rows(text) == {(one, "accused", other), (other, "accused", one)}


def test_a_group_between_two_who_blame_each_other_and_the_deed_is_not_blamed() -> None:
    text = "A bomb hit a bus in Goma on Monday. The army and the rebels blamed each other for the M23 bus attack."
    assert "accused" not in {basis for name, basis, _ in rows(text) if name == "M23"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters loyal to Oriel Vantar attacked a village near Goma on Monday.", "Fighters loyal to Oriel Vantar"),
        ("Forces loyal to Oriel Vantar attacked a village near Goma on Monday.", "Forces loyal to Oriel Vantar"),
    ],
)
def test_those_loyal_to_somebody_are_a_party_under_that_description(text: str, name: str) -> None:
    assert {row[:2] for row in rows(text)} == {(name, "stated")}


@pytest.mark.parametrize(
    "text",
    [
        "Allied Democratic Forces (ADF) fighters attacked a village near Beni on Monday.",
        "Fighters of the Allied Democratic Forces attacked a village near Beni on Monday.",
        "ADF fighters attacked a village near Beni on Monday. The Allied Democratic Forces were pushed back.",
    ],
)
def test_those_who_act_for_a_group_stand_under_its_fullest_name(text: str) -> None:
    assert rows(text) == {("Allied Democratic Forces", "stated", None)}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Lima on Monday. The authorities hold the Shining Path responsible for the attack.",
        "A bomb exploded in Lima on Monday. The Shining Path is being held responsible for the attack.",
    ],
)
def test_who_is_held_responsible_is_accused(text: str) -> None:
    assert {row[:2] for row in rows(text)} == {("Shining Path", "accused")}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two in Goma on Monday. The Brigade of the Dawn claimed responsibility.",
        "A bomb killed two in Goma on Monday. An unknown group, the Brigade of the Dawn, claimed responsibility.",
        "The Brigade of the Dawn said it carried out the bombing that killed two in Goma on Monday.",
        "A new group called Brigade of the Dawn claimed Monday's bomb attack in Goma.",
    ],
)
def test_a_group_that_nobody_knows_claims_under_its_own_name(text: str) -> None:
    (found,) = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [(row.name, row.actor_id, row.basis, row.by) for row in found.perpetrators] == [
        ("Brigade of the Dawn", None, "claimed", "Brigade of the Dawn")
    ]


@pytest.mark.parametrize(
    "doers", ["Gunmen", "Unidentified gunmen", "Armed men", "Two men", "Bandits", "A suicide bomber"]
)
def test_generic_doers_make_no_perpetrator_and_nothing_stated(doers: str) -> None:
    (found,) = reportedly.tell(
        text=f"{doers} attacked a village near Goma on Monday.", published="2024-05-16"
    ).incidents
    assert (found.perpetrators, found.responsibility) == ((), ())


def test_work_of_a_group_described_and_named_in_quotation_marks_is_that_group_s() -> None:
    text = 'The explosion in Lima on Monday was the work of the leftist armed grouping "Sendero Luminoso".'
    assert rows(text) == {("Sendero Luminoso", "accused", None)}


@pytest.mark.parametrize(
    ("doers", "name"),
    [
        ("A splinter group of the Taliban", "splinter group of the Taliban"),
        ("A TTP splinter group", "TTP splinter group"),
        ("FARC dissidents", "FARC dissidents"),
        ("Former FARC rebels", "Former FARC rebels"),
    ],
)
def test_those_who_have_left_a_group_are_not_that_group(doers: str, name: str) -> None:
    (found,) = reportedly.tell(
        text=f"{doers} attacked a village near Goma on Monday.", published="2024-05-16"
    ).incidents
    assert [(row.name, row.actor_id) for row in found.perpetrators] == [(name, None)]


def test_a_splinter_that_is_named_is_suspected_and_not_whom_it_left() -> None:
    text = "A TTP splinter, Jamaat-ul-Ahrar, could be involved in Monday's suicide bombing in Peshawar, police said."
    assert {row[:2] for row in rows(text)} == {("Jamaat-ul-Ahrar", "suspected")}


def test_a_threat_is_its_groups_though_a_description_stands_nearer() -> None:
    text = "Kataib Hezbollah, a powerful Iraqi faction close to Tehran, said it would use missiles against US bases."
    assert {row[:2] for row in rows(text)} == {("Kataib Hezbollah", "claimed")}


@pytest.mark.parametrize(
    "text",
    [
        "The defence ministry offered a reward for those who ordered the attack on a police station in Goma on Monday.",
        "Herders' cows were stolen and three youths shot dead near Goma on Monday.",
        "Three people were killed by a mine in Hays on Monday, the Yemeni Landmine Observatory reports.",
        "Three men were shot dead in Jenin on Monday. The Jenin Brigade mourned two of them as its members.",
        "A guard was shot dead in Delmas on Monday. The Viv Ansanm coalition said its soldiers were not in Delmas.",
    ],
    ids=["a reward for the doers", "an owner", "a speaker's name", "a group that mourns", "a group that was not there"],
)
def test_whoever_only_stands_near_a_deed_is_not_its_doer(text: str) -> None:
    assert rows(text) == set()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        (
            "A bomb in Kiffa killed two. The Hodh Liberation Front, which the interior ministry accused, is quiet.",
            Basis.ACCUSED,
        ),
        ("A bomb killed two in Kiffa. The ministry had accused the group on Friday.", None),
        (
            "The army named the Hodh Liberation Front. A bomb killed two in Kiffa. The ministry had accused the group.",
            Basis.ACCUSED,
        ),
        (
            "The Hodh Liberation Front has 900 men. Its leaders deny any part in the bombing that killed two in Kiffa.",
            Basis.DENIED,
        ),
        ("The bakers have 900 men. Its leaders deny any part in the bombing that killed two in Kiffa.", None),
    ],
)
def test_a_group_meant_by_a_word_that_points_back_is_tied_by_name(text: str, basis: Basis | None) -> None:
    told = [row for one in reportedly.tell(text=text, published="2024-05-16").incidents for row in one.perpetrators]
    assert {(row.name, row.basis) for row in told} == ({("Hodh Liberation Front", basis)} if basis else set())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Taliban gunmen and suicide bombers attacked a camp in Helmand on Monday.", ["Taliban"]),
        ("Unidentified gunmen and suicide bombers attacked a camp in Helmand on Monday.", []),
    ],
)
def test_a_group_told_to_act_with_the_nameless_acts(text: str, names: list[str]) -> None:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [row.name for row in incident.perpetrators] == names


def test_who_sent_a_weapon_is_told_whatever_the_verb() -> None:
    text = (
        "A drone hit the airport of Sharurah on Tuesday, injuring nine people. "
        "The drone had been let off by the Houthis, a coalition spokesman said."
    )
    assert ("Houthis", "accused", "coalition spokesman") in rows(text)


def test_the_place_where_a_group_speaks_is_not_where_it_struck() -> None:
    text = (
        "A bomb killed a soldier near Turbat on Monday. "
        "The Balochistan Liberation Front said in a message to a press club in Quetta that its fighters had "
        "carried out the attack and killed six soldiers."
    )
    assert one_of(text).killed is not None
    assert ("Balochistan Liberation Front", "claimed", "Balochistan Liberation Front") in rows(text)
