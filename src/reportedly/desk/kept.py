"""Reports that are being kept in, progress and refusals on standard error and a closing line in words out."""

from collections import Counter
from collections.abc import Iterable

import typer

from reportedly.desk.answers import print_refusal
from reportedly.desk.progress import Watch
from reportedly.desk.wording import wording
from reportedly.errors import Refusal
from reportedly.ledger.engine import Engine
from reportedly.ledger.reading import totals
from reportedly.pipeline.derive import Reread
from reportedly.pipeline.keep import Occasion, Outcome, add
from reportedly.records.judgements import Decision
from reportedly.records.reports import Report

LISTED = 20
"""Ids that a summary names; there may be very many."""


def keep_all(
    engine: Engine, found: Iterable[Report | Refusal], *, occasion: Occasion, jobs: int, debug: bool
) -> tuple[str, int]:
    """Keeps the reports and names each refusal; the closing line, and how many were refused."""
    before = _incidents(engine)
    counted: Counter[Outcome] = Counter()
    refused = 0
    with Watch() as watch:
        for outcome in add(engine, found, occasion=occasion, jobs=jobs):
            if isinstance(outcome, Refusal):
                refused += 1
                with watch.pause():
                    print_refusal(outcome, debug=debug)
            else:
                counted[outcome] += 1
            watch.show(counted.total(), refused)
    after = _incidents(engine)
    line = wording().phrase(
        "kept",
        added=counted[Outcome.ADDED],
        known=counted[Outcome.KNOWN],
        versions=counted[Outcome.VERSION],
        refused=refused,
        incidents=after,
        new=max(0, after - before),
    )
    return line, refused


def print_reread(done: Reread, *, debug: bool) -> None:
    """What telling anew has changed: a line, then what is new, gone and lost, each by its id."""
    for refusal in done.refused:
        print_refusal(refusal, debug=debug)
    words = wording()
    counts = {"told": done.told, "otherwise": done.otherwise, "new": len(done.new), "gone": len(done.gone)}
    typer.echo(words.phrase("reread", **counts))
    for key, ids in (("reread_new", done.new), ("reread_gone", done.gone)):
        if ids:
            typer.echo(words.phrase(key, ids=_listed(ids)))
    for decision, ids in done.lost:
        typer.echo(words.phrase("reread_lost", decision=_decision(decision), ids=_listed(ids)))


def _incidents(engine: Engine) -> int:
    with engine.reading() as transaction:
        return totals(transaction)[1]


def _listed(ids: tuple[str, ...]) -> str:
    shown = ", ".join(ids[:LISTED])
    return f"{shown}, …" if len(ids) > LISTED else shown


def _decision(decision: Decision) -> str:
    return f"{decision.id} ({decision.act.value}, {decision.who}, {decision.when.date().isoformat()})"
