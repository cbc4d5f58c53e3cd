"""A Content-Type header in, its media type and its charset out."""

import re

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def media_type_in(header: str | None) -> str | None:
    """``text/html`` out of ``Text/HTML; charset=utf-8``; None where the header says nothing."""
    return header.split(";", 1)[0].strip().lower() or None if header else None


def charset_in(header: str | None) -> str | None:
    """``utf-8`` out of ``text/html; charset="utf-8"``; None where the header says nothing."""
    match = _CHARSET.search(header) if header else None
    return match[1] if match else None
