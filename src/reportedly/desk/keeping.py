"""The commands that keep a ledger: ``add``, ``check``, ``backup``, ``restore``, ``forget``, ``rebuild``, ``reread``."""

import datetime as dt
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.desk.arguments import moment_named
from reportedly.desk.endings import REFUSED, stopping_quietly
from reportedly.desk.options import DEBUG, LEDGER

if TYPE_CHECKING:
    from reportedly.errors import Refusal
    from reportedly.ledger.engine import Engine
    from reportedly.pipeline.keep import Occasion
    from reportedly.records.reports import Report

JOBS = typer.Option("--jobs", "-j", metavar="N", min=1, help="Read with so many processes.")


def register(app: typer.Typer) -> None:
    """Gives the command line these commands, in this order."""
    examples: dict[Callable[..., None], str] = {
        add: "reportedly add reports/ --ledger news.sqlite",
        check: "reportedly check --ledger news.sqlite",
        backup: "reportedly backup monday.sqlite --ledger news.sqlite",
        restore: "reportedly restore monday.sqlite --ledger news.sqlite",
        forget: 'reportedly forget 4f1c0a --because "a court ordered it" --ledger news.sqlite',
        rebuild: "reportedly rebuild --ledger news.sqlite",
        reread: "reportedly reread --ledger news.sqlite --jobs 4",
    }
    for command, example in examples.items():
        app.command(epilog=f"Example: {example}")(command)


def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, globs, http(s) addresses, or - for standard input."),
    ],
    *,
    ledger: Annotated[str, LEDGER],
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="Day or time of publication for inputs that lack one."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Who printed the inputs that do not say so.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let the addresses named here lead into a private network.")
    ] = False,
    jobs: Annotated[int, JOBS] = 1,
    debug: Annotated[bool, DEBUG] = False,
) -> None:
    """Read reports into a ledger; it is made where there is none, and the same report twice changes nothing."""
    moment = None if published is None else moment_named(published, option="--published")

    from reportedly.ledger.open import writing_ledger  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.reading.limits import Limits  # noqa: PLC0415 - likewise
    from reportedly.reading.read import read  # noqa: PLC0415 - likewise

    found = read(
        paths,
        published=moment,
        publisher=publisher,
        stdin=sys.stdin.buffer,
        limits=Limits(allow_private=allow_private),
    )
    with stopping_quietly(), writing_ledger(ledger, create=True, notify=_notify) as engine:
        line, refused = _kept(engine, found, jobs=jobs, debug=debug)
    typer.echo(line)
    if refused:
        raise typer.Exit(REFUSED)


def check(*, ledger: Annotated[str, LEDGER]) -> None:
    """Verify a ledger: hashes, quotes, keys and indexes; name what is wrong."""
    from reportedly.desk.wording import wording  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.ledger.check import faults  # noqa: PLC0415 - likewise
    from reportedly.ledger.open import reading_ledger  # noqa: PLC0415 - likewise
    from reportedly.ledger.reading import totals  # noqa: PLC0415 - likewise

    with stopping_quietly(), reading_ledger(ledger) as engine:
        well = True
        for fault in faults(engine):
            typer.echo(fault)
            well = False
        if not well:
            raise typer.Exit(REFUSED)
        with engine.reading() as transaction:
            reports, incidents = totals(transaction)
    typer.echo(wording().phrase("all_well", reports=reports, incidents=incidents))


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file for the copy.")],
    *,
    ledger: Annotated[str, LEDGER],
) -> None:
    """Copy a ledger to a file, while others read it and write to it."""
    from reportedly.ledger.backup import back_up  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.ledger.open import reading_ledger  # noqa: PLC0415 - likewise

    with stopping_quietly(), reading_ledger(ledger) as engine:
        back_up(engine, file)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy made by reportedly backup.")],
    *,
    ledger: Annotated[str, LEDGER],
) -> None:
    """Make a new ledger from a copy; one that is there already is never overwritten."""
    from reportedly.ledger import backup as copies  # noqa: PLC0415 - --help must not load the rooms

    with stopping_quietly():
        copies.restore(file, ledger)


def forget(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of the report.")],
    *,
    because: Annotated[str, typer.Option("--because", metavar="REASON", help="Why; it is kept.")],
    ledger: Annotated[str, LEDGER],
) -> None:
    """Delete a report, its text and its claims for good; a tombstone keeps its id, its hash, when and why."""
    from reportedly.desk.wording import wording  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.ledger.open import writing_ledger  # noqa: PLC0415 - likewise
    from reportedly.pipeline import forget as forgetting  # noqa: PLC0415 - likewise

    with stopping_quietly(), writing_ledger(ledger, create=False, notify=_notify) as engine:
        stone = forgetting.forget(engine, report, when=_now(), because=because)
    typer.echo(wording().phrase("forgotten", report=stone.report_id, versions=len(stone.hashes)))


def rebuild(*, ledger: Annotated[str, LEDGER]) -> None:
    """Merge everything anew from what the reports tell; what people decided stands."""
    from reportedly.desk.wording import wording  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.ledger.open import writing_ledger  # noqa: PLC0415 - likewise
    from reportedly.ledger.reading import totals  # noqa: PLC0415 - likewise
    from reportedly.pipeline import derive  # noqa: PLC0415 - likewise

    with stopping_quietly(), writing_ledger(ledger, create=False, notify=_notify) as engine:
        derive.rebuild(engine)
        with engine.reading() as transaction:
            reports, incidents = totals(transaction)
    typer.echo(wording().phrase("rebuilt", reports=reports, incidents=incidents))


def reread(
    *,
    ledger: Annotated[str, LEDGER],
    everything: Annotated[
        bool, typer.Option("--all", help="Also the reports that this version of reportedly has read.")
    ] = False,
    jobs: Annotated[int, JOBS] = 1,
    debug: Annotated[bool, DEBUG] = False,
) -> None:
    """Read the stored reports anew with this version, and say what has changed; what people decided stands."""
    from reportedly.desk.kept import print_reread  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.ledger.open import writing_ledger  # noqa: PLC0415 - likewise
    from reportedly.pipeline import derive  # noqa: PLC0415 - likewise

    with stopping_quietly(), writing_ledger(ledger, create=False, notify=_notify) as engine:
        done = derive.reread(engine, occasion=occasion(), everything=everything, jobs=jobs)
    print_reread(done, debug=debug or _debug())
    if done.refused:
        raise typer.Exit(REFUSED)


def _kept(engine: "Engine", found: "Iterable[Report | Refusal]", *, jobs: int, debug: bool) -> tuple[str, int]:
    from reportedly.desk.kept import keep_all  # noqa: PLC0415 - --help must not load the rooms

    return keep_all(engine, found, occasion=occasion(), jobs=jobs, debug=debug or _debug())


def _debug() -> bool:
    from reportedly.settings import settings  # noqa: PLC0415 - only asked for here

    return settings().debug


def occasion() -> "Occasion":
    """What is added now, by this version of the software."""
    from importlib.metadata import version  # noqa: PLC0415 - only asked for here

    from reportedly.pipeline.keep import Occasion  # noqa: PLC0415 - --help must not load the rooms

    return Occasion(received=_now(), software=version("reportedly"))


def _now() -> dt.datetime:
    """The clock, which nothing below the desk looks at."""
    return dt.datetime.now(dt.UTC)


def _notify(words: str) -> None:
    typer.echo(words, err=True)
