"""The only reader of the environment: variables in, typed settings out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

_NO = frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment may set; ``debug`` (``REPORTEDLY_DEBUG``) prints the cause of an unexpected failure."""

    debug: bool = False


def settings_in(environment: Mapping[str, str]) -> Settings:
    """The settings that ``environment`` holds; a variable that is not there leaves its default."""
    return Settings(debug=environment.get("REPORTEDLY_DEBUG", "").strip().lower() not in _NO)


def settings() -> Settings:
    """The settings of this process's own environment."""
    return settings_in(os.environ)
