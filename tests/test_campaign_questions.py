"""Questions to a ledger of the thirty reports of ``cases/campaign``, against answers worked out by hand."""

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from bench.campaign import CAMPAIGN, likeness, outcome, report_files
from bench.outcome import Verdict as ExpectedVerdict
from reportedly.exporting.merged import as_json
from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.keep import Occasion, add
from reportedly.pipeline.questions import at, diff, site, tally, threats, verify
from reportedly.reading.read import read
from reportedly.records.changes import Change, ChangeKind, Step
from reportedly.records.merged import Incident
from reportedly.records.values import Value
from tests.pipeline.ledgers import NOW

OUTCOME = outcome()
ASKED: Mapping[str, Any] = tomllib.loads((CAMPAIGN / "questions.toml").read_text(encoding="utf-8"))
NEWS = frozenset({"killed", "injured", "responsibility", "links"})
"""Fields of which every change is named by hand."""


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of all thirty reports."""
    name = str(tmp_path_factory.mktemp("campaign") / "ledger.sqlite")
    with writing_ledger(name, create=True, notify=print) as engine:
        occasion = Occasion(received=NOW.received.replace(year=2026), software="1")
        assert len(list(add(engine, read([str(file) for file in report_files()]), occasion=occasion))) == 30
    return name


def key_of(incident: Incident) -> str:
    """The expected incident that is most like it."""
    told = as_json(incident)
    return max(OUTCOME.incident, key=lambda one: likeness(one, told)).key


def ranged(value: Value) -> str:
    """A RANGE as the tables write it."""
    if not isinstance(value, dict):
        return "silent"
    low, high = value["low"], value["high"]
    return f"{low}" if low == high else f"{low}+" if high is None else f"{low}-{high}"


def rows_of(step: Step, keys: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Each change of a step as key, field and value."""
    for change in step.changes:
        yield from ((key_of(change.incident), field, value) for field, value in changed(change, keys))


def changed(change: Change, keys: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    if change.kind is ChangeKind.NEW:
        yield "new", ""
    for one in change.fields:
        if one.field in ("killed", "injured"):
            yield one.field, ranged(one.after)
        elif one.field in NEWS and isinstance(one.after, tuple):
            yield one.field, " ".join(keys.get(str(part), str(part)) for part in one.after)


@pytest.mark.parametrize("asked", ASKED["diff"], ids=lambda asked: asked["first"])
def test_each_change_is_named_with_the_report_that_made_it(asked: Mapping[str, Any], campaign: str) -> None:
    keys = {id_: key_of(one) for one in at(campaign, asked["last"]) for id_ in (one.id, *one.was)}
    steps = diff(campaign, asked["first"], asked["last"])
    told = {(str(step.cause.report_id), *row) for step in steps for row in rows_of(step, keys)}
    wanted = {(row["report"], row["key"], row["field"], row.get("to", "")): row for row in asked["change"]}
    assert sorted(told - wanted.keys()) == []
    assert sorted(key for key, row in wanted.items() if key not in told and not row.get("optional")) == []


def test_every_key_and_report_that_is_named_is_there() -> None:
    keys = {one.key for one in OUTCOME.incident}
    assert {row["key"] for asked in ASKED["diff"] for row in asked["change"]} <= keys
    reports = {row.report for one in OUTCOME.incident for row in one.told}
    assert {row["report"] for asked in ASKED["diff"] for row in asked["change"]} <= reports


@pytest.mark.parametrize("asked", ASKED["tally"], ids=lambda asked: asked["by"])
def test_incidents_are_counted_with_the_reports_behind_them(asked: Mapping[str, Any], campaign: str) -> None:
    found = tally(campaign, by=asked["by"])
    told = {row.value: (row.incidents, row.reports) for row in found.rows if row.value is not None}
    assert {value: number for value, (number, _) in told.items()} == {
        row["value"]: row["incidents"] for row in asked["row"]
    }
    assert [row["value"] for row in asked["row"] if told[row["value"]][1] not in row["reports"]] == []


@pytest.mark.parametrize("row", OUTCOME.verdict, ids=lambda row: row.quote)
def test_a_claim_of_a_report_gets_its_verdict(row: ExpectedVerdict, campaign: str) -> None:
    keys = {id_: key_of(one) for one in at(campaign, "2026-01-01") for id_ in (one.id, *one.was)}
    found = [
        check
        for check in verify(campaign)
        if row.quote in check.assertion.claim.quote and check.assertion.told.report_id == row.report
    ]
    (check,) = found
    assert check.verdict.value == row.verdict
    if row.verdict != "undecidable":
        assert {keys[id_] for id_ in check.by} == set(row.by)


def test_each_threat_is_followed_by_what_its_maker_claims_or_is_accused_of(campaign: str) -> None:
    keys = {id_: key_of(one) for one in at(campaign, "2026-01-01") for id_ in (one.id, *one.was)}
    for asked in ASKED["threat"]:
        rows = [one for one in threats(campaign).threats if keys[one.incident_id] == asked["key"]]
        told = {(keys[one.incident_id], one.days, one.basis.value) for row in rows for one in row.followed}
        assert {(one["key"], one["days"], one["basis"]) for one in asked["followed"]} <= told
        assert any(asked["by"] in row.by and asked.get("condition", "") in (row.condition or "") for row in rows)


@pytest.mark.parametrize("asked", ASKED["site"], ids=lambda asked: asked["name"])
def test_a_site_has_its_attacks_its_threats_and_its_last_change(asked: Mapping[str, Any], campaign: str) -> None:
    found = site(campaign, asked["name"])
    told = {(key_of(one), one.stage.value) for one in found.attacks}
    placed = {(row["key"], row["stage"]) for row in asked["attack"]}
    assert placed <= told
    keys = {id_: key_of(one) for one in at(campaign, "2026-01-01") for id_ in (one.id, *one.was)}
    threats_told = {(keys[one.row.incident_id], one.own) for one in found.threats}
    assert {(row["key"], row["own"]) for row in asked["threat"]} <= threats_told
    blamed = [row for one in found.attacks for row in one.perpetrators]
    for row in asked["blamed"]:
        assert any(
            row["name"] in one.name
            and one.basis.value == row["basis"]
            and row.get("by", "").casefold() in (one.by or "").casefold()
            for one in blamed
        )
    assert found.last is not None
    assert found.last.report_id == asked["last"]


def test_a_site_has_its_soldiers(campaign: str) -> None:
    found = site(campaign, "Bassikounou")
    assert [one.own for one in found.presences if "600" in one.claim.quote and one.told.report_id == "courier-250902"]
