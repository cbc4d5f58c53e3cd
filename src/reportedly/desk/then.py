"""The commands that ask what was known when: ``at`` and ``diff``."""

import sys
from typing import Annotated

import typer

from reportedly.desk import asking, options
from reportedly.desk.endings import printing
from reportedly.desk.opening import instant, opened
from reportedly.errors import UsageError

FORMATS = ("table", "jsonl")


def register(app: typer.Typer) -> None:
    """Gives the command line these commands, in this order."""
    app.command(epilog="Example: reportedly at 2024-03-11T14:00+03:00 --ledger news.sqlite")(at)
    app.command(epilog="Example: reportedly diff 2024-03-11 2024-03-12T08:00 --ledger news.sqlite")(diff)


def at(
    time: Annotated[str, typer.Argument(metavar="TIME", help="A day (its end) or a time; UTC without a zone.")],
    incident: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="An incident to show. Without it: all are listed.")
    ] = None,
    *,
    ledger: Annotated[str, options.LEDGER],
    form: Annotated[str | None, options.SHOW_FORMAT] = None,
) -> None:
    """List the incidents, or show one, as they were known at a time."""
    if incident is None:
        asking.list_incidents(ledger=ledger, at=time, form=form)
    else:
        asking.show(incident, ledger=ledger, at=time, form=form)


def diff(
    first: Annotated[str, typer.Argument(metavar="TIME", help="From then (a day: its end)")],
    last: Annotated[str, typer.Argument(metavar="TIME", help="to then.")],
    *,
    ledger: Annotated[str, options.LEDGER],
    form: Annotated[str | None, options.SHOW_FORMAT] = None,
) -> None:
    """Show what changed between two times, and which report or decision changed it."""
    chosen = options.format_for(form, FORMATS)
    start, end = instant(first), instant(last)
    if end < start:
        raise UsageError(f"{last!r} is before {first!r}: give the earlier time first")

    from reportedly.pipeline.snapshot import steps_between  # noqa: PLC0415 - --help must not load the rooms

    with printing(), opened(ledger) as engine:
        steps = steps_between(engine, start, end)
        if chosen == "table":
            from reportedly.desk.changed import print_steps  # noqa: PLC0415 - JSON needs no rich

            print_steps(steps, sys.stdout)
            return
        from reportedly.exporting.steps import write_steps  # noqa: PLC0415 - likewise

        write_steps(steps, sys.stdout.buffer)
