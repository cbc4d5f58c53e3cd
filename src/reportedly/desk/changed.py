"""What each report or decision changed in, a list of it out for a terminal."""

from collections.abc import Iterable
from typing import IO

from rich.padding import Padding
from rich.text import Text

from reportedly.desk.listing import short_id
from reportedly.desk.table import plain, what_words
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import moment_words, number_words, rival_words, value_words
from reportedly.records.changes import Cause, Change, ChangeKind, FieldChange, Step
from reportedly.records.values import Value

TOLD_WHOLE = frozenset({ChangeKind.NEW, ChangeKind.SPLIT})
"""Kinds of change beside which the incident's line stands: nothing of it was told before."""


def print_steps(steps: Iterable[Step], stream: IO[str]) -> None:
    """Prints every step that changed something; how many did not is told at the end."""
    console = terminal(stream)
    idle, told = 0, False
    for step in steps:
        if not step.changes:
            idle += 1
            continue
        told = True
        console.print(Text(plain(_cause(step.cause)), "bold"))
        for change in step.changes:
            for line in _change(change):
                console.print(Padding(line, (0, 0, 0, 2), expand=False))
    if idle:
        console.print(Text(number_words("step_nothing", idle), "dim"))
    elif not told:
        console.print(Text(wording().phrase("no_steps"), "dim"))


def _cause(cause: Cause) -> str:
    words, at = wording(), moment_words(cause.at)
    if cause.decision is not None:
        made = cause.decision
        act = words.word("act", made.act.value)
        return words.phrase("step_decision", at=at, who=made.who, act=act, because=made.because)
    publisher = cause.publisher or cause.report_id or words.phrase("unknown")
    return words.phrase("step_report", at=at, publisher=publisher, title=cause.title or cause.report_id)


def _change(change: Change) -> Iterable[Text]:
    words = wording()
    other = "" if change.other is None else short_id(change.other)
    kind = words.word("change", change.kind.value).format(other=other)
    head = Text(short_id(change.incident.id), "dim").append("  ").append_text(what_words(change.incident))
    where = change.incident.where
    yield head.append(f" · {plain(where.name)}" if where else "").append(f" · {kind}", "yellow")
    if change.kind in TOLD_WHOLE:
        yield Text(f"  {plain(change.incident.summary)}")
    yield from (Text(f"  {plain(line)}") for one in change.fields if (line := _field(one)) is not None)


def _field(one: FieldChange) -> str | None:
    """The value before and after; None where both read alike, as another speaker for the same blame."""
    words = wording()
    before, after = _value(one.field, one.before), _value(one.field, one.after)
    field = words.tables["field"].get(one.field, one.field)
    return None if before == after else words.phrase("became", field=field, before=before, after=after)


def _value(field: str, value: Value) -> str:
    """The words for a value; of several blamed, each once with the basis."""
    if field == "links" and isinstance(value, tuple):
        return ", ".join(short_id(str(one)) for one in value) or wording().phrase("field_silent")
    if field == "perpetrators" and isinstance(value, tuple):
        return "; ".join(dict.fromkeys(rival_words(field, one) for one in value)) or wording().phrase("field_silent")
    return (rival_words(field, value) or value_words(value)) or wording().phrase("field_silent")
