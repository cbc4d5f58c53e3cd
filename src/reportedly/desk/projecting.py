"""A ledger in, another codebook's table and the rules behind it out as two files; a line on what was left out."""

from pathlib import Path

import typer

from reportedly.desk.endings import printing
from reportedly.desk.outputs import whole_file, writing
from reportedly.exporting.codebooks import CODEBOOKS, CodebookFormat
from reportedly.exporting.projection import Exported
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import incidents

RULES = ".rules.jsonl"
"""How the second file's name ends where none is given."""


def export_codebook(ledger: str, form: str, *, out: Path | None, rules: Path | None) -> None:
    """Writes both files; a call without ``--out`` is wrong, as two answers do not go to one standard output."""
    if out is None:
        raise typer.BadParameter(f"{form} writes two files, the table and its rules: --out FILE", param_hint="--out")
    beside = rules or out.with_name(out.name + RULES)
    if beside.resolve() == out.resolve():
        raise typer.BadParameter("the rules need a file of their own", param_hint="--rules")
    write = CODEBOOKS[CodebookFormat(form)]
    with (
        printing(),
        reading_ledger(ledger) as engine,
        engine.reading() as transaction,
        writing(out, beside),
        whole_file(out) as stream,
        whole_file(beside) as second,
    ):
        exported = write(incidents(transaction, engine.index), stream, second)
    typer.echo(_told(exported, beside), err=True)


def _told(exported: Exported, beside: Path) -> str:
    lines = [f"{exported.rows} rows of {exported.incidents} incidents; the rule of each value is in {beside}"]
    lines += [f"{why}: {number}" for why, number in exported.left_out.items()]
    return "\n".join(lines)
