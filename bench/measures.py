"""One row of the benchmark's table: a figure, what it was measured on, and the naive baseline's figure beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """``value`` in the unit ``unit``; None where the data held no case, ``baseline`` None where none is defined.

    ``key`` is what a floor is kept under (``reports.main_f``). ``lower_is_better`` turns the floor into a ceiling.
    ``detail`` shows what stands behind the figure ("31/44"). ``rival``: another tool's figure, which no floor holds.
    ``floorless``: a figure to look at, which no floor may ever hold.
    """

    key: str
    label: str
    value: float | None
    unit: str = "%"
    baseline: float | None = None
    lower_is_better: bool = False
    detail: str = ""
    rival: bool = False
    floorless: bool = False


@dataclass(frozen=True, slots=True)
class Ratio:
    """``right`` of ``total``; nothing to count is no figure (None), not nought."""

    right: int
    total: int

    @property
    def percent(self) -> float | None:
        """0 to 100, None where ``total`` is 0."""
        return 100 * self.right / self.total if self.total else None

    def __str__(self) -> str:
        return f"{self.right}/{self.total}"


@dataclass(frozen=True, slots=True)
class Balance:
    """True and false positives and false negatives, and the three figures made of them (0 to 100)."""

    tp: float
    fp: float
    fn: float

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 0 where nothing was said."""
        return 100 * self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 0 where nothing is there."""
        return 100 * self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plus(self, other: "Balance") -> "Balance":
        """Both counts together (micro average)."""
        return Balance(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    def __str__(self) -> str:
        return f"P {self.precision:.1f} R {self.recall:.1f}"
