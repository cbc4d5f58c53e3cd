import datetime as dt

import pytest

from reportedly.desk.naming import decision_meant, incident_meant, member_meant
from reportedly.errors import UsageError
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import incidents
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Incident


def decision(id_: str) -> Decision:
    when = dt.datetime(2025, 3, 4, tzinfo=dt.UTC)
    return Decision(id=id_, act=Act.SAME, incidents=("a", "b"), who="ann", when=when, because="x")


@pytest.fixture
def bombing(ledger: str) -> Incident:
    with reading_ledger(ledger) as engine, engine.reading() as transaction:
        return next(one for one in incidents(transaction, engine.index) if len(one.was) == 2)


def test_an_incident_is_meant_by_any_of_its_members(ledger: str, bombing: Incident) -> None:
    with reading_ledger(ledger) as engine, engine.reading() as transaction:
        for id_ in (bombing.id, *bombing.was):
            assert incident_meant(transaction, f" {id_[:8].upper()} ") == bombing.id


def test_a_member_is_meant_by_its_own_id(ledger: str, bombing: Incident) -> None:
    with reading_ledger(ledger) as engine, engine.reading() as transaction:
        assert member_meant(transaction, bombing.was[1]).member_id == bombing.was[1]


def test_an_incidents_id_means_its_first_member(ledger: str, bombing: Incident) -> None:
    with reading_ledger(ledger) as engine, engine.reading() as transaction:
        assert member_meant(transaction, bombing.id[:6]).member_id == bombing.id


def test_a_decision_is_meant_by_how_its_id_begins() -> None:
    made = [decision("ab12"), decision("cd34")]
    assert decision_meant(made, "AB") is made[0]


@pytest.mark.parametrize(("word", "meant"), [("ef", "'reportedly log' lists them"), ("", "'reportedly log'")])
def test_a_decision_that_is_not_there_is_refused(word: str, meant: str) -> None:
    with pytest.raises(UsageError, match=meant):
        decision_meant([decision("ab12")], word)


def test_a_beginning_of_two_decisions_is_refused_with_both() -> None:
    with pytest.raises(UsageError, match=r"(?s)more than one.*ab12.*ab34"):
        decision_meant([decision("ab12"), decision("ab34")], "ab")
