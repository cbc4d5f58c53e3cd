"""A party or thing of the text in, how many of it the text tells of out."""

from reportedly.coding.page import Page
from reportedly.languages.actors import actor_words
from reportedly.languages.phrases import tokenize
from reportedly.records.counts import Count
from reportedly.records.mentions import Figure
from reportedly.records.spans import Span

BESIDE = 1
"""At most this many characters part a number from those it counts ("two gunmen")."""


def number_of(page: Page, span: Span) -> Figure | None:
    """The number that opens the words of a span or stands right before them; None where none does."""
    for figure in page.mentions.figures:
        if figure.span.start == span.start or 0 <= span.start - figure.span.end <= BESIDE:
            return figure
    return None


def count_of_things(page: Page, span: Span) -> Count | None:
    """How many things a span names: the number beside it, else one or several by the form of its noun.

    None for people and forces: their nouns hide how many they are ("the army").
    """
    if (figure := number_of(page, span)) is not None:
        return figure.count
    tokens = tokenize(span.of(page.clean.text))
    if not tokens or not any(thing.span.overlaps(span) for thing in page.mentions.things):
        return None
    several = actor_words(page.clean.language).plural(tokens[-1].lower)
    return Count(2, None) if several else Count.exactly(1)
