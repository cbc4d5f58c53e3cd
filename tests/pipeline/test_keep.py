import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import Clash, LedgerError, NotText, Refusal
from reportedly.exporting.merged import line
from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.ledger.incidents import stale_incidents
from reportedly.ledger.made_by import say_made_by
from reportedly.ledger.open import writing_ledger
from reportedly.merging.members import members
from reportedly.merging.merge import merge
from reportedly.pipeline import keep, merged
from reportedly.pipeline.keep import Outcome, add, finish
from reportedly.pipeline.tell import tell_report
from reportedly.records.reports import Report
from tests.pipeline.ledgers import CAMPAIGN, GOMA, GOMA_LATER, KHARKIV, NOW, QUIET, THREAT, exported, report

CORRECTED = replace(GOMA, content=GOMA.content.replace("Four", "Five"))


def added(engine: Engine, found: Iterable[Report | Refusal], *, jobs: int = 1) -> list[Outcome | Refusal]:
    return list(add(engine, found, occasion=NOW, jobs=jobs))


def totals(engine: Engine) -> tuple[int, int]:
    with engine.reading() as transaction:
        return reading.totals(transaction)


def test_reports_of_one_incident_are_one_incident_and_a_quiet_report_is_kept_too(engine: Engine) -> None:
    assert added(engine, CAMPAIGN) == [Outcome.ADDED] * len(CAMPAIGN)
    assert totals(engine) == (len(CAMPAIGN), 3)


def test_a_ledger_exports_what_merging_in_memory_gives(engine: Engine) -> None:
    added(engine, CAMPAIGN)
    told = [member for one in CAMPAIGN for member in members(tell_report(one))]
    assert exported(engine) == [line(incident) for incident in merge(told)]


@pytest.mark.parametrize("seed", range(5))
def test_order_and_batching_leave_no_trace_in_the_export(engine: Engine, tmp_path: Path, seed: int) -> None:
    added(engine, CAMPAIGN)
    shuffled = random.Random(seed).sample(CAMPAIGN, len(CAMPAIGN))  # noqa: S311 - a shuffle
    with writing_ledger(str(tmp_path / "other.sqlite"), create=True, notify=print) as other:
        for one in shuffled:
            added(other, [one])
        assert exported(other) == exported(engine)


def test_the_same_report_twice_changes_nothing(engine: Engine) -> None:
    added(engine, CAMPAIGN)
    before = exported(engine)
    assert added(engine, [*CAMPAIGN, GOMA]) == [Outcome.KNOWN] * (len(CAMPAIGN) + 1)
    assert exported(engine) == before


def test_a_new_version_counts_in_place_of_the_old_one_and_both_are_kept(engine: Engine) -> None:
    assert added(engine, [GOMA, CORRECTED]) == [Outcome.ADDED, Outcome.VERSION]
    (only,) = exported(engine)
    assert "5 killed" in only
    with engine.reading() as transaction:
        versions = reading.versions(transaction, GOMA.id)
    assert [(one.report.content[:4], one.version, one.counts) for one in versions] == [
        ("Four", 1, False),
        ("Five", 2, True),
    ]


def test_an_old_copy_that_is_added_late_does_not_count(engine: Engine) -> None:
    assert added(engine, [replace(CORRECTED, published=GOMA_LATER.published), GOMA]) == [
        Outcome.ADDED,
        Outcome.VERSION,
    ]
    assert "5 killed" in exported(engine)[0]


def test_a_clash_and_what_cannot_be_read_are_refused_in_their_place(engine: Engine) -> None:
    here = replace(GOMA, uri="https://news.example/a")
    clash = replace(CORRECTED, uri="https://news.example/b")
    unread = NotText("b.bin", "is binary")
    empty = report("empty", " ", day=3)
    found = added(engine, [here, unread, clash, empty, KHARKIV])
    assert found[0] is Outcome.ADDED
    assert found[1] is unread
    assert isinstance(found[2], Clash)
    assert isinstance(found[3], Refusal)
    assert found[4] is Outcome.ADDED


def test_a_report_that_breaks_its_batch_is_refused_alone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(merging: merged.Merging, row: int, telling: object, found: object) -> None:
        if telling.report.report_id == GOMA.id:  # type: ignore[attr-defined]
            raise ZeroDivisionError(row)
        let_count(merging, row, telling, found)  # type: ignore[arg-type]

    let_count = keep.let_count
    monkeypatch.setattr(keep, "let_count", breaking)
    found = added(engine, [KHARKIV, GOMA, THREAT])
    assert [found[0], found[2]] == [Outcome.ADDED, Outcome.ADDED]
    assert isinstance(found[1], Refusal)
    assert "ZeroDivisionError" in found[1].reason
    assert totals(engine) == (2, 2)


def test_telling_in_a_pool_gives_the_same_in_the_same_order(engine: Engine, tmp_path: Path) -> None:
    clash = [replace(GOMA, uri="https://a.example/"), replace(CORRECTED, uri="https://b.example/"), *CAMPAIGN[1:]]
    alone = added(engine, clash)
    with writing_ledger(str(tmp_path / "other.sqlite"), create=True, notify=print) as other:
        pooled = added(other, clash, jobs=2)
        assert exported(other) == exported(engine)
    assert [str(one) for one in pooled] == [str(one) for one in alone]


def test_a_much_told_incident_is_resolved_once_a_run(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merged, "MUCH_TOLD", 2)
    monkeypatch.setattr(keep, "BATCH", 1)
    first, then = sorted((GOMA, GOMA_LATER), key=lambda one: tell_report(one).incidents[0].id)
    stream = add(engine, [first, then, QUIET], occasion=NOW)
    assert [next(stream), next(stream)] == [Outcome.ADDED, Outcome.ADDED]
    with engine.reading() as transaction:
        assert len(stale_incidents(transaction)) == 1
    stream.close()  # as if killed here
    finish(engine)
    with engine.reading() as transaction:
        assert stale_incidents(transaction) == ()
    assert "6 killed" in exported(engine)[0]


def test_what_other_rules_merged_is_not_added_to(engine: Engine) -> None:
    added(engine, [GOMA])
    with engine.writing() as transaction:
        say_made_by(transaction, "merge/0")
    with pytest.raises(LedgerError, match=r"merged by the rules merge/0.*reportedly rebuild"):
        added(engine, [KHARKIV])
