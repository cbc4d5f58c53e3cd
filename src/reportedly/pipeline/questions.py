"""The questions to a ledger as Python functions: a ledger's file or address in, records out."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.asking.tallying import tally as tally_of
from reportedly.asking.timeline import timeline as timeline_of
from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.ledger.open import reading_ledger
from reportedly.pipeline.checking import verify as check
from reportedly.pipeline.snapshot import ledger_at, steps_between
from reportedly.pipeline.threatening import threats as threats_of
from reportedly.records.answers import Check, Entry, Tally, TallyKey, Threats
from reportedly.records.changes import Step
from reportedly.records.filters import EVERYTHING, Filter
from reportedly.records.merged import Incident
from reportedly.records.moments import latest, parse_moment


def at(ledger: str | Path, time: str | dt.date) -> tuple[Incident, ...]:
    """The incidents as they were known at a time, in the order of the export.

    ``time`` is a day, whose end is meant, or a time, UTC where it tells no zone (ISO 8601 where a string; ValueError
    otherwise). LedgerError where the ledger is missing or has to be brought up to date first.
    """
    return _incidents(ledger, EVERYTHING, time)


def diff(ledger: str | Path, first: str | dt.date, last: str | dt.date) -> tuple[Step, ...]:
    """Each report and decision that became known between two times, with what it changed; times as for ``at``."""
    with reading_ledger(str(ledger)) as engine:
        return tuple(steps_between(engine, _instant(first), _instant(last)))


def tally(ledger: str | Path, *, by: str, wanted: Filter = EVERYTHING, at: str | dt.date | None = None) -> Tally:
    """The incidents counted by day, week, month, year, type, stage, actor or place; ValueError for another key.

    Only those that ``wanted`` holds for are counted; with ``at`` as they were known then.
    """
    return tally_of(_incidents(ledger, wanted, at), TallyKey(by))


def timeline(ledger: str | Path, *, wanted: Filter = EVERYTHING, at: str | dt.date | None = None) -> tuple[Entry, ...]:
    """The incidents in the order of time, as for ``tally``."""
    return timeline_of(_incidents(ledger, wanted, at))


def verify(ledger: str | Path, *, at: str | dt.date | None = None) -> tuple[Check, ...]:
    """Every novelty, tally and series claim with what the ledger says of it; with ``at`` as it was known then."""
    with _opened(ledger, at) as engine:
        return check(engine)


def threats(ledger: str | Path, *, at: str | dt.date | None = None) -> Threats:
    """Each threat with what followed it, and the attacks without one; with ``at`` as it was known then."""
    with _opened(ledger, at) as engine:
        return threats_of(engine)


def _incidents(ledger: str | Path, wanted: Filter, at: str | dt.date | None) -> tuple[Incident, ...]:
    with _opened(ledger, at) as engine, engine.reading() as transaction:
        return tuple(reading.incidents(transaction, engine.index, wanted=wanted))


@contextmanager
def _opened(ledger: str | Path, at: str | dt.date | None) -> Iterator[Engine]:
    """The ledger, or a copy as it stood at a time."""
    with reading_ledger(str(ledger)) as engine:
        if at is None:
            yield engine
            return
        with ledger_at(engine, _instant(at)) as then:
            yield then


def _instant(time: str | dt.date) -> dt.datetime:
    return latest(parse_moment(time) if isinstance(time, str) else time)
