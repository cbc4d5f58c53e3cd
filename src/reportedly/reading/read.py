"""PATHs in (files, folders, globs, ``-``, addresses), reports as received and refusals out, in input order."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import NotFound, NotText, Refusal
from reportedly.reading.archive import read_archive
from reportedly.reading.assemble import is_address
from reportedly.reading.feed import read_feed
from reportedly.reading.intake import Intake
from reportedly.reading.limits import DEFAULT, Limits
from reportedly.reading.objects import read_lines, read_objects
from reportedly.reading.page import read_page
from reportedly.reading.paths import files_of
from reportedly.reading.plain import read_plain
from reportedly.reading.repeats import Repeats
from reportedly.reading.sniff import HEAD_BYTES, Kind, kind_of
from reportedly.reading.unzip import MAGIC, unzipped
from reportedly.records.moments import Moment
from reportedly.records.reports import Report

Reader = Callable[[Intake, Limits], Iterator[Report | Refusal]]

READERS: dict[Kind, Reader] = {
    Kind.PLAIN: read_plain,
    Kind.PAGE: read_page,
    Kind.JSON: read_objects,
    Kind.LINES: read_lines,
    Kind.FEED: read_feed,
    Kind.ARCHIVE: read_archive,
}
"""The room's table: the reader of each kind of input."""

STANDARD_INPUT = "-"


def read_intake(intake: Intake, limits: Limits = DEFAULT, *, name: str = "") -> Iterator[Report | Refusal]:
    """The reports of one open input, whatever its kind; ``name`` is the file's, for its extension.

    Whatever a reader refuses is yielded, in its place; nothing is raised for what is in the input.
    """
    try:
        head, stream = _peek(intake.stream)
        if head.startswith(MAGIC):
            head, stream = _peek(unzipped(stream, where=intake.where, limits=limits))
        if not head:
            raise NotText(intake.where, "empty; a report needs at least a sentence")
        kind = kind_of(intake, name=name, head=head)
        for found in READERS[kind](replace(intake, stream=stream), limits):
            yield replace(found, origin=intake.where) if isinstance(found, Report) else found
    except Refusal as refusal:
        yield refusal
    except OSError as error:
        yield NotFound(intake.where, f"cannot be read: {error.strerror or error}")


class _Joined(io.RawIOBase):
    """What was looked at already, and the rest of the stream behind it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            part = self._rest.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def _peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream from its beginning."""
    head = b""
    problem: Refusal | None = None
    while len(head) < HEAD_BYTES:
        try:
            part = stream.read(HEAD_BYTES - len(head))
        except Refusal as refusal:
            problem = refusal
            break
        if not part:
            break
        head += part
    if problem is not None and not head:
        raise problem
    return head, io.BufferedReader(_Joined(head, stream), 65_536)


def _of_file(path: Path, limits: Limits) -> Iterator[Report | Refusal]:
    try:
        stream = path.open("rb")
    except OSError as error:
        yield NotFound(str(path), f"cannot be opened: {error.strerror}")
        return
    with closing(stream):
        yield from read_intake(Intake(where=str(path), stream=stream), limits, name=path.name)


def _of_address(address: str, limits: Limits) -> Iterator[Report | Refusal]:
    from reportedly.reading.fetch import fetch  # noqa: PLC0415 - httpx is needed for addresses alone

    try:
        intake = fetch(address, limits)
    except Refusal as refusal:
        yield refusal
        return
    yield from read_intake(intake, limits, name=address.split("?", 1)[0].split("#", 1)[0])


def _of_path(path: str, stdin: BinaryIO | None, limits: Limits) -> Iterator[Report | Refusal]:
    if path == STANDARD_INPUT:
        if stdin is None:
            yield NotFound("standard input", "nothing was passed in")
        else:
            yield from read_intake(Intake(where="standard input", stream=stdin), limits)
    elif is_address(path):
        yield from _of_address(path, limits)
    else:
        for found in files_of(path):
            if isinstance(found, Refusal):
                yield found
            else:
                yield from _of_file(found, limits)


def read(
    paths: Sequence[str],
    *,
    published: Moment | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits = DEFAULT,
) -> Iterator[Report | Refusal]:
    """The reports of all paths in order; what cannot be read is yielded as a Refusal in its place, and the run goes on.

    ``published`` and ``publisher`` stand in where an input has none. A report that repeats one of this run (same id,
    same text) is left out; a new version of one is kept; a clash of ids is refused.
    """
    repeats = Repeats()
    for path in paths:
        for found in _of_path(path, stdin, limits):
            if isinstance(found, Refusal):
                yield found
                continue
            judged = repeats.judge(found)
            if isinstance(judged, Report):
                yield _completed(judged, published=published, publisher=publisher)
            elif judged is not None:
                yield judged


def _completed(report: Report, *, published: Moment | None, publisher: str | None) -> Report:
    if (report.published or published) is report.published and (report.publisher or publisher) is report.publisher:
        return report
    return replace(report, published=report.published or published, publisher=report.publisher or publisher)
