"""A request in, the ledger it is about out, open for as long as the request lasts.

Every request opens the file anew, so that a ledger that was restored or moved meanwhile is seen at once. A reader never
waits for a writer, nor a writer for readers (SQLite's write-ahead log).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from reportedly.ledger.engine import Index, Transaction
from reportedly.ledger.open import reading_ledger


@dataclass(frozen=True, slots=True)
class Reading:
    """One state of a ledger; the same ``stamp`` means that nothing was written between."""

    transaction: Transaction
    index: Index
    stamp: tuple[int, ...]


def ledger_named(request: Request) -> str:
    """What ``--ledger`` named when the desk was opened."""
    return str(request.app.state.ledger)


def _reading(name: Annotated[str, Depends(ledger_named)]) -> Iterator[Reading]:
    with reading_ledger(name) as engine:
        stamp = engine.stamp()  # taken first: what is read may be newer than its stamp, and never older
        with engine.reading() as transaction:
            yield Reading(transaction, engine.index, stamp)


LedgerName = Annotated[str, Depends(ledger_named)]
Ledger = Annotated[Reading, Depends(_reading)]
"""Declares that an endpoint reads; it gets one state of the ledger."""
