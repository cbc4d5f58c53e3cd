"""Paths in, what each report tells out, in input order; one bad report never stops a run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import BinaryIO

from reportedly.errors import Refusal, ReportedlyError
from reportedly.pipeline.tell import check, tell_report
from reportedly.reading.limits import DEFAULT, Limits
from reportedly.reading.read import read
from reportedly.records.additions import NOTHING, Additions
from reportedly.records.incidents import Telling
from reportedly.records.moments import Moment
from reportedly.records.reports import Report


def read_and_tell(
    paths: Sequence[str],
    *,
    published: Moment | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits = DEFAULT,
    additions: Additions = NOTHING,
) -> Iterator[Telling | Refusal]:
    """What every report under ``paths`` tells, a refusal where one cannot be read or told.

    ``published`` and ``publisher`` stand for inputs that lack them, ``stdin`` is what the path ``-`` reads.
    ``additions`` are the user's own files; DataError before the first report where one is wrong.
    """
    check(additions)
    found = read(paths, published=published, publisher=publisher, stdin=stdin, limits=limits)
    return tell_all(found, tell=partial(tell_report, additions=additions))


def tell_all(
    found: Iterable[Report | Refusal], *, tell: Callable[[Report], Telling] = tell_report
) -> Iterator[Telling | Refusal]:
    """What each report tells, in order; refusals pass through, and a report that cannot be told becomes one."""
    for item in found:
        yield item if isinstance(item, Refusal) else _tell_or_refuse(item, tell)


def _tell_or_refuse(report: Report, tell: Callable[[Report], Telling]) -> Telling | Refusal:
    try:
        return tell(report)
    except Refusal as refused:
        return refused
    except ReportedlyError:
        raise  # a data file that ships is wrong: every report would fail
    except Exception as error:  # noqa: BLE001 - whatever a report sets off, the next one is still read
        reason = (
            f"could not be told ({type(error).__name__}: {error}); this is a fault of the program, not of the report"
        )
        refusal = Refusal(report.name, reason)
        refusal.__cause__ = error
        return refusal
