"""What single reports tell, kept between the parts of one run: several of them score the same corpus."""

from functools import lru_cache

from reportedly.pipeline.tell import tell_report
from reportedly.records.incidents import Telling
from reportedly.records.reports import Report

KEPT = 4096
"""Tellings kept: every article of the largest corpus, and the smaller ones beside it."""


@lru_cache(maxsize=KEPT)
def telling_of(report: Report) -> Telling:
    """What ``tell_report`` makes of it, made once."""
    return tell_report(report)
