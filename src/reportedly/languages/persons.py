"""A language code in, the words that open, join and end the names of persons out (``<code>/persons.toml``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table

Phrase = tuple[str, ...]
"""Lower-case words in order."""


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What a language says about persons' names; ``titles`` give the party kind of whoever bears them.

    The comments in the TOML file say what each list is for; ``opening`` are all words a name or its titles can begin
    with. ``frame`` holds ``{}`` for a title, ``look_alike`` no name.
    """

    titles: Mapping[Phrase, str]
    services: Mapping[str, str]
    longest: int
    opening: frozenset[str]
    plain: frozenset[Phrase]
    particles: frozenset[str]
    institutions: frozenset[str]
    given: frozenset[str]
    ending: frozenset[str]
    describing: frozenset[str]
    listing: frozenset[str]
    of: frozenset[str]
    frame: str
    look_alike: str


@cache
def person_words(language: str) -> PersonWords:
    """The words of ``language`` (BCP 47); DataError where the file lacks a key."""
    code = spoken(language)
    raw = cast("Mapping[str, Mapping[str, object]]", table(code, "persons"))
    try:
        titles, names = raw["titles"], raw["names"]
        kinds = {key: value for key, value in titles.items() if isinstance(value, list)}
        opening = {tuple(title.split()): kind for kind, listed in kinds.items() for title in listed}
        lists = {key: cast("list[str]", names[key]) for key in _LISTS}
        return PersonWords(
            titles=opening,
            services={word: kind for kind, words in raw["services"].items() for word in cast("list[str]", words)},
            opening=frozenset(
                {title[0] for title in opening}
                | {word for words in raw["services"].values() for word in cast("list[str]", words)}
                | set(str(names["given"]).split())
            ),
            longest=max(map(len, opening)),
            plain=frozenset(tuple(title.split()) for title in cast("list[str]", names["plain"])),
            given=frozenset(str(names["given"]).split()),
            frame=str(titles["frame"]),
            look_alike=str(titles["look_alike"]),
            **{key: frozenset(words) for key, words in lists.items()},
        )
    except KeyError as error:
        raise DataError(f"languages/{code}/persons.toml: the key {error} is missing") from error


_LISTS = ("particles", "institutions", "ending", "describing", "listing", "of")
