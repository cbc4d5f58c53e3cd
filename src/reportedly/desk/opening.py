"""What ``--ledger`` and ``--at`` name in, an open ledger out, as it is or as it stood at a time."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportedly.desk.periods import period_in
from reportedly.errors import UsageError
from reportedly.records.moments import latest

if TYPE_CHECKING:
    from reportedly.ledger.engine import Engine


@contextmanager
def opened(ledger: str, *, at: str | None = None) -> Iterator["Engine"]:
    """The ledger; with ``at`` a copy that holds what was known by then, gone at the end of the context."""
    from reportedly.ledger.open import reading_ledger  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.pipeline.snapshot import ledger_at  # noqa: PLC0415 - likewise

    moment = None if at is None else instant(at)
    with reading_ledger(ledger) as engine:
        if moment is None:
            yield engine
            return
        with ledger_at(engine, moment) as then:
            yield then


def instant(text: str) -> dt.datetime:
    """The last instant that a day, month, year or time means, UTC where it tells no zone; UsageError for another."""
    end = period_in(text).end
    if end is None:
        raise UsageError(f"{text!r} has no end: write a time or a day, as 2024-03-11T14:30+03:00 or 2024-03-11")
    return latest(end)
