"""A disagreement in, its values out side by side: each value once, with everybody who gives it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.records.merged import Disagreement, Rival
from reportedly.records.values import Value


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, and who gives it in which report, in the disagreement's order."""

    value: Value
    rivals: tuple[Rival, ...]


def sides_of(disagreement: Disagreement, origins: Mapping[str, str]) -> tuple[Side, ...]:
    """The values in the order in which they came up; ``origins`` (by a report's id) leave out what a copy repeats."""
    found: dict[str, list[Rival]] = {}
    for rival in disagreement.values:
        found.setdefault(json.dumps(rival.value, sort_keys=True), []).append(rival)
    return tuple(Side(rivals[0].value, _own(rivals, origins)) for rivals in found.values())


def _own(rivals: Sequence[Rival], origins: Mapping[str, str]) -> tuple[Rival, ...]:
    given = {(rival.source, rival.report_id) for rival in rivals}
    return tuple(
        rival
        for rival in rivals
        if (origin := origins.get(rival.report_id, rival.report_id)) == rival.report_id
        or (rival.source, origin) not in given
    )
