import datetime as dt
import json
from dataclasses import replace

import pytest

from reportedly.errors import LedgerError, UsageError
from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.pipeline.decide import keep_decision
from reportedly.pipeline.keep import add
from reportedly.records.judgements import Act, Decision
from tests.pipeline.ledgers import GOMA, GOMA_LATER, KHARKIV, NOW, exported

LATER = NOW.received + dt.timedelta(hours=1)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """One bombing told twice, and a missile attack."""
    assert len(list(add(engine, [GOMA, GOMA_LATER, KHARKIV], occasion=NOW))) == 3
    return engine


def members_of(engine: Engine, report_id: str) -> str:
    with engine.reading() as transaction:
        telling = reading.telling(transaction, report_id)
    assert telling is not None
    return telling.incidents[0].id


def decision(engine: Engine, act: Act, *reports: str, **fields: object) -> Decision:
    ids = tuple(members_of(engine, one) for one in reports)
    plain = Decision(id="", act=act, incidents=ids, who="mara", when=NOW.received, because="seen it")
    return replace(plain, **fields)  # type: ignore[arg-type]


def told_together(engine: Engine) -> list[list[str]]:
    return [[one["report_id"] for one in json.loads(line)["reports"]] for line in exported(engine)]


def test_what_a_person_parts_stays_apart_and_an_undo_joins_it_again(filled: Engine) -> None:
    before = exported(filled)
    made = keep_decision(filled, decision(filled, Act.DIFFERENT, "goma-1", "goma-2"))
    assert sorted(told_together(filled)) == [["goma-1"], ["goma-2"], ["kharkiv-1"]]
    keep_decision(filled, decision(filled, Act.UNDO, undoes=made.id, when=LATER))
    assert exported(filled) == before


def test_what_a_person_joins_is_one(filled: Engine) -> None:
    keep_decision(filled, decision(filled, Act.SAME, "goma-1", "kharkiv-1"))
    assert [sorted(told) for told in told_together(filled)] == [["goma-1", "goma-2", "kharkiv-1"]]


def test_an_undo_of_an_undo_makes_the_decision_stand_again(filled: Engine) -> None:
    made = keep_decision(filled, decision(filled, Act.DIFFERENT, "goma-1", "goma-2"))
    undo = keep_decision(filled, decision(filled, Act.UNDO, undoes=made.id, when=LATER))
    keep_decision(filled, decision(filled, Act.UNDO, undoes=undo.id, when=LATER + dt.timedelta(hours=1)))
    assert len(exported(filled)) == 3


def test_a_value_that_a_person_set_is_shown(filled: Engine) -> None:
    keep_decision(
        filled, decision(filled, Act.SET, "goma-1", field="killed", value={"low": 5, "high": 5}, because="counted")
    )
    assert json.loads(exported(filled)[0])["killed"] == {"low": 5, "high": 5}


def test_a_value_that_does_not_fit_is_not_kept(filled: Engine) -> None:
    with pytest.raises(UsageError, match="killed"):
        keep_decision(filled, decision(filled, Act.SET, "goma-1", field="killed", value="many"))
    with pytest.raises(LedgerError, match="no reported incident"):
        keep_decision(filled, decision(filled, Act.SAME, "goma-1", incidents=("nowhere", "nothing")))
    with filled.reading() as transaction:
        assert reading.decisions(transaction) == ()
