"""A stream in, a console that prints reports' words onto it as they are out; colour only for a terminal."""

from typing import IO, NoReturn

from rich.console import Console


class Terminal(Console):
    """A console that leaves it to the command to end when the reader has gone; rich would exit with status 1."""

    def on_broken_pipe(self) -> NoReturn:
        """Raises what was caught."""
        raise BrokenPipeError


def terminal(stream: IO[str]) -> Terminal:
    """A console without markup, emoji or highlighting: a report's square brackets are its own."""
    return Terminal(file=stream, highlight=False, emoji=False, markup=False)
