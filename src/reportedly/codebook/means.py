"""A weapon's code in, the type of incident it makes out (data: ``means.toml``)."""

import tomllib
from functools import cache
from importlib import resources
from typing import cast

from reportedly.errors import DataError
from reportedly.records.vocabulary import IncidentType


@cache
def _raw() -> dict[str, dict[str, object]]:
    path = resources.files(__package__).joinpath("means.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def implied_weapon(kind: IncidentType) -> str | None:
    """The code of the weapon that a type of incident implies by its name; None where it implies none."""
    code = _raw()["implied"].get(kind.value)
    return code if isinstance(code, str) else None


@cache
def _types() -> dict[str, IncidentType]:
    types = cast("dict[str, list[str]]", _raw()["types"])
    try:
        return {code: IncidentType(kind) for kind, codes in types.items() for code in codes}
    except ValueError as error:
        raise DataError(f"codebook/means.toml: {error}") from error


def type_of_weapon(code: str) -> IncidentType | None:
    """The type an incident has by its weapon alone; None for weapons of many uses."""
    return _types().get(code)


@cache
def _stoppable() -> frozenset[str]:
    return frozenset(cast("list[str]", _raw()["stopped"]["codes"]))


def is_stoppable(code: str) -> bool:
    """True for a weapon that is stopped when destroyed; False for what is hit then, and for unknown codes."""
    return code in _stoppable()
