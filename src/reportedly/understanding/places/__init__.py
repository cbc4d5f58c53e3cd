"""A clean text and the gazetteer in, every place the text names out."""

from urllib.parse import urlsplit

from reportedly.gazetteer.load import Gazetteer
from reportedly.gazetteer.place import PlaceKind
from reportedly.languages.places import PlaceWords, place_words
from reportedly.languages.tables import spoken
from reportedly.records.mentions import PlaceMention
from reportedly.records.reports import CleanText
from reportedly.understanding.places.naming import fullest, mention_of, with_missions
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
    origin = _origin(clean, words, gazetteer)
    people = people_in(tokens, words, gazetteer)
    search = Search(clean.text, tokens, words, gazetteer, people, small, origin)
    found = settle(search, find_spots(search))
    return fullest(with_missions(search, found, [mention_of(search, settled) for settled in found]))


_ALPHA_2 = {"uk": "GB"}
"""Top-level domains that differ from the country's ISO code."""
CITY_OF_A_PAPER = 200_000
"""People of a city whose name in a publisher's points to its country."""


def _origin(clean: CleanText, words: PlaceWords, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Countries the address's top-level domain and the publisher's name point to, without doubles."""
    found: dict[str, None] = {}
    domain = (urlsplit(clean.uri or "").hostname or "").rpartition(".")[2]
    code = _ALPHA_2.get(domain, domain.upper())
    if len(code) == 2 and gazetteer.country(code) is not None:  # noqa: PLR2004 (ISO 3166-1 alpha-2)
        found[code] = None
    for word in (clean.publisher or "").split():
        place = next(iter(gazetteer.candidates(word)), None)
        if word in words.demonyms:
            found[words.demonyms[word]] = None
        elif (
            place is not None
            and place.country is not None
            and not place.alias
            and _is_telling(place.kind, place.population)
        ):
            found[place.country] = None
    return tuple(found)


def _is_telling(kind: PlaceKind, population: int) -> bool:
    return kind in {PlaceKind.COUNTRY, PlaceKind.PROVINCE} or (kind is PlaceKind.CITY and population >= CITY_OF_A_PAPER)
