"""The options that several commands share, and those of the commands that ask a ledger or decide."""

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from reportedly.desk.arguments import choice

LEDGER = typer.Option(
    "--ledger", "-l", metavar="FILE-OR-URL", help="The ledger: a file, or its address as sqlite:///FILE."
)

DEBUG = typer.Option("--debug", help="Show the cause of an unexpected failure (also REPORTEDLY_DEBUG=1).")

BINARY = frozenset({"png", "pdf"})
"""Formats that no terminal shows."""

# What a list is about.
TYPE = typer.Option("--type", metavar="TYPE", help="Kind of incident; give it twice for either of two.")
STAGE = typer.Option("--stage", metavar="STAGE", help="How far it got.")
SINCE = typer.Option("--since", metavar="TIME", help="Not over before this day, month (2024-03) or year.")
UNTIL = typer.Option("--until", metavar="TIME", help="Begun by this day, month or year.")
NEAR = typer.Option("--near", metavar="PLACE-OR-LAT,LON", help="Around a place (Kirkuk; Tripoli, Lebanon) or a point.")
RADIUS = typer.Option(
    "--radius", metavar="KM", min=0, help="How far around it. Without it: 25, or the place's own extent."
)
COUNTRY = typer.Option("--country", metavar="COUNTRY", help="A country by its name or code.")
ACTOR = typer.Option("--actor", metavar="NAME-OR-ID", help="A state, force or group in any role.")
TARGET_KIND = typer.Option("--target-kind", metavar="KIND", help="Kind of target.")
RESPONSIBILITY = typer.Option("--responsibility", metavar="WORD", help="What is held about who did it.")
MIN_KILLED = typer.Option("--min-killed", metavar="N", min=0, help="At least so many killed.")
MIN_SOURCES = typer.Option("--min-sources", metavar="N", min=0, help="At least so many independent speakers.")
DISPUTED = typer.Option("--disputed/--undisputed", help="Whether reports or speakers differ.")
TEXT = typer.Option("--text", metavar="WORDS", help="Every one of these words stands in its reports or names.")

# How it is shown.
SORT = typer.Option("--sort", metavar="KEY", help="when, killed, sources or reports; -KEY turns it round.")
LIMIT = typer.Option("--limit", metavar="N", min=1, help="No more than so many. Without it: 50 in a table.")
AFTER = typer.Option("--after", metavar="ID", help="Go on behind this incident.")
AT = typer.Option(
    "--at", metavar="TIME", help="As it was known then: by reports published and decisions made by that day or time."
)
LIST_FORMAT = typer.Option(
    "--format", "-f", metavar="table|jsonl|csv", help="How to answer. A terminal gets a table, a pipe JSON Lines."
)
PICTURE_FORMAT = typer.Option(
    "--format",
    "-f",
    metavar="table|jsonl|svg|png",
    help="How to answer. A terminal gets a table, a pipe JSON Lines, a file what its name ends in.",
)
SHEET_FORMAT = typer.Option(
    "--format",
    "-f",
    metavar="table|jsonl|html|pdf",
    help="How to answer. A terminal gets a table, a pipe JSON Lines, a file what its name ends in.",
)
SHOW_FORMAT = typer.Option(
    "--format", "-f", metavar="table|jsonl", help="How to answer. A terminal gets a table, a pipe JSON Lines."
)
EXPORT_FORMAT = typer.Option(
    "--format",
    "-f",
    metavar="jsonl|csv|geojson|parquet|acled|ftm|ged|gtd|muc4|stix",
    help="What to write: a format, or a codebook.",
)
RULES = typer.Option(
    "--rules",
    metavar="FILE",
    help="Where a codebook's rules go: one a value, one an incident left out [default: OUT.rules.jsonl].",
)
OUT = typer.Option("--out", "-o", metavar="FILE", help="Write the answer here and not to standard output.")
POLICY = typer.Option(
    "--policy",
    metavar="POLICY",
    help="How values are chosen: latest-official, lowest, most-sources or earliest.",
)

# What a person decides.
BECAUSE = typer.Option("--because", metavar="REASON", help="Why; kept with the decision.")
WHO = typer.Option("--who", metavar="NAME", help="Who decides. Without it: the name you are logged in under.")


def format_for(word: str | None, forms: Sequence[str]) -> str:
    """The format that was asked for, else a table for a terminal and JSON Lines for a pipe."""
    if word is None:
        return "table" if sys.stdout.isatty() else "jsonl"
    return choice(word, forms, what="format", option="--format")


def drawn_as(word: str | None, out: Path | None, forms: Sequence[str]) -> str:
    """The format that was asked for, else what the output file's name ends in, else as ``format_for``.

    typer.BadParameter for a picture that would go to a terminal.
    """
    if word is None and out is not None:
        ending = out.suffix.lower().removeprefix(".")
        return ending if ending in forms else "jsonl"
    chosen = format_for(word, forms)
    if out is not None and chosen == "table":
        raise typer.BadParameter("a table is for a terminal; leave --out away", param_hint="--out")
    if out is None and chosen in BINARY and sys.stdout.isatty():
        raise typer.BadParameter(f"a {chosen} is no text; give it a file: --out FILE", param_hint="--format")
    return chosen
