"""What a reader found of one document in, a report with its id out."""

from reportedly.records.identity import hash_of
from reportedly.records.moments import Moment
from reportedly.records.reports import Report

TEXT, HTML = "text/plain", "text/html"


def is_address(uri: str | None) -> bool:
    """True for an http(s) address."""
    return uri is not None and uri.lower().startswith(("http://", "https://"))


def id_of(own: str | None, *, uri: str | None, content: str) -> str:
    """The input's own id, else a hash of its http(s) address, else of its content."""
    if own is not None:
        return own
    return hash_of(uri) if uri is not None and is_address(uri) else hash_of(content)


def report_of(
    content: str,
    *,
    media_type: str = TEXT,
    own_id: str | None = None,
    uri: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    published: Moment | None = None,
    language: str | None = None,
) -> Report:
    """A report of decoded content; None where the container said nothing."""
    return Report(
        id=id_of(own_id, uri=uri, content=content),
        content=content,
        media_type=media_type,
        uri=uri,
        publisher=publisher,
        title=title,
        published=published,
        language=language,
    )
