"""The command line: arguments in, an answer on standard output, problems on standard error, an exit status.

Exit status: 0 all done; 1 done, some reports refused; 2 the call itself was wrong; 130 stopped by hand; 141 the reader
of standard output went away.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.desk import asking, counting, deciding, keeping, serving, testing, then
from reportedly.desk.arguments import format_named, is_same, moment_named
from reportedly.desk.endings import REFUSED, WRONG_CALL, leave_quietly, printing, stopping_quietly
from reportedly.desk.options import DEBUG, OUT
from reportedly.errors import Refusal, ReportedlyError
from reportedly.records.incidents import Telling

if TYPE_CHECKING:
    from reportedly.desk.answers import Format

DEMO_PAGE = Path("reportedly-demo.html")
FIRST = "retelling"
"""The sample that opens the demo: the item the product was made from, retold."""

app = typer.Typer(
    name="reportedly",
    help="Reads news reports of armed attacks and keeps who said what.",
    epilog="Example: reportedly read report.txt --published 2023-10-18",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

FORMAT = typer.Option(
    "--format",
    "-f",
    metavar="table|jsonl|html",
    help="How to answer. A terminal gets a table, a pipe JSON Lines, a file what its name ends in.",
)
PLACES_FORMATS = ("table", "jsonl")
PLACES_FORMAT = typer.Option(
    "--format", "-f", metavar="table|jsonl", help="How to answer. A terminal gets a table, a pipe JSON Lines."
)
GAZETTEER = typer.Option(
    "--gazetteer",
    metavar="FILE",
    help="Places and spellings of your own, TOML or CSV; see docs/how-to/add-places.md.",
)
ACTORS_FORMATS = ("table", "jsonl")
ACTORS_FORMAT = typer.Option(
    "--format", "-f", metavar="table|jsonl", help="How to answer. A terminal gets a table, a pipe JSON Lines."
)
ACTORS = typer.Option(
    "--actors",
    metavar="FILE",
    help="Groups, forces and organisations of your own, TOML; see docs/how-to/add-actors.md.",
)


def main() -> None:
    """The entry point of the command ``reportedly``."""
    try:
        app()
    except ReportedlyError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(WRONG_CALL)


@app.command(
    epilog="Example: reportedly read reports/ latest.html https://news.example/item --format html --out told.html"
)
def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, globs, http(s) addresses, or - for standard input."),
    ],
    *,
    form: Annotated[str | None, FORMAT] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="Day or time of publication for inputs that lack one."),
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option("--publisher", metavar="NAME", help="Who printed the inputs that do not say so."),
    ] = None,
    gazetteer: Annotated[Path | None, GAZETTEER] = None,
    actors: Annotated[Path | None, ACTORS] = None,
    out: Annotated[Path | None, OUT] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let the addresses named here lead into a private network.")
    ] = False,
    debug: Annotated[bool, DEBUG] = False,
) -> None:
    """Read reports and print what each one tells; nothing is kept."""
    moment = None if published is None else moment_named(published, option="--published")
    chosen = format_named(form)

    from reportedly.pipeline.additions import read_addition  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.pipeline.run import read_and_tell  # noqa: PLC0415 - likewise
    from reportedly.reading.limits import Limits  # noqa: PLC0415 - likewise
    from reportedly.records.additions import Additions  # noqa: PLC0415 - likewise

    found = read_and_tell(
        paths,
        published=moment,
        publisher=publisher,
        stdin=sys.stdin.buffer,
        limits=Limits(allow_private=allow_private),
        additions=Additions(gazetteer=read_addition(gazetteer), actors=read_addition(actors)),
    )
    _answer(found, form=chosen, out=out, debug=debug)


@app.command(epilog="Example: reportedly demo --out demo.html")
def demo(
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write the page.")] = DEMO_PAGE,
    debug: Annotated[bool, DEBUG] = False,
) -> None:
    """Read the sample reports that ship with reportedly: a table here, a page to look at, and a ledger to ask."""
    from importlib.resources import as_file, files  # noqa: PLC0415 - only asked for here

    from reportedly.pipeline.run import read_and_tell  # noqa: PLC0415 - --help must not load the rooms

    with stopping_quietly(), as_file(files("reportedly").joinpath("samples")) as folder:
        samples = [path for path in folder.iterdir() if path.suffix != ".md"]
        found = list(
            read_and_tell([str(path) for path in sorted(samples, key=lambda path: (path.stem != FIRST, path))])
        )
    typer.echo("The sample reports are written for this demo; what they tell is invented or plainly retold.", err=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    tellings = [item for item in found if not isinstance(item, Refusal)]
    _answer(tellings, form=format_named("html"), out=out, debug=debug)
    typer.echo(f"The same with every word marked, to look at in a browser: {out.resolve().as_uri()}", err=True)
    _answer(found, form=format_named("table"), out=None, debug=debug)

    from reportedly.desk.demo import show_ledger  # noqa: PLC0415 - likewise

    with printing():
        show_ledger(out.with_suffix(".sqlite"), occasion=keeping.occasion(), stream=sys.stdout)


keeping.register(app)
asking.register(app)
then.register(app)
counting.register(app)
testing.register(app)
deciding.register(app)
serving.register(app)


@app.command(epilog="Example: reportedly codebook mortar")
def codebook(
    word: Annotated[str, typer.Argument(metavar="[WORD]", help="A code or a vocabulary.", show_default=False)] = "",
) -> None:
    """Look up a type, stage, weapon, kind, basis or precision; without WORD, list them all."""
    from reportedly.codebook.lookup import lookup  # noqa: PLC0415 - --help must not load the codebook
    from reportedly.desk.entries import print_entries, print_vocabularies  # noqa: PLC0415 - likewise

    found = lookup(word)
    if not word.strip():
        print_vocabularies(found, sys.stdout)
        return
    if not found:
        raise typer.BadParameter(
            f"the codebook has no {word!r}; reportedly codebook lists what it has.", param_hint="WORD"
        )
    if not any(is_same(word, entry.code) or is_same(word, entry.vocabulary) for entry in found):
        near = ", ".join(dict.fromkeys(entry.code for entry in found))
        typer.echo(f"the codebook has no {word!r}; did you mean {near}?", err=True)
    print_entries(found, sys.stdout)


@app.command(epilog='Example: reportedly who "Kata\'ib Hizballah"')
def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A group, force, state or organisation, or an actor_id.")],
    *,
    form: Annotated[str | None, ACTORS_FORMAT] = None,
    actors: Annotated[Path | None, ACTORS] = None,
) -> None:
    """Show what the codebook knows of an actor, whom else the name could mean, and why those are not taken."""
    chosen = format_named(form, among=ACTORS_FORMATS)

    from reportedly.codebook.book import codebook as known  # noqa: PLC0415 - --help must not load the codebook
    from reportedly.codebook.who import who as brought_up  # noqa: PLC0415 - likewise
    from reportedly.desk.actors import actor_lines, print_actors  # noqa: PLC0415 - likewise
    from reportedly.pipeline.additions import read_addition  # noqa: PLC0415 - likewise

    book = known(read_addition(actors))
    found = brought_up(name, book)
    if not any(one.taken for one in found):
        near = ", ".join(dict.fromkeys(one.actor.name for one in found))
        offered = f" Did you mean {near}?" if near else ""
        raise typer.BadParameter(f"the codebook has no actor {name!r}.{offered}", param_hint="NAME")
    if (chosen or ("table" if sys.stdout.isatty() else "jsonl")) == "table":
        print_actors(found, book, sys.stdout)
    else:
        typer.echo(actor_lines(name, found), nl=False)


@app.command(epilog='Example: reportedly where "Ain al-Assad"')
def where(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place in any spelling, or a place_id.")],
    *,
    form: Annotated[str | None, PLACES_FORMAT] = None,
    gazetteer: Annotated[Path | None, GAZETTEER] = None,
) -> None:
    """Show what the gazetteer knows of a place, the other places of its name, and why they rank so."""
    chosen = format_named(form, among=PLACES_FORMATS)

    from reportedly.desk.known_places import place_lines, print_places  # noqa: PLC0415 - --help must not load the rooms
    from reportedly.desk.wording import wording  # noqa: PLC0415 - likewise
    from reportedly.gazetteer.load import load  # noqa: PLC0415 - likewise
    from reportedly.pipeline.additions import read_addition  # noqa: PLC0415 - likewise
    from reportedly.understanding.places.lookup import ranked, spelled_alike  # noqa: PLC0415 - likewise

    places = load(read_addition(gazetteer))
    found, near = ranked(name, places), spelled_alike(name, places)
    if not found:
        offered = f" Did you mean {', '.join(near)}?" if near else ""
        raise typer.BadParameter(f"the gazetteer has no {name!r}.{offered}", param_hint="NAME")
    if (chosen or ("table" if sys.stdout.isatty() else "jsonl")) == "table":
        print_places(found, places, sys.stdout)
    else:
        typer.echo(place_lines(name, found, places), nl=False)
    if near:
        typer.echo(wording().phrase("near_names", names=", ".join(near)), err=True)


@app.command(epilog="Example: reportedly version")
def version() -> None:
    """Print the version and the number of the contract the output keeps."""
    from importlib.metadata import version as installed  # noqa: PLC0415 - only asked for here

    from reportedly.exporting.contract import CONTRACT  # noqa: PLC0415 - only asked for here

    typer.echo(f"reportedly {installed('reportedly')} (contract {CONTRACT})")


def _answer(found: Iterable[Telling | Refusal], *, form: "Format | None", out: Path | None, debug: bool) -> None:
    """Writes the answer and ends with the exit status that fits."""
    from reportedly.desk.answers import answer, format_for  # noqa: PLC0415 - --help must not load the writers
    from reportedly.settings import settings  # noqa: PLC0415 - likewise

    chosen = format_for(form, out=out, terminal=sys.stdout.isatty())
    try:
        with stopping_quietly():
            outcome = answer(found, form=chosen, out=out, debug=debug or settings().debug)
    except BrokenPipeError:
        leave_quietly()
    except OSError as error:
        typer.echo(f"error: {error.filename or 'output'} cannot be written: {error.strerror}", err=True)
        raise typer.Exit(WRONG_CALL) from error
    if outcome.refused:
        typer.echo(f"{outcome.told} told, {outcome.refused} refused", err=True)
        raise typer.Exit(REFUSED)
