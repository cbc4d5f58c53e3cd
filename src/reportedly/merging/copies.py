"""Texts in, their fingerprints out; and reports in, which of them is the agency copy of which out."""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable

from reportedly.codebook.names import words_of
from reportedly.records.merged import ReportHead
from reportedly.records.moments import Moment, day_of

SHINGLE = 5
"""Words in a row that make a shingle: shorter ones are shared by any two reports of one event."""
SIZE = 64
"""Hashes kept of a text: the share of them that two copies have in common is off by some 0.06 then."""
COPY = 0.5
"""Share of shingles from which a text is a copy: outlets cut agency copy and set a title of their own before it, while
reports written apart share quotations at most. Set on the pairs of GVC and GVA, November 2026."""


def fingerprint(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's shingles, ascending (bottom-k sketch, Broder 1997); () for a short text."""
    folds = words_of(text).folds
    shingles = {" ".join(folds[at : at + SHINGLE]) for at in range(len(folds) - SHINGLE + 1)}
    return tuple(sorted(_hash(shingle) for shingle in shingles)[:SIZE])


def _hash(shingle: str) -> int:
    """48 bits, so that a fingerprint is exact in JSON too."""
    return int.from_bytes(hashlib.blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")


def likeness(first: Collection[int], second: Collection[int]) -> float:
    """The share of shingles two texts have in common (Jaccard), 0 to 1, estimated from their fingerprints."""
    left, right = frozenset(first), frozenset(second)
    shared = left & right
    if not shared:
        return 0.0
    smallest = sorted(left | right)[:SIZE]
    return len(shared.intersection(smallest)) / len(smallest)


def copies(reports: Iterable[ReportHead]) -> dict[str, str]:
    """By the id of each report that copies an earlier one: the id of the earliest it copies.

    The earliest published is the original (by day, as a clock time says little across zones), then the smaller id; one
    without a date comes last.
    """
    ordered = sorted(reports, key=_age)
    found: dict[str, str] = {}
    originals: list[ReportHead] = []
    for report in ordered:
        original = next((one for one in originals if likeness(one.fingerprint, report.fingerprint) >= COPY), None)
        if original is None:
            originals.append(report)
        elif original.report_id != report.report_id:
            found[report.report_id] = original.report_id
    return found


def _age(report: ReportHead) -> tuple[dt.date, str, str]:
    published: Moment | None = report.published
    return (dt.date.max if published is None else day_of(published), report.report_id, report.text_hash)
