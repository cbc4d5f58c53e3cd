"""People decide by the command line: what they say is checked, kept, shown, outlives rereading and can be undone."""

import json
from typing import Any

import pytest

from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.derive import rebuild
from reportedly.pipeline.keep import add
from tests.desk.calling import Answer, Caller
from tests.pipeline.ledgers import NOW, report

WHY = ("--because", "the hospital's list", "--who", "ann")


def listed(call: Caller, ledger: str, *conditions: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call("list", "--ledger", ledger, *conditions).out.splitlines()]


def bombing(call: Caller, ledger: str) -> dict[str, Any]:
    (found,) = listed(call, ledger, "--type", "bombing")
    return found


def done(answer: Answer) -> Answer:
    assert answer.status == 0, answer.err
    return answer


def logged(call: Caller, ledger: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done(call("log", "--ledger", ledger)).out.splitlines()]


def test_two_that_a_person_calls_one_are_one(call: Caller, ledger: str) -> None:
    one, other = (listed(call, ledger, "--type", kind)[0]["id"] for kind in ("bombing", "missile_attack"))
    told = done(call("judge", "same", one[:8], other[:8], "--ledger", ledger, *WHY)).words
    assert "told as: 2 incidents → one incident" in told
    assert f"one incident: {one[:10]}, {other[:10]}" in told
    assert len(listed(call, ledger)) == 2


def test_two_tellings_that_a_person_calls_two_are_two(call: Caller, ledger: str) -> None:
    whole = bombing(call, ledger)
    told = done(call("judge", "different", whole["id"], whole["was"][0], "--ledger", ledger, *WHY)).words
    assert "told as: one incident → 2 incidents" in told
    assert len(listed(call, ledger)) == 4


def test_members_that_a_person_splits_off_are_one_incident_together(call: Caller, ledger: str) -> None:
    whole = bombing(call, ledger)
    done(call("split", whole["id"], *whole["was"], "--ledger", ledger, *WHY))
    found = [[one["id"], *one["was"]] for one in listed(call, ledger, "--type", "bombing")]
    assert sorted(found) == sorted([[whole["id"]], whole["was"]])


@pytest.mark.parametrize(
    ("field", "value", "change"),
    [
        ("killed", "9+", "killed: 6 → at least 9"),
        ("stage", "attempted", "stage: accomplished → attempted"),
        ("type", "Other violence", "type: bombing → other violence"),
        ("when", "2025-03-02", "when: 2025-03-03 → 2025-03-02"),
        ("where", "Bukavu", "where: Goma → Bukavu"),
        ("injured", "0", "injured: not known → none"),
        ("killed", "unknown", "killed: 6 → not known"),
    ],
)
def test_a_value_that_a_person_sets_is_shown_and_what_changed_is_printed(
    call: Caller, ledger: str, field: str, value: str, change: str
) -> None:
    id_ = bombing(call, ledger)["id"]
    assert change in done(call("set", id_[:8], field, value, "--ledger", ledger, *WHY)).words


def test_what_a_person_decided_stands_with_the_incident(call: Caller, ledger: str) -> None:
    id_ = bombing(call, ledger)["id"]
    done(call("set", id_, "killed", "9", "--ledger", ledger, *WHY))
    assert "= decided by ann" in call("show", id_, "--ledger", ledger, "--format", "table").words
    (decision,) = json.loads(call("show", id_, "--ledger", ledger).out)["decisions"]
    assert (decision["who"], decision["because"]) == ("ann", "the hospital's list")
    assert json.loads(call("show", id_, "--ledger", ledger, "--policy", "lowest").out)["killed"] == {
        "low": 9,
        "high": 9,
    }


def test_a_person_outweighs_whatever_comes_later(call: Caller, ledger: str) -> None:
    whole = bombing(call, ledger)
    done(call("judge", "different", whole["id"], whole["was"][0], "--ledger", ledger, *WHY))
    done(call("set", whole["id"], "killed", "9", "--ledger", ledger, *WHY))
    before = call("list", "--ledger", ledger).out
    later = report(
        "goma-9", "A car bomb killed seven people at a market in Goma on Monday, the mayor said on Thursday.", day=6
    )
    with writing_ledger(ledger, create=False, notify=print) as engine:
        rebuild(engine)
        assert call("list", "--ledger", ledger).out == before
        list(add(engine, [later], occasion=NOW))
    found = json.loads(call("show", whole["id"], "--ledger", ledger).out)
    assert found["killed"] == {"low": 9, "high": 9}
    assert whole["was"][0] not in (found["id"], *found["was"])


def test_a_decision_is_undone_and_both_stay_in_the_log(call: Caller, ledger: str) -> None:
    before = call("list", "--ledger", ledger).out
    id_ = bombing(call, ledger)["id"]
    done(call("set", id_, "killed", "9", "--ledger", ledger, *WHY))
    (made,) = logged(call, ledger)
    undone = done(call("undo", made["id"][:6], "--ledger", ledger, "--because", "the wrong list", "--who", "bob")).words
    assert "killed: 9 → 6" in undone
    assert call("list", "--ledger", ledger).out == before
    assert [(one["act"], one["who"]) for one in logged(call, ledger)] == [("undo", "bob"), ("set", "ann")]
    assert "(taken back)" in call("log", "--ledger", ledger, "--format", "table").words


def test_an_undo_that_is_undone_lets_the_decision_hold_again(call: Caller, ledger: str) -> None:
    id_ = bombing(call, ledger)["id"]
    done(call("set", id_, "killed", "9", "--ledger", ledger, *WHY))
    made = logged(call, ledger)[0]["id"]
    done(call("undo", made, "--ledger", ledger, *WHY))
    again = call("undo", made, "--ledger", ledger, *WHY)
    assert (again.status, "was taken back already" in again.complaint) == (2, True)
    done(call("undo", logged(call, ledger)[0]["id"], "--ledger", ledger, *WHY))
    assert bombing(call, ledger)["killed"] == {"low": 9, "high": 9}


def test_a_word_that_changes_nothing_is_kept_all_the_same(call: Caller, ledger: str) -> None:
    whole = bombing(call, ledger)
    told = done(call("judge", "same", whole["id"], whole["was"][0], "--ledger", ledger, *WHY)).words
    assert "holds against every rule from now on" in told
    assert len(logged(call, ledger)) == 1


def test_whoever_is_logged_in_decides_where_nobody_is_named(
    call: Caller, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "cem")
    done(call("set", bombing(call, ledger)["id"], "killed", "9", "--ledger", ledger, "--because", "x"))
    assert logged(call, ledger)[0]["who"] == "cem"


def test_a_ledger_nobody_decided_in_has_an_empty_log(call: Caller, ledger: str) -> None:
    assert call("log", "--ledger", ledger).out == ""
    assert call("log", "--ledger", ledger, "--format", "table").words == "nobody has decided anything in this ledger"


def test_what_makes_no_sense_is_refused_and_nothing_is_kept(call: Caller, ledger: str) -> None:
    whole = bombing(call, ledger)
    other = listed(call, ledger, "--type", "threat")[0]["id"]
    id_, member = whole["id"], whole["was"][0]
    for arguments, meant in (
        (("judge", "maybe", id_, other), "Choose from same, different"),
        (("judge", "same", id_, id_[:8]), "name the same telling"),
        (("judge", "same", id_, "ffff"), "no incident has the id 'ffff'"),
        (("split", id_, other), f"is no member of {id_}"),
        (("split", id_, id_, *whole["was"]), "leave one"),
        (("set", id_, "kiled", "3"), "Did you mean killed"),
        (("set", id_, "killed", "some"), "3-5"),
        (("set", id_, "stage", "thwartd"), "thwarted"),
        (("set", id_, "when", "soon"), "2024-03-11"),
        (("set", id_, "where", "Xyzzyville"), "give a point instead"),
        (("undo", "ffff"), "there is no decision 'ffff'"),
    ):
        answer = call(*arguments, "--ledger", ledger, *WHY)
        assert (answer.status, answer.out) == (2, ""), arguments
        assert meant in answer.complaint
    assert call("judge", "same", id_, member, "--ledger", ledger).status == 2
    blank = call("judge", "same", id_, member, "--ledger", ledger, "--because", " ")
    assert (blank.status, "a reason is needed" in blank.complaint) == (2, True)
    assert logged(call, ledger) == []


def test_without_a_name_nobody_decides(call: Caller, ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.settings._account", lambda: None)
    for key in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(key, raising=False)
    answer = call("set", bombing(call, ledger)["id"], "killed", "9", "--ledger", ledger, "--because", "x")
    assert (answer.status, "say who decides" in answer.complaint) == (2, True)
