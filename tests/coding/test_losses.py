"""Killed, injured and taken; the attackers' own losses apart."""

import pytest

import reportedly
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident


def one_of(text: str) -> ReportedIncident:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    return incident


TWO = Count(2, 2)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A bomb exploded in Quetta on Monday, killing two people.", TWO, None),
        ("A bomb exploded in Quetta on Monday, wounding two people.", None, TWO),
        ("A bomb killed two people and wounded five in Quetta on Monday.", TWO, Count(5, 5)),
        ("A bomb killed at least two people in Quetta on Monday.", Count(2, None), None),
        ("A bomb killed about 20 people in Quetta on Monday.", Count(20, 20), None),
        ("A bomb killed several people in Quetta on Monday.", Count(3, None), None),
        ("A bomb killed dozens of people in Quetta on Monday.", Count(24, None), None),
        ("A bomb exploded in Quetta on Monday.", None, None),
        ("A bomb exploded in Quetta on Monday. There were no casualties.", Count(0, 0), Count(0, 0)),
        ("A bomb killed a child in Quetta on Monday.", Count(1, 1), None),
        ("A bomb killed five people, including two children, in Quetta on Monday.", Count(5, 5), None),
        (
            "A bomb killed five people in Quetta on Monday, police said. The mayor said seven people were killed.",
            Count(5, 7),
            None,
        ),
        ("A bomb killed two soldiers in Quetta on Monday, an official said.", TWO, None),
        ("An ambush near Goma on Monday killed two soldiers, a doctor said.", TWO, None),
        ("A bomb wounded two police officers in Quetta on Monday, a police officer said.", None, TWO),
        ("Hezbollah threatened to kill 40 people.", None, None),
    ],
)
def test_the_toll_is_what_the_text_supports(text: str, killed: Count | None, injured: Count | None) -> None:
    found = one_of(text)
    assert (found.killed, found.injured) == (killed, injured)


def test_the_bombers_own_death_is_no_victim_s() -> None:
    found = one_of("A suicide bomber blew himself up in Kandahar on Monday, killing nine worshippers.")
    assert found.killed == Count(9, 9)
    assert found.attackers is not None
    assert found.attackers.killed == Count(1, 1)


def test_dead_attackers_are_counted_apart() -> None:
    found = one_of(
        "Militants attacked a base in Quetta on Monday, killing two soldiers. Five of the attackers were killed."
    )
    assert found.killed == TWO
    assert found.attackers is not None
    assert found.attackers.killed == Count(5, 5)


def test_no_losses_told_are_no_attackers() -> None:
    assert one_of("Militants attacked a base in Quetta on Monday.").attackers is None


def test_each_group_hurt_is_a_victim() -> None:
    found = one_of("A bomb killed two soldiers and wounded five civilians in Quetta on Monday.")
    assert {(victim.name, victim.killed, victim.injured) for victim in found.victims} == {
        ("soldiers", TWO, None),
        ("civilians", None, Count(5, 5)),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen abducted 30 students from a school in Kaduna on Monday.", "students"),
        ("Gunmen kidnapped 30 people in Kaduna on Monday.", "people"),
    ],
)
def test_people_taken_are_counted_as_abducted(text: str, name: str) -> None:
    (victim,) = one_of(text).victims
    assert (victim.name, victim.abducted, victim.killed) == (name, Count(30, 30), None)
    assert one_of(text).killed is None


def test_a_figure_over_many_attacks_is_no_toll_of_this_one() -> None:
    found = one_of(
        "A bomb killed two people in Quetta on Monday. Bombings have killed more than 400 people in the province "
        "since January."
    )
    assert found.killed == TWO


def test_each_incident_has_its_own_toll() -> None:
    text = (
        "A bomb exploded in Quetta on Monday, killing two people. "
        "Another bomb exploded in Karachi on Tuesday, killing nine people."
    )
    found = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [incident.killed for incident in found] == [TWO, Count(9, 9)]


def test_the_other_side_s_lower_figure_widens_the_range() -> None:
    found = one_of(
        "The army clashed with rebels near Goma on Monday. A rebel spokesman said 30 soldiers were killed. "
        "The army said three soldiers died."
    )
    assert found.killed == Count(3, 30)
    assert [(victim.name, victim.killed) for victim in found.victims] == [("soldiers", Count(3, 30))]


def test_two_speakers_of_one_side_widen_nothing() -> None:
    found = one_of(
        "The army clashed with rebels near Goma on Monday. The army said 30 soldiers were killed. "
        "Police said three soldiers died."
    )
    assert found.killed == Count(30, 30)


def test_the_camps_of_a_clash_add_up() -> None:
    found = one_of(
        "The army clashed with rebels near Goma on Monday. The army said it killed 12 fighters. "
        "A rebel spokesman said 30 soldiers died."
    )
    assert found.killed == Count(42, 42)


def test_the_wounded_who_die_are_among_the_dead() -> None:
    found = one_of(
        "The army clashed with rebels near Goma on Monday. Seven soldiers were killed, the army said. "
        "Two of the wounded soldiers died in hospital, a police officer said."
    )
    assert [(victim.name, victim.killed) for victim in found.victims] == [("soldiers", Count(7, 7))]


def test_a_title_s_figure_goes_where_the_body_puts_it() -> None:
    found = reportedly.tell(
        title="Four killed in south Lebanon as Hezbollah fires rockets at Safed",
        text="An Israeli drone strike killed four people in Nabatieh on Monday, Lebanon's health ministry said.\n\n"
        "Hezbollah fired rockets at Safed in northern Israel on Monday, the group said.",
        published="2024-05-16",
    ).incidents
    assert {incident.type.value: incident.killed for incident in found} == {
        "drone_attack": Count(4, 4),
        "missile_attack": None,
    }


def test_a_row_never_tells_more_than_the_toll() -> None:
    found = one_of(
        "A bomb wounded three people in Quetta on Monday, police said. A doctor said three people were wounded. "
        "A shopkeeper said 18 residents were wounded."
    )
    assert found.injured == Count(3, 3)
    assert [(victim.name, victim.injured) for victim in found.victims] == [("people", Count(3, 3)), ("residents", None)]


def victims(text: str) -> list[tuple[str, str, str | None, int | None]]:
    found = one_of(text).victims
    return [(one.name, one.kind, one.role, one.killed.low if one.killed is not None else None) for one in found]


@pytest.mark.parametrize(
    ("text", "name", "kind", "role", "killed"),
    [
        ("Judge Oriel Vantar was shot dead in Quetta on Monday.", "Oriel Vantar", "official", "Judge", 1),
        ("The mayor, Oriel Vantar, was killed by gunmen in Quetta on Monday.", "Oriel Vantar", "official", "mayor", 1),
        ("The mayor of Quetta, Oriel Vantar, was killed on Monday.", "Oriel Vantar", "official", "mayor", 1),
        ("Gunmen in Quetta shot Oriel Vantar, 34, who died at the scene.", "Oriel Vantar", "person", None, 1),
        ("The assassination of Senator Oriel Vantar shook Quetta.", "Oriel Vantar", "official", "Senator", 1),
        ("Rebels kidnapped engineer Oriel Vantar in Quetta.", "Oriel Vantar", "civilian", "engineer", None),
        ("guerrillas murdered judge maria vantar in quetta on monday.", "maria vantar", "official", "judge", 1),
    ],
)
def test_a_victim_whom_the_text_names_is_told_by_name_with_the_role_beside_it(
    text: str, name: str, kind: str, role: str | None, killed: int | None
) -> None:
    assert victims(text) == [(name, kind, role, killed)]


def test_a_judge_named_once_is_one_victim_by_name_role_and_family_name() -> None:
    text = (
        "Gunmen shot Judge Oriel Vantar in Quetta on Monday. The judge died in hospital. Vantar was buried on Tuesday."
    )
    assert [name for name, *_ in victims(text)] == ["Oriel Vantar"]


def test_who_only_speaks_of_the_dead_is_no_victim() -> None:
    text = "A bomb killed two soldiers in Quetta on Monday, Mayor Oriel Vantar said."
    assert [name for name, *_ in victims(text)] == ["soldiers"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen shot Ana Vantar, 34, and Judge Juan Velm in Quetta on Monday.", ["Ana Vantar", "Juan Velm"]),
        ("guerrillas murdered jose vantar and attorney oriel velm in quetta on monday.", ["jose vantar", "oriel velm"]),
        (
            "Two men were shot dead in Quetta on Monday. Police identified the victims as Ali Vantar and Sami Velm.",
            ["men", "Ali Vantar", "Sami Velm"],
        ),
        ("Gunmen killed Judge Ana Vantar in Quetta on Monday, and Mayor Juan Velm said so.", ["Ana Vantar"]),
    ],
)
def test_victims_of_one_list_are_all_told_by_name(text: str, names: list[str]) -> None:
    assert [name for name, *_ in victims(text)] == names


def test_the_named_among_the_dead_are_dead_and_not_counted_twice() -> None:
    text = "A bomb killed four people in Quetta on Monday. Among the dead were teacher Ana Vantar and her son."
    assert ("Ana Vantar", "education", "teacher", 1) in victims(text)
    assert one_of(text).killed == Count(4, 4)


def test_somebody_arrested_for_it_is_neither_victim_nor_target() -> None:
    found = one_of("A man was shot dead in Quetta on Monday. Police arrested Omar Vantar.")
    assert "Omar Vantar" not in {one.name for one in (*found.victims, *found.targets)}


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed two reporters, Ana Vantar and Juan Velm, in Quetta on Monday.",
        "Two reporters, Ana Vantar and Juan Velm, were killed in Quetta on Monday when soldiers opened fire.",
        "Soldiers killed two reporters: Ana Vantar and Juan Velm. It was in Quetta on Monday.",
        "soldiers killed two reporters, ana vantar and juan velm, in quetta on monday.",
    ],
)
def test_names_set_behind_a_group_are_its_and_not_counted_beside_it(text: str) -> None:
    found = one_of(text)
    assert [victim.name.title() for victim in found.victims] == ["Reporters", "Ana Vantar", "Juan Velm"]
    assert found.killed == TWO
