"""A clean text in, its attributions out: who said what, through whom, how firmly."""

from reportedly.understanding.speech.attribute import find_attributions

__all__ = ["find_attributions"]
