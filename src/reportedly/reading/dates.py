"""A publication time as containers write it in, a moment out: ISO 8601, RFC 822, or a bare day."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from reportedly.records.moments import Moment

_NAMED_OFFSET = re.compile(r"\s*(?:Z|UTC|GMT)$", re.IGNORECASE)
_SPACED_OFFSET = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")
_RFC822 = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}")
_STAMP = re.compile(r"\d{14}")
_DAY = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})")


def _iso(text: str) -> dt.datetime | None:
    if ":" not in text and "T" not in text:
        return None
    try:
        return dt.datetime.fromisoformat(_SPACED_OFFSET.sub("", _NAMED_OFFSET.sub("+00:00", text)))
    except ValueError:
        return None


def _day(text: str) -> dt.date | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def _rfc822(text: str) -> dt.datetime | None:
    if not _RFC822.match(text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _stamp(text: str) -> dt.datetime | None:
    if not _STAMP.fullmatch(text):
        return None
    try:
        return dt.datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def parse_published(text: str) -> Moment | None:
    """The moment a container names; None where it is written in no form known.

    Forms: ``2023-12-08`` (also with / and .), ISO 8601 times with or without zone, RFC 822 (``Wed, 18 Oct 2023 10:02:00
    +0300``) and the 14 digits of web archives (UTC). None is "not known": a report is worth reading though its time of
    publication is not, and a guess at 03/04/2023 would move its incidents by a month.
    """
    stripped = " ".join(text.split())
    return _day(stripped) or _rfc822(stripped) or _stamp(stripped) or _iso(stripped)
