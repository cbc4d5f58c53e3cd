"""What a search for places works with: the text's words around it, and the spots that could be names."""

from dataclasses import dataclass
from enum import Enum, auto

from reportedly.gazetteer.load import Gazetteer
from reportedly.gazetteer.place import Place
from reportedly.languages.places import PlaceWords
from reportedly.records.vocabulary import PlacePrecision
from reportedly.understanding.places.origin import NOWHERE, Origin
from reportedly.understanding.places.tokens import Case, Gap, Token

JOINED = (Gap.SPACE, Gap.HYPHEN)


class Cue(Enum):
    """How strongly the words around say that a name is a place."""

    NONE = auto()
    WEAK = auto()
    STRONG = auto()


class Risk(Enum):
    """Why a name may be no place."""

    NONE = auto()
    PERSON = auto()
    INSTITUTION = auto()
    """A building that stands for who sits in it."""
    EMBEDDED = auto()
    """Part of a longer name that is none of a place."""
    COMMON = auto()
    """A plain word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A possible name: tokens ``first`` to ``last`` (exclusive), characters ``start`` to ``end``.

    ``kind`` is the precision the words around give it ("city of", "province"), None where they give none;
    ``noun_end`` the end of the generic word behind the name (equal to ``end`` without one). ``direction`` is the start
    of a direction in front ("eastern"), None without one.
    """

    first: int
    last: int
    start: int
    end: int
    candidates: tuple[Place, ...]
    cue: Cue
    risk: Risk
    case: Case
    sentence: int
    kind: PlacePrecision | None = None
    noun_end: int
    noun: tuple[str, ...] = ()
    direction: int | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """What a search walks over: the text, its words, the language's words and the gazetteer."""

    text: str
    tokens: list[Token]
    words: PlaceWords
    gazetteer: Gazetteer
    people: frozenset[str]
    small: frozenset[str]
    """Words that stand in small letters somewhere in the text."""
    origin: Origin = NOWHERE
    """What the publisher's name and the address point to."""

    def at(self, number: int) -> Token | None:
        """The word of that number; None past either end."""
        return self.tokens[number] if 0 <= number < len(self.tokens) else None
