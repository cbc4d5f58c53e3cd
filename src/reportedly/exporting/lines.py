"""Merged incidents in, JSON Lines out: one incident a line, as the contract gives it."""

from collections.abc import Iterable
from typing import BinaryIO

from reportedly.exporting.merged import line
from reportedly.records.merged import Incident


def write_lines(incidents: Iterable[Incident], stream: BinaryIO) -> None:
    """Writes one line for each incident in UTF-8, one at a time."""
    stream.writelines(line(incident).encode() + b"\n" for incident in incidents)
