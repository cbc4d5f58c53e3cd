"""The commands that ask a ledger and change nothing: ``list``, ``show`` and ``export``."""

import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.desk import options
from reportedly.desk.arguments import choice
from reportedly.desk.endings import printing
from reportedly.desk.opening import opened

if TYPE_CHECKING:
    from reportedly.ledger.engine import Index, Transaction
    from reportedly.records.filters import Filter, Near, Page

ROWS = 50
"""Incidents in a table where nobody says how many: a few screens full."""
LISTS = ("table", "jsonl", "csv")
DOSSIERS = ("table", "jsonl")
EXPORTS = ("jsonl", "csv", "geojson", "parquet")
"""The formats of ``exporting.formats``, which --help must not load."""
CODEBOOKS = ("acled", "ftm", "ged", "gtd", "muc4", "stix")
"""The codebooks of ``exporting.codebooks``, likewise."""


def register(app: typer.Typer) -> None:
    """Gives the command line these commands, in this order."""
    listed = "Example: reportedly list --ledger news.sqlite --near Kirkuk --since 2024-03 --disputed"
    app.command("list", epilog=listed)(list_incidents)
    app.command(epilog="Example: reportedly show 4f1c0a --ledger news.sqlite --policy lowest")(show)
    app.command(epilog="Example: reportedly export --ledger news.sqlite --format csv --out incidents.csv")(export)


def list_incidents(
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
    target_kinds: Annotated[list[str] | None, options.TARGET_KIND] = None,
    responsibility: Annotated[list[str] | None, options.RESPONSIBILITY] = None,
    min_killed: Annotated[int | None, options.MIN_KILLED] = None,
    min_sources: Annotated[int | None, options.MIN_SOURCES] = None,
    disputed: Annotated[bool | None, options.DISPUTED] = None,
    text: Annotated[str | None, options.TEXT] = None,
    sort: Annotated[str, options.SORT] = "when",
    limit: Annotated[int | None, options.LIMIT] = None,
    after: Annotated[str | None, options.AFTER] = None,
    at: Annotated[str | None, options.AT] = None,
    form: Annotated[str | None, options.LIST_FORMAT] = None,
) -> None:
    """List the incidents of a ledger for which every condition holds."""
    chosen = options.format_for(form, LISTS)

    from reportedly.desk.filters import filter_of, order_of  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.records.filters import Page  # noqa: PLC0415 - likewise

    key, descending = order_of(sort)
    wanted = filter_of(
        types=types or (),
        stages=stages or (),
        since=since,
        until=until,
        near=circle(near, radius),
        countries=countries or (),
        actors=actors or (),
        target_kinds=target_kinds or (),
        responsibility=responsibility or (),
        min_killed=min_killed,
        min_sources=min_sources,
        disputed=disputed,
        text=text,
    )
    page = Page(key=key, descending=descending, limit=limit, after=after)
    with printing(), opened(ledger, at=at) as engine, engine.reading() as transaction:
        _print_page(transaction, engine.index, wanted, page, form=chosen)


def show(
    incident: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, a member's, or how one begins.")],
    *,
    ledger: Annotated[str, options.LEDGER],
    policy: Annotated[str, options.POLICY] = "latest-official",
    at: Annotated[str | None, options.AT] = None,
    form: Annotated[str | None, options.SHOW_FORMAT] = None,
) -> None:
    """Show what a ledger knows of an incident: values for and against, who blames whom, tolls, reasons for merging."""
    chosen = options.format_for(form, DOSSIERS)

    from reportedly.desk.dossiers import dossier_of  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.desk.naming import incident_then  # noqa: PLC0415 - likewise
    from reportedly.exporting.dossier import dossier_line  # noqa: PLC0415 - likewise
    from reportedly.merging.policies import Policy  # noqa: PLC0415 - likewise

    named = Policy(choice(policy, [str(one) for one in Policy], what="policy", option="--policy"))
    with opened(ledger, at=at) as engine, engine.reading() as transaction:
        word = incident if at is None else incident_then(ledger, transaction, incident)
        dossier = dossier_of(transaction, word, policy=named)
    with printing():
        if chosen == "table":
            from reportedly.desk.showing import print_dossier  # noqa: PLC0415 - JSON needs no rich

            print_dossier(dossier, sys.stdout)
            return
        line = dossier_line(
            dossier.incident, policy=dossier.policy, judgements=dossier.judgements, decisions=dossier.decisions
        )
        sys.stdout.buffer.write(line.encode() + b"\n")


def export(
    *,
    ledger: Annotated[str, options.LEDGER],
    form: Annotated[str, options.EXPORT_FORMAT] = "jsonl",
    out: Annotated[Path | None, options.OUT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Write all incidents of a ledger, by day and then by id: for programs, or as a codebook has them."""
    form = choice(form, (*EXPORTS, *CODEBOOKS), what="format", option="--format")
    if form in CODEBOOKS:
        from reportedly.desk.projecting import export_codebook  # noqa: PLC0415 - --help must not load the rooms

        export_codebook(ledger, form, out=out, rules=rules)
        return
    if rules is not None:
        raise typer.BadParameter(f"only a codebook has rules: {', '.join(CODEBOOKS)}", param_hint="--rules")

    from reportedly.desk.outputs import whole_file, writing  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.exporting.formats import EXPORTERS, ExportFormat  # noqa: PLC0415 - likewise
    from reportedly.ledger.open import reading_ledger  # noqa: PLC0415 - likewise
    from reportedly.ledger.reading import incidents  # noqa: PLC0415 - likewise

    write = EXPORTERS[ExportFormat(form)]
    with printing(), reading_ledger(ledger) as engine, engine.reading() as transaction:
        found = incidents(transaction, engine.index)
        if out is None:
            write(found, sys.stdout.buffer)
            return
        with writing(out), whole_file(out) as stream:
            write(found, stream)


def circle(words: str | None, radius_km: float | None) -> "Near | None":
    """The circle that is asked for; which place was taken, and what else is called so, is said on standard error."""
    if words is None:
        if radius_km is not None:
            raise typer.BadParameter("how far around what? Give --near PLACE-OR-LAT,LON too.", param_hint="--radius")
        return None
    from reportedly.desk.filters import near_of  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.desk.places import place_name  # noqa: PLC0415 - likewise

    circle, meant = near_of(words, radius_km=radius_km)
    if meant is not None:
        others = "; ".join(place_name(place) for place in meant.others[:3])
        also = f" (not {others})" if others else ""
        typer.echo(f"within {circle.radius_km:g} km of {place_name(meant.place)}{also}", err=True)
    return circle


def _print_page(transaction: "Transaction", index: "Index", wanted: "Filter", page: "Page", *, form: str) -> None:
    """Prints the incidents of the page, and on standard error how to get at those behind it."""
    from reportedly.desk.naming import incident_meant  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.exporting.formats import EXPORTERS, ExportFormat  # noqa: PLC0415 - likewise
    from reportedly.ledger.reading import count, incidents  # noqa: PLC0415 - likewise

    if page.after is not None:
        page = replace(page, after=incident_meant(transaction, page.after))
    if form != "table":
        EXPORTERS[ExportFormat(form)](incidents(transaction, index, wanted=wanted, page=page), sys.stdout.buffer)
        return
    from reportedly.desk.listing import print_list, short_id  # noqa: PLC0415 - JSON needs no rich

    limit = page.limit or ROWS
    found = incidents(transaction, index, wanted=wanted, page=replace(page, limit=limit + 1))
    shown = list(islice(found, limit))
    more = next(found, None) is not None
    print_list(shown, sys.stdout)
    if more:
        total = count(transaction, index, wanted=wanted)
        typer.echo(f"{len(shown)} of {total} that fit; the next ones: --after {short_id(shown[-1].id)}", err=True)
