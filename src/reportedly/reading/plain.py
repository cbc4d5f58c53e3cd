"""A plain text in, its report out."""

from collections.abc import Iterator

from reportedly.errors import Refusal
from reportedly.reading.assemble import report_of
from reportedly.reading.decode import decode
from reportedly.reading.intake import Intake, read_whole
from reportedly.reading.limits import Limits
from reportedly.records.reports import Report


def read_plain(intake: Intake, limits: Limits) -> Iterator[Report | Refusal]:
    """One report: the text as it stands."""
    text = decode(read_whole(intake, limits), declared=intake.charset, where=intake.where)
    yield report_of(text, uri=intake.uri)
