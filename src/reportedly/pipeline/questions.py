"""The questions to a ledger as Python functions: a ledger's file or address in, records out."""

import datetime as dt
from pathlib import Path

from reportedly.ledger import reading
from reportedly.ledger.open import reading_ledger
from reportedly.pipeline.snapshot import ledger_at, steps_between
from reportedly.records.changes import Step
from reportedly.records.merged import Incident
from reportedly.records.moments import latest, parse_moment


def at(ledger: str | Path, time: str | dt.date) -> tuple[Incident, ...]:
    """The incidents as they were known at a time, in the order of the export.

    ``time`` is a day, whose end is meant, or a time, UTC where it tells no zone (ISO 8601 where a string; ValueError
    otherwise). LedgerError where the ledger is missing or has to be brought up to date first.
    """
    with reading_ledger(str(ledger)) as engine, ledger_at(engine, _instant(time)) as then, then.reading() as found:
        return tuple(reading.incidents(found, then.index))


def diff(ledger: str | Path, first: str | dt.date, last: str | dt.date) -> tuple[Step, ...]:
    """Each report and decision that became known between two times, with what it changed; times as for ``at``."""
    with reading_ledger(str(ledger)) as engine:
        return tuple(steps_between(engine, _instant(first), _instant(last)))


def _instant(time: str | dt.date) -> dt.datetime:
    return latest(parse_moment(time) if isinstance(time, str) else time)
