"""A clean text in, its time expressions out, each with the interval it stands for and the reasoning that led there."""

from reportedly.understanding.times.finding import find_times, publication_day

__all__ = ["find_times", "publication_day"]
