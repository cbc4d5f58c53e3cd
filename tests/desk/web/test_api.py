import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.desk.web.api.answers import examples as shown
from reportedly.desk.web.app import desk
from reportedly.exporting.merged import line
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import incidents
from tests.desk.web.examples import HERE, examples, filled


def exported(ledger: str) -> list[str]:
    with reading_ledger(ledger) as engine, engine.reading() as transaction:
        return [line(one) for one in incidents(transaction, engine.index)]


def test_incidents_come_whole_as_they_are_exported(client: TestClient, kept: str) -> None:
    told = client.get("/api/v1/incidents").json()
    assert told["incidents"] == [json.loads(one) for one in exported(kept)]
    assert told["total"] == len(told["incidents"])
    assert told["next"] is None


def test_next_leads_through_all_of_them_once(client: TestClient, kept: str) -> None:
    found, following = [], "/api/v1/incidents?limit=1&sort=-when"
    while following:
        answer = client.get(following)
        found += [one["id"] for one in answer.json()["incidents"]]
        following = answer.json()["next"]
        assert ("link" in answer.headers) == bool(following)
    assert len(found) == len(set(found)) == len(exported(kept))


def test_the_filters_are_those_of_list(client: TestClient) -> None:
    found = client.get("/api/v1/incidents", params={"type": "missile_attack", "since": "2025-03", "min_killed": 1})
    assert [one["type"] for one in found.json()["incidents"]] == ["missile_attack"]
    none = client.get("/api/v1/incidents", params={"stage": "thwarted"}).json()
    assert (none["incidents"], none["total"]) == ([], 0)


def test_blank_fields_of_a_form_ask_for_nothing(client: TestClient) -> None:
    blank = client.get("/api/v1/incidents?since=&country=&disputed=&min_killed=&text=").json()
    assert blank["total"] == client.get("/api/v1/incidents").json()["total"]


def test_any_members_id_leads_to_its_incident(client: TestClient) -> None:
    merged = next(one for one in client.get("/api/v1/incidents").json()["incidents"] if one["was"])
    for id_ in (merged["id"], *merged["was"]):
        assert client.get(f"/api/v1/incidents/{id_}").json()["id"] == merged["id"]


def test_the_export_is_byte_for_byte_that_of_the_command(client: TestClient, kept: str) -> None:
    answer = client.get("/api/v1/export")
    assert answer.text.splitlines() == exported(kept)
    assert answer.headers["content-type"] == "application/jsonl"


def test_a_report_is_told_as_read_prints_it(client: TestClient) -> None:
    (head, *_) = client.get("/api/v1/reports").json()["reports"]
    told = client.get(f"/api/v1/reports/{head['id']}").json()
    assert told["contract"] == 1
    assert told["report"]["id"] == head["id"]
    assert [one["counts"] for one in told["versions"]] == [True]
    assert all(one["quote"] == told["report"]["text"][slice(*one["span"].values())] for one in told["claims"])


@pytest.mark.parametrize("path", ["claims", "judgements", "reports"])
def test_lists_are_leafed_through_without_a_gap(client: TestClient, path: str) -> None:
    whole = client.get(f"/api/v1/{path}?limit=200").json()[path]
    found, following = [], f"/api/v1/{path}?limit=2"
    while following:
        told = client.get(following).json()
        found += told[path]
        following = told["next"]
    assert found == whole
    assert len(found) > 2


def test_the_claims_of_an_incident_are_its_evidence(client: TestClient) -> None:
    one = client.get("/api/v1/incidents?text=bomb").json()["incidents"][0]
    told = client.get("/api/v1/claims", params={"incident": one["id"], "field": "killed"}).json()["claims"]
    assert told == [claim for claim in one["evidence"] if claim["field"] == "killed"]
    assert told


def test_actors_and_places_count_their_incidents(client: TestClient) -> None:
    actors = client.get("/api/v1/actors").json()["actors"]
    assert {"id": "state:ru", "name": "Russia", "kind": "state", "incidents": 1} in actors
    places = client.get("/api/v1/places").json()["places"]
    named = {one["name"]: one["incidents"] for one in places}
    assert named["Kharkiv"] == 1
    assert client.get(f"/api/v1/places/{places[0]['place_id']}").json() == places[0]


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/incidents")
    again = client.get("/api/v1/incidents", headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/incidents?limit=1", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("incidents?stage=thwartd", 400, "thwarted"),
        ("incidents?near=Nowhereville", 400, "gazetteer"),
        ("incidents?radius=3", 400, "near"),
        ("incidents?after=zzz", 400, "first page"),
        ("incidents?limit=0", 422, "limit"),
        ("incidents?min-killed=3", 422, "min-killed"),
        ("incidents/zzz", 404, "zzz"),
        ("reports/zzz", 404, "zzz"),
        ("claims?after=1", 400, "next"),
        ("claims?field=kiled", 400, "killed"),
        ("judgements?incident=zzz", 404, "zzz"),
        ("actors/zzz", 404, "zzz"),
        ("places/zzz", 404, "zzz"),
        ("nothing", 404, ""),
    ],
)
def test_a_wrong_question_is_answered_by_a_problem_that_says_what_is_right(
    client: TestClient, path: str, status: int, words: str
) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (answer.status_code, told["status"]) == (status, status)
    assert words in told["detail"]


def test_a_ledger_that_went_away_is_a_problem_and_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    client = TestClient(desk(str(file)), base_url=HERE)
    assert client.get("/api/v1/incidents").status_code == 503
    filled(file)
    assert client.get("/api/v1/incidents").status_code == 200


def test_the_examples_of_the_description_are_what_the_api_answers(tmp_path: Path) -> None:
    told = examples(filled(tmp_path / "ledger.sqlite"))
    assert told == shown(), "stale: run python -m tests.desk.web.examples"


def test_the_description_names_every_part_with_an_example(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    parts = {path: row["get"]["responses"] for path, row in told["paths"].items()}
    assert {path.split("/")[3] for path in parts} == {
        "incidents", "reports", "claims", "judgements", "decisions", "actors", "places", "export",
    }  # fmt: skip
    for path, responses in parts.items():
        assert "application/problem+json" in responses["404"]["content"], path
        if path != "/api/v1/export":
            assert responses["200"]["content"]["application/json"]["example"], path
