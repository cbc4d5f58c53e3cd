"""How a command ends: the exit statuses, and quiet ends for Ctrl-C and for a reader that goes away."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

REFUSED = 1
WRONG_CALL = 2
STOPPED = 130
PIPE_CLOSED = 141


@contextmanager
def stopping_quietly() -> Iterator[None]:
    """Ends on Ctrl-C with a word and not with a traceback."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)
        raise typer.Exit(STOPPED) from None


@contextmanager
def printing() -> Iterator[None]:
    """For whatever prints an answer: ends quietly on Ctrl-C, and where the reader of standard output has gone."""
    try:
        with stopping_quietly():
            yield
            sys.stdout.flush()
    except BrokenPipeError:
        leave_quietly()


def leave_quietly() -> NoReturn:
    """Ends as other programs do whose reader has gone (``| head``): no message, and nothing left to flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(PIPE_CLOSED)
