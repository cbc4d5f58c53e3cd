"""Expectations against a telling made by hand: what is met is silent, what is not is named."""

from pathlib import Path
from typing import Any

import pytest

from bench.expectations import (
    Absent,
    Arm,
    Blame,
    Expectation,
    ExpectedClaim,
    ExpectedIncident,
    Hurt,
    Speaker,
    expectation_from,
)
from bench.unmet import distance_km, holds, ranged, unmet


def telling(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    incident = {
        "id": "i",
        "type": "drone_attack",
        "stage": "thwarted",
        "main": True,
        "summary": "drone attack",
        "when": {"start": "2024-05-07", "end": "2024-05-07", "precision": "day", "edtf": "2024-05-07"},
        "where": {"name": "Tumbara", "country": "IQ", "lat": 33.0, "lon": 44.0, "precision": "settlement"},
        "weapons": [
            {"code": "drone", "name": "drones", "count": {"low": 2, "high": 2}, "intercepted": {"low": 2, "high": 2}}
        ],
        "targets": [{"name": "the depot"}],
        "victims": [{"name": "guards", "killed": None, "injured": {"low": 1, "high": None}, "abducted": None}],
        "perpetrators": [{"name": "the Lions", "basis": "suspected", "by": None}],
        "sides": [],
        "prevented_by": [{"name": "the army"}],
        "responsibility": ["suspected"],
        "condition": None,
        "killed": None,
        "injured": {"low": 1, "high": None},
        "attackers": None,
        "claims": ["c"],
        **changes,
    }
    claim = {
        "id": "c",
        "incident_id": "i",
        "field": "stage",
        "value": "thwarted",
        "quote": "shot down",
        "source": {"name": "two officials", "kind": "official", "anonymous": True, "via": ["Agency", "Post"]},
        "factuality": "asserted",
    }
    tally = {**claim, "id": "t", "incident_id": None, "field": "tally", "quote": "16 attacks", "source": None}
    tally["value"] = {"what": "attacks", "count": {"low": 16, "high": None}}
    report = {"text": "Read more: other news", "furniture": [{"start": 0, "end": 10}]}
    return {"report": report, "incidents": [incident], "claims": [claim, tally]}


def incident(**fields: Any) -> Expectation:  # noqa: ANN401 - any expected field
    return Expectation(about="", report={}, incident=(ExpectedIncident(**fields),))


MET = [
    {"type": ("drone_attack", "air_strike"), "stage": "thwarted", "main": True},
    {"day": "2024-05-07", "time_precision": ("day",), "edtf": "2024-05-07"},
    {"place": "tumbara", "country": "IQ", "lat": 33.1, "lon": 44.1, "place_precision": ("settlement",)},
    {"weapon": (Arm(code="drone", name="drones", count="2", intercepted="2"),), "target": ("depot", "guards")},
    {"victim": (Hurt(name="guards", injured="1+"),), "killed": "silent", "injured": "1+"},
    {"perpetrator": (Blame(name="Lions", basis="suspected", by="report"),), "responsibility": ("suspected",)},
    {
        "prevented_by": ("army",),
        "speaker": (Speaker(name="officials", kind="official", anonymous=True, via=("Agency",)),),
    },
]
UNMET = [
    {"type": ("shooting",)},
    {"stage": "accomplished"},
    {"main": False},
    {"day": "2024-05-08"},
    {"dateless": True},
    {"edtf": "XXXX-05-07"},
    {"place": "Basra"},
    {"country": "SY"},
    {"lat": 34.0, "lon": 44.0},
    {"weapon": (Arm(code="rocket"),)},
    {"weapon": (Arm(code="drone", count="3"),)},
    {"target": ("bridge",)},
    {"victim": (Hurt(name="guards", killed="1"),)},
    {"killed": "0"},
    {"attackers_killed": "1"},
    {"perpetrator": (Blame(name="Lions", basis="claimed"),)},
    {"perpetrator": (Blame(name="Lions", by="army"),)},
    {"no_perpetrator": True},
    {"responsibility": ()},
    {"prevented_by": ("police",)},
    {"condition": "if"},
    {"speaker": (Speaker(name="officials", anonymous=False),)},
    {"speaker": (Speaker(name="officials", via=("Post", "Agency")),)},
]


@pytest.mark.parametrize("fields", MET, ids=str)
def test_what_is_met_is_silent(fields: dict[str, Any]) -> None:
    assert unmet(telling(), incident(**fields)) == []


@pytest.mark.parametrize("fields", UNMET, ids=str)
def test_what_is_not_met_is_named(fields: dict[str, Any]) -> None:
    assert len(unmet(telling(), incident(**fields))) == 1


def test_the_number_of_main_incidents_is_exact() -> None:
    assert unmet(telling(), Expectation(about="", report={}, main=0)) != []
    assert unmet(telling(), Expectation(about="", report={}, main=1, incidents=1)) == []


def test_claims_are_found_by_field_words_and_count() -> None:
    met = Expectation(
        about="", report={}, claim=(ExpectedClaim(field="tally", quote="16", count="16+", speaker="report"),)
    )
    assert unmet(telling(), met) == []
    other = Expectation(about="", report={}, claim=(ExpectedClaim(field="tally", quote="17"),))
    assert unmet(telling(), other) != []


@pytest.mark.parametrize("absent", [Absent(type="drone_attack"), Absent(field="tally"), Absent(quote="shot down")])
def test_what_must_not_be_told_is_named(absent: Absent) -> None:
    assert unmet(telling(), Expectation(about="", report={}, absent=(absent,))) != []


def test_what_must_not_be_told_and_is_not_is_silent() -> None:
    assert unmet(telling(), Expectation(about="", report={}, absent=(Absent(type="threat"), Absent(quote="hit")))) == []


def test_furniture_must_be_marked() -> None:
    assert unmet(telling(), Expectation(about="", report={}, furniture=("Read more",))) == []
    assert unmet(telling(), Expectation(about="", report={}, furniture=("other news",))) != []


@pytest.mark.parametrize(
    ("found", "written"),
    [
        (None, "silent"),
        ({"low": 2, "high": 2}, "2"),
        ({"low": 2, "high": 5}, "2-5"),
        ({"low": 2, "high": None}, "2+"),
        ({"low": None, "high": 5}, "-5"),
    ],
)
def test_ranges_are_written_as_people_write_them(found: dict[str, int | None] | None, written: str) -> None:
    assert ranged(found) == written


def test_a_degree_of_latitude_is_about_111_km() -> None:
    assert abs(distance_km(10.0, 20.0, lat=11.0, lon=20.0) - 111.2) < 0.1


def test_words_are_found_in_any_order_and_case() -> None:
    assert holds("Two US Officials", "officials us")
    assert not holds("Two US officials", "UK officials")


def test_a_key_that_is_none_is_named_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "expected.toml"
    path.write_text('about = "x"\n[[incident]]\nplaec = "Basra"\n')
    with pytest.raises(ValueError, match=r"expected\.toml.*plaec"):
        expectation_from(path)
