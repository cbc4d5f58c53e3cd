"""Decisions of people in, a table of them out, or what one of them changed: when, who, what and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.desk.decisions import Outcome
from reportedly.desk.listing import list_view, short_id
from reportedly.desk.table import plain
from reportedly.desk.terminal import terminal
from reportedly.desk.views.values import SINGLE
from reportedly.desk.wording import wording
from reportedly.desk.words_for import moment_words, number_words, rival_words
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Incident
from reportedly.records.standing import standing
from reportedly.records.values import Value


def _blamed(incident: Incident) -> Value:
    return tuple({"name": row.name, "basis": row.basis.value} for row in incident.perpetrators)


FORMS: Mapping[str, Callable[[Incident], Value]] = {
    **{field: single.form for field, single in SINGLE.items()},
    "perpetrators": _blamed,
}
"""The value of each field that a person can set, as it would be claimed."""


def print_log(decisions: Sequence[Decision], stream: IO[str]) -> None:
    """Prints every decision, or that there is none."""
    console = terminal(stream)
    console.print(decisions_table(decisions) if decisions else Text(wording().phrase("undecided"), "dim"))


def print_outcome(outcome: Outcome, stream: IO[str]) -> None:
    """Prints what was decided, under which id, and how the incidents it is about stand now."""
    console = terminal(stream)
    words = wording()
    decision = outcome.decision
    console.print(Text(words.phrase("decided_as", id=short_id(decision.id), what=what_decided(decision)), "bold"))
    console.print(Text(_change(outcome)))
    if outcome.after:
        console.print(Text(words.phrase("now"), "dim"))
        console.print(list_view(outcome.after, width=console.width))


def _change(outcome: Outcome) -> str:
    """What became another, in words: a value, or the number of incidents."""
    words = wording()
    fields = [field for field in FORMS if _value(outcome.before, field) != _value(outcome.after, field)]
    before, after = (number_words("incident", len(found)) for found in (outcome.before, outcome.after))
    if len(outcome.before) != len(outcome.after):
        return words.phrase("became", field=words.phrase("told_as"), before=before, after=after)
    if not fields:
        return words.phrase("was_so")
    return "; ".join(
        words.phrase(
            "became",
            field=words.word("field", field),
            before=_value(outcome.before, field),
            after=_value(outcome.after, field),
        )
        for field in fields
    )


def _value(incidents: Sequence[Incident], field: str) -> str:
    """The value of a field of the incidents, in words."""
    values = (FORMS[field](incident) for incident in incidents)
    return plain(", ".join(rival_words(field, value) or wording().phrase("unknown") for value in values))


def decisions_table(decisions: Iterable[Decision]) -> RenderableType:
    """One row a decision, in the order given; its id is what ``undo`` asks for."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    listed = tuple(decisions)
    holding = {one.id for one in standing(listed)}
    for one in listed:
        what = Text(what_decided(one))
        if one.act is not Act.UNDO and one.id not in holding:
            what.append(f" {wording().phrase('taken_back')}", "italic")
        why = what.append(f"\n{plain(one.who)}: {plain(one.because)}", "dim")
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
