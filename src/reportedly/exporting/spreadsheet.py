"""Merged incidents in, comma-separated values out: one row an incident, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from reportedly.exporting.columns import COLUMNS, Cell, cells
from reportedly.records.merged import Incident

_ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text opens that a spreadsheet may take for a formula (OWASP, "CSV Injection"), full-width signs among them."""
_QUOTE = "'"
"""What makes such a text plain: spreadsheets show the text after it, programs take it off."""


def write_csv(incidents: Iterable[Incident], stream: BinaryIO) -> None:
    """Writes a header and a row for each incident in UTF-8, one at a time; quoting and line ends after RFC 4180."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
    try:
        rows = csv.writer(text)
        rows.writerow(column.name for column in COLUMNS)
        for incident in incidents:
            rows.writerow(harmless(cell) for cell in cells(incident).values())
    finally:
        text.detach()


def harmless(cell: Cell) -> Cell:
    """The cell as it may stand in a sheet: a text that could act as a formula opens with an apostrophe.

    Numbers stay numbers, negative ones too.
    """
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_ACTS):
        return _QUOTE + cell
    return cell
