"""The commands that lay incidents out in time or count them: ``timeline`` and ``tally``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.desk import options
from reportedly.desk.arguments import choice
from reportedly.desk.asking import circle
from reportedly.desk.endings import printing
from reportedly.desk.opening import opened
from reportedly.desk.outputs import put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.records.filters import Filter
    from reportedly.records.merged import Incident

FORMATS = ("table", "jsonl", "svg", "png")
KEYS = ("day", "week", "month", "year", "type", "stage", "actor", "place")
"""The keys of ``records.answers.TallyKey``, which --help must not load."""


def register(app: typer.Typer) -> None:
    """Gives the command line these commands, in this order."""
    drawn = "Example: reportedly timeline --ledger news.sqlite --country Iraq --since 2023-10 --out timeline.svg"
    app.command(epilog=drawn)(timeline)
    app.command(epilog="Example: reportedly tally --by week --ledger news.sqlite --country Iraq --out weeks.png")(tally)


def timeline(
    *,
    ledger: Annotated[str, options.LEDGER],
    types: Annotated[list[str] | None, options.TYPE] = None,
    stages: Annotated[list[str] | None, options.STAGE] = None,
    since: Annotated[str | None, options.SINCE] = None,
    until: Annotated[str | None, options.UNTIL] = None,
    near: Annotated[str | None, options.NEAR] = None,
    radius: Annotated[float | None, options.RADIUS] = None,
    countries: Annotated[list[str] | None, options.COUNTRY] = None,
    actors: Annotated[list[str] | None, options.ACTOR] = None,
    at: Annotated[str | None, options.AT] = None,
    form: Annotated[str | None, options.PICTURE_FORMAT] = None,
    out: Annotated[Path | None, options.OUT] = None,
) -> None:
    """Lay the incidents of a ledger out in time."""
    chosen = options.drawn_as(form, out, FORMATS)

    from reportedly.asking.timeline import timeline as entries_of  # noqa: PLC0415 - --help must not load the rooms

    wanted = _wanted(
        types=types,
        stages=stages,
        since=since,
        until=until,
        near=near,
        radius_km=radius,
        countries=countries,
        actors=actors,
    )
    entries = entries_of(_incidents(ledger, at, wanted))
    with printing():
        if chosen == "table":
            from reportedly.desk.tallies import print_timeline  # noqa: PLC0415 - JSON needs no rich

            print_timeline(entries, sys.stdout)
        elif chosen == "jsonl":
            put(out, _lines(entries))
        else:
            from reportedly.desk.pictures.lanes import lanes  # noqa: PLC0415 - drawn only here

            put(out, picture(lanes(entries), chosen))


def tally(
    *,
    ledger: Annotated[str, options.LEDGER],
    by: Annotated[str, typer.Option("--by", metavar="KEY", help=f"{', '.join(KEYS[:-1])} or {KEYS[-1]}.")] = "month",
    types: Annotated[list[str] | None, options.TYPE] = None,
    stages: Annotated[list[str] | None, options.STAGE] = None,
    since: Annotated[str | None, options.SINCE] = None,
    until: Annotated[str | None, options.UNTIL] = None,
    near: Annotated[str | None, options.NEAR] = None,
    radius: Annotated[float | None, options.RADIUS] = None,
    countries: Annotated[list[str] | None, options.COUNTRY] = None,
    actors: Annotated[list[str] | None, options.ACTOR] = None,
    at: Annotated[str | None, options.AT] = None,
    form: Annotated[str | None, options.PICTURE_FORMAT] = None,
    out: Annotated[Path | None, options.OUT] = None,
) -> None:
    """Count the incidents of a ledger, and the reports that stand behind them."""
    chosen = options.drawn_as(form, out, FORMATS)
    key = choice(by, KEYS, what="key", option="--by")

    from reportedly.asking.tallying import tally as tally_of  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.records.answers import TallyKey  # noqa: PLC0415 - likewise

    wanted = _wanted(
        types=types,
        stages=stages,
        since=since,
        until=until,
        near=near,
        radius_km=radius,
        countries=countries,
        actors=actors,
    )
    found = tally_of(_incidents(ledger, at, wanted), TallyKey(key))
    with printing():
        if chosen == "table":
            from reportedly.desk.tallies import print_tally  # noqa: PLC0415 - JSON needs no rich

            print_tally(found, sys.stdout)
        elif chosen == "jsonl":
            put(out, _lines(found.rows))
        else:
            from reportedly.desk.pictures.bars import bars  # noqa: PLC0415 - drawn only here

            put(out, picture(bars(found), chosen))


def _wanted(
    *,
    types: list[str] | None,
    stages: list[str] | None,
    since: str | None,
    until: str | None,
    near: str | None,
    radius_km: float | None,
    countries: list[str] | None,
    actors: list[str] | None,
) -> "Filter":
    from reportedly.desk.filters import filter_of  # noqa: PLC0415 - --help must not load the rooms

    return filter_of(
        types=types or (),
        stages=stages or (),
        since=since,
        until=until,
        near=circle(near, radius_km),
        countries=countries or (),
        actors=actors or (),
    )


def _incidents(ledger: str, at: str | None, wanted: "Filter") -> "list[Incident]":
    from reportedly.ledger.reading import incidents  # noqa: PLC0415 - --help must not load the ledger

    with opened(ledger, at=at) as engine, engine.reading() as transaction:
        return list(incidents(transaction, engine.index, wanted=wanted))


def _lines(answers: "Iterable[object]") -> bytes:
    from reportedly.exporting.answers import answer_line  # noqa: PLC0415 - --help must not load the writers

    return "".join(f"{answer_line(one)}\n" for one in answers).encode()


def picture(drawing: str, form: str) -> bytes:
    """A drawing in the format that was asked for."""
    from reportedly.desk.pictures.printed import png  # noqa: PLC0415 - --help must not load the writers

    return png(drawing) if form == "png" else drawing.encode()
