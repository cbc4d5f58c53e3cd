"""A web archive (WARC) in, a report for each page in it out."""

from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from reportedly.errors import Malformed, NotText, Refusal, TooLarge
from reportedly.reading.assemble import HTML, TEXT, report_of
from reportedly.reading.decode import decode
from reportedly.reading.intake import Intake
from reportedly.reading.limits import Limits
from reportedly.reading.media import charset_in, media_type_in
from reportedly.reading.page import charset_of
from reportedly.records.reports import Report

_PAGES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
_FOUND = "200"


def _is_page(record: ArcWarcRecord) -> bool:
    """True for a page that was served, a page kept without its headers, and a text taken from a page."""
    if record.rec_type == "response":
        headers = record.http_headers
        return headers is not None and headers.get_statuscode() == _FOUND and _media_type(record) in _PAGES
    return record.rec_type in ("resource", "conversion") and _media_type(record) in _PAGES


def _content_type(record: ArcWarcRecord) -> str | None:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    said: str | None = headers.get_header("Content-Type") if headers is not None else None
    return said


def _media_type(record: ArcWarcRecord) -> str | None:
    return media_type_in(_content_type(record))


def _report(record: ArcWarcRecord, *, where: str, limits: Limits) -> Report:
    data: bytes = record.content_stream().read(limits.page_bytes + 1)
    if len(data) > limits.page_bytes:
        raise TooLarge(where, f"over {limits.page_bytes:,} bytes, the limit of one page")
    if not data.strip():
        raise NotText(where, "an empty page")
    media_type = _PAGES[_media_type(record) or ""]
    declared = charset_in(_content_type(record)) or (charset_of(data) if media_type == HTML else None)
    content = decode(data, declared=declared, where=where)
    uri: str | None = record.rec_headers.get_header("WARC-Target-URI")
    return report_of(content, media_type=media_type, uri=uri.strip("<> ") if uri else None)


def _or_refusal(record: ArcWarcRecord, *, where: str, limits: Limits) -> Report | Refusal:
    try:
        return _report(record, where=where, limits=limits)
    except Refusal as refusal:
        return refusal
    except Exception as error:  # noqa: BLE001 - warcio's decoders let zlib's, struct's and its own errors through
        return Malformed(where, f"a record that cannot be read: {type(error).__name__}: {error}")


def read_archive(intake: Intake, limits: Limits) -> Iterator[Report | Refusal]:
    """A report for each page of a WARC (or text of a WET) file, record by record.

    Requests, pictures, redirects and error pages are no reports and are passed over. The time of the crawl is not the
    time of publication and is not used.
    """
    pages = number = 0
    last: Report | Refusal | None = None
    try:
        for record in ArchiveIterator(intake.stream, no_record_parse=False, arc2warc=False):
            number += 1
            if not _is_page(record):
                continue
            pages += 1
            uri = record.rec_headers.get_header("WARC-Target-URI")
            last = _or_refusal(record, where=f"{intake.where}, record {number} ({uri})", limits=limits)
            yield last
    except Refusal as refusal:
        if refusal is not last:
            yield refusal
        return
    except (ArchiveLoadFailed, ValueError, KeyError, AttributeError, TypeError, IndexError, EOFError, OSError) as error:
        yield Malformed(intake.where, f"no web archive after record {number}: {error}")
        return
    if not pages:
        yield NotText(intake.where, f"a web archive of {number} records without an HTML page")
