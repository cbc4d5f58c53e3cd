"""One line about an incident, made from its fields."""

from dataclasses import replace

import pytest

from reportedly.languages.summarise import count_text, summary_of
from reportedly.languages.summary import summary_words
from reportedly.records.counts import Count
from reportedly.records.incidents import IncidentFields, Perpetrator, Target, Weapon
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, Stage, TimePrecision

BARE = IncidentFields(id="i", type=IncidentType.DRONE_ATTACK, stage=Stage.ACCOMPLISHED, summary="")
WHEN = When(start=None, end=None, precision=TimePrecision.DAY, edtf="2024-05-13", derivation="Monday", text="Monday")
WHERE = Where(
    name="Quetta",
    country="PK",
    lat=None,
    lon=None,
    radius_km=None,
    precision=PlacePrecision.SETTLEMENT,
    place_id=None,
)
BY = Perpetrator(name="Cedar Brigades", basis=Basis.ACCUSED, by="the army", claims=("c",))
FULL = replace(
    BARE,
    stage=Stage.THWARTED,
    when=WHEN,
    where=WHERE,
    weapons=(Weapon(code="drone", name="drones", claims=("c",)),),
    targets=(Target(name="depot", kind="base", claims=("c",)),),
    perpetrators=(BY,),
    killed=Count(2, 2),
    injured=Count(5, None),
)


def test_a_silent_incident_is_its_type() -> None:
    assert summary_of(BARE, "en") == "Drone attack"


def test_a_full_incident_is_one_line() -> None:
    assert summary_of(FULL, "en") == (
        "Drone attack with drones on depot at Quetta, 2024-05-13 (thwarted), 2 killed, at least 5 injured; "
        "blamed on: Cedar Brigades"
    )


@pytest.mark.parametrize("kind", IncidentType)
@pytest.mark.parametrize("stage", Stage)
def test_every_type_and_stage_has_a_line(kind: IncidentType, stage: Stage) -> None:
    line = summary_of(replace(BARE, type=kind, stage=stage), "en")
    assert line.startswith(summary_words("en").types[kind.value])
    assert ("(" in line) is (stage is not Stage.ACCOMPLISHED)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(0, 0), "nobody"),
        (Count(1, 1), "1"),
        (Count(2, None), "at least 2"),
        (Count(None, 9), "at most 9"),
        (Count(2, 4), "2 to 4"),
    ],
)
def test_a_count_is_put_in_words(count: Count, words: str) -> None:
    assert count_text(summary_words("en"), count) == words


def test_a_part_that_is_silent_is_left_out() -> None:
    assert "killed" not in summary_of(replace(FULL, killed=None), "en")
    assert "Quetta" not in summary_of(replace(FULL, where=None), "en")
    assert "Cedar" not in summary_of(replace(FULL, perpetrators=()), "en")
    assert "2024" not in summary_of(replace(FULL, when=None), "en")


def test_a_weapon_told_only_by_the_word_for_the_deed_is_not_told_twice() -> None:
    bombed, car = (Weapon(code="explosives", name=name, claims=("c",)) for name in ("bombed", "car bomb"))
    assert summary_of(replace(BARE, weapons=(bombed,)), "en") == "Drone attack"
    assert summary_of(replace(BARE, weapons=(bombed, car)), "en") == "Drone attack with car bomb"
