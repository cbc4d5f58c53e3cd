"""Spans: half-open stretches of a report's text, counted in Unicode code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``; never empty, never negative (ValueError otherwise)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def of(self, text: str) -> str:
        """The exact words the span stands on."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}:{self.end} passes the end of a text of {len(text)} characters")
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """True where ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end
