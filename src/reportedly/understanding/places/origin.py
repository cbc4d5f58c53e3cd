"""Who printed a text in, the places its publisher's name and its address point to out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from reportedly.gazetteer.load import Gazetteer
from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.languages.places import PlaceWords, place_words
from reportedly.languages.tables import spoken
from reportedly.records.reports import CleanText

_ALPHA_2 = {"uk": "GB"}
"""Top-level domains that differ from the country's ISO code."""
CITY_OF_A_PAPER = 200_000
"""People of a city whose name in a publisher's points to its country."""
TOWN_OF_A_PAPER = 10_000
"""People of a town that may have a paper of its own; which namesake it is, the text tells."""
LONGEST_NAME = 3
"""Words in the name of a paper's town ("Fort Worth", "Salt Lake City")."""
SHORTEST_IN_HOST = 5
"""Letters a name in an address has at least: shorter ones are call signs and abbreviations."""
_SCHEME = "http"
_WHOLE = (PlaceKind.COUNTRY, PlaceKind.PROVINCE)


@dataclass(frozen=True, slots=True)
class Origin:
    """``countries`` are ISO codes; ``homes`` the namesakes, largest first, of each place in the publisher's names."""

    countries: tuple[str, ...] = ()
    homes: tuple[tuple[Place, ...], ...] = ()


NOWHERE = Origin()
"""Nothing is known of who printed the text."""


def origin_of(clean: CleanText, gazetteer: Gazetteer) -> Origin:
    """Countries and home towns that the address and the publisher's name point to, without doubles."""
    host = urlsplit(_SCHEME + (clean.uri or "").rpartition(_SCHEME)[2]).hostname or ""
    return _origin(host, clean.publisher or "", spoken(clean.language), gazetteer)


@lru_cache(maxsize=4096)
def _origin(host: str, publisher: str, language: str, gazetteer: Gazetteer) -> Origin:
    words = place_words(language)
    countries: dict[str, None] = {}
    code = _ALPHA_2.get(host.rpartition(".")[2], host.rpartition(".")[2].upper())
    if len(code) == 2 and gazetteer.country(code) is not None:  # noqa: PLR2004 (ISO 3166-1 alpha-2)
        countries[code] = None
    countries |= {words.demonyms[word]: None for word in publisher.split() if word in words.demonyms}
    homes: dict[tuple[Place, ...], None] = {}
    for namesakes in (*_named(publisher, words, gazetteer), *_in_host(host, words, gazetteer)):
        homes[namesakes] = None
        first = namesakes[0]
        alone = all(place.country == first.country for place in namesakes)
        large = first.kind is not PlaceKind.CITY or first.population >= CITY_OF_A_PAPER
        if first.country is not None and alone and large:
            countries[first.country] = None
    return Origin(tuple(countries), tuple(homes))


def _named(publisher: str, words: PlaceWords, gazetteer: Gazetteer) -> Iterator[tuple[Place, ...]]:
    """Namesakes of each longest run of the publisher's words that is a place."""
    parts, start = publisher.replace("-", " ").split(), 0
    while start < len(parts):
        step = 1
        for length in range(min(LONGEST_NAME, len(parts) - start), 0, -1):
            run = parts[start : start + length]
            found = () if all(word.lower() in words.publishers for word in run) else _homes(" ".join(run), gazetteer)
            if found:
                yield found
                step = length
                break
        start += step


def _in_host(host: str, words: PlaceWords, gazetteer: Gazetteer) -> Iterator[tuple[Place, ...]]:
    """Namesakes of each part of the address that is a place once the words of papers are taken off it."""
    for label in host.split(".")[:-1]:
        name = _bare(label.replace("-", ""), words)
        if len(name) >= SHORTEST_IN_HOST and name not in words.common:
            spaced = (f"{name[:at]} {name[at:]}" for at in range(2, len(name) - 1))
            found = next((homes for one in (name, *spaced) if (homes := _homes(one, gazetteer))), ())
            if found:
                yield found


def _bare(label: str, words: PlaceWords) -> str:
    """The label without the words of papers at its ends ("thedallasnews": "dallas")."""
    for word in sorted(words.publishers, key=len, reverse=True):
        if label != word and (label.startswith(word) or label.endswith(word)):
            return _bare(label.removeprefix(word) if label.startswith(word) else label.removesuffix(word), words)
    return "" if label in words.publishers else label


def _homes(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    kept = [
        place
        for place in gazetteer.candidates(name)
        if not place.alias
        and (place.kind is PlaceKind.COUNTRY or not name.isupper())
        and (place.kind in _WHOLE or (place.kind is PlaceKind.CITY and place.population >= TOWN_OF_A_PAPER))
    ]
    return tuple(kept)
