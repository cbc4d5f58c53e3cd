"""A ledger and a time in, a ledger as it stood then out: the reports and decisions known by then, merged as ever.

A report is known from when it was published, or from when it was received where nobody says when that was; one that
tells its day alone is known from the day's end. A decision is known from when it was made. Times without a zone are
UTC. What was forgotten since is not known at any time.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.asking.changes import changes
from reportedly.errors import LedgerError
from reportedly.ledger import reading
from reportedly.ledger.decisions import append_decision, present_decisions
from reportedly.ledger.engine import Engine, Transaction
from reportedly.ledger.made_by import require_made_by
from reportedly.ledger.open import writing_ledger
from reportedly.ledger.reports import insert_report, reports_in_order
from reportedly.ledger.tellings import heads_in_order, read_telling
from reportedly.merging.compare import METHOD
from reportedly.pipeline.decide import about
from reportedly.pipeline.keep import BATCH, finish, keep_telling
from reportedly.pipeline.merged import Merging, begin, decide, resolve
from reportedly.records.changes import Cause, Step
from reportedly.records.judgements import Decision
from reportedly.records.merged import Incident
from reportedly.records.moments import latest

COPIED = "copied"
"""What stands for the software in a ledger that is gone before anything could be told anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What a ledger came to know and since when (UTC): a version of a report by its row, or a decision."""

    at: dt.datetime
    row: int | None = None
    decision: Decision | None = None


@contextmanager
def ledger_at(engine: Engine, at: dt.datetime) -> Iterator[Engine]:
    """A ledger of what was known at ``at``, in a file that goes at the end of the context.

    LedgerError where other rules merged the ledger: ``reread`` is needed first. Making it takes about as long as adding
    its reports did, without the reading.
    """
    with _room() as target:
        known = [one for one in arrivals(engine) if one.at <= at]
        _fill(engine, target, known)
        yield target


def steps_between(engine: Engine, first: dt.datetime, last: dt.datetime) -> Iterator[Step]:
    """Each report and decision that became known after ``first`` and by ``last``, in order, with what it changed."""
    found = arrivals(engine)
    with _room() as target:
        _fill(engine, target, [one for one in found if one.at <= first])
        coming = [one for one in found if first < one.at <= last]
        for one in sorted(coming, key=lambda one: (one.at, one.row is None, one.row or 0)):
            yield _step(engine, target, one)


def arrivals(engine: Engine) -> tuple[Arrival, ...]:
    """Everything a ledger knows: versions of reports in order of arrival, then decisions, oldest first."""
    with engine.reading() as transaction:
        require_made_by(transaction, METHOD, ledger=engine.name)
        published = {row: moment for row, _, moment in heads_in_order(transaction)}
        told = [
            Arrival(row=row, at=latest(published[row] or kept.received))
            for row, kept in reports_in_order(transaction)
            if row in published
        ]
        decided = [Arrival(at=latest(one.when), decision=one) for one in present_decisions(transaction)]
    return (*told, *decided)


@contextmanager
def _room() -> Iterator[Engine]:
    with (
        TemporaryDirectory(prefix="reportedly-") as folder,
        writing_ledger(str(Path(folder) / "then.sqlite"), create=True, notify=_nothing) as engine,
    ):
        yield engine


def _nothing(words: str) -> None:
    """A new ledger has nothing to say about its age."""


def _fill(source: Engine, target: Engine, known: Iterable[Arrival]) -> None:
    stream = iter(known)
    while batch := list(islice(stream, BATCH)):
        with source.reading() as transaction, target.writing() as writing:
            merging = begin(target, writing)
            for one in batch:
                merging = _arrive(transaction, target, merging, one)
            resolve(merging)
    finish(target)


def _arrive(source: Transaction, target: Engine, merging: Merging, arrival: Arrival) -> Merging:
    """Takes one in; the merging to go on with, begun again after a decision."""
    if arrival.row is not None:
        ((_, kept),) = reports_in_order(source, rows=[arrival.row])
        row = insert_report(merging.transaction, kept.report, received=kept.received)
        keep_telling(merging, row, read_telling(source, arrival.row), software=COPIED)
        return merging
    if arrival.decision is None or not _append(merging.transaction, arrival.decision):
        return merging
    merging.shelf.flush()
    again = begin(target, merging.transaction)
    again.touched.update(merging.touched)
    decide(again, about(merging.transaction, arrival.decision))
    return again


def _append(transaction: Transaction, decision: Decision) -> bool:
    """False for a decision on what was not known then, which could change nothing."""
    try:
        append_decision(transaction, decision)
    except LedgerError:
        return False
    return True


def _step(source: Engine, target: Engine, arrival: Arrival) -> Step:
    with target.reading() as old, source.reading() as transaction:
        reading.totals(old)  # the state before is held from its first read on
        with target.writing() as writing:
            merging = _arrive(transaction, target, begin(target, writing), arrival)
            touched = sorted(merging.touched)
            resolve(merging)
        finish(target)
        with target.reading() as new:
            after = _incidents(new, touched)
            before = _incidents(old, [*touched, *(id_ for one in after for id_ in (one.id, *one.was))])
        return Step(_cause(transaction, arrival), changes(before, after))


def _incidents(transaction: Transaction, ids: Sequence[str]) -> list[Incident]:
    """The incidents that these members are in, each once, by id."""
    found = (reading.incident(transaction, id_) for id_ in dict.fromkeys(ids))
    by_id = {one.id: one for one in found if one is not None}
    return [by_id[id_] for id_ in sorted(by_id)]


def _cause(source: Transaction, arrival: Arrival) -> Cause:
    if arrival.row is None:
        return Cause(at=arrival.at, decision=arrival.decision)
    text = read_telling(source, arrival.row).report
    at = text.published if text.published is not None else arrival.at
    return Cause(at=at, report_id=text.report_id, publisher=text.publisher, title=text.title)
