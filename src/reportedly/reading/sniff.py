"""A name, what a server said and the first bytes in, the kind of input out."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from reportedly.errors import NotText
from reportedly.reading.intake import Intake

HEAD_BYTES = 4096


class Kind(StrEnum):
    """The kinds of input there is a reader for."""

    PLAIN = "plain"
    PAGE = "page"
    JSON = "json"
    LINES = "lines"
    FEED = "feed"
    ARCHIVE = "archive"


EXTENSIONS = {
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.PLAIN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".json": Kind.JSON,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
    ".warc": Kind.ARCHIVE,
    ".wet": Kind.ARCHIVE,
}
"""What a file's extension says, ``.gz`` behind it taken off."""

_MEDIA_TYPES = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "application/json": Kind.JSON,
    "application/x-ndjson": Kind.LINES,
    "application/jsonl": Kind.LINES,
    "application/json-seq": Kind.LINES,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED,
    "application/warc": Kind.ARCHIVE,
}
_SNIFFED_TYPES = {"text/plain", "text/xml", "application/xml", "application/octet-stream", "binary/octet-stream"}
_SNIFFED_TYPES |= {"application/gzip", "application/x-gzip"}

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP file (or an office document)"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"Rar!", "a RAR file"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
    (b"{\\rtf", "a rich text document"),
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<!doctype\s+html|<(?:html|head|body|article|div|p|h1|meta|title|script)[\s>/]", re.IGNORECASE)
_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_ARRAY = re.compile(rb"\s*\[\s*[{\]]")
_UTF8_MARK = b"\xef\xbb\xbf"


def extension_of(name: str) -> str:
    """The extension that tells a file's kind, in lower case: of ``a.jsonl.gz`` it is ``.jsonl``; empty where none."""
    path = PurePosixPath(name.lower())
    return PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def is_known(name: str) -> bool:
    """True for a file name a folder's reader opens: a known extension, none at all, or only ``.gz``."""
    extension = extension_of(name)
    return extension in EXTENSIONS or extension == ""


def _by_content(head: bytes) -> Kind:
    body = head.removeprefix(_UTF8_MARK)
    if body.startswith(b"WARC/"):
        return Kind.ARCHIVE
    if _ARRAY.match(body):
        return Kind.JSON
    if _OBJECT.match(body):
        return _object_or_lines(body)
    if body.lstrip()[:1] == b"<":
        if _FEED.search(body):
            return Kind.FEED
        if _PAGE.search(body):
            return Kind.PAGE
        return Kind.FEED if body.lstrip().startswith(b"<?xml") else Kind.PLAIN
    return Kind.PLAIN


def _object_or_lines(body: bytes) -> Kind:
    """JSON Lines where the first line is closed and another follows; else one object."""
    first, _, rest = body.lstrip().partition(b"\n")
    return Kind.LINES if first.rstrip().endswith(b"}") and rest.strip() else Kind.JSON


def kind_of(intake: Intake, *, name: str, head: bytes) -> Kind:
    """The kind by extension, by what a server said, else by the first bytes; NotText for data known to be no text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise NotText(intake.where, f"{what}; text, HTML, JSON, a feed or a web archive is needed")
    content = _by_content(head)
    if content in (Kind.FEED, Kind.ARCHIVE) and head.lstrip()[:5] != b"<html":
        return content
    extension = EXTENSIONS.get(extension_of(name))
    said = intake.media_type
    if said is not None and said in _MEDIA_TYPES:
        return _MEDIA_TYPES[said]
    if said is not None and said not in _SNIFFED_TYPES and not said.endswith("+xml") and extension is None:
        raise NotText(intake.where, f"the server sent {said}; text, HTML, JSON, a feed or a web archive is needed")
    return extension or content
