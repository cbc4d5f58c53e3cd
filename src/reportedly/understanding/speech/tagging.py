"""A word in its place in, its one-letter tag out."""

from functools import lru_cache
from typing import NamedTuple

from reportedly.languages.speech import SpeechTable, Verb

MARKS = {
    ",": ",", ";": ";", ":": ":", "—": ";", "–": ";", "-": ";", "--": ";", "|": ";", "(": "(", "[": "(", ")": ")",
    "]": ")", "“": '"', "”": '"', '"': '"', "''": '"',
    "‘": "'", "’": "'", "'": "'", ".": ".", "?": ".", "!": ".", "…": ".",
}  # fmt: skip
"""The tag of each punctuation mark."""
_LY, _ED, _ING = 4, 4, 5
"""How long a word must be for its ending to count ("red", "king" and "fly" are too short)."""
_NOUNISH = frozenset("DPSOQ")
_SUBJECT_END = frozenset("NCRWXLEQM),")
_AFTER_LOOSE = frozenset('TDRPXQ"BW:')


class Place(NamedTuple):
    """What surrounds a word: the tag and the word in front of it, a guess at the tag behind it.

    ``heading``: the word stands in a headline, where verbs may be capitalised; ``shouted``: all text is in capitals.
    """

    prev: str
    low_prev: str
    after: str
    heading: bool
    shouted: bool


def peek(word: str, table: SpeechTable) -> str:
    """A guess at the tag of a word without its place."""
    low = word.lower()
    if word[:1].isdigit():
        return "Q"
    return table.tags.get(low) or MARKS.get(low) or ("C" if word[:1].isupper() else "N")


def tag_of(word: str, low: str, *, place: Place, table: SpeechTable) -> str:
    """The tag of a word (not of a mark or a number); see ``Tokens`` for the letters."""
    verb = table.verbs.get(low)
    if verb is not None and place.shouted and verb.loose and not verb.participle and place.prev != "R":
        verb = None
    if verb is not None and verb.takes == "none" and low in table.tags:
        return table.tags[low]
    if verb is not None and _may_be_verb(word, verb, place):
        return _verb_tag(verb, low, place=place, table=table)
    tag = table.tags.get(low) or _open_class(low, low if place.shouted else word, prev=place.prev, table=table)
    if tag == "M" and low in table.given and place.prev == "C" and place.after not in "Q.":
        return "C"
    return _named(tag, word, place) if word[0].isupper() and not place.shouted else _adjective(tag, low, table)


@lru_cache(maxsize=16_384)
def small_tag(word: str, table: SpeechTable) -> str:
    """The tag of a word in small ASCII letters; "" for a form of a speech verb, whose place tells. Words come back."""
    return "" if word in table.verbs else plain_tag(word, prev="", table=table)


def plain_tag(low: str, *, prev: str, table: SpeechTable) -> str:
    """The tag of a lower-case word that is no form of a speech verb: most words of a text."""
    tag = table.tags.get(low) or _by_ending(low, prev=prev, table=table)
    return _adjective(tag, low, table)


def _may_be_verb(word: str, verb: Verb, place: Place) -> bool:
    """Capitalised words are names, but where a sentence or quotation begins, and in headlines."""
    if word.islower() or place.shouted or place.prev in '."':
        return True
    if place.prev == "," and place.after == "C" and verb.inverts and verb.finite and verb.participle:
        return True  # careless copy: "Two died, Reported Reuters"
    return (
        place.heading and place.prev in "CNM" and verb.takes == "any" and verb.finite and not (verb.loose or verb.plain)
    )


def _named(tag: str, word: str, place: Place) -> str:
    """The tag of a capitalised word of a closed class: often part of a name ("the Sunday Times", "Theresa May")."""
    if tag == "M":
        return "C" if place.prev == "D" else "M"
    if tag == "X" and place.prev in "IC":
        return "M" if place.prev == "I" else "C"
    if tag in "LIQF" and place.prev in "CDS" and len(word) > 1:
        return "C"
    return tag


def _adjective(tag: str, low: str, table: SpeechTable) -> str:
    return "N" if tag == "E" and low in table.adjectival else tag


def _open_class(low: str, word: str, *, prev: str, table: SpeechTable) -> str:
    """The tag of a word that no list knows, by its capital letter, else by its ending."""
    if word[0].isupper() or (word[-1:].isalpha() and not word.islower() and low.split("-", 1)[0] in table.particles):
        return "C"
    return _by_ending(low, prev=prev, table=table)


def _by_ending(low: str, *, prev: str, table: SpeechTable) -> str:
    """The tag of a word that no list knows and no capital makes a name."""
    endings = table.endings
    if low.endswith(endings.adverb) and len(low) > _LY and low not in endings.no_adverbs:
        return "L"
    if low.endswith(endings.past) and len(low) >= _ED and not low.endswith(endings.not_past) and "-" not in low:
        return "E"
    if low.endswith(endings.participle) and len(low) > _ING:
        return "K"
    return "M" if prev == "M" and low[0].isdigit() else "N"


def _verb_tag(verb: Verb, low: str, *, place: Place, table: SpeechTable) -> str:
    """The tag of a word that can be a speech verb: V, or N/E where its place makes it a noun or adjective."""
    prev, after = place.prev, place.after
    if low in table.adjectival:
        return "V" if after == "T" or prev == "X" or (prev in "CRNLA_M" and after in "DPRC") else "N"
    if verb.gerund and verb.takes == "none":
        return "K"
    if verb.participle and verb.takes == "negated" and after == "C" and _one_person(place, table):
        return "E"  # "a resident named Ivo Toll"
    if verb.gerund and not verb.finite:
        return "N" if prev in "DPS" or (verb.loose and prev not in ",I") else "V"
    if prev in _NOUNISH and not (prev == "Q" and verb.participle and not verb.loose):
        return "E" if verb.participle else "N"
    if prev == "I":
        return "V" if verb.plain and place.low_prev in table.to else ("E" if verb.participle else "N")
    if verb.loose and not verb.participle:
        return "V" if _stands_as_verb(place, table) else "N"
    return "N" if verb.plain and prev in ".;" else "V"


def _one_person(place: Place, table: SpeechTable) -> bool:
    """True behind the noun for one unnamed person."""
    return place.low_prev in table.anonymous_heads and not place.low_prev.endswith(table.endings.plural)


def _stands_as_verb(place: Place, table: SpeechTable) -> bool:
    """True where a form that is a noun as often ("claims") has a subject in front and an object or clause behind."""
    prev, after = place.prev, place.after
    if prev in "XR" or (prev in _SUBJECT_END and after in _AFTER_LOOSE) or (prev == "C" and after in ".,:"):
        return True
    people = place.low_prev in table.kinds.heads or place.low_prev in table.anonymous_heads
    return people and after == "C"
