"""Counts that carry their own uncertainty: the contract's RANGE."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """Between ``low`` and ``high``, both inclusive; ``high=None`` is "at least low", ``low=None`` "at most high".

    A text that is silent has no Count at all (None where a Count could stand).
    """

    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a count needs a low or a high; a silent text has no count")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a count needs low <= high, got {self.low}-{self.high}")

    @classmethod
    def exactly(cls, number: int) -> "Count":
        """Just ``number``."""
        return cls(number, number)

    @classmethod
    def at_least(cls, number: int) -> "Count":
        """``number`` or more."""
        return cls(number, None)

    def plus(self, other: "Count") -> "Count":
        """The sum of two counts of different things; an open end stays open."""
        low = (self.low or 0) + (other.low or 0)
        high = None if self.high is None or other.high is None else self.high + other.high
        return Count(low, high)


def span_of(counts: Iterable[Count]) -> Count | None:
    """The lowest and the highest of figures that disagree inside one report; None where there are none."""
    found = list(counts)
    if not found:
        return None
    lows = [count.low for count in found if count.low is not None]
    highs = [count.high for count in found]
    known = [high for high in highs if high is not None]
    if len(known) < len(highs) and not known:
        return Count(min(lows), None) if len(set(lows)) <= 1 else Count(min(lows), max(lows))
    top = max([*known, *lows])
    return Count(min(lows) if lows else None, top)
