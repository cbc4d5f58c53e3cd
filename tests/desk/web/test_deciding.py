import json

import pytest
from fastapi.testclient import TestClient
from lxml import html

from reportedly.desk.web.app import desk
from reportedly.desk.web.pages.review import typed_value
from reportedly.desk.web.selected import typed
from reportedly.errors import UsageError
from reportedly.ledger.check import faults
from reportedly.ledger.open import reading_ledger
from tests.desk.web.examples import HERE

BY = {"who": "ana", "because": "the hospital's list"}


@pytest.fixture
def client(own: str) -> TestClient:
    return TestClient(desk(own), base_url=HERE, follow_redirects=True)


def incidents(client: TestClient, query: str = "") -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(f"/api/v1/incidents?{query}").json()["incidents"]
    return found


def bombing(client: TestClient) -> dict[str, object]:
    return incidents(client, "text=bomb&sort=-reports")[0]


def log(client: TestClient) -> list[dict[str, str]]:
    told: list[dict[str, str]] = client.get("/api/v1/decisions").json()["decisions"]
    return told


def test_a_corrected_value_holds_and_stands_in_the_log_with_name_and_reason(client: TestClient) -> None:
    id_ = bombing(client)["id"]
    answer = client.post("/decide/set", data={"incident": id_, "field": "killed", "value": "three people", **BY})
    assert answer.status_code == 200, answer.text
    assert client.get(f"/api/v1/incidents/{id_}").json()["killed"] == {"low": 3, "high": 3}
    (kept,) = log(client)
    assert (kept["act"], kept["who"], kept["because"]) == ("set", "ana", "the hospital's list")
    assert "the hospital's list" in html.document_fromstring(client.get("/log").text).text_content()


def test_undoing_gives_the_value_back_and_keeps_both_in_the_log(client: TestClient) -> None:
    one = bombing(client)
    client.post("/decide/set", data={"incident": one["id"], "field": "killed", "value": "9", **BY})
    client.post("/decide/undo", data={"decision": log(client)[0]["id"], **BY})
    assert bombing(client)["killed"] == one["killed"]
    assert [kept["act"] for kept in log(client)] == ["undo", "set"]


def test_two_incidents_are_merged_and_split_again(client: TestClient) -> None:
    first, second = (incidents(client, f"type={kind}")[0]["id"] for kind in ("bombing", "missile_attack"))
    before = len(incidents(client))
    client.post("/decide/judge", data={"verdict": "same", "one": first, "other": second, **BY})
    assert len(incidents(client)) == before - 1
    client.post("/decide/split", data={"incident": first, "member": second, **BY})
    assert len(incidents(client)) == before


@pytest.mark.parametrize(
    ("path", "form", "words"),
    [
        ("set", {"field": "killed", "value": "soldiers"}, "is not a count"),
        ("set", {"field": "killed", "value": "3", "because": " "}, "reason"),
        ("set", {"field": "colour", "value": "red"}, "cannot be set"),
        ("split", {}, "at least one"),
        ("judge", {"verdict": "maybe", "one": "a", "other": "b"}, "verdict"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_what_would_be_right(
    client: TestClient, path: str, form: dict[str, str], words: str
) -> None:
    answer = client.post(f"/decide/{path}", data={"incident": bombing(client)["id"], **BY, **form})
    assert answer.status_code == 400
    assert words in answer.text
    assert log(client) == []


def test_the_queue_holds_what_is_disputed_until_somebody_decides(client: TestClient) -> None:
    root = html.document_fromstring(client.get("/review").text)
    (form,) = (one for one in root.cssselect("form") if one.cssselect("input[name=field][value=killed]"))
    value = form.cssselect("input[name=value]")[0].get("value")
    incident = form.cssselect("input[name=incident]")[0].get("value")
    client.post("/decide/set", data={"incident": incident, "field": "killed", "value": value, **BY})
    again = html.document_fromstring(client.get("/review").text)
    assert not again.cssselect("input[name=field][value=killed]")


@pytest.mark.parametrize(
    ("words", "value"),
    [("four", "4"), ("at least three soldiers", "3+"), ("killed 12", "12"), ("3-5", "3-5"), ("unknown", "unknown")],
)
def test_selected_words_are_read_as_a_count(words: str, value: str) -> None:
    assert typed("killed", words) == value


@pytest.mark.parametrize("words", ["soldiers", "", "three of the five"])
def test_words_without_one_figure_are_no_count(words: str) -> None:
    with pytest.raises(UsageError):
        typed("killed", words)


def test_rival_values_are_offered_as_a_person_would_type_them() -> None:
    assert typed_value("killed", {"low": 3, "high": None}) == "3+"
    assert typed_value("when", {"start": "2025-03-03", "end": "2025-03-04"}) == "2025-03-03/2025-03-04"
    assert typed_value("stage", "thwarted") == "thwarted"
    assert typed_value("where", {"name": "Goma"}) == ""


def test_a_rejected_incident_leaves_every_list_and_comes_back_when_that_is_taken_back(client: TestClient) -> None:
    before = incidents(client)
    one = bombing(client)
    assert client.post("/decide/reject", data={"incident": one["id"], **BY}).status_code == 200
    assert [each["id"] for each in incidents(client)] == [each["id"] for each in before if each["id"] != one["id"]]
    assert str(one["id"]) not in client.get("/api/v1/export").text
    page = client.get(f"/incidents/{one['id']}").text
    assert "Rejected" in page
    assert client.get(f"/api/v1/incidents/{one['id']}").json()["rejected"] is True
    (kept,) = log(client)
    assert (kept["act"], kept["who"], kept["because"]) == ("reject", "ana", "the hospital's list")
    client.post("/decide/undo", data={"decision": kept["id"], **BY})
    assert incidents(client) == before


def test_a_new_telling_brings_a_rejected_incident_back(own: str, client: TestClient) -> None:
    one = bombing(client)
    client.post("/decide/reject", data={"incident": one["id"], **BY})
    other = next(each for each in incidents(client))
    client.post("/decide/judge", data={"verdict": "same", "one": one["id"], "other": other["id"], **BY})
    assert client.get(f"/api/v1/incidents/{one['id']}").json()["rejected"] is False
    with reading_ledger(own) as engine:
        assert list(faults(engine)) == []


def test_a_check_finds_nothing_wrong_with_a_rejected_incident(own: str, client: TestClient) -> None:
    client.post("/decide/reject", data={"incident": bombing(client)["id"], **BY})
    with reading_ledger(own) as engine:
        assert list(faults(engine)) == []


def test_who_is_blamed_is_set_on_a_ground_and_responsibility_follows(client: TestClient) -> None:
    id_ = bombing(client)["id"]
    form = {"incident": id_, "field": "perpetrators", "value": "Virunga  Alliance", "basis": "suspected", **BY}
    assert client.post("/decide/set", data=form).status_code == 200
    told = client.get(f"/api/v1/incidents/{id_}").json()
    assert [(row["name"], row["basis"]) for row in told["perpetrators"]] == [("Virunga Alliance", "suspected")]
    assert told["responsibility"] == ["suspected"]
    assert "decided by" in client.get(f"/incidents/{id_}").text
    client.post("/decide/set", data={"incident": id_, "field": "perpetrators", "value": "unknown", **BY})
    told = client.get(f"/api/v1/incidents/{id_}").json()
    assert (told["perpetrators"], told["responsibility"]) == ([], [])


def test_a_name_without_a_ground_blames_nobody(client: TestClient) -> None:
    one = bombing(client)
    form = {"incident": one["id"], "field": "perpetrators", "value": "Virunga Alliance", **BY}
    answer = client.post("/decide/set", data=form)
    assert answer.status_code == 400
    assert "claimed" in answer.text
    assert log(client) == []


def test_corrections_come_as_examples_with_the_words_they_are_about(client: TestClient) -> None:
    one = bombing(client)
    client.post("/decide/set", data={"incident": one["id"], "field": "killed", "value": "3", **BY})
    client.post("/decide/reject", data={"incident": incidents(client, "type=missile_attack")[0]["id"], **BY})
    client.post("/decide/undo", data={"decision": log(client)[0]["id"], **BY})
    (example,) = [json.loads(line) for line in client.get("/log/corrections").text.splitlines()]
    assert (example["decision"]["act"], example["decision"]["value"]) == ("set", {"low": 3, "high": 3})
    assert {told["incident_id"] for told in example["told"]} == {one["id"], *one["was"]}  # type: ignore[misc]
    heard = [(claim["field"], claim["quote"], told["text"]) for told in example["told"] for claim in told["claims"]]
    assert heard
    assert all(field == "killed" and quote in text for field, quote, text in heard)


def test_of_two_values_that_were_set_the_page_names_who_set_the_newer(client: TestClient) -> None:
    id_ = bombing(client)["id"]
    for who, value in (("ana", "3"), ("ben", "4")):
        form = {"incident": id_, "field": "killed", "value": value, "who": who, "because": "the list"}
        client.post("/decide/set", data=form)
    page = html.document_fromstring(client.get(f"/incidents/{id_}").text)
    assert [" ".join(one.text_content().split()) for one in page.cssselect(".byhand")] == ["decided by ben: the list"]


def test_the_counts_beside_the_list_follow_what_is_decided(client: TestClient) -> None:
    def counted() -> str:
        page = html.document_fromstring(client.get("/incidents").text)
        return " ".join(page.cssselect("h1")[0].text_content().split())

    before = counted()
    client.post("/decide/reject", data={"incident": bombing(client)["id"], **BY})
    assert counted() != before
