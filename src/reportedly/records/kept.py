"""What a ledger keeps beside incidents: versions of reports, and what is left of a report that was forgotten."""

import datetime as dt
from dataclasses import dataclass

from reportedly.records.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """One version of a report as received.

    ``version`` counts from 1 in order of arrival; ``counts`` is True for the one whose incidents are merged.
    ``received`` is when it was added (UTC).
    """

    report: Report
    version: int
    counts: bool
    received: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a forgotten report: its id, the hashes of its versions, when (UTC) and why."""

    report_id: str
    hashes: tuple[str, ...]
    when: dt.datetime
    because: str
