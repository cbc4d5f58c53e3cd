"""A ledger in, the same with what is derived made again out: merged anew (``rebuild``), or told anew (``reread``)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reportedly.errors import Refusal
from reportedly.ledger import reading
from reportedly.ledger.decisions import lost_ids, present_decisions
from reportedly.ledger.engine import Engine, Transaction
from reportedly.ledger.incidents import clear_incidents
from reportedly.ledger.made_by import made_by, say_made_by
from reportedly.ledger.reports import reports_in_order, supersedes
from reportedly.ledger.shelf_rows import clear_shelf
from reportedly.ledger.tellings import (
    count_none,
    delete_telling,
    does_count,
    heads_in_order,
    insert_telling,
    read_head,
    read_telling,
    say_told_by,
    software_of,
)
from reportedly.merging.compare import METHOD
from reportedly.merging.members import head_of
from reportedly.pipeline.keep import BATCH, Occasion, finish, keep_telling, let_count, let_count_no_more
from reportedly.pipeline.merged import Merging, begin, decide, resolve, resolve_waiting
from reportedly.pipeline.pool import map_in_order
from reportedly.pipeline.run import tell_or_refuse
from reportedly.pipeline.tell import tell_report
from reportedly.records.incidents import Telling
from reportedly.records.judgements import Decision
from reportedly.records.moments import Moment
from reportedly.records.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What telling the stored reports anew has changed.

    ``told`` versions were told, ``otherwise`` of them tell something else than before. ``new`` and ``gone`` are ids of
    merged incidents. ``lost`` are decisions, each with the ids of reported incidents that it is about and that are not
    told any more; it is kept, and waits for them.
    """

    told: int
    otherwise: int
    refused: tuple[Refusal, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    lost: tuple[tuple[Decision, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Retold:
    """A version of a report, by its row, and what it tells now."""

    row: int
    report: Report
    telling: Telling | Refusal


def rebuild(engine: Engine) -> None:
    """Merges everything anew from the stored tellings, in one transaction: readers see the old state until it ends."""
    with engine.writing() as transaction:
        clear_incidents(transaction)
        clear_shelf(transaction)
        count_none(transaction, engine.index)
        say_made_by(transaction, METHOD)
        merging = begin(engine, transaction)
        for count, row in enumerate(_counting_rows(transaction), start=1):
            let_count(merging, row, read_telling(transaction, row))
            if count % BATCH == 0:
                merging.shelf.flush()  # what is written need not be remembered
        resolve(merging)
        resolve_waiting(merging)


def reread(engine: Engine, *, occasion: Occasion, everything: bool = False, jobs: int = 1) -> Reread:
    """Tells the stored reports anew, by this software; batch by batch, so that the same command goes on after a kill.

    What other rules merged is merged anew first. Without ``everything``, reports that this version of the software told
    are left as they are.
    """
    before = _incident_ids(engine)
    if _is_merged_otherwise(engine):
        rebuild(engine)
    told, otherwise, refused = 0, 0, []
    stream = _retold(engine, occasion, everything=everything, jobs=jobs)
    while batch := list(islice(stream, BATCH)):
        told += len(batch)
        refused += [item.telling for item in batch if isinstance(item.telling, Refusal)]
        otherwise += _replace(engine, batch, occasion)
    _decide_again(engine)
    finish(engine)
    after = _incident_ids(engine)
    return Reread(
        told=told,
        otherwise=otherwise,
        refused=tuple(refused),
        new=tuple(sorted(after - before)),
        gone=tuple(sorted(before - after)),
        lost=_lost(engine),
    )


def _counting_rows(transaction: Transaction) -> list[int]:
    """The row of each report's version that counts, as adding them one after another leaves it."""
    counting: dict[str, tuple[int, Moment | None]] = {}
    for row, report_id, published in heads_in_order(transaction):
        if report_id not in counting or supersedes(counting[report_id][1], by=published):
            counting[report_id] = (row, published)
    return [row for row, _ in counting.values()]


def _retold(engine: Engine, occasion: Occasion, *, everything: bool, jobs: int) -> Iterator[_Retold]:
    with engine.reading() as transaction:
        known = software_of(transaction)
    rows = [row for row, software in known if everything or software != occasion.software]
    return map_in_order(_retell, _reports(engine, rows), jobs=jobs)


def _reports(engine: Engine, rows: Sequence[int]) -> Iterator[tuple[int, Report]]:
    """The reports in these rows, a few at a time, so that no long-lived snapshot holds the log up."""
    for start in range(0, len(rows), BATCH):
        with engine.reading() as transaction:
            part = list(reports_in_order(transaction, rows=rows[start : start + BATCH]))
        yield from ((row, kept.report) for row, kept in part)


def _retell(item: tuple[int, Report]) -> _Retold:
    row, report = item
    return _Retold(row, report, tell_or_refuse(report, tell_report))


def _replace(engine: Engine, batch: Sequence[_Retold], occasion: Occasion) -> int:
    """Puts new tellings in the place of old ones; how many differ."""
    with engine.writing() as transaction:
        merging = begin(engine, transaction)
        changed = [
            _replace_one(merging, item.row, item.telling, occasion.software)
            for item in batch
            if isinstance(item.telling, Telling)
        ]
        resolve(merging)
    return sum(changed)


def _replace_one(merging: Merging, row: int, telling: Telling, software: str) -> bool:
    transaction = merging.transaction
    head = read_head(transaction, row)
    if head is None:
        keep_telling(merging, row, telling, software=software)
        return True
    if head == head_of(telling) and read_telling(transaction, row) == telling:
        say_told_by(transaction, row, software)
        return False
    counts = does_count(transaction, row)
    if counts:
        let_count_no_more(merging, row)
    delete_telling(transaction, row)
    insert_telling(transaction, telling, report_row=row, head=head_of(telling), software=software)
    if counts:
        let_count(merging, row, telling)
    return True


def _decide_again(engine: Engine) -> None:
    """Brings merging up to date where incidents that people decided on are found under other ids now."""
    with engine.writing() as transaction:
        merging = begin(engine, transaction)
        about = {one for made in present_decisions(transaction) for one in (*made.incidents, *made.rest)}
        decide(merging, sorted(about))
        resolve(merging)


def _is_merged_otherwise(engine: Engine) -> bool:
    with engine.reading() as transaction:
        return made_by(transaction) not in (None, METHOD)


def _incident_ids(engine: Engine) -> set[str]:
    with engine.reading() as transaction:
        return set(reading.incident_ids(transaction))


def _lost(engine: Engine) -> tuple[tuple[Decision, tuple[str, ...]], ...]:
    with engine.reading() as transaction:
        lost = set(lost_ids(transaction))
        found = [
            (made, tuple(one for one in (*made.incidents, *made.rest) if one in lost))
            for made in present_decisions(transaction)
        ]
    return tuple((made, ids) for made, ids in found if ids)
