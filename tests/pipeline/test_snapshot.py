"""A ledger as it stood at a time is the ledger of what was known by then, whatever came later."""

import datetime as dt
from pathlib import Path

import pytest

from reportedly.ledger.engine import Engine
from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.decide import keep_decision
from reportedly.pipeline.keep import Occasion, add
from reportedly.pipeline.snapshot import ledger_at, steps_between
from reportedly.records.changes import ChangeKind, Step
from reportedly.records.judgements import Act, Decision
from reportedly.records.reports import Report
from tests.pipeline.ledgers import CAMPAIGN, GOMA, GOMA_CLAIM, GOMA_LATER, KHARKIV, NOW, exported

START, END = dt.datetime(2025, 3, 1, tzinfo=dt.UTC), dt.datetime(2025, 4, 1, tzinfo=dt.UTC)


def after(day: int) -> dt.datetime:
    """The end of a day of March 2025."""
    return dt.datetime(2025, 3, day + 1, tzinfo=dt.UTC)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    assert len(list(add(engine, CAMPAIGN, occasion=NOW))) == len(CAMPAIGN)
    return engine


def alone(reports: list[Report], folder: Path) -> list[str]:
    """What a ledger of these reports and nothing else exports."""
    with writing_ledger(str(folder / "alone.sqlite"), create=True, notify=print) as engine:
        list(add(engine, reports, occasion=NOW))
        return exported(engine)


def told(steps: list[Step]) -> list[tuple[str | None, list[ChangeKind]]]:
    return [(step.cause.report_id, [one.kind for one in step.changes]) for step in steps]


@pytest.mark.parametrize("day", range(1, 8))
def test_it_holds_what_a_ledger_of_the_reports_published_by_then_holds(
    filled: Engine, day: int, tmp_path: Path
) -> None:
    by_then = [one for one in CAMPAIGN if one.published is not None and one.published < dt.date(2025, 3, day + 1)]
    with ledger_at(filled, after(day)) as then:
        assert exported(then) == alone(by_then, tmp_path)


def test_a_report_that_tells_only_its_day_is_not_known_on_that_day(filled: Engine) -> None:
    with ledger_at(filled, after(3) - dt.timedelta(hours=1)) as then:
        assert len(exported(then)) == 1  # the threat of the day before


def test_a_report_without_a_day_is_known_from_when_it_was_received(engine: Engine) -> None:
    undated = Report(id="u", content=GOMA.content)
    received = Occasion(received=dt.datetime(2025, 3, 20, 12, tzinfo=dt.UTC), software="1")
    assert list(add(engine, [undated], occasion=received)) == ["added"]
    with ledger_at(engine, after(19)) as then:
        assert exported(then) == []
    with ledger_at(engine, after(20)) as then:
        assert len(exported(then)) == 1


def test_an_earlier_version_counts_until_the_next_was_published(engine: Engine) -> None:
    changed = Report(id="goma-1", content=GOMA.content.replace("Four", "Nine"), published=dt.date(2025, 3, 6))
    assert list(add(engine, [changed, GOMA], occasion=NOW)) == ["added", "version"]
    with ledger_at(engine, after(5)) as then:
        (line,) = exported(then)
        assert "Four people" in line
    (step,) = steps_between(engine, after(5), END)
    (change,) = step.changes
    (field,) = change.fields
    assert (field.field, field.before, field.after) == ("killed", {"low": 4, "high": 4}, {"low": 9, "high": 9})


def test_each_step_names_the_report_and_what_it_changed(filled: Engine) -> None:
    steps = list(steps_between(filled, after(3), END))
    assert told(steps) == [
        ("goma-2", [ChangeKind.CHANGED]),
        ("goma-3", [ChangeKind.CHANGED]),
        ("kharkiv-1", [ChangeKind.NEW]),
    ]
    fields = {one.field: one.after for one in steps[1].changes[0].fields}
    assert fields["responsibility"] == ("claimed",)
    assert isinstance(fields["links"], tuple)
    assert len(fields["links"]) == 1


def test_the_steps_from_the_beginning_lead_to_the_ledger_as_it_is(filled: Engine) -> None:
    """Every incident is new once, and as often gone, joined or changed as it takes."""
    found = [one for step in steps_between(filled, START, END) for one in step.changes]
    assert sum(one.kind is ChangeKind.NEW for one in found) == len(exported(filled)) == 3


def test_a_decision_is_known_from_when_it_was_made_and_is_named_as_what_changed(filled: Engine) -> None:
    made = Decision(
        id="",
        act=Act.SAME,
        incidents=(member_of(filled, "goma-1"), member_of(filled, "kharkiv-1")),
        who="mara",
        when=after(15),
        because="seen",
    )
    keep_decision(filled, made)
    with ledger_at(filled, after(14)) as then:
        assert len(exported(then)) == 3
    with ledger_at(filled, after(16)) as then:
        assert exported(then) == exported(filled)
    (step,) = steps_between(filled, after(14), END)
    assert step.cause.decision is not None
    assert step.cause.decision.who == "mara"
    assert {one.kind for one in step.changes} >= {ChangeKind.JOINED}


def test_a_decision_on_what_was_not_known_then_is_left_out(engine: Engine) -> None:
    list(add(engine, [GOMA, GOMA_LATER, GOMA_CLAIM, KHARKIV], occasion=NOW))
    pair = (member_of(engine, "goma-1"), member_of(engine, "kharkiv-1"))
    keep_decision(engine, Decision(id="", act=Act.SAME, incidents=pair, who="mara", when=after(2), because="too early"))
    with ledger_at(engine, after(4)) as then:
        assert len(exported(then)) == 1
    with ledger_at(engine, END) as then:
        assert exported(then) == exported(engine)


def test_the_ledger_itself_stays_as_it_is(filled: Engine) -> None:
    before = exported(filled)
    with ledger_at(filled, after(3)):
        assert exported(filled) == before
    list(steps_between(filled, START, END))
    assert exported(filled) == before


def member_of(engine: Engine, report_id: str) -> str:
    from reportedly.ledger import reading  # noqa: PLC0415

    with engine.reading() as transaction:
        telling = reading.telling(transaction, report_id)
    assert telling is not None
    return telling.incidents[0].id
