"""A learned tagger: a text in, spans with the role that each fills out; and the labels its training shares with it."""

from reportedly.understanding.tagger.labels import Tag
from reportedly.understanding.tagger.tagger import tagger

__all__ = ["Tag", "tagger"]
