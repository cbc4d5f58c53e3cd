"""The formats a ledger is exported in: a name in, what writes it out. A new format is one module and one line here."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import BinaryIO, TypeAlias

from reportedly.exporting.geojson import write_geojson
from reportedly.exporting.lines import write_lines
from reportedly.exporting.parquet import write_parquet
from reportedly.exporting.spreadsheet import write_csv
from reportedly.records.merged import Incident

Exporter: TypeAlias = Callable[[Iterable[Incident], BinaryIO], None]
"""Writes incidents to a stream, one at a time or a bounded number; equal incidents give equal bytes."""


class ExportFormat(StrEnum):
    """The name of a format."""

    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"
    PARQUET = "parquet"


EXPORTERS: Mapping[ExportFormat, Exporter] = {
    ExportFormat.JSONL: write_lines,
    ExportFormat.CSV: write_csv,
    ExportFormat.GEOJSON: write_geojson,
    ExportFormat.PARQUET: write_parquet,
}
"""What writes each format."""
