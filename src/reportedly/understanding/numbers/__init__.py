"""A clean text in, its cardinal numbers (with their hedges) and its ordinals out."""

from reportedly.understanding.numbers.figures import find_figures
from reportedly.understanding.numbers.ordinals import Ordinal, find_ordinals

__all__ = ["Ordinal", "find_figures", "find_ordinals"]
