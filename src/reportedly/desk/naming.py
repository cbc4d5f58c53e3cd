"""An id, or the beginning of one, as a person types it in, the incident, its member or the decision that is meant out.

UsageError, with what may have been meant, where it names nothing or more than one.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.errors import UsageError
from reportedly.records.judgements import Decision

if TYPE_CHECKING:
    from reportedly.ledger.engine import Transaction
    from reportedly.ledger.naming import Named

OFFERED = 5
"""Ids that are offered where one is not known or not enough."""
SHORTEST = 2
"""Characters an id must share with another to be taken for a slip of the pen."""


def incident_meant(transaction: "Transaction", word: str) -> str:
    """The id of the incident that ``word`` begins the id of, or that of a member."""
    found = _found(transaction, word)
    incidents = list(dict.fromkeys(one.incident_id for one in found))
    if len(incidents) > 1:
        raise UsageError(_ambiguous(word, _described(transaction, incidents)))
    return incidents[0]


def incident_then(ledger: str, then: "Transaction", word: str) -> str:
    """The incident as it stood at a time, ``then``, for an id of that time or one that ``ledger`` knows it by now."""
    from reportedly.ledger.open import reading_ledger  # noqa: PLC0415 - --help must not load the ledger
    from reportedly.ledger.reading import incident, incident_id  # noqa: PLC0415 - likewise

    try:
        return incident_meant(then, word)
    except UsageError:
        with reading_ledger(ledger) as engine, engine.reading() as now:
            found = incident(now, incident_meant(now, word))
    ids = () if found is None else (found.id, *found.was)
    known = list(dict.fromkeys(one for id_ in ids if (one := incident_id(then, id_)) is not None))
    if not known:
        raise UsageError(f"{word!r}: no report had told of it by then")
    if len(known) > 1:
        raise UsageError(_ambiguous(word, _described(then, known)))
    return known[0]


def member_meant(transaction: "Transaction", word: str) -> "Named":
    """The reported incident that ``word`` names; one of several of one incident, where the incident itself is meant."""
    found = _found(transaction, word)
    own = [one for one in found if one.member_id == one.incident_id]
    if len({one.incident_id for one in found}) == 1 and own:
        return own[0]
    if len(found) > 1:
        raise UsageError(_ambiguous(word, [one.member_id for one in found]))
    return found[0]


def decision_meant(decisions: Iterable[Decision], word: str) -> Decision:
    """The decision whose id begins so."""
    found = [one for one in decisions if word and one.id.startswith(word.strip().lower())]
    if not found:
        raise UsageError(f"there is no decision {word!r}; 'reportedly log' lists them")
    if len(found) > 1:
        raise UsageError(_ambiguous(word, [one.id for one in found]))
    return found[0]


def _found(transaction: "Transaction", word: str) -> "Sequence[Named]":
    from reportedly.ledger.naming import named  # noqa: PLC0415 - --help must not load the ledger

    asked = word.strip().lower()
    found = named(transaction, asked, most=OFFERED + 1)
    if found:
        return found
    for length in range(len(asked) - 1, SHORTEST - 1, -1):
        near = named(transaction, asked[:length], most=OFFERED)
        if near:
            offered = _described(transaction, dict.fromkeys(one.incident_id for one in near))
            raise UsageError("\n  ".join([f"no incident has the id {word!r}; those that begin alike:", *offered]))
    raise UsageError(f"no incident has the id {word!r}; 'reportedly list' shows those there are")


def _described(transaction: "Transaction", incident_ids: Iterable[str]) -> list[str]:
    from reportedly.ledger.reading import incident  # noqa: PLC0415 - --help must not load the ledger

    found = (incident(transaction, id_) for id_ in incident_ids)
    return [f"{one.id}  {one.summary}" for one in found if one is not None]


def _ambiguous(word: str, meant: Sequence[str]) -> str:
    more = ["…"] if len(meant) > OFFERED else []
    return "\n  ".join([f"{word!r} begins the id of more than one; write more of it:", *meant[:OFFERED], *more])
