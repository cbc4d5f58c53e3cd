"""Codebook entries in, a table of vocabularies or the entries themselves out, for a terminal."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import IO

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.codebook.entries import Entry
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording


def print_vocabularies(entries: Iterable[Entry], stream: IO[str]) -> None:
    """Every vocabulary with its codes, a code under its parent shown behind it."""
    console = terminal(stream)
    table = Table.grid(padding=(0, 2, 1, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for vocabulary, group in groupby(entries, key=lambda entry: entry.vocabulary):
        table.add_row(vocabulary, Text(", ".join(entry.code for entry in group)))
    console.print(table)
    console.print(Text(wording().phrase("look_up"), "dim"))


def print_entries(entries: Sequence[Entry], stream: IO[str]) -> None:
    """Each entry with what it means, what it holds for and what only looks like it."""
    console = terminal(stream)
    for entry in entries:
        console.print(Text.assemble((entry.code, "bold"), (f"  {_place(entry)}", "dim")))
        console.print(Padding(Text(entry.definition), (0, 0, 0, 2)))
        for key in ("example", "look_alike", "source"):
            label = (f"{wording().word('entry', key)} ", "dim")
            console.print(Padding(Text.assemble(label, str(getattr(entry, key))), (0, 0, 0, 2)))
        console.print()


def _place(entry: Entry) -> str:
    """Where a code stands: its vocabulary, and the code above it."""
    if entry.parent is None:
        return entry.vocabulary
    return wording().phrase("under", vocabulary=entry.vocabulary, parent=entry.parent)
