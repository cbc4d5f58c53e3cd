"""A clean text and its mentions in, what it states beyond incidents out: presence, tally, series, novelty, denial."""

from reportedly.understanding.statements.find import find_statements

__all__ = ["find_statements"]
