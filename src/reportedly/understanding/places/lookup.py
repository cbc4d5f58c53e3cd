"""A name in, the places it can mean out: as a text without any context would rank them, and why."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from reportedly.gazetteer.load import Gazetteer
from reportedly.gazetteer.names import fold
from reportedly.gazetteer.place import Place
from reportedly.understanding.places.sizes import SizePart, parts_of

MOST_NEAR = 5
ID_MARK = ":"
"""What no name holds and every ``place_id`` does."""
ALIKE = 0.82
"""difflib's ratio from which a spelling is offered: "Ain al-Asad" for "Ain al-Assaad", not "Basra" for "Sabra"."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place a bare name can mean; ``parts`` say what its ``weight`` is made of (a logarithmic scale)."""

    place: Place
    parts: Mapping[SizePart, float]

    @property
    def weight(self) -> float:
        """The sum of the parts; in a text, countries, provinces and places beside it add to this."""
        return round(sum(self.parts.values()), 1)


def ranked(name: str, gazetteer: Gazetteer) -> tuple[Ranked, ...]:
    """Every place of that name in any spelling, the likeliest first; a ``place_id`` gives that place."""
    found = gazetteer.candidates(name) or gazetteer.find(name)
    return tuple(sorted((Ranked(place, parts_of(place)) for place in found), key=lambda one: -one.weight))


def spelled_alike(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Names of other places that are spelled nearly so, the likest first, folded; offered, never taken for the name."""
    key = fold(name)
    if ID_MARK in key:
        return ()
    own = {place.place_id for place in gazetteer.candidates(name)}
    alike = sorted(
        (-likeness, other) for other in gazetteer.names_like(key) if (likeness := _likeness(key, other)) >= ALIKE
    )
    others = (other for _, other in alike if ID_MARK not in other and not _leads_to(own, other, gazetteer))
    return tuple(islice(others, MOST_NEAR))


def _leads_to(own: AbstractSet[str], name: str, gazetteer: Gazetteer) -> bool:
    return {place.place_id for place in gazetteer.candidates(name)} <= own


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
