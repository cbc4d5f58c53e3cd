"""Nothing in, the weights of the features out (data: ``weights.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from reportedly.errors import DataError


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds where it speaks for one incident, and takes away where it speaks against it."""

    speaking_for: float
    against: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """``base``: the score where nothing is known; from ``same`` up a pair is one, from ``different`` down two."""

    base: float
    same: float
    different: float
    features: Mapping[str, Weight]


@cache
def weights() -> Weights:
    """The weights that ship; DataError where a key is missing or no number."""
    raw = tomllib.loads(resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    try:
        rows = cast("Mapping[str, Mapping[str, float]]", raw["weights"])
        return Weights(
            base=float(raw["base"]),
            same=float(raw["same"]),
            different=float(raw["different"]),
            features={name: Weight(float(row["for"]), float(row["against"])) for name, row in rows.items()},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"merging/weights.toml: {error!r}: a number is wanted") from error
