"""The samples that ship in, a ledger that holds them out, and what several of them tell of one incident."""

import shlex
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO

import typer
from rich.text import Text

from reportedly.desk.checked import print_checks
from reportedly.desk.listing import list_view, short_id
from reportedly.desk.sheets.shown import print_sheet
from reportedly.desk.sheets.site import site_sheet
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import number_words
from reportedly.ledger.engine import Engine
from reportedly.ledger.open import reading_ledger, writing_ledger
from reportedly.ledger.reading import incidents, totals
from reportedly.pipeline.checking import verify
from reportedly.pipeline.keep import Occasion, add
from reportedly.pipeline.siting import site
from reportedly.reading.read import read
from reportedly.records.answers import Verdict
from reportedly.records.filters import Filter
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import ClaimField


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
    _show_questions(ledger, stream)


def _show_questions(ledger: Path, stream: IO[str]) -> None:
    """Shows a "first since" that the ledger bears out and one that it contradicts, then the page of that place."""
    words, console = wording(), terminal(stream)
    with reading_ledger(str(ledger)) as engine:
        ranked = [check for check in verify(engine) if check.assertion.claim.field is ClaimField.NOVELTY]
        with engine.reading() as transaction:
            known = {one.id: one for one in incidents(transaction, engine.index)}
        shown = [
            next((check for check in ranked if check.verdict is verdict), None)
            for verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED)
        ]
        tested = [check for check in shown if check is not None]
        console.print()
        console.print(Text(words.phrase("demo_verify"), "bold"))
        print_checks(tested, known, stream)
        areas = [check.assertion.place for check in tested if check.assertion.place is not None]
        if areas:
            console.print()
            console.print(Text(words.phrase("demo_site"), "bold"))
            print_sheet(site_sheet(site(engine, areas[-1]), known), stream)


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
