"""A disagreement in, its values out side by side: each value once, with everybody who gives it."""

import json
from dataclasses import dataclass

from reportedly.records.merged import Disagreement, Rival
from reportedly.records.values import Value


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, and who gives it in which report, in the disagreement's order."""

    value: Value
    rivals: tuple[Rival, ...]


def sides_of(disagreement: Disagreement) -> tuple[Side, ...]:
    """The values in the order in which they came up."""
    found: dict[str, list[Rival]] = {}
    for rival in disagreement.values:
        found.setdefault(json.dumps(rival.value, sort_keys=True), []).append(rival)
    return tuple(Side(rivals[0].value, tuple(rivals)) for rivals in found.values())
