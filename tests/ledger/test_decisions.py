import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from reportedly.errors import LedgerError
from reportedly.ledger.decisions import append_decision, decision_id, decisions_in_order
from reportedly.ledger.engine import Engine
from reportedly.ledger.reports import insert_report
from reportedly.ledger.tables import ANCHORS
from reportedly.ledger.tellings import insert_telling
from reportedly.records.judgements import Act, Decision
from tests.ledger.making import NOW, TEXT, head_of, report_of, span_in, telling_of

ONE, TWO = (telling_of(report_of(id_)).incidents[0].id for id_ in ("r1", "r2"))
SAME = Decision(id="d1", act=Act.SAME, incidents=(ONE, TWO), who="mara", when=NOW, because="one blast")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    with engine.writing() as connection:
        for id_ in ("r1", "r2"):
            telling = telling_of(report_of(id_))
            row = insert_report(connection, report_of(id_), received=NOW)
            insert_telling(connection, telling, report_row=row, head=head_of(telling), software="1")
    return engine


def append(engine: Engine, *decisions: Decision) -> None:
    for decision in decisions:
        with engine.writing() as connection:
            append_decision(connection, decision)


def test_decisions_stand_in_the_order_they_were_made_and_twice_is_once(filled: Engine) -> None:
    undo = replace(SAME, id="d0", act=Act.UNDO, incidents=(), undoes="d1", because="two blasts")
    append(filled, SAME, undo, SAME)
    with filled.reading() as connection:
        assert decisions_in_order(connection) == (SAME, undo)


def test_a_decision_keeps_where_its_incidents_stand_in_their_texts(filled: Engine) -> None:
    append(filled, SAME)
    span = span_in(TEXT, "car bomb")
    text_hash = telling_of(report_of()).report.text_hash
    with filled.reading() as connection:
        anchors = connection.execute(select(ANCHORS)).all()
    assert sorted(anchors) == sorted(
        [(ONE, "r1", text_hash, span.start, span.end), (TWO, "r2", text_hash, span.start, span.end)]
    )


def test_a_decision_on_what_is_not_there_is_not_kept(filled: Engine) -> None:
    with pytest.raises(LedgerError, match="no reported incident 'nowhere'"):
        append(filled, replace(SAME, incidents=(ONE, "nowhere")))
    with pytest.raises(LedgerError, match="no decision 'd9' to undo"):
        append(filled, replace(SAME, act=Act.UNDO, incidents=(), undoes="d9"))
    with filled.reading() as connection:
        assert decisions_in_order(connection) == ()


def test_the_id_of_a_decision_is_what_was_decided_by_whom_when_and_why() -> None:
    own = decision_id(SAME)
    assert own == decision_id(replace(SAME, id="other"))
    later = NOW + dt.timedelta(minutes=1)
    for changed in (
        replace(SAME, act=Act.DIFFERENT),
        replace(SAME, who="ivo"),
        replace(SAME, when=later),
        replace(SAME, because="x"),
        replace(SAME, value="x"),
        replace(SAME, field="killed"),
    ):
        assert decision_id(changed) != own
