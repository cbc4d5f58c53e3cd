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
from reportedly.pipeline.questions import at, diff, tally, threats, verify
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


FAULTS = {
    "2025-09-08T12:00:00Z": "four reports of 8 to 10 September lack their place: cases/campaign/unmet.toml",
    "week": "three incidents too many, of reports that lack their place: cases/campaign/unmet.toml",
    "month": "the attacks of 8 September stand in five pieces: cases/campaign/unmet.toml",
    "type": "the attacks of 8 September stand in five pieces: cases/campaign/unmet.toml",
    "stage": "the attacks of 8 September stand in five pieces: cases/campaign/unmet.toml",
    "2025-09-11T12:00:00Z": "ro-250911 is silent on the killed: cases/campaign/unmet.toml",
}
"""What single reports are told otherwise, so that an answer cannot be met yet."""

UNTESTED = {
    "second time today": "no tally claim is told of ro-250908: cases/campaign/unmet.toml",
    "fourth attack": "the drones have no settled place, so that the ledger holds three in the province",
}
"""Claims whose verdict a known fault of another room spoils."""


def with_faults(rows: Iterable[Mapping[str, Any]], name: str) -> list[Any]:
    """The rows as parameters; those whose answer a known fault of another room spoils are expected to fail."""
    return [
        pytest.param(row, id=row[name], marks=[pytest.mark.xfail(strict=True, reason=FAULTS[row[name]])])
        if row[name] in FAULTS
        else pytest.param(row, id=row[name])
        for row in rows
    ]


@pytest.mark.parametrize("asked", with_faults(ASKED["diff"], "first"))
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


@pytest.mark.parametrize("asked", with_faults(ASKED["tally"], "by"))
def test_incidents_are_counted_with_the_reports_behind_them(asked: Mapping[str, Any], campaign: str) -> None:
    found = tally(campaign, by=asked["by"])
    told = {row.value: (row.incidents, row.reports) for row in found.rows if row.value is not None}
    assert {value: number for value, (number, _) in told.items()} == {
        row["value"]: row["incidents"] for row in asked["row"]
    }
    assert [row["value"] for row in asked["row"] if told[row["value"]][1] not in row["reports"]] == []


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(one, id=one.quote, marks=[pytest.mark.xfail(strict=True, reason=UNTESTED[one.quote])])
        if one.quote in UNTESTED
        else pytest.param(one, id=one.quote)
        for one in OUTCOME.verdict
    ],
)
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
