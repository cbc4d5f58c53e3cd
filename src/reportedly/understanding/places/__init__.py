"""A clean text and the gazetteer in, every place the text names out."""

from reportedly.gazetteer.load import Gazetteer
from reportedly.languages.places import place_words
from reportedly.languages.tables import spoken
from reportedly.records.mentions import PlaceMention
from reportedly.records.reports import CleanText
from reportedly.understanding.places.naming import fullest, mention_of, with_missions
from reportedly.understanding.places.origin import origin_of
from reportedly.understanding.places.people import people_in
from reportedly.understanding.places.settle import settle
from reportedly.understanding.places.spot import Search
from reportedly.understanding.places.spots import find_spots
from reportedly.understanding.places.tokens import tokens_of

__all__ = ["find_places"]


def find_places(clean: CleanText, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Places named outside furniture, in text order, without overlap; a place not settled has no point.

    Names are looked up longest first; one inside a person's or an organisation's is left out. Namesakes are told apart
    by the place named behind ("Aurora, Illinois"), the countries and other places of the text, their kind and size.
    """
    words = place_words(spoken(clean.language))
    tokens = tokens_of(clean, words)
    small = frozenset(token.low for token in tokens if not token.cap)
    origin = origin_of(clean, gazetteer)
    people = people_in(tokens, words, gazetteer)
    search = Search(clean.text, tokens, words, gazetteer, people, small, origin)
    found = settle(search, find_spots(search))
    return fullest(with_missions(search, found, [mention_of(search, settled) for settled in found]))
