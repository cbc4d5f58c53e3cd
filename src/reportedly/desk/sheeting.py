"""The commands that make a page about one place or about some days: ``site`` and ``report``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.desk import options
from reportedly.desk.endings import printing
from reportedly.desk.opening import opened
from reportedly.desk.outputs import put
from reportedly.desk.periods import period_in
from reportedly.errors import UsageError
from reportedly.records.moments import day_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from reportedly.desk.sheets.sheet import Sheet
    from reportedly.ledger.engine import Engine
    from reportedly.records.merged import Incident
    from reportedly.records.places import Where

FORMATS = ("table", "jsonl", "html", "pdf")


def register(app: typer.Typer) -> None:
    """Gives the command line these commands, in this order."""
    app.command(epilog='Example: reportedly site "Ain al-Assad" --ledger news.sqlite --out base.html')(site)
    days = (
        "Example: reportedly report --from 2024-03-01 --to 2024-03-31 --area Iraq --ledger news.sqlite --out march.pdf"
    )
    app.command(epilog=days)(report)


def site(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A base, embassy, town or sea lane.")],
    *,
    ledger: Annotated[str, options.LEDGER],
    at: Annotated[str | None, options.AT] = None,
    form: Annotated[str | None, options.SHEET_FORMAT] = None,
    out: Annotated[Path | None, options.OUT] = None,
) -> None:
    """Show all about one place: who is there, which threats stand, what was tried, who was blamed, what came last."""
    chosen = options.drawn_as(form, out, FORMATS)

    from reportedly.desk.sheets.site import site_sheet  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.exporting.sites import site_line  # noqa: PLC0415 - likewise
    from reportedly.pipeline.siting import site as site_of  # noqa: PLC0415 - likewise

    with printing(), opened(ledger, at=at) as engine:
        found = site_of(engine, _area(engine, name))
        if chosen == "jsonl":
            put(out, site_line(found).encode() + b"\n")
            return
        wanted = {row.row.incident_id for row in found.threats}
        wanted |= {one.incident_id for row in found.threats for one in row.row.followed}
        _show(site_sheet(found, _incidents(engine, wanted)), form=chosen, out=out)


def report(
    *,
    ledger: Annotated[str, options.LEDGER],
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="The first day; of a month or year, its first.")],
    last: Annotated[str, typer.Option("--to", metavar="DAY", help="The last day; of a month or year, its last.")],
    area: Annotated[
        str | None, typer.Option("--area", metavar="PLACE", help="A country, province, town or sea.")
    ] = None,
    form: Annotated[str | None, options.SHEET_FORMAT] = None,
    out: Annotated[Path | None, options.OUT] = None,
) -> None:
    """Write a situation report of some days, as known at their end; every sentence is footnoted to a claim."""
    chosen = options.drawn_as(form, out, FORMATS)
    opens, closes = period_in(first).start, period_in(last).end
    if opens is None or closes is None or day_of(closes) < day_of(opens):
        raise UsageError(f"{first!r} to {last!r} is no stretch of days: give the earlier day first")
    _report(ledger, day_of(opens), day_of(closes), area=area, form=chosen, out=out)


def _report(ledger: str, first: "dt.date", last: "dt.date", *, area: str | None, form: str, out: Path | None) -> None:
    from reportedly.desk.sheets.situation import situation_sheet  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.exporting.sites import situation_line  # noqa: PLC0415 - likewise
    from reportedly.pipeline.siting import situation  # noqa: PLC0415 - likewise

    with printing(), opened(ledger) as engine:
        where = None if area is None else _area(engine, area)
        found = situation(engine, first=first, last=last, area=where)
        if form == "jsonl":
            put(out, situation_line(found).encode() + b"\n")
            return
        wanted = {row.incident_id for row in found.threats}
        wanted |= {one.incident_id for row in found.threats for one in row.followed}
        with opened(ledger, at=last.isoformat()) as then:
            _show(situation_sheet(found, _incidents(then, wanted)), form=form, out=out)


def _area(engine: "Engine", name: str) -> "Where":
    """The gazetteer's place of that name, told on standard error with its namesakes, else one the ledger knows."""
    from reportedly.desk.places import place_meant, place_name  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.pipeline.siting import area_named, area_of  # noqa: PLC0415 - likewise

    try:
        meant = place_meant(name)
    except UsageError:
        return area_named(engine, name)
    others = "; ".join(place_name(place) for place in meant.others[:3])
    typer.echo(place_name(meant.place) + (f" (not {others})" if others else ""), err=True)
    return area_of(meant.place, name=name.partition(",")[0].strip())


def _incidents(engine: "Engine", wanted: set[str]) -> "Mapping[str, Incident]":
    from reportedly.ledger.reading import incident  # noqa: PLC0415 - --help must not load the ledger

    with engine.reading() as transaction:
        found = (incident(transaction, id_) for id_ in sorted(wanted))
        return {one.id: one for one in found if one is not None}


def _show(sheet: "Sheet", *, form: str, out: Path | None) -> None:
    from reportedly.desk.sheets.shown import html, print_sheet, printed  # noqa: PLC0415 - JSON needs no rich

    if form == "table":
        print_sheet(sheet, sys.stdout)
    else:
        put(out, printed(sheet) if form == "pdf" else html(sheet).encode())
