"""A report and a reason in, a ledger out that holds nothing of it but a tombstone."""

import datetime as dt

from reportedly.ledger.engine import Engine
from reportedly.ledger.forget import bury, rows_of
from reportedly.ledger.tellings import does_count
from reportedly.pipeline.keep import let_count_no_more
from reportedly.pipeline.merged import begin, resolve, resolve_waiting
from reportedly.records.kept import Tombstone


def forget(engine: Engine, report_id: str, *, when: dt.datetime, because: str) -> Tombstone:
    """Forgets a report, so that neither it nor its text comes back unnoticed, and no byte of it is left in the file.

    LedgerError where the ledger does not have it.
    """
    with engine.writing() as transaction:
        merging = begin(engine, transaction)
        for row in rows_of(transaction, report_id):
            if does_count(transaction, row):
                let_count_no_more(merging, row)
        stone = bury(transaction, report_id, when=when, because=because)
        resolve(merging)
        resolve_waiting(merging)
    engine.scrub()
    return stone
