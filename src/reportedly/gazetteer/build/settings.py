"""``settings.toml`` in, its rules as a typed value out."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.errors import DataError


@dataclass(frozen=True, slots=True)
class Settings:
    """The build's rules; see ``settings.toml`` for what each one does."""

    division_words: tuple[str, ...]
    division_leads: tuple[str, ...]
    generic_words: tuple[str, ...]
    air_words: tuple[str, ...]
    shortened: tuple[tuple[str, str], ...]
    articles: tuple[str, ...]
    article_countries: tuple[str, ...]
    alias_population: int
    alias_countries: tuple[str, ...]
    code_letters: int
    airfield_words: tuple[str, ...]
    airfield_variants: tuple[tuple[str, str], ...]
    airfield_without: tuple[str, ...]
    airfield_strict: tuple[str, ...]
    airfield_strict_words: tuple[str, ...]


@cache
def settings() -> Settings:
    """The rules; DataError for a missing or unknown key."""
    path = Path(__file__).with_name("settings.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {field.name for field in fields(Settings)}
    if set(raw) != known:
        raise DataError(f"{path}: keys must be {sorted(known)}, got {sorted(raw)}")
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    return Settings(**values)
