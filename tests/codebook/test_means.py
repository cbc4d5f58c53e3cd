"""Which weapon makes which type of incident, and which type implies a weapon."""

import tomllib
from importlib import resources

import pytest

from reportedly.codebook.means import implied_weapon, type_of_weapon
from reportedly.records.vocabulary import IncidentType

ROOM = resources.files("reportedly.codebook")
MEANS = tomllib.loads(ROOM.joinpath("means.toml").read_text(encoding="utf-8"))
CODES = {
    entry["code"]
    for entries in tomllib.loads(ROOM.joinpath("vocabularies", "weapon.toml").read_text(encoding="utf-8")).values()
    if isinstance(entries, list)
    for entry in entries
}


@pytest.mark.parametrize(("kind", "codes"), MEANS["types"].items())
def test_every_weapon_of_a_type_is_in_the_vocabulary_and_makes_that_type(kind: str, codes: list[str]) -> None:
    assert set(codes) <= CODES
    assert {type_of_weapon(code) for code in codes} == {IncidentType(kind)}


def test_no_weapon_makes_two_types() -> None:
    codes = [code for codes in MEANS["types"].values() for code in codes]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("kind", "code"), MEANS["implied"].items())
def test_an_implied_weapon_is_in_the_vocabulary(kind: str, code: str) -> None:
    assert code in CODES
    assert implied_weapon(IncidentType(kind)) == code


@pytest.mark.parametrize("kind", [IncidentType.THREAT, IncidentType.ARREST, IncidentType.OTHER_VIOLENCE])
def test_what_is_done_by_no_weapon_implies_none(kind: IncidentType) -> None:
    assert implied_weapon(kind) is None


@pytest.mark.parametrize("code", ["warship", "", "no such code"])
def test_a_weapon_of_many_uses_or_of_none_makes_no_type(code: str) -> None:
    assert type_of_weapon(code) is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("drone", IncidentType.DRONE_ATTACK),
        ("ballistic_missile", IncidentType.MISSILE_ATTACK),
        ("car_bomb", IncidentType.BOMBING),
        ("knife", IncidentType.MELEE_ATTACK),
        ("naval_mine", IncidentType.MARITIME_ATTACK),
    ],
)
def test_the_contracts_examples_hold(code: str, kind: IncidentType) -> None:
    assert type_of_weapon(code) is kind
