"""Reports in, a ledger that holds them out: read, tell, keep, merge, one batch a transaction, in input order.

Killed at any moment, a ledger holds whole batches; the same command again finds these there and goes on.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from reportedly.errors import Forgotten, Refusal, ReportedlyError
from reportedly.ledger.engine import Engine
from reportedly.ledger.reports import insert_report, is_kept, is_known, supersedes
from reportedly.ledger.shelf import Memory
from reportedly.ledger.tellings import (
    count_telling,
    counting_row,
    discount_telling,
    insert_telling,
    read_telling,
)
from reportedly.merging.members import head_of, members
from reportedly.merging.profile import Profile
from reportedly.pipeline.merged import Merging, begin, leave_out, resolve, resolve_waiting, take_in
from reportedly.pipeline.pool import map_in_order
from reportedly.pipeline.run import tell_or_refuse
from reportedly.pipeline.tell import tell_report
from reportedly.records.incidents import Telling
from reportedly.records.reports import Report

BATCH = 50
"""Reports in one transaction: it lasts some 0.2 s, so another writer hardly waits, and a kill costs little work."""


class Outcome(StrEnum):
    """What became of a report that was added."""

    ADDED = "added"
    KNOWN = "known"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Told:
    """A report and what it tells."""

    report: Report
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When reports were received (UTC), and the version of the software that tells them."""

    received: dt.datetime
    software: str


def add(
    engine: Engine, found: Iterable[Report | Refusal], *, occasion: Occasion, jobs: int = 1
) -> Iterator[Outcome | Refusal]:
    """Keeps every report of ``found``, told by ``jobs`` processes; what became of each, in order.

    LedgerError where the ledger cannot be written to; what was yielded by then is kept.
    """
    told = map_in_order(tell_or_pass, _unknown(engine, found), jobs=jobs)
    yield from add_told(engine, told, occasion=occasion)


def add_told(
    engine: Engine, found: Iterable[Told | Outcome | Refusal], *, occasion: Occasion
) -> Iterator[Outcome | Refusal]:
    """Keeps reports that were told already; whatever else comes passes through in its place."""
    stream = iter(found)
    memory: Memory[Profile] = Memory()
    while batch := list(islice(stream, BATCH)):
        yield from _keep(engine, batch, occasion=occasion, memory=memory)
    finish(engine)


def finish(engine: Engine) -> None:
    """Resolves what a run, or one that was killed, left waiting."""
    with engine.writing() as transaction:
        resolve_waiting(begin(engine, transaction))


def tell_or_pass(item: Report | Outcome | Refusal) -> Told | Outcome | Refusal:
    """A report with what it tells; what is no report passes. A function of the module, so that a worker can run it."""
    if not isinstance(item, Report):
        return item
    telling = tell_or_refuse(item, tell_report)
    return telling if isinstance(telling, Refusal) else Told(item, telling)


def _unknown(engine: Engine, found: Iterable[Report | Refusal]) -> Iterator[Report | Outcome | Refusal]:
    """Leaves out of telling what the ledger has to the letter, or was told to forget."""
    for item in found:
        yield item if isinstance(item, Refusal) else _unless_known(engine, item)


def _unless_known(engine: Engine, report: Report) -> Report | Outcome | Refusal:
    with engine.reading() as transaction:
        try:
            return Outcome.KNOWN if is_known(transaction, report) else report
        except Forgotten as refusal:
            return refusal


def _keep(
    engine: Engine, batch: Sequence[Told | Outcome | Refusal], *, occasion: Occasion, memory: Memory[Profile]
) -> list[Outcome | Refusal]:
    """One batch in one transaction; where a report breaks it, each alone, so that only that one is refused."""
    try:
        return _keep_together(engine, batch, occasion=occasion, memory=memory)
    except ReportedlyError:
        raise
    except Exception as error:
        memory.clear()
        if len(batch) > 1:
            alone = ([item] for item in batch)
            return [one for item in alone for one in _keep(engine, item, occasion=occasion, memory=memory)]
        (item,) = batch
        if not isinstance(item, Told):
            raise
        reason = f"could not be kept ({type(error).__name__}: {error}); this is a fault of the program"
        refusal = Refusal(item.report.name, reason)
        refusal.__cause__ = error
        return [refusal]


def _keep_together(
    engine: Engine, batch: Sequence[Told | Outcome | Refusal], *, occasion: Occasion, memory: Memory[Profile]
) -> list[Outcome | Refusal]:
    if not any(isinstance(item, Told) for item in batch):
        return [item for item in batch if not isinstance(item, Told)]
    with engine.writing() as transaction:
        merging = begin(engine, transaction, memory)
        outcomes = [_keep_one(merging, item, occasion) if isinstance(item, Told) else item for item in batch]
        resolve(merging)
    return outcomes


def _keep_one(merging: Merging, told: Told, occasion: Occasion) -> Outcome | Refusal:
    transaction = merging.transaction
    try:
        if is_kept(transaction, told.report, told.telling.report):
            return Outcome.KNOWN
    except Refusal as refusal:
        return refusal
    row = insert_report(transaction, told.report, received=occasion.received)
    is_first = counting_row(transaction, told.report.id) is None
    keep_telling(merging, row, told.telling, software=occasion.software)
    return Outcome.ADDED if is_first else Outcome.VERSION


def keep_telling(merging: Merging, report_row: int, telling: Telling, *, software: str) -> None:
    """Keeps what a version of a report tells, and lets it count where it is the newest."""
    transaction, text = merging.transaction, telling.report
    insert_telling(transaction, telling, report_row=report_row, head=head_of(telling), software=software)
    counting = counting_row(transaction, text.report_id)
    if counting is None:
        let_count(merging, report_row, telling)
        return
    before, published = counting
    if supersedes(published, by=text.published):
        let_count_no_more(merging, before)
        let_count(merging, report_row, telling)


def let_count(merging: Merging, report_row: int, telling: Telling) -> None:
    """A version counts from now on: its words are found and its incidents merged."""
    count_telling(merging.transaction, merging.index, report_row, telling)
    take_in(merging, members(telling))


def let_count_no_more(merging: Merging, report_row: int) -> None:
    """A version counts no more."""
    told = read_telling(merging.transaction, report_row)
    leave_out(merging, [incident.id for incident in told.incidents])
    merging.shelf.flush()
    discount_telling(merging.transaction, merging.index, report_row)
