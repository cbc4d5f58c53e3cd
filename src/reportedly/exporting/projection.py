"""Incidents in, another codebook's table out beside a second file: the rule behind each value, and who has no row.

What a codebook is given by is a function from one incident to its rows; the rest is the same for all of them.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from reportedly.codebook.crosswalks import Crosswalk, crosswalk
from reportedly.exporting.columns import Cell
from reportedly.exporting.spreadsheet import harmless
from reportedly.records.merged import Incident


@dataclass(frozen=True, slots=True)
class Ruled:
    """A value and the id of the rule that gave it."""

    value: Cell
    rule: str


Row: TypeAlias = Mapping[str, Ruled]
"""One row: its columns in their order."""


@dataclass(frozen=True, slots=True)
class Projected:
    """What an incident is elsewhere: its rows, or the id of the rule that leaves it out."""

    rows: tuple[Row, ...] = ()
    left_out: str | None = None


Project: TypeAlias = Callable[[Incident], Projected]


@dataclass(frozen=True, slots=True, eq=False)
class Exported:
    """What came of an export: incidents with rows, rows, and how many incidents each reason left out, in words."""

    incidents: int
    rows: int
    left_out: Mapping[str, int]


CodebookExporter: TypeAlias = Callable[[Iterable[Incident], BinaryIO, BinaryIO], Exported]
"""Writes rows to the first stream and their rules to the second, one incident at a time; equal input, equal bytes."""


def table_exporter(name: str, columns: Sequence[str], project: Project) -> CodebookExporter:
    """An exporter by the crosswalk of that name: these columns, quoted after RFC 4180, harmless in a spreadsheet."""

    def write(incidents: Iterable[Incident], stream: BinaryIO, rules: BinaryIO) -> Exported:
        text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
        try:
            sheet = csv.writer(text)
            sheet.writerow(columns)
            tally = Tally(crosswalk(name))
            for row in ruled_rows(incidents, rules, tally=tally, project=project):
                sheet.writerow(harmless(row[column].value) for column in columns)
            return tally.exported()
        finally:
            text.detach()

    return write


class Tally:
    """Counts what an export wrote and left out; it grows with the number of reasons and not with the incidents."""

    def __init__(self, book: Crosswalk) -> None:
        self.book = book
        self.incidents = 0
        self.rows = 0
        self.left_out: Counter[str] = Counter()

    def exported(self) -> Exported:
        """The counts as a value, reasons in words."""
        why = {self.book.why_not(rule): number for rule, number in sorted(self.left_out.items())}
        return Exported(self.incidents, self.rows, why)


def ruled_rows(incidents: Iterable[Incident], rules: BinaryIO, *, tally: Tally, project: Project) -> Iterator[Row]:
    """Every row of every incident; beside each, its line of rules is written."""
    write_rules(rules, *rule_lines(tally.book))
    for incident in incidents:
        projected = project(incident)
        if projected.left_out is not None:
            tally.left_out[projected.left_out] += 1
            write_rules(rules, left_out_line(incident, projected.left_out, tally.book))
            continue
        tally.incidents += 1
        for number, row in enumerate(projected.rows, start=1):
            tally.rows += 1
            write_rules(rules, row_line(incident, number, row))
            yield row


def rule_lines(book: Crosswalk) -> Iterator[Mapping[str, object]]:
    """What opens the second file: the publisher with what was read of it, then each rule."""
    yield {"codebook": book.name, "publisher": book.publisher, "read": book.read}
    for rule in book.rules.values():
        yield {"rule": rule.id, "definition": rule.definition, "source": rule.source}


def row_line(incident: Incident, number: int, row: Row) -> Mapping[str, object]:
    """Which rule gave each value of an incident's row."""
    return {"incident_id": incident.id, "row": number, "rules": {name: ruled.rule for name, ruled in row.items()}}


def left_out_line(incident: Incident, rule: str, book: Crosswalk) -> Mapping[str, object]:
    """Why an incident has no row."""
    return {"incident_id": incident.id, "left_out": rule, "why": book.why_not(rule)}


def write_rules(stream: BinaryIO, *lines: Mapping[str, object]) -> None:
    """Writes lines of the second file, each an object of JSON."""
    for line in lines:
        written = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        stream.write(written.encode("utf-8", "backslashreplace") + b"\n")
