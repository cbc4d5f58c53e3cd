"""The commands that test what is said of many incidents and of threats: ``verify`` and ``threats``."""

import sys
from typing import Annotated

import typer

from reportedly.desk import options
from reportedly.desk.endings import printing
from reportedly.desk.opening import opened

FORMATS = ("table", "jsonl")


def register(app: typer.Typer) -> None:
    """Gives the command line these commands, in this order."""
    app.command(epilog="Example: reportedly verify --ledger news.sqlite")(verify)
    app.command(epilog="Example: reportedly threats --ledger news.sqlite --at 2024-03-11")(threats)


def verify(
    *,
    ledger: Annotated[str, options.LEDGER],
    at: Annotated[str | None, options.AT] = None,
    form: Annotated[str | None, options.SHOW_FORMAT] = None,
) -> None:
    """Test every "first since", "fourth this week" and "regularly" of the reports against the ledger."""
    chosen = options.format_for(form, FORMATS)

    from reportedly.ledger.reading import incidents  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.pipeline.checking import verify as checks_of  # noqa: PLC0415 - likewise

    with printing(), opened(ledger, at=at) as engine:
        checks = checks_of(engine)
        if chosen == "jsonl":
            from reportedly.exporting.checks import write_checks  # noqa: PLC0415 - a table needs none

            write_checks(checks, sys.stdout.buffer)
            return
        from reportedly.desk.checked import print_checks  # noqa: PLC0415 - JSON needs no rich

        with engine.reading() as transaction:
            named = {id_ for check in checks for id_ in check.by}
            found = {one.id: one for one in incidents(transaction, engine.index) if one.id in named}
        print_checks(checks, found, sys.stdout)


def threats(
    *,
    ledger: Annotated[str, options.LEDGER],
    at: Annotated[str | None, options.AT] = None,
    form: Annotated[str | None, options.SHOW_FORMAT] = None,
) -> None:
    """Show each threat with what followed from whoever made it, and the attacks that no threat came before."""
    chosen = options.format_for(form, FORMATS)

    from reportedly.pipeline.threatening import threats as threats_of  # noqa: PLC0415 - --help must not load the rooms

    with printing(), opened(ledger, at=at) as engine:
        found = threats_of(engine)
        if chosen == "jsonl":
            from reportedly.exporting.answers import write_answers  # noqa: PLC0415 - a table needs none

            write_answers((*found.threats, *found.attacks), sys.stdout.buffer)
            return
        from reportedly.desk.threatened import print_threats  # noqa: PLC0415 - JSON needs no rich

        print_threats(found, sys.stdout)
