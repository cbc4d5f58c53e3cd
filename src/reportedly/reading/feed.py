"""An RSS or Atom feed in, a report for each entry out: its HTML with title, time, link and the feed's name."""

import calendar
import datetime as dt
import html
import io
import re
from collections.abc import Iterator, Mapping
from xml.sax import SAXException

import feedparser

from reportedly.errors import Malformed, NotText, Refusal, TooLarge
from reportedly.reading.assemble import HTML, TEXT, is_address, report_of
from reportedly.reading.dates import parse_published
from reportedly.reading.decode import decode
from reportedly.reading.intake import Intake, read_whole
from reportedly.reading.limits import Limits
from reportedly.records.moments import Moment
from reportedly.records.reports import Report

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!(?:ENTITY|DOCTYPE[^>\[]*\[)", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_ENTRY = re.compile(r"<(?:item|entry)[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_CLEAR = {"text/plain"}
_DEPTH = 200
_OPENING = re.compile(r"<(/?)([A-Za-z][\w:.-]*)[^<>]*?(/?)>")


def _string(mapping: Mapping[str, object], key: str) -> str | None:
    value = mapping.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _unmarked(text: str | None) -> str | None:
    """A title without tags and entities, on one line."""
    return " ".join(html.unescape(_TAGS.sub(" ", text)).split()) or None if text else None


def _moment(entry: Mapping[str, object]) -> Moment | None:
    """The entry's time of publication with its zone; the time of its last change where it gives no other."""
    for key in ("published", "updated"):
        said = _string(entry, key)
        moment = parse_published(said) if said else None
        if moment is not None:
            return moment
        parsed = entry.get(f"{key}_parsed")
        if isinstance(parsed, tuple):
            try:
                return dt.datetime.fromtimestamp(calendar.timegm(parsed), tz=dt.UTC)
            except (ValueError, TypeError, OverflowError):
                continue
    return None


def _content(entry: Mapping[str, object]) -> tuple[str, str] | None:
    """The fullest text of an entry with its media type; None where it has none."""
    contents = entry.get("content")
    found = [
        (value, _string(part, "type") or HTML)
        for part in (contents if isinstance(contents, list) else [])
        if isinstance(part, Mapping) and (value := _string(part, "value"))
    ]
    detail = entry.get("summary_detail")
    if (summary := _string(entry, "summary")) is not None:
        said = _string(detail, "type") if isinstance(detail, Mapping) else None
        found.append((summary, said or HTML))
    if not found:
        return None
    value, media_type = max(found, key=lambda item: len(item[0]))
    return value, TEXT if media_type in _CLEAR and not _TAGS.search(value) else HTML


def _report(
    entry: Mapping[str, object], *, where: str, publisher: str | None, language: str | None
) -> Report | Refusal:
    content = _content(entry)
    title = _unmarked(_string(entry, "title"))
    if content is None and title is None:
        return NotText(where, "an entry without title and text")
    value, media_type = content if content is not None else (title or "", TEXT)
    if "\x00" in value:
        return NotText(where, "a NUL character; text is needed")
    link = _string(entry, "link")
    detail = entry.get("source")
    original = _string(detail, "title") if isinstance(detail, Mapping) else None
    return report_of(
        value.replace("\r\n", "\n").replace("\r", "\n"),
        media_type=media_type,
        uri=link if is_address(link) else None,
        publisher=_unmarked(original) or publisher,
        title=title,
        published=_moment(entry),
        language=_string(entry, "language") or language,
    )


def _checked(intake: Intake, limits: Limits) -> str:
    """The feed's XML without its declaration; Malformed for pages, entity declarations and too deep nesting."""
    data = read_whole(intake, limits, most=limits.page_bytes)
    declared = _DECLARED.search(data[:400])
    text = decode(data, declared=declared[1].decode("ascii") if declared else intake.charset, where=intake.where)
    text = _DECLARATION.sub("", text.removeprefix("\ufeff"), count=1)
    if not _FEED.search(text):
        what = "an HTML page" if _PAGE.search(text) else "XML" if text.lstrip().startswith("<") else "text"
        raise Malformed(intake.where, f"{what}, not a feed; RSS or Atom is needed")
    if _ENTITY.search(text):
        raise Malformed(intake.where, "declares XML entities, which are not read; a feed needs none")
    if len(_ENTRY.findall(text)) > limits.feed_entries:
        raise TooLarge(intake.where, f"over {limits.feed_entries:,} entries, the limit of one feed")
    _check_depth(text, intake.where)
    return text


def _check_depth(text: str, where: str) -> None:
    depth = 0
    for match in _OPENING.finditer(text):
        depth += 0 if match[3] else -1 if match[1] else 1
        if depth > _DEPTH:
            raise Malformed(where, f"elements nested more than {_DEPTH} deep; no feed is")


def read_feed(intake: Intake, limits: Limits) -> Iterator[Report | Refusal]:
    """A report for each entry, in the feed's order; what a damaged feed still tells is read and the damage refused.

    No entity is expanded and nothing is fetched. An entry's id is the hash of its link: the ids feeds give (``guid``)
    are unique only inside one feed.
    """
    text = _checked(intake, limits)
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, AssertionError) as error:
        raise Malformed(intake.where, f"no feed that can be read: {error}") from error
    feed = parsed.get("feed", {})
    publisher, language = _unmarked(_string(feed, "title")), _string(feed, "language")
    entries = parsed.get("entries", [])
    for number, entry in enumerate(entries, start=1):
        yield _report(entry, where=f"{intake.where}, entry {number}", publisher=publisher, language=language)
    problem = parsed.get("bozo_exception")
    if isinstance(problem, SAXException):
        yield Malformed(
            intake.where, f"not well-formed: {problem}; {len(entries)} entries were read before or around it"
        )
    elif not entries:
        yield NotText(intake.where, "a feed without entries")
