"""A tally or a timeline in, a table of it out for a terminal."""

import datetime as dt
from collections.abc import Sequence
from typing import IO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reportedly.desk.listing import short_id
from reportedly.desk.table import STAGE_STYLE, plain
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import count_words, moment_words, number_words
from reportedly.records.answers import Entry, Tally, TallyKey, TallyRow
from reportedly.records.vocabulary import Stage

FULL, PARTIAL_BAR = "█", 20
"""A bar's letter, and the letters of the longest."""


def row_words(by: TallyKey, row: TallyRow) -> str:
    """What a row is, for a person."""
    words = wording()
    if row.value is None:
        return words.word("tally_none", by.value)
    if by in (TallyKey.TYPE, TallyKey.STAGE):
        return words.word(by.value, row.value)
    if by in (TallyKey.ACTOR, TallyKey.PLACE):
        return plain(row.name or row.value)
    return _stretch_words(by, row.value)


def print_tally(tally: Tally, stream: IO[str]) -> None:
    """Prints one row a value, with its incidents by stage and the reports behind them."""
    words, console = wording(), terminal(stream)
    if not tally.rows:
        console.print(Text(words.phrase("none_found"), "dim"))
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), header_style="dim", show_edge=False, pad_edge=False)
    table.add_column(words.word("tally_key", tally.by.value), overflow="fold")
    for column in ("incidents", "reports"):
        table.add_column(words.word("column", column), justify="right")
    table.add_column(words.word("column", "killed"))
    table.add_column("", no_wrap=True)
    most = max(row.incidents for row in tally.rows)
    for row in tally.rows:
        killed = words.word("column", "no_figure") if row.killed is None else count_words(row.killed)
        cells = (f"{row.incidents:,}", f"{row.reports:,}", killed)
        table.add_row(row_words(tally.by, row), *cells, _bar(row, most))
    console.print(table)
    console.print(Text(_whole(tally), "dim"))


def print_timeline(entries: Sequence[Entry], stream: IO[str]) -> None:
    """Prints the incidents under their days, in the order of time."""
    words, console = wording(), terminal(stream)
    if not entries:
        console.print(Text(words.phrase("none_found"), "dim"))
        return
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    before = None
    for entry in entries:
        day = _day_words(entry)
        sign = words.word("stage_sign", entry.stage.value)
        said = Text(f"{sign} ", STAGE_STYLE[entry.stage.value]).append(plain(entry.summary), "default")
        said.append(f" ({number_words('report', entry.reports)})", "dim")
        grid.add_row(Text("" if day == before else day, "bold"), short_id(entry.incident_id), said)
        before = day
    console.print(grid)


def _day_words(entry: Entry) -> str:
    words, days = wording(), entry.days
    if days is None:
        return words.phrase("undated")
    first, last = days
    return moment_words(first) if first == last else words.phrase("to_day", first=first, last=last)


def _bar(row: TallyRow, most: int) -> Text:
    """A bar in the colours of the stages; every incident that is there shows, so that short bars may be too long."""
    text = Text()
    for stage in Stage:
        number = row.stages.get(stage, 0)
        if number:
            text.append(FULL * max(1, round(PARTIAL_BAR * number / most)), STAGE_STYLE[stage.value])
    return text


def _whole(tally: Tally) -> str:
    incidents, reports = number_words("incident", tally.incidents), number_words("report", tally.reports)
    return wording().phrase("tally_whole", incidents=incidents, reports=reports)


def _stretch_words(by: TallyKey, value: str) -> str:
    words = wording()
    if by is TallyKey.YEAR:
        return value
    if by is TallyKey.MONTH:
        return words.phrase("month", month=words.months[int(value[5:]) - 1], year=value[:4])
    day = moment_words(dt.date.fromisoformat(value))
    return words.phrase("week_of", day=day) if by is TallyKey.WEEK else day
