"""Statements: what a report says beyond its incidents (forces, tallies, series, novelty, denials, accusations)."""

from dataclasses import dataclass

from reportedly.records.spans import Span
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the report's own claims: ``value`` in the contract's shape for ``field``, on the words of ``span``.

    ``who`` is the span of the one who denies or accuses, where the words name one.
    """

    field: ClaimField
    span: Span
    value: dict[str, Value]
    who: Span | None = None
