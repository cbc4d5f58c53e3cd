"""Decisions of people in, a table of them out: when, who, what and why."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.desk.listing import short_id
from reportedly.desk.table import plain
from reportedly.desk.wording import wording
from reportedly.desk.words_for import moment_words, rival_words
from reportedly.records.judgements import Act, Decision


def decisions_table(decisions: Iterable[Decision]) -> RenderableType:
    """One row a decision, in the order given; its id is what ``undo`` asks for."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for one in decisions:
        why = Text(what_decided(one)).append(f"\n{plain(one.who)}: {plain(one.because)}", "dim")
        grid.add_row(short_id(one.id), moment_words(one.when), why)
    return grid


def what_decided(decision: Decision) -> str:
    """The decision in a few words."""
    words = wording()
    named = ", ".join(short_id(id_) for id_ in decision.incidents)
    act = words.word("act", decision.act.value)
    if decision.act is Act.SET and decision.field is not None:
        field = words.tables["field"].get(decision.field, decision.field)
        value = plain(rival_words(decision.field, decision.value))
        return words.phrase("act_set", act=act, incident=named, field=field, value=value)
    if decision.act is Act.UNDO:
        return words.phrase("act_of", act=act, what=short_id(decision.undoes or ""))
    return words.phrase("act_of", act=act, what=named)
