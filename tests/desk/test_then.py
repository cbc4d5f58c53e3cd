"""What was known when, by the command line."""

import json

import pytest

from tests.desk.calling import Caller


def test_the_incidents_are_listed_as_they_were_known_then(call: Caller, ledger: str) -> None:
    (threat,) = call("at", "2025-03-02", "--ledger", ledger).out.splitlines()
    assert json.loads(threat)["type"] == "threat"
    _, bombing = map(json.loads, call("at", "2025-03-03", "--ledger", ledger).out.splitlines())
    assert (bombing["killed"], bombing["responsibility"]) == ({"low": 4, "high": 4}, [])


def test_an_incident_is_shown_as_it_was_known_then_by_the_id_it_has_now(call: Caller, ledger: str) -> None:
    now = json.loads(call("list", "--ledger", ledger, "--type", "bombing").out)
    then = json.loads(call("at", "2025-03-03", now["id"], "--ledger", ledger).out)
    assert len(now["reports"]) == 3
    assert [one["report_id"] for one in then["reports"]] == ["goma-1"]
    assert then["id"] in {now["id"], *now["was"]}


def test_an_incident_nobody_had_told_of_is_named_as_such(call: Caller, ledger: str) -> None:
    now = json.loads(call("list", "--ledger", ledger, "--type", "missile attack").out)
    answer = call("at", "2025-03-03", now["id"], "--ledger", ledger)
    assert answer.status == 2
    assert "no report had told of it by then" in answer.complaint


def test_conditions_of_a_list_hold_for_what_was_known_then(call: Caller, ledger: str) -> None:
    asked = ("list", "--ledger", ledger, "--responsibility", "claimed", "--type", "bombing")
    assert call(*asked, "--at", "2025-03-03").out == ""
    assert call(*asked, "--at", "2025-03-04").out != ""


def test_what_changed_is_told_with_the_report_that_changed_it(call: Caller, ledger: str) -> None:
    found = [json.loads(line) for line in call("diff", "2025-03-03", "2025-03", "--ledger", ledger).out.splitlines()]
    assert [(one["report"]["id"], one["change"], one["type"]) for one in found] == [
        ("goma-2", "changed", "bombing"),
        ("goma-3", "changed", "bombing"),
        ("kharkiv-1", "new", "missile_attack"),
    ]
    assert {"field": "responsibility", "before": [], "after": ["claimed"]} in found[1]["fields"]


def test_a_table_tells_the_cause_above_what_it_changed(call: Caller, ledger: str) -> None:
    words = call("diff", "2025-03-03", "2025-03", "--ledger", ledger, "--format", "table").words
    assert "4 March 2025 · goma-3" in words
    assert "responsibility: nothing → claimed" in words


def test_a_table_says_where_nothing_became_known(call: Caller, ledger: str) -> None:
    answer = call("diff", "2025-04-01", "2025-04-02", "--ledger", ledger, "--format", "table")
    assert answer.words == "nothing became known between the two times"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["diff", "2025-03-04", "2025-03-03"], "give the earlier time first"),
        (["at", "yesterday"], "is not a time"),
        (["at", "2025-03-04/.."], "has no end"),
    ],
)
def test_a_time_that_is_none_is_refused_with_what_would_be_right(
    call: Caller, ledger: str, arguments: list[str], reason: str
) -> None:
    answer = call(*arguments, "--ledger", ledger)
    assert answer.status == 2
    assert reason in answer.complaint
