"""Merged incidents in, a list of them out for a terminal: columns where there is room for them, else stacked rows."""

from collections.abc import Iterable, Sequence
from typing import IO

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.desk.table import COLUMNS_FROM, plain, what_words
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import count_words, number_words, value_words, when_words
from reportedly.records.merged import Disagreement, Incident

SHORT = 10
"""Characters of an id that are shown: of a million incidents two may share them, and are then asked for with more."""
WHEN_WIDTH, KILLED_WIDTH, TOLD_WIDTH = 17, 11, 12
"""Characters: "30 September 2024" and "at least 24" stand on one line, "12 speakers in 34 reports" on two."""
FIGURES = frozenset({"killed", "injured"})
"""Fields whose rival values are short enough for a list."""


def print_list(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Prints the incidents in their order; where there is none, says so."""
    console = terminal(stream)
    found = list(incidents)
    console.print(list_view(found, width=console.width) if found else Text(wording().phrase("none_found"), "dim"))


def list_view(found: Sequence[Incident], *, width: int) -> RenderableType:
    """The incidents as they fit into so many characters."""
    return _columns(found) if width >= COLUMNS_FROM else _stacked(found)


def _columns(found: Sequence[Incident]) -> RenderableType:
    words = wording()
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1), header_style="dim", show_edge=False, pad_edge=False)
    table.add_column(words.word("column", "id"), width=SHORT, style="dim", no_wrap=True)
    table.add_column(words.word("column", "when"), width=WHEN_WIDTH)
    table.add_column(words.word("column", "what_where"), ratio=5, overflow="fold")
    table.add_column(words.word("column", "killed"), width=KILLED_WIDTH)
    table.add_column(words.word("column", "blamed"), ratio=3, overflow="fold")
    table.add_column(words.word("column", "told_by"), width=TOLD_WIDTH)
    for incident in found:
        table.add_row(
            short_id(incident.id),
            _when(incident),
            Group(what_words(incident), *_below(incident)),
            Text(words.word("column", "no_figure") if incident.killed is None else count_words(incident.killed)),
            _blamed(incident),
            told_words(incident),
            end_section=True,
        )
    return table


def _stacked(found: Sequence[Incident]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 1, 0), expand=True)
    grid.add_column(width=SHORT, style="dim", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for incident in found:
        head = what_words(incident).append(f" · {_when(incident)} · {told_words(incident)}", "dim")
        grid.add_row(short_id(incident.id), Group(head, *_below(incident)))
    return grid


def short_id(id_: str) -> str:
    """As much of an id as a list shows: any unambiguous beginning names an incident."""
    return plain(id_[:SHORT])


def _when(incident: Incident) -> str:
    return wording().phrase("undated") if incident.when is None else plain(when_words(incident.when))


def _below(incident: Incident) -> Iterable[Text]:
    """The summary, and on what reports or speakers differ."""
    yield Text(plain(incident.summary))
    if incident.disagreements:
        yield Text(plain(differ_words(incident.disagreements)), "yellow")


def differ_words(disagreements: Iterable[Disagreement]) -> str:
    """On what they differ, with the rival figures of a toll."""
    words = wording()
    named = []
    for one in disagreements:
        field = words.tables["field"].get(one.field, one.field)
        figures = ", ".join(dict.fromkeys(value_words(rival.value) for rival in one.values))
        named.append(words.phrase("one_figure", field=field, figures=figures) if one.field in FIGURES else field)
    return words.phrase("differ", what="; ".join(named))


def _blamed(incident: Incident) -> RenderableType:
    """Each name with its basis; where nobody is named, the words of responsibility that hold."""
    words = wording()
    named = dict.fromkeys((row.name, words.word("basis", row.basis.value)) for row in incident.perpetrators)
    if not named:
        return Text(", ".join(sorted(word.value for word in incident.responsibility)), "dim")
    return Group(*(Text.assemble(plain(name), (f" ({basis})", "dim")) for name, basis in named))


def told_words(incident: Incident) -> str:
    """How many speakers in how many reports."""
    reports = len({told.report_id for told in incident.reports})
    return wording().phrase(
        "told", speakers=number_words("speaker", incident.sources), reports=number_words("report", reports)
    )
