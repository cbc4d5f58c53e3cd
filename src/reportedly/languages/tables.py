"""A language code and a layer in (``en``, ``speech``), that layer's table out, as TOML gives it."""

import tomllib
from functools import cache
from importlib import resources

from reportedly.errors import DataError

FALLBACK = "en"
"""The language whose rules read a text in a language without a folder; English is the only one so far."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a folder, sorted."""
    root = resources.files(__package__)
    return tuple(sorted(entry.name for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith("_")))


def spoken(code: str) -> str:
    """The folder that reads ``code`` (BCP 47): its own primary subtag's, else the fallback's."""
    primary = code.split("-", 1)[0].lower()
    return primary if primary in languages() else FALLBACK


@cache
def table(code: str, layer: str) -> dict[str, object]:
    """The table of one layer of one language; DataError where the file is missing or is no TOML."""
    path = resources.files(__package__).joinpath(code, f"{layer}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"{path}: the language {code!r} has no layer {layer!r}") from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: not TOML: {error}") from error
