"""Words in, the surnames the text itself shows out."""

from reportedly.gazetteer.load import Gazetteer
from reportedly.gazetteer.place import PlaceKind
from reportedly.languages.places import PlaceWords
from reportedly.understanding.places.spot import JOINED
from reportedly.understanding.places.tokens import Case, Gap, Token

WELL_KNOWN = 500_000
"""People of a place whose name is no stranger's surname."""


def people_in(tokens: list[Token], words: PlaceWords, gazetteer: Gazetteer) -> frozenset[str]:
    """Folded surnames the text itself shows: last words of names behind a title, a first name or a stranger."""
    found = set()
    for number in range(1, len(tokens)):
        token, before = tokens[number], tokens[number - 1]
        if not (token.cap and token.case is Case.MIXED and follows(token, before, words)):
            continue
        titled = before.word in words.titles and not is_country(gazetteer, token.word)
        if titled or before.word in words.first_names:
            last = number
            while (
                last + 1 < len(tokens) and tokens[last + 1].cap and tokens[last + 1].gap in JOINED and last < number + 2
            ):
                last += 1
            found.add(tokens[last].low)
        elif _names_a_person(tokens, number, words=words, gazetteer=gazetteer):
            found.add(token.low)
    return frozenset(found)


def _names_a_person(tokens: list[Token], number: int, *, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """True for two capitalised words side by side of which the first can be nothing but a first name."""
    token, before = tokens[number], tokens[number - 1]
    if not before.cap or token.gap is not Gap.SPACE or before.gap is Gap.BREAK or token.word.isupper():
        return False
    if number + 1 < len(tokens) and tokens[number + 1].cap and tokens[number + 1].gap is Gap.SPACE:
        return False
    if before.word in words.never or before.word in words.demonyms or before.word in words.offices:
        return False
    if (
        before.low in words.directions
        or (before.low,) in words.nouns
        or before.low in words.before
        or before.low in words.particles
    ):
        return False
    if any(
        place.population >= WELL_KNOWN or place.kind is PlaceKind.COUNTRY
        for place in gazetteer.candidates(token.word)[:2]
    ):
        return False
    return not gazetteer.candidates(before.word) and not gazetteer.candidates(f"{before.word} {token.word}")


def is_country(gazetteer: Gazetteer, word: str) -> bool:
    """True for a country's name, which behind a title is no surname ("Miss Slovenia")."""
    return any(place.kind is PlaceKind.COUNTRY for place in gazetteer.candidates(word)[:1])


def follows(token: Token, before: Token, words: PlaceWords) -> bool:
    """True where the two words stand side by side; a title's full stop parts nothing."""
    if token.sentence != before.sentence:
        return False
    return token.gap in JOINED or (before.word in words.titles and token.start - before.end == 2)  # noqa: PLR2004 (". ")
