"""A story's outcome against exported incidents made by hand: what is met is silent, what is not is named."""

from pathlib import Path
from typing import Any

import pytest

from bench.campaign import linked, merged_missed, moment_missed, paired_by_reports, published_by, report_files, speakers
from bench.outcome import Outcome, expectation_of, outcome_from

STORY = """
[[incident]]
key = "threat"
type = ["threat"]
told = [{ report = "r1" }]

[[incident]]
key = "blast"
type = ["bombing"]
stage = "accomplished"
within = ["2024-05-07", "2024-05-08"]
country = "MR"
killed = ["3"]
responsibility = ["claimed"]
perpetrator = [{ name = "Lions", basis = "claimed" }]
sources = "2-3"
toll = [{ report = "r2", killed = "2", source = "mayor" }]
disagreement = [{ field = ["killed"], values = ["2", "3"] }]
told = [
  { report = "r2", main = true, killed = "2" },
  { report = "r3", main = false },
  { report = "r4", optional = true },
]

[[link]]
kind = "threat_then_attack"
threat = "threat"
attack = "blast"

[[apart]]
keys = ["threat", "blast"]
why = "a threat and an attack"

[[moment]]
at = "2024-05-07T12:00:00Z"
about = "noon"
links = []
incident = [{ key = "threat" }, { key = "blast", killed = ["2"] }]

[[verdict]]
report = "r3"
field = "novelty"
quote = "first attack"
verdict = "supported"
by = ["blast"]
"""


def rng(count: int) -> dict[str, int]:
    return {"low": count, "high": count}


def incident(name: str, told: dict[str, bool], **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    rows = [{"report_id": report, "incident_id": name, "main": main} for report, main in told.items()]
    return {
        "id": name,
        "was": [],
        "type": "bombing",
        "stage": "accomplished",
        "summary": name,
        "when": {"start": "2024-05-07", "end": "2024-05-08"},
        "where": {"name": "Atar", "country": "MR", "lat": 20.5, "lon": -13.0},
        "killed": rng(3),
        "injured": None,
        "attackers": None,
        "responsibility": ["claimed"],
        "perpetrators": [{"name": "the Lions", "basis": "claimed", "by": None}],
        "reports": rows,
        "sources": 2,
        "tolls": [{"report_id": "r2", "source": "the mayor", "killed": rng(2), "injured": None}],
        "disagreements": [{"field": "killed", "values": [{"value": rng(2)}, {"value": rng(3)}]}],
        "links": [],
        **changes,
    }


def exported(**changes: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON
    link = {"kind": "threat_then_attack", "incident_id": "t", "why": ""}
    return [
        incident("t", {"r1": True}, type="threat"),
        incident("b", {"r2": True, "r3": False}, **{"links": [link], **changes}),
    ]


@pytest.fixture
def story(tmp_path: Path) -> Outcome:
    path = tmp_path / "outcome.toml"
    path.write_text(STORY, encoding="utf-8")
    return outcome_from(path)


def test_a_ledger_that_holds_all_is_silent(story: Outcome) -> None:
    assert merged_missed(exported(), story) == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"type": "shooting"}, "type shooting"),
        ({"stage": "thwarted"}, "stage thwarted"),
        ({"when": {"start": "2024-05-06", "end": "2024-05-07"}}, "time 2024-05-06"),
        ({"when": None}, "time none"),
        ({"where": {"name": "Atar", "country": "ML"}}, "country ML"),
        ({"killed": {"low": 3, "high": None}}, "killed 3+"),
        ({"responsibility": ["accused", "claimed"]}, "responsibility"),
        ({"perpetrators": []}, "no perpetrator"),
        ({"sources": 4}, "4 sources"),
        ({"sources": 1}, "1 sources"),
        ({"tolls": []}, "no toll of r2"),
        ({"disagreements": []}, "no disagreement on killed"),
        ({"disagreements": [{"field": "killed", "values": [{"value": rng(3)}]}]}, "lacks 2"),
        ({"reports": [{"report_id": "r2", "main": True}]}, "not told by r3"),
        ({"links": []}, "threat is not linked to blast"),
    ],
)
def test_what_differs_is_named(story: Outcome, changes: dict[str, Any], named: str) -> None:
    lines = merged_missed(exported(**changes), story)
    assert any(named in line for line in lines), lines


def test_a_report_that_tells_it_as_background_must_not_be_its_news(story: Outcome) -> None:
    rows = [{"report_id": "r2", "main": True}, {"report_id": "r3", "main": True}]
    assert merged_missed(exported(reports=rows), story) == ["blast: r3 tells it as main, expected background"]


def test_a_report_that_does_not_tell_it_is_named_and_an_optional_one_is_not(story: Outcome) -> None:
    rows = [{"report_id": name, "main": name == "r2"} for name in ("r2", "r3", "r4", "r9")]
    assert merged_missed(exported(reports=rows), story) == ["blast: told by r9 too, which tell it not"]


def test_an_optional_telling_may_stand_alone(story: Outcome) -> None:
    assert merged_missed([*exported(), incident("x", {"r4": False})], story) == []


def test_an_incident_too_many_is_named(story: Outcome) -> None:
    lines = merged_missed([*exported(), incident("x", {"r3": False})], story)
    assert lines == ["an incident too many: 'x', told by r3"]


def test_two_that_were_made_one_are_named_with_the_reason_against_it(story: Outcome) -> None:
    one = incident("b", {"r1": True, "r2": True, "r3": False})
    lines = merged_missed([one], story)
    assert "threat: not in the ledger" in lines
    assert "threat and blast are one, and are a threat and an attack" in lines


def test_a_link_that_must_not_be_is_named(story: Outcome) -> None:
    link = {"kind": "threat_then_attack", "incident_id": "x", "why": ""}
    told = [*exported(), incident("x", {"r3": False}, type="threat")]
    told[1]["links"].append(link)
    assert "x must not be linked to blast" in merged_missed(told, story)


def test_a_link_counts_wherever_it_stands_and_by_any_id_it_was_known_under(story: Outcome) -> None:
    told = exported(links=[], was=["old"])
    told[0]["links"] = [{"kind": "threat_then_attack", "incident_id": "old", "why": ""}]
    assert linked(told, paired_by_reports(told, story.incident)) == {("threat", "blast")}


def test_a_moment_has_its_own_values_and_only_the_reports_known_by_then(story: Outcome) -> None:
    early = [incident("t", {"r1": True}, type="threat"), incident("b", {"r2": True}, killed=rng(2))]
    known = frozenset({"r1", "r2"})
    assert moment_missed(early, story, story.moment[0], known) == []
    early[1]["killed"] = rng(3)
    assert moment_missed(early, story, story.moment[0], known) == [
        "at 2024-05-07T12:00:00Z: blast: killed 3, expected 2"
    ]


def test_incidents_told_by_the_same_reports_are_paired_by_what_they_are(story: Outcome) -> None:
    told = [incident("b", {"r1": True}), incident("t", {"r1": True}, type="threat")]
    assert paired_by_reports(told, story.incident[:1])["threat"]["id"] == "t"


def test_what_one_report_must_tell_comes_from_the_incidents_it_tells(story: Outcome) -> None:
    alone = expectation_of(story, "r2")
    assert (alone.incidents, alone.incident[0].type, alone.incident[0].killed) == (1, ("bombing",), "2")
    assert expectation_of(story, "r3").claim[0].quote == "first attack"
    assert expectation_of(story, "r4").incidents is None


def test_the_sources_of_an_incident_are_read_by_key(story: Outcome) -> None:
    assert speakers(exported(), story, "blast") == 2
    assert speakers([], story, "blast") is None


def test_a_key_that_is_none_is_named_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "outcome.toml"
    path.write_text(STORY.replace("sources =", "speakers ="), encoding="utf-8")
    with pytest.raises(ValueError, match=r"outcome\.toml.*no such key: speakers"):
        outcome_from(path)


def test_reports_published_by_a_time_are_told_by_their_files() -> None:
    names = [file.name[:2] for file in published_by(report_files(), "2025-09-01T16:20:00Z")]
    assert names == ["01", "02"]
