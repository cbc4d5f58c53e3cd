"""Tellings and refusals in, an answer in one of three formats out, refusals named on standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from traceback import format_exception
from typing import IO, TextIO

from reportedly.desk.outputs import whole_file
from reportedly.desk.progress import Watch
from reportedly.errors import Refusal
from reportedly.exporting.contract import line
from reportedly.records.incidents import Telling


class Format(StrEnum):
    """How the answer is written: for eyes in a terminal, for programs, for a browser."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


SUFFIXES = {
    ".jsonl": Format.JSONL,
    ".json": Format.JSONL,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".txt": Format.TABLE,
}
"""What the name of an output file says about its format."""


@dataclass(slots=True)
class Outcome:
    """How many reports were told and how many refused, counted while they pass."""

    told: int = 0
    refused: int = 0


def format_for(wanted: Format | None, *, out: Path | None, terminal: bool) -> Format:
    """The wanted format, else what the output file's name says, else a table for a terminal, JSON Lines for a pipe."""
    if wanted is not None:
        return wanted
    if out is not None and out.suffix.lower() in SUFFIXES:
        return SUFFIXES[out.suffix.lower()]
    return Format.TABLE if terminal and out is None else Format.JSONL


def answer(found: Iterable[Telling | Refusal], *, form: Format, out: Path | None, debug: bool) -> Outcome:
    """Writes what ``found`` tells to ``out`` (None: standard output), each refusal to standard error.

    OSError where ``out`` cannot be written; BrokenPipeError where the reader of standard output has gone.
    """
    outcome = Outcome()
    shared = form is Format.TABLE and out is None and sys.stdout.isatty()
    with Watch() as watch:
        tellings = _tellings(found, outcome, watch=watch, pause=watch.pause if shared else nullcontext, debug=debug)
        if out is None:
            _speak_utf8(sys.stdout)
            WRITERS[form](tellings, sys.stdout)
            sys.stdout.flush()
        else:
            with whole_file(out) as raw, TextIOWrapper(raw, "utf-8", "backslashreplace", newline="\n") as stream:
                WRITERS[form](tellings, stream)
    return outcome


def _tellings(
    found: Iterable[Telling | Refusal],
    outcome: Outcome,
    *,
    watch: Watch,
    pause: Callable[[], AbstractContextManager[None]],
    debug: bool,
) -> Iterator[Telling]:
    """The tellings of ``found``, each within ``pause``; refusals are counted and named on the way."""
    for item in found:
        if isinstance(item, Refusal):
            outcome.refused += 1
            with watch.pause():
                print_refusal(item, debug=debug)
        else:
            outcome.told += 1
            with pause():
                yield item
        watch.show(outcome.told, outcome.refused)


def print_refusal(refusal: Refusal, *, debug: bool) -> None:
    """One line on standard error; with ``debug`` also the cause of an unexpected failure."""
    sys.stderr.write(f"refused: {refusal}\n")
    if debug and refusal.__cause__ is not None:
        sys.stderr.writelines(format_exception(refusal.__cause__))


def _speak_utf8(stream: TextIO) -> None:
    """JSON Lines are UTF-8 whatever the locale; a letter the stream cannot write is escaped, never a crash."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _write_lines(tellings: Iterable[Telling], stream: IO[str]) -> None:
    for telling in tellings:
        stream.write(line(telling) + "\n")


def _write_table(tellings: Iterable[Telling], stream: IO[str]) -> None:
    from reportedly.desk.table import print_table  # noqa: PLC0415 - JSON Lines need no rich

    print_table(tellings, stream)


def _write_page(tellings: Iterable[Telling], stream: IO[str]) -> None:
    from reportedly.desk.page import page  # noqa: PLC0415 - JSON Lines need no jinja2

    stream.write(page(list(tellings)))


WRITERS: dict[Format, Callable[[Iterable[Telling], IO[str]], None]] = {
    Format.TABLE: _write_table,
    Format.JSONL: _write_lines,
    Format.HTML: _write_page,
}
