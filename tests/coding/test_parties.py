"""Weapons, targets, sides and who prevented it."""

import pytest

import reportedly
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident


def one_of(text: str) -> ReportedIncident:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    return incident


@pytest.mark.parametrize(
    ("text", "code", "count", "intercepted"),
    [
        ("Two drones aimed at a base in Erbil were shot down on Monday.", "drone", Count(2, 2), Count(2, 2)),
        ("Air defences shot down all ten drones launched at Odesa on Monday.", "drone", Count(10, 10), Count(10, 10)),
        ("Air defences shot down eight of ten drones launched at Odesa.", "drone", Count(10, 10), Count(8, 8)),
        ("Ukraine shot down 20 of 25 drones on Monday night.", "drone", Count(25, 25), Count(20, 20)),
        (
            "The army intercepted three of five rockets fired at Haifa on Sunday; two landed in a street.",
            "rocket",
            Count(5, 5),
            Count(3, 3),
        ),
        ("A missile struck a house in Odesa on Monday.", "missile", Count(1, 1), None),
        ("At least 15 rockets hit a base in Erbil on Monday.", "rocket", Count(15, None), None),
        ("Rockets hit a base in Erbil on Monday.", "rocket", None, None),
        ("A car bomb exploded in Mogadishu on Monday.", "car_bomb", Count(1, 1), None),
    ],
)
def test_a_weapon_is_counted_and_so_is_what_was_stopped_of_it(
    text: str, code: str, count: Count | None, intercepted: Count | None
) -> None:
    (weapon,) = one_of(text).weapons
    assert (weapon.code, weapon.count, weapon.intercepted) == (code, count, intercepted)


def test_two_kinds_of_weapon_are_two_rows() -> None:
    found = one_of("Russia fired two missiles and seven drones at Odesa on Monday.")
    assert {(weapon.code, weapon.count) for weapon in found.weapons} == {
        ("missile", Count(2, 2)),
        ("drone", Count(7, 7)),
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen opened fire on a bus in Karachi on Monday.", "firearm"),
        ("A bombing at a market in Quetta killed two people on Monday.", "explosives"),
        ("A suicide bombing at a market in Quetta killed two people on Monday.", "explosives"),
    ],
)
def test_a_deed_that_implies_its_means_has_it(text: str, code: str) -> None:
    (weapon,) = one_of(text).weapons
    assert (weapon.code, weapon.count, weapon.intercepted) == (code, None, None)


def test_a_clash_implies_no_means() -> None:
    assert one_of("Soldiers and rebels clashed in Goma on Monday.").weapons == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Militants attacked a police station in Peshawar on Monday.", "police station"),
        ("A drone struck an apartment building in Odesa on Monday.", "apartment building"),
        ("Ukraine hit an oil refinery in Ryazan with drones on Monday.", "oil refinery"),
        ("A missile struck a tanker in the Red Sea on Monday.", "tanker"),
        ("An attack on a hotel in Mogadishu killed nine people on Monday.", "hotel"),
        ("Two rockets were fired at an air base in Erbil on Monday.", "air base"),
        ("A suicide bomber blew himself up outside a mosque in Kandahar on Monday.", "mosque"),
        ("Hezbollah threatened to strike Israeli ports.", "Israeli ports"),
    ],
)
def test_what_was_aimed_at_is_the_target(text: str, name: str) -> None:
    assert name in {target.name for target in one_of(text).targets}


def test_a_facility_named_as_the_place_is_the_target_where_nothing_else_is() -> None:
    found = one_of("Two drones were shot down near the Al Asad air base in Iraq on Monday.")
    assert len(found.targets) == 1
    assert "Al Asad" in found.targets[0].name


def test_a_target_is_told_once() -> None:
    found = one_of("A drone hit a depot in Kharkiv on Monday. The drone attack on the depot hurt nobody.")
    assert len([target for target in found.targets if target.name.casefold() == "depot"]) <= 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Air defences shot down all ten drones launched at Odesa on Monday.", "Air defences"),
        ("Saudi air defences shot down a missile fired at Riyadh on Monday.", "Saudi air defences"),
        ("Police foiled a plot to bomb a market in Nairobi on Monday.", "Police"),
        ("Police arrested three men in Mombasa on Monday on suspicion of terrorism.", "Police"),
        ("Israel intercepted a missile fired at Haifa on Monday.", "Israel"),
        ("A missile fired at Haifa was intercepted by the army on Monday.", "army"),
    ],
)
def test_who_stopped_it_is_named(text: str, name: str) -> None:
    assert [party.name for party in one_of(text).prevented_by] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Two drones aimed at a base in Erbil were shot down on Monday.",
        "Gunmen opened fire on a bus in Karachi on Monday.",
        "A bomb was defused at a railway station in Karachi on Monday.",
    ],
)
def test_nobody_is_named_for_stopping_what_nobody_is_told_to_have_stopped(text: str) -> None:
    assert one_of(text).prevented_by == ()


def test_a_clash_without_an_aggressor_has_sides_and_no_perpetrator() -> None:
    found = one_of("The Congolese army and M23 rebels clashed near Goma on Monday.")
    assert {party.name for party in found.sides} == {"Congolese army", "M23 rebels"}
    assert found.perpetrators == ()


@pytest.mark.parametrize(
    "text", ["A bomb exploded in Quetta on Monday.", "Al-Shabaab attacked a base in Mogadishu on Monday."]
)
def test_only_a_clash_has_sides(text: str) -> None:
    assert one_of(text).sides == ()


def test_what_was_stopped_of_a_wide_kind_is_counted_with_the_narrow_kind_that_was_sent() -> None:
    sent = "The army fired 20 drones and six cruise missiles at Kharkiv on Monday. "
    weapons = one_of(sent + "Air defences brought down 12 of the drones and five of the missiles.").weapons
    assert [(row.code, row.count, row.intercepted) for row in weapons] == [
        ("drone", Count(20, 20), Count(12, 12)),
        ("cruise_missile", Count(6, 6), Count(5, 5)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A French frigate shot down two drones over the Red Sea on Tuesday, the ministry said.",
        "Two drones were shot down over the Red Sea on Tuesday by a French frigate, the ministry said.",
    ],
)
def test_the_ship_that_shot_them_down_stopped_the_attack_and_did_not_make_it(text: str) -> None:
    (one,) = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [(party.name, party.actor_id) for party in one.prevented_by] == [("French frigate", "state:fr")]
    assert not one.perpetrators
    assert [weapon.code for weapon in one.weapons] == ["drone"]


def test_somebody_aimed_at_and_not_hurt_is_a_target_by_name() -> None:
    (found,) = reportedly.tell(
        text="Gunmen attacked Senator Oriel Vantar in Quetta on Monday. Nobody was hurt.", published="2024-05-16"
    ).incidents
    assert [(one.name, one.role) for one in found.targets] == [("Oriel Vantar", "Senator")]
    assert found.victims == ()
