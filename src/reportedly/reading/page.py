"""An HTML page in, its report out: the decoded page, which cleaning will read."""

import re
from collections.abc import Iterator

from reportedly.errors import Refusal
from reportedly.reading.assemble import HTML, report_of
from reportedly.reading.decode import decode
from reportedly.reading.intake import Intake, read_whole
from reportedly.reading.limits import Limits
from reportedly.records.reports import Report

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
"""Browsers look for a page's own charset in the first 1024 bytes; some sites put it later."""


def charset_of(data: bytes) -> str | None:
    """The encoding a page declares in its head; None where it declares none."""
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return match[1].decode("ascii", "ignore") if match else None


def read_page(intake: Intake, limits: Limits) -> Iterator[Report | Refusal]:
    """One report of ``text/html``; what the server said of the encoding outweighs what the page says."""
    data = read_whole(intake, limits, most=limits.page_bytes)
    html = decode(data, declared=intake.charset or charset_of(data), where=intake.where)
    yield report_of(html, media_type=HTML, uri=intake.uri)
