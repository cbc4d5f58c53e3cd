"""Tellings in, a table of their incidents out: rows where there is room for columns, else stacked cards."""

import re
from collections.abc import Iterable
from typing import IO

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reportedly.desk.cards import Card, Line, Voice, cards_of, own_lines
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import chain_words
from reportedly.records.incidents import IncidentFields, Telling
from reportedly.records.moments import iso

COLUMNS_FROM = 110
"""Characters from which five columns read better than a stacked card (looked at with the samples, 80 to 140)."""
WIDE_FROM = 150
"""Characters from which there is room for how a date was reached."""
LABEL_WIDTH = 11
STAGE_STYLE = {
    "threatened": "bold magenta",
    "planned": "bold blue",
    "attempted": "bold yellow",
    "thwarted": "bold green",
    "accomplished": "bold red",
}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""What may move a terminal's cursor, colour or reading order: a report must not."""


def print_table(tellings: Iterable[Telling], stream: IO[str]) -> None:
    """Prints each report as it comes, and a line of totals after more than one; colour only for a terminal."""
    console = terminal(stream)
    reports = incidents = 0
    for telling in tellings:
        console.print(report_view(telling, width=console.width))
        reports += 1
        incidents += len(telling.incidents)
    if reports > 1:
        console.print(Text(wording().phrase("totals", reports=reports, incidents=incidents), "dim"))


def report_view(telling: Telling, *, width: int) -> RenderableType:
    """One report: a heading, its incidents, what it tells beside them."""
    cards = cards_of(telling)
    parts: list[RenderableType] = [_heading(telling)]
    if cards:
        parts.append(
            _columns(cards, wide=width >= WIDE_FROM)
            if width >= COLUMNS_FROM
            else Group(*(_stacked(card) for card in cards))
        )
    else:
        parts.append(Padding(Text(wording().phrase("no_incident"), "bold"), (0, 0, 0, 2)))
    own = own_lines(telling)
    if own or not cards:
        parts.append(_beside(own))
    return Group(*parts, Text(""))


def plain(words: str) -> str:
    """Words that cannot act on a terminal: control and direction characters become a space."""
    return _CONTROL.sub(" ", words)


def _heading(telling: Telling) -> RenderableType:
    report = telling.report
    title = plain(report.title or report.text[:80].split("\n")[0])
    published = iso(report.published) if report.published else wording().phrase("undated")
    origin = " · ".join(plain(part) for part in (report.publisher, published, report.uri or report.report_id) if part)
    return Group(Rule(Text(title, "bold"), align="left", style="dim"), Text(f"  {origin}", "dim"))


def what_words(incident: IncidentFields) -> Text:
    """Stage and type: a sign and a word, so that nothing hangs on the colour; a threat threatened is a threat once."""
    words = wording()
    stage, kind = words.word("stage", incident.stage.value), words.word("type", incident.type.value)
    text = Text(f"{words.word('stage_sign', incident.stage.value)} {stage}", STAGE_STYLE[incident.stage.value])
    return text if kind in stage else text.append(f" {kind}", "bold")


def _what(card: Card) -> Text:
    """Stage and type, and where it stands beside what the report exists to tell."""
    text = what_words(card.incident)
    if not card.incident.main:
        text.append(f"  {wording().phrase('background')}", "italic")
    return text


def _speakers(voices: Iterable[Voice], *, sign: str = "") -> Text:
    """Every chain once, without the publisher that the heading names; ``sign`` stands before them."""
    chains = dict.fromkeys(plain(chain_words(voice.inner)) for voice in voices)
    return Text(sign + "; ".join(chains), "cyan")


def _value(line: Line, *, said: bool = False, derived: bool = False) -> Text:
    """A value and its note; ``derived`` adds how it was reached, ``said`` by whose word it stands."""
    text = Text(plain(line.value))
    extra = (line.note, line.derivation if derived else "")
    if any(extra):
        text.append(f" ({'; '.join(plain(words) for words in extra if words)})", "dim")
    if said and line.voices:
        text.append(f" {wording().phrase('said_by')} ").append(_speakers(line.voices))
    return text


def _stacked(card: Card) -> RenderableType:
    grid = _grid()
    for line in card.lines:
        grid.add_row(line.label, _value(line, said=line.field == "perpetrators", derived=True))
    for line in _beyond_perpetrators(card):
        grid.add_row(wording().word("field", "perpetrators"), _held(line))
    grid.add_row(wording().word("field", "says"), _speakers(card.speakers))
    head = Text.assemble("  ", _what(card))
    summary = Padding(Text(plain(card.incident.summary), "bold" if card.incident.main else ""), (0, 0, 0, 4))
    return Padding(Group(head, summary, grid), (1, 0, 0, 0), style="" if card.incident.main else "dim")


def _grid() -> Table:
    """Labels on the right of a narrow column, values beside them."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=LABEL_WIDTH, style="dim", justify="right", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _columns(cards: Iterable[Card], *, wide: bool) -> RenderableType:
    words = wording()
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1), header_style="dim")
    for key, ratio in (("what", 5), ("when_where", 5), ("means", 5), ("blamed", 4), ("says", 4)):
        table.add_column(words.word("column", key), ratio=ratio, overflow="fold", vertical="top")
    for card in cards:
        table.add_row(*_cells(card, wide=wide), style="" if card.incident.main else "dim", end_section=True)
    return table


def _cells(card: Card, *, wide: bool) -> tuple[RenderableType, ...]:
    what = Group(_what(card), Text(plain(card.incident.summary)))
    place = Group(*(_value(line, derived=wide) for line in card.of("when", "where")))
    means = Group(*(_labelled(line) for line in card.of(*MEANS)))
    blamed = Group(
        *(_value(line, said=True) for line in card.of("perpetrators")),
        *(_held(line) for line in _beyond_perpetrators(card)),
    )
    says = Group(*(_speakers([voice], sign=f"{wording().phrase('voice_sign')} ") for voice in card.speakers))
    return what, place, means, blamed, says


MEANS = ("weapons", "targets", "victims", "toll", "sides", "prevented_by", "condition", "attackers")


def _labelled(line: Line) -> Text:
    return Text.assemble((f"{line.label} ", "dim"), _value(line))


def _beyond_perpetrators(card: Card) -> list[Line]:
    """The words of responsibility that no blamed name carries already: withheld, or a denial without a row."""
    bases = {perpetrator.basis.value for perpetrator in card.incident.perpetrators}
    return [line for line in card.responsibility if line.value not in bases]


def _held(line: Line) -> Text:
    text = Text(line.note)
    if line.voices:
        text.append(f" {wording().phrase('said_by')} ").append(_speakers(line.voices))
    return text


def _beside(own: tuple[Line, ...]) -> RenderableType:
    """What a report tells beside its incidents, each with its speaker."""
    words = wording()
    if not own:
        return Padding(Text(words.phrase("tells_nothing"), "dim"), (0, 0, 0, 4))
    grid = _grid()
    for line in own:
        grid.add_row(line.label, _value(line, said=True))
    return Padding(Group(Text(f"  {words.phrase('beside')}", "dim"), grid), (1, 0, 0, 0))
