"""The samples that ship in, a ledger that holds them out, and what several of them tell of one incident."""

import shlex
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO

import typer
from rich.text import Text

from reportedly.desk.listing import list_view, short_id
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import number_words
from reportedly.ledger.engine import Engine
from reportedly.ledger.open import writing_ledger
from reportedly.ledger.reading import incidents, totals
from reportedly.pipeline.keep import Occasion, add
from reportedly.reading.read import read
from reportedly.records.filters import Filter
from reportedly.records.merged import Incident


def show_ledger(ledger: Path, *, occasion: Occasion, stream: IO[str]) -> None:
    """Keeps the samples in a ledger, lists the incidents told by several reports that disagree, and says how to ask."""
    with writing_ledger(str(ledger), create=True, notify=lambda words: typer.echo(words, err=True)) as engine:
        _fill(engine, occasion)
        with engine.reading() as transaction:
            disputed = incidents(transaction, engine.index, wanted=Filter(disputed=True))
            found = [one for one in disputed if len(_own_reports(one)) > 1]
            reports, merged = totals(transaction)
    words = wording()
    console = terminal(stream)
    console.print()
    counts = {"reports": number_words("report", reports), "incidents": number_words("incident", merged)}
    console.print(Text(words.phrase("demo_ledger", ledger=ledger, number=len(found), **counts), "bold"))
    console.print(list_view(found, width=console.width))
    console.print()
    for phrase, call in _calls(found, shlex.quote(str(ledger))):
        console.print(Text(words.phrase(phrase), "dim"))
        console.print(Text(f"  {call}"), soft_wrap=True)


def _fill(engine: Engine, occasion: Occasion) -> None:
    """Reads the samples in; those that are there already change nothing."""
    with as_file(files("reportedly").joinpath("samples")) as folder:
        samples = sorted(str(path) for path in folder.iterdir() if path.suffix != ".md")
        for _ in add(engine, read(samples), occasion=occasion):
            pass


def _own_reports(incident: Incident) -> set[str]:
    """The reports that tell it in words of their own."""
    return {told.report_id for told in incident.reports if told.copy_of is None}


def _calls(found: Iterable[Incident], ledger: str) -> Iterable[tuple[str, str]]:
    """Commands to go on with: all of the one that most reports tell, another question, and the desk."""
    most = max(found, key=lambda one: len(one.reports), default=None)
    if most is not None:
        yield "demo_show", f"reportedly show {short_id(most.id)} --ledger {ledger}"
    yield "demo_list", f"reportedly list --ledger {ledger} --country Iraq --since 2023-10"
    yield "demo_desk", f"reportedly serve --ledger {ledger}"
