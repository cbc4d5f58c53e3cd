from dataclasses import replace

import pytest
from sqlalchemy import text

from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.ledger.made_by import say_made_by
from reportedly.pipeline import derive
from reportedly.pipeline.decide import keep_decision
from reportedly.pipeline.derive import rebuild, reread
from reportedly.pipeline.keep import add
from reportedly.records.identity import hash_of
from reportedly.records.incidents import Telling
from reportedly.records.judgements import Act
from reportedly.records.reports import Report
from tests.pipeline.ledgers import CAMPAIGN, GOMA, NOW, exported
from tests.pipeline.test_decide import decision, members_of, told_together

LATER = replace(NOW, software="2")
CORRECTED = replace(GOMA, content=GOMA.content.replace("Four", "Five"))


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """The campaign with a corrected report and a decision."""
    list(add(engine, [*CAMPAIGN, CORRECTED], occasion=NOW))
    keep_decision(engine, decision(engine, Act.DIFFERENT, "goma-2", "goma-3"))
    return engine


def everything(engine: Engine) -> str:
    with engine.reading() as transaction:
        found = [reading.judgements(transaction, one) for one in sorted(reading.incident_ids(transaction))]
        reports = list(reading.reports(transaction))
    return "\n".join([*exported(engine), *map(str, found), *map(str, reports)])


def test_a_rebuild_gives_the_same_bytes(filled: Engine) -> None:
    before = everything(filled)
    rebuild(filled)
    assert everything(filled) == before


def test_a_rebuild_makes_good_whatever_was_derived_and_lost(filled: Engine) -> None:
    before = everything(filled)
    with filled.writing() as transaction:
        for table in ("judgements", "blocks", "members", "facets", "ties", "links", "places", "incidents"):
            transaction.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of ours
        say_made_by(transaction, "merge/0")
    rebuild(filled)
    assert everything(filled) == before


def test_rereading_by_the_same_software_tells_nothing_anew_unless_asked_to(filled: Engine) -> None:
    before = everything(filled)
    assert reread(filled, occasion=NOW).told == 0
    done = reread(filled, occasion=NOW, everything=True)
    assert (done.told, done.otherwise, done.new, done.gone, done.lost) == (len(CAMPAIGN) + 1, 0, (), (), ())
    assert everything(filled) == before


def changed(monkeypatch: pytest.MonkeyPatch, change: "object") -> None:
    """A newer software that tells what ``change`` makes of a telling."""
    tell = derive.tell_report
    monkeypatch.setattr(derive, "tell_report", lambda report: change(tell(report)))  # type: ignore[operator]


def renamed(telling: Telling) -> Telling:
    """Every incident under another id, on the same words."""
    new = {one.id: hash_of("new", one.id) for one in telling.incidents}
    return replace(
        telling,
        incidents=tuple(replace(one, id=new[one.id]) for one in telling.incidents),
        claims=tuple(replace(one, incident_id=new.get(one.incident_id or "")) for one in telling.claims),
    )


def silent(telling: Telling) -> Telling:
    """No incident at all in what was told of goma-3."""
    return replace(telling, incidents=()) if telling.report.report_id == "goma-3" else telling


def test_a_decision_survives_new_ids_since_it_stands_on_words(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    before, old = sorted(told_together(filled)), members_of(filled, "goma-2")
    changed(monkeypatch, renamed)
    done = reread(filled, occasion=LATER)
    assert done.otherwise == len(CAMPAIGN)  # the quiet report tells nothing either way
    assert (len(done.new), len(done.gone), done.lost) == (4, 4, ())
    assert members_of(filled, "goma-2") == hash_of("new", old)
    assert sorted(told_together(filled)) == before


def test_a_decision_whose_incident_vanished_is_kept_and_named(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    vanished = members_of(filled, "goma-3")
    changed(monkeypatch, silent)
    done = reread(filled, occasion=LATER)
    ((made, ids),) = done.lost
    assert (made.act, ids) == (Act.DIFFERENT, (vanished,))
    monkeypatch.undo()
    again = reread(filled, occasion=NOW)
    assert again.lost == ()
    assert ["goma-3"] in told_together(filled)


def test_a_report_that_is_refused_now_keeps_what_it_told(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    before = exported(filled)

    def broken(report: Report) -> Telling:
        raise ZeroDivisionError(report.id)

    monkeypatch.setattr(derive, "tell_report", broken)
    done = reread(filled, occasion=LATER)
    assert len(done.refused) == len(CAMPAIGN) + 1
    assert exported(filled) == before


def test_what_other_rules_merged_is_merged_anew(filled: Engine) -> None:
    before = everything(filled)
    with filled.writing() as transaction:
        say_made_by(transaction, "merge/0")
    reread(filled, occasion=NOW)
    assert everything(filled) == before


def test_reports_that_nobody_told_are_told(filled: Engine) -> None:
    """As in a ledger that an older version left, with the first step of the schema alone."""
    before = exported(filled)
    rebuild(filled)
    with filled.writing() as transaction:
        filled.index.clear(transaction)
        for table in ("links", "ties", "facets", "places", "incidents", "judgements", "blocks", "members"):
            transaction.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of ours
        for table in ("claims", "reported_incidents", "tellings", "made_by"):
            transaction.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of ours
    reread(filled, occasion=NOW)
    assert exported(filled) == before
