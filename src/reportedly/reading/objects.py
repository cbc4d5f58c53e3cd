"""JSON in, one object or many, its reports out: each object's ``text`` with what it says of itself."""

import json
import re
from collections.abc import Iterator

from reportedly.errors import Malformed, NotText, Refusal, TooLarge
from reportedly.reading.assemble import report_of
from reportedly.reading.dates import parse_published
from reportedly.reading.decode import decode, normalise
from reportedly.reading.intake import Intake, read_whole
from reportedly.reading.limits import Limits
from reportedly.records.reports import Report

_SURROGATE = re.compile("[\ud800-\udfff]")


def _optional(record: dict[str, object], key: str, *, where: str) -> str | None:
    """A string or nothing; blank counts as nothing. Malformed for any other value."""
    value = record.get(key)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":
        return str(value)
    if not isinstance(value, str):
        raise Malformed(where, f"{key!r} must be a string, not {type(value).__name__}")
    if _SURROGATE.search(value) or "\x00" in value:
        raise NotText(where, f"{key!r} holds half of a surrogate pair or a NUL, which is no text")
    return value.strip() or None


def _text(record: dict[str, object], where: str) -> str:
    text = record.get("text")
    if text is None:
        raise Malformed(
            where, f"no 'text' in it, only {', '.join(sorted(record)[:8]) or 'nothing'}; a report needs one"
        )
    if not isinstance(text, str):
        raise Malformed(where, f"'text' must be a string, not {type(text).__name__}")
    if not text.strip():
        raise NotText(where, "its 'text' is empty; a report needs at least a sentence")
    if "\x00" in text:
        raise NotText(where, "its 'text' holds a NUL character; text is needed")
    if _SURROGATE.search(text):
        raise NotText(where, "its 'text' holds half of a surrogate pair, which no text can")
    return normalise(text)


def report_of_object(value: object, *, where: str, limits: Limits, uri: str | None = None) -> Report:
    """The report of one JSON object; Malformed, NotText or TooLarge where it cannot be one.

    ``uri`` is the address the object came from, for an object that gives none itself. A ``published`` in no known form
    is not known (see ``parse_published``).
    """
    if not isinstance(value, dict):
        raise Malformed(where, f"an object with 'text' is needed, not {type(value).__name__}")
    record: dict[str, object] = value
    text = _text(record, where)
    if len(text) > limits.document_bytes:
        raise TooLarge(where, f"over {limits.document_bytes:,} characters, the limit of one document")
    url = _optional(record, "url", where=where) or _optional(record, "uri", where=where)
    published = record.get("published")
    return report_of(
        text,
        own_id=_optional(record, "id", where=where),
        uri=url or uri,
        publisher=_optional(record, "publisher", where=where),
        title=_optional(record, "title", where=where),
        published=parse_published(published) if isinstance(published, str) else None,
        language=_optional(record, "language", where=where),
    )


def _parse(text: str, *, where: str) -> object:
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise Malformed(where, "JSON nested too deep; an object with 'text' is needed") from error
    except json.JSONDecodeError as error:
        at = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise Malformed(where, f"broken JSON at {at}: {error.msg}") from error
    except ValueError as error:
        raise Malformed(where, f"broken JSON: {error}") from error
    return value


def read_objects(intake: Intake, limits: Limits) -> Iterator[Report | Refusal]:
    """The reports of one JSON object or an array of them; of JSON Lines where a file holds those after all."""
    text = decode(read_whole(intake, limits), declared=intake.charset, where=intake.where)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and lines[0].lstrip().startswith("{") and lines[0].rstrip().endswith("}"):
        yield from _of_lines(text.split("\n"), intake, limits)
        return
    value = _parse(text.removeprefix("\ufeff"), where=intake.where)
    if not isinstance(value, list):
        yield report_of_object(value, where=intake.where, limits=limits, uri=intake.uri)
        return
    if not value:
        yield NotText(intake.where, "an empty array; objects with 'text' are needed")
    for number, item in enumerate(value, start=1):
        yield _or_refusal(item, where=f"{intake.where}, item {number}", limits=limits)


def _or_refusal(value: object, *, where: str, limits: Limits) -> Report | Refusal:
    try:
        return report_of_object(value, where=where, limits=limits)
    except Refusal as refusal:
        return refusal


def _of_line(line: str, *, where: str, limits: Limits) -> Report | Refusal:
    try:
        return report_of_object(_parse(line, where=where), where=where, limits=limits)
    except Refusal as refusal:
        return refusal


def _of_lines(lines: list[str], intake: Intake, limits: Limits) -> Iterator[Report | Refusal]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _of_line(line, where=f"{intake.where}, line {number}", limits=limits)


def _skip_line(intake: Intake) -> None:
    while (part := intake.stream.readline(1_000_000)) and not part.endswith(b"\n"):
        pass


def read_lines(intake: Intake, limits: Limits) -> Iterator[Report | Refusal]:
    """The reports of JSON Lines, read line by line; a broken line is refused by its number and the rest is read."""
    number = 0
    empty = True
    while raw := intake.stream.readline(limits.document_bytes + 1):
        number += 1
        where = f"{intake.where}, line {number}"
        if len(raw) > limits.document_bytes:
            _skip_line(intake)
            empty = False
            yield TooLarge(where, f"over {limits.document_bytes:,} bytes, the limit of one document")
            continue
        if not raw.strip():
            continue
        empty = False
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            yield NotText(where, f"not UTF-8 (byte {error.start:,} of the line), which JSON must be")
            continue
        yield _of_line(text, where=where, limits=limits)
    if empty:
        yield NotText(intake.where, "empty; lines of JSON with 'text' are needed")
