"""Where an answer goes when it goes into a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from reportedly.desk.endings import WRONG_CALL


def put(out: Path | None, content: bytes) -> None:
    """Writes the whole answer to a file, or to standard output where ``out`` is None; typer.Exit where it cannot be."""
    if out is None:
        sys.stdout.buffer.write(content)
        return
    with writing(out), whole_file(out) as stream:
        stream.write(content)


@contextmanager
def whole_file(out: Path) -> Iterator[BinaryIO]:
    """A file that stands under its name only once it is whole: an input of that name is read before it goes.

    OSError, with the name asked for, where it cannot be written.
    """
    place = out.resolve()
    whole = not place.exists() or place.is_file()
    part = place.with_name(f"{place.name}.part") if whole else place
    try:
        try:
            stream = part.open("wb")
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(out)) from error
        with stream:
            yield stream
        if whole:
            part.replace(place)
    finally:
        if whole:
            part.unlink(missing_ok=True)


@contextmanager
def writing(*files: Path) -> Iterator[None]:
    """Ends the command with a word where one of these files cannot be written."""
    try:
        yield
    except OSError as error:
        named = error.filename or ", ".join(str(file) for file in files)
        typer.echo(f"error: {named} cannot be written: {error.strerror}", err=True)
        raise typer.Exit(WRONG_CALL) from error
