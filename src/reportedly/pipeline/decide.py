"""What a person decides in, the ledger with the decision kept and the incidents it touches resolved again out."""

from dataclasses import replace

from reportedly.ledger import reading
from reportedly.ledger.decisions import append_decision, decision_id, present_decisions
from reportedly.ledger.engine import Engine, Transaction
from reportedly.merging.overrides import check
from reportedly.pipeline.merged import begin, decide, resolve, resolve_waiting
from reportedly.records.judgements import Act, Decision


def keep_decision(engine: Engine, decision: Decision) -> Decision:
    """Keeps a decision for ever and gives it back with its id; the same one twice changes nothing.

    UsageError where a value does not fit its field, LedgerError where it names what is not in the ledger.
    """
    named = replace(decision, id=decision_id(decision))
    with engine.writing() as transaction:
        _check_value(transaction, named)
        append_decision(transaction, named)
        merging = begin(engine, transaction)
        decide(merging, about(transaction, named))
        resolve(merging)
        resolve_waiting(merging)
    return named


def _check_value(transaction: Transaction, decision: Decision) -> None:
    if decision.act is Act.SET and decision.field is not None:
        for member_id in decision.incidents:
            incident = reading.incident(transaction, member_id)
            if incident is not None:
                check(incident, decision.field, decision.value)


def about(transaction: Transaction, decision: Decision) -> list[str]:
    """The reported incidents a decision is about; of an undo, those of what it undoes, whatever that undid in turn."""
    kept = {one.id: one for one in present_decisions(transaction)}
    found: set[str] = set()
    one: Decision | None = decision
    while one is not None:
        found.update(one.incidents, one.rest)
        one = kept.get(one.undoes) if one.undoes is not None else None
    return sorted(found)
