"""The commands by which people decide: ``judge``, ``split``, ``set``, ``reject``, ``undo`` and ``log``.

What is decided is checked here and kept by the ledger for ever; each command prints what it changed.
"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.desk import options
from reportedly.desk.arguments import choice
from reportedly.desk.endings import printing
from reportedly.records.judgements import Act

if TYPE_CHECKING:
    from reportedly.desk.decisions import Draft

VERDICTS = (Act.SAME.value, Act.DIFFERENT.value)
FORMATS = ("table", "jsonl")
FIELDS = "type, stage, when, where, perpetrators, killed or injured."
VALUES = "A code; 2024-03-11; Kirkuk or 35.47,44.39; 'NAME (claimed)'; 3, 3-5 or 3+; unknown."
ID = "An incident's id, a member's, or how one begins."


def register(app: typer.Typer) -> None:
    """Gives the command line these commands, in this order."""
    because = '--because "one convoy, two names for the road" --ledger news.sqlite'
    app.command(epilog=f"Example: reportedly judge same 4f1c0a 9b27d3 {because}")(judge)
    app.command(epilog='Example: reportedly split 4f1c0a 9b27d3 --because "the day after" --ledger news.sqlite')(split)
    setting = 'Example: reportedly set 4f1c0a killed 3-5 --because "the hospital\'s list" --ledger news.sqlite'
    app.command("set", epilog=setting)(set_value)
    app.command(epilog='Example: reportedly reject 4f1c0a --because "a film set" --ledger news.sqlite')(reject)
    app.command(epilog='Example: reportedly undo 77ab01 --because "the wrong list" --ledger news.sqlite')(undo)
    app.command(epilog="Example: reportedly log --ledger news.sqlite")(log)


def judge(
    verdict: Annotated[str, typer.Argument(metavar="same|different", help="What the two are.")],
    one: Annotated[str, typer.Argument(metavar="A", help=ID)],
    other: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    *,
    ledger: Annotated[str, options.LEDGER],
    because: Annotated[str, options.BECAUSE],
    who: Annotated[str | None, options.WHO] = None,
) -> None:
    """Say that two are one incident, or that they are not; a person's word outweighs every rule until it is undone."""
    act = Act(choice(verdict, VERDICTS, what="verdict", option="same|different"))

    from reportedly.desk.decisions import judged  # noqa: PLC0415 - --help must not load the rooms

    _decide(ledger, judged(act, one, other), who=who, because=because)


def split(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help=ID)],
    members: Annotated[list[str], typer.Argument(metavar="MEMBER...", help="The members that leave together.")],
    *,
    ledger: Annotated[str, options.LEDGER],
    because: Annotated[str, options.BECAUSE],
    who: Annotated[str | None, options.WHO] = None,
) -> None:
    """Take members out of an incident: together they are another one."""
    from reportedly.desk.decisions import split_off  # noqa: PLC0415 - --help must not load the rooms

    _decide(ledger, split_off(incident, members), who=who, because=because)


def set_value(
    incident: Annotated[str, typer.Argument(metavar="ID", help=ID)],
    field: Annotated[str, typer.Argument(metavar="FIELD", help=FIELDS)],
    value: Annotated[str, typer.Argument(metavar="VALUE", help=VALUES)],
    *,
    ledger: Annotated[str, options.LEDGER],
    because: Annotated[str, options.BECAUSE],
    who: Annotated[str | None, options.WHO] = None,
) -> None:
    """Give a field of an incident a value that holds whatever the reports tell."""
    from reportedly.desk.decisions import setting  # noqa: PLC0415 - --help must not load the rooms

    _decide(ledger, setting(incident, field, value), who=who, because=because)


def reject(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help=ID)],
    *,
    ledger: Annotated[str, options.LEDGER],
    because: Annotated[str, options.BECAUSE],
    who: Annotated[str | None, options.WHO] = None,
) -> None:
    """Say that what reports tell as an incident is none: it leaves every list until a new report tells it."""
    from reportedly.desk.decisions import rejecting  # noqa: PLC0415 - --help must not load the rooms

    _decide(ledger, rejecting(incident), who=who, because=because)


def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="A decision's id, or how it begins.")],
    *,
    ledger: Annotated[str, options.LEDGER],
    because: Annotated[str, options.BECAUSE],
    who: Annotated[str | None, options.WHO] = None,
) -> None:
    """Take a decision back; both stay in the log."""
    from reportedly.desk.decisions import taking_back  # noqa: PLC0415 - --help must not load the rooms

    _decide(ledger, taking_back(decision), who=who, because=because)


def log(*, ledger: Annotated[str, options.LEDGER], form: Annotated[str | None, options.SHOW_FORMAT] = None) -> None:
    """Print what people decided, newest first: when, who, what and why."""
    chosen = options.format_for(form, FORMATS)

    from reportedly.desk.decided import print_log  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.exporting.dossier import decision_line  # noqa: PLC0415 - likewise
    from reportedly.ledger.decisions import present_decisions  # noqa: PLC0415 - likewise
    from reportedly.ledger.open import reading_ledger  # noqa: PLC0415 - likewise

    with printing(), reading_ledger(ledger) as engine, engine.reading() as transaction:
        newest_first = present_decisions(transaction)[::-1]
        if chosen == "table":
            print_log(newest_first, sys.stdout)
            return
        for one in newest_first:
            sys.stdout.buffer.write(decision_line(one).encode() + b"\n")


def _decide(ledger: str, draft: "Draft", *, who: str | None, because: str) -> None:
    """Keeps what the draft makes of the ledger's present state, and prints what became of it."""
    import datetime as dt  # noqa: PLC0415 - --help must not load the rooms

    from reportedly.desk.decided import print_outcome  # noqa: PLC0415 - likewise
    from reportedly.desk.decisions import decide  # noqa: PLC0415 - likewise
    from reportedly.ledger.open import writing_ledger  # noqa: PLC0415 - likewise
    from reportedly.settings import settings  # noqa: PLC0415 - likewise

    name = (who or settings().user or "").strip()
    if not name:
        raise typer.BadParameter("nobody is logged in here; say who decides", param_hint="--who")
    if not because.strip():
        raise typer.BadParameter("a reason is needed; it is kept with the decision", param_hint="--because")

    def notify(words: str) -> None:
        typer.echo(words, err=True)

    with printing(), writing_ledger(ledger, create=False, notify=notify) as engine:
        outcome = decide(engine, draft, who=name, when=dt.datetime.now(dt.UTC), because=because.strip())
        print_outcome(outcome, sys.stdout)
