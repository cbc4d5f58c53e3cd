"""What a person typed in, the value that was meant out, or an error that says what would be right."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import typer

from reportedly.records.moments import Moment, parse_moment

if TYPE_CHECKING:
    from reportedly.desk.answers import Format

FORMATS = ("table", "jsonl", "html")
LIKENESS = 0.5
"""How alike a word must be to be offered instead; difflib's scale, at which "josnl" and "jsonl" come to 0.8."""


def near(word: str, choices: Iterable[str]) -> list[str]:
    """The choices that ``word`` may have meant, likest first, at most three."""
    return get_close_matches(word.lower(), list(choices), n=3, cutoff=LIKENESS)


def format_named(word: str | None, *, among: Sequence[str] = FORMATS) -> "Format | None":
    """The format of that name, None for None; typer.BadParameter (exit status 2) for a name that is not ``among``."""
    if word is None:
        return None
    from reportedly.desk.answers import Format  # noqa: PLC0415 - --help must not load the writers

    if word.lower() in among:
        return Format(word.lower())
    offered = near(word, among)
    hint = f"Did you mean {offered[0]}?" if offered else f"Choose from {', '.join(among)}."
    raise typer.BadParameter(f"there is no format {word!r}. {hint}", param_hint="--format")


def moment_named(word: str, *, option: str) -> Moment:
    """The day or time that ``word`` writes in ISO 8601; typer.BadParameter (exit status 2) where it writes none."""
    try:
        return parse_moment(word)
    except ValueError as error:
        reason = f"{word!r} is not a date: {error}. Write a day as 2023-10-18 or a time as 2023-10-18T14:30+03:00."
        raise typer.BadParameter(reason, param_hint=option) from error


def is_same(word: str, code: str) -> bool:
    """True where only case, a plural ending and the joints of words ("car bomb", "car_bomb") tell them apart."""
    typed, known = (name.lower().replace("-", "_").replace(" ", "_").strip("_") for name in (word, code))
    return typed in {known, f"{known}s"}
