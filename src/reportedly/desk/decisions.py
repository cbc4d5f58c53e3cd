"""What a person wants to decide in, the decision kept in a ledger and what it changed out.

A draft reads the ledger's present state and makes the decision of it; UsageError where it makes no sense there.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reportedly.desk.field_values import value_of
from reportedly.desk.naming import decision_meant, incident_meant, member_meant
from reportedly.errors import UsageError
from reportedly.ledger.decisions import present_decisions
from reportedly.ledger.engine import Engine, Transaction
from reportedly.ledger.reading import incident, incident_id, is_rejected
from reportedly.pipeline.decide import keep_decision
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Incident

Draft: TypeAlias = Callable[[Transaction], Decision]
"""Makes a decision that has no id, no author and no reason yet."""
NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A decision that was kept, and the incidents it is about before and after, in the order of their ids."""

    decision: Decision
    before: tuple[Incident, ...]
    after: tuple[Incident, ...]


def decide(engine: Engine, draft: Draft, *, who: str, when: dt.datetime, because: str) -> Outcome:
    """Keeps what the draft makes of the ledger; UsageError or LedgerError where it cannot be."""
    with engine.reading() as transaction:
        decision = replace(draft(transaction), who=who, when=when, because=because)
        about = _about(transaction, decision)
        before = _incidents(transaction, about)
    kept = keep_decision(engine, decision)
    with engine.reading() as transaction:
        return Outcome(decision=kept, before=before, after=_incidents(transaction, about))


def judged(act: Act, one: str, other: str) -> Draft:
    """That two are one incident (``Act.SAME``) or two (``Act.DIFFERENT``)."""

    def draft(transaction: Transaction) -> Decision:
        first, second = (member_meant(transaction, word).member_id for word in (one, other))
        if first == second:
            raise UsageError(f"{one!r} and {other!r} name the same telling; name two")
        return _plain(act, (first, second))

    return draft


def split_off(whole: str, words: Sequence[str]) -> Draft:
    """That some members of an incident are another one."""

    def draft(transaction: Transaction) -> Decision:
        own = incident_meant(transaction, whole)
        found = [member_meant(transaction, word) for word in words]
        leaving = sorted({one.member_id for one in found})
        for one in found:
            if one.incident_id != own:
                raise UsageError(f"{one.member_id} is no member of {own}, but of {one.incident_id}")
        rest = sorted(set(_members(transaction, own)).difference(leaving))
        if not rest:
            raise UsageError(f"{own} would keep no member; name those that leave, and leave one")
        return replace(_plain(Act.SPLIT, leaving), rest=tuple(rest))

    return draft


def rejecting(word: str) -> Draft:
    """That all that an incident's reports tell of it, they tell of nothing that is kept here."""

    def draft(transaction: Transaction) -> Decision:
        return _plain(Act.REJECT, _members(transaction, incident_meant(transaction, word)))

    return draft


def setting(word: str, field: str, text: str) -> Draft:
    """That a field has a value, whatever the reports tell."""
    value = value_of(field, text)

    def draft(transaction: Transaction) -> Decision:
        named = member_meant(transaction, word)
        return replace(_plain(Act.SET, (named.member_id,)), field=field.lower(), value=value)

    return draft


def taking_back(word: str) -> Draft:
    """That a decision holds no more."""

    def draft(transaction: Transaction) -> Decision:
        kept = present_decisions(transaction)
        meant = decision_meant(kept, word)
        back = next((one for one in kept if one.undoes == meant.id and _holds(kept, one)), None)
        if back is not None:
            raise UsageError(f"{meant.id} was taken back already, by {back.id}; undo that one to let it hold again")
        return replace(_plain(Act.UNDO, ()), undoes=meant.id)

    return draft


def _plain(act: Act, ids: Iterable[str]) -> Decision:
    return Decision(id="", act=act, incidents=tuple(ids), who="", when=NEVER, because="")


def _holds(kept: Sequence[Decision], undo: Decision) -> bool:
    """Whether an undo itself was not undone."""
    return not any(one.undoes == undo.id and _holds(kept, one) for one in kept)


def _about(transaction: Transaction, decision: Decision) -> tuple[str, ...]:
    """The reported incidents it is about; of an undo, those of what it takes back."""
    kept = {one.id: one for one in present_decisions(transaction)}
    found = [*decision.incidents, *decision.rest]
    undone = decision.undoes
    while undone is not None and undone in kept:
        found += [*kept[undone].incidents, *kept[undone].rest]
        undone = kept[undone].undoes
    return tuple(dict.fromkeys(found))


def _members(transaction: Transaction, own: str) -> tuple[str, ...]:
    whole = incident(transaction, own)
    return () if whole is None else (whole.id, *whole.was)


def _incidents(transaction: Transaction, member_ids: Iterable[str]) -> tuple[Incident, ...]:
    """Those that nobody rejected."""
    found = {own for one in member_ids if (own := incident_id(transaction, one)) is not None}
    ids = sorted(one for one in found if not is_rejected(transaction, one))
    return tuple(one for id_ in ids if (one := incident(transaction, id_)) is not None)
