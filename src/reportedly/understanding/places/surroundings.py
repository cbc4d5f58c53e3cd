"""A possible name in, how much its surroundings speak for a place and what speaks against it out."""

from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.languages.places import PlaceWords
from reportedly.records.vocabulary import PlacePrecision
from reportedly.understanding.places.people import follows, is_country
from reportedly.understanding.places.sizes import MILLION
from reportedly.understanding.places.spot import JOINED, Cue, Risk, Search, Spot
from reportedly.understanding.places.tokens import Case, Gap, Token


def noun_behind(tokens: list[Token], last: int, words: PlaceWords) -> tuple[tuple[str, ...], PlacePrecision | None]:
    """The longest generic word or phrase right behind, and what it makes of the name."""
    if last >= len(tokens) or tokens[last].low not in words.noun_openings:
        return (), None
    for length in (3, 2, 1):
        behind = tokens[last : last + length]
        if len(behind) == length and all(token.gap in JOINED for token in behind):
            phrase = tuple(token.low for token in behind)
            if phrase in words.nouns:
                return phrase, words.nouns[phrase]
    return (), None


def kind_before(tokens: list[Token], first: int, words: PlaceWords) -> PlacePrecision | None:
    """The precision a phrase in front gives the name ("city of"); None without one."""
    if first == 0 or tokens[first - 1].low not in words.kind_endings:
        return None
    start = first
    while start > max(0, first - 3) and tokens[start].gap in (*JOINED, Gap.COMMA):
        start -= 1
    before = [token.low for token in tokens[start:first]]
    for length in (3, 2, 1):
        if len(before) >= length and tuple(before[-length:]) in words.kind_of:
            return words.kind_of[tuple(before[-length:])]
    return None


def direction_before(tokens: list[Token], first: int, words: PlaceWords) -> int | None:
    """Where a direction in front begins ("north-eastern"), as a character of the text; None without one."""
    at = first
    while at > 0 and tokens[at].gap in JOINED and tokens[at - 1].low in words.directions:
        at -= 1
    return None if at == first else tokens[at].start


def cue_of(tokens: list[Token], first: int, last: int, *, words: PlaceWords, kind_told: PlacePrecision | None) -> Cue:
    """How surely the words in front, or right behind, make the name a place."""
    if kind_told is not None:
        return Cue.STRONG
    at = first - 1
    while (
        at >= 0
        and tokens[at + 1].gap in JOINED
        and (tokens[at].low in words.directions or tokens[at].low in words.articles)
    ):
        at -= 1
    fronted = at >= 0 and tokens[at + 1].gap in JOINED and tokens[at].low in words.before
    if fronted and (tokens[at].low not in words.weak or _ends_a_way(tokens, at, words)):
        return Cue.STRONG
    behind = tokens[last] if last < len(tokens) else None
    says = behind is not None and (behind.low in words.behind or behind.word in words.offices)
    if behind is not None and says and behind.gap is Gap.SPACE:
        return Cue.STRONG
    return Cue.WEAK if fronted else Cue.NONE


LONGEST_END = 3
"""Words in the name of the place where a way begins."""


def _ends_a_way(tokens: list[Token], at: int, words: PlaceWords) -> bool:
    """True for the "from" of "the track from Ostra", and for the "to" behind such a name ("to Nem")."""
    if at == 0 or tokens[at].low not in words.ends:
        return False
    start = at
    while at - start < LONGEST_END and start > 1 and tokens[start - 1].cap:
        start -= 1
    first = start - 1 if start < at and tokens[start - 1].low in words.ends else at
    return first > 0 and tokens[first - 1].low in words.ways and tokens[first].sentence == tokens[first - 1].sentence


def risk_of(search: Search, first: int, last: int, *, candidates: tuple[Place, ...], previous: Spot | None) -> Risk:
    """What speaks against the name being a place."""
    tokens, words = search.tokens, search.words
    token, alone = tokens[first], last == first + 1
    if token.case is Case.MIXED:
        left = _left_risk(search, first, previous)
        if left is not Risk.NONE:
            return left
        if _right_embeds(search, last):
            return Risk.EMBEDDED
    elif token.case in (Case.TITLE, Case.UPPER) and _embeds_in_title(search, first, last):
        return Risk.EMBEDDED
    if search.text[token.start : tokens[last - 1].end] in words.institutions:
        return Risk.INSTITUTION
    if alone and (
        token.low in words.common
        or (token.low,) in words.nouns
        or (_is_first(search, first) and token.low in search.small)
    ):
        return Risk.COMMON
    if alone and (
        token.word in words.first_names
        or token.low in search.people
        or (_is_speaker(search, last) and not _may_speak(candidates))
    ):
        return Risk.PERSON
    return Risk.NONE


def _is_first(search: Search, number: int) -> bool:
    return number == 0 or search.tokens[number - 1].sentence != search.tokens[number].sentence


def _embeds_in_title(search: Search, first: int, last: int) -> bool:
    """True amid capitals throughout where the word in front or behind says person or organisation."""
    before, after = search.at(first - 1), search.at(last)
    if (
        before is not None
        and before.sentence == search.tokens[first].sentence
        and before.word in search.words.first_names
    ):
        return True
    if after is None or after.gap is not Gap.SPACE:
        return False
    word = after.word.capitalize() if after.case is Case.UPPER else after.word
    return word in search.words.after_organisation


def _may_speak(candidates: tuple[Place, ...]) -> bool:
    """True for a country, a capital or a state of millions, which stands for its government where it speaks."""
    if candidates and candidates[0].kind is PlaceKind.PROVINCE and candidates[0].population >= MILLION:
        return True
    return any(place.kind is PlaceKind.COUNTRY or place.capital for place in candidates[:3])


def _is_speaker(search: Search, last: int) -> bool:
    """True where what people do or are follows: a verb of speech, an age between commas."""
    after, later = search.at(last), search.at(last + 1)
    if after is None:
        return False
    if after.gap is Gap.SPACE and after.low in search.words.said:
        return True
    is_age = after.gap is Gap.COMMA and after.word.isdigit() and len(after.word) <= 2  # noqa: PLR2004
    return is_age and (later is None or later.gap in (Gap.COMMA, Gap.BREAK))


def _left_risk(search: Search, first: int, previous: Spot | None) -> Risk:
    tokens, words = search.tokens, search.words
    if first == 0:
        return Risk.NONE
    token, before = tokens[first], tokens[first - 1]
    if not follows(token, before, words):
        return Risk.NONE
    initial = len(before.word) == 1 and before.cap and first > 1 and before.gap in JOINED and tokens[first - 2].cap
    titled = before.word in words.titles and not is_country(search.gazetteer, token.word)
    if titled or before.word in words.first_names or initial:
        return Risk.PERSON
    if before.low in words.ties and first > 1 and tokens[first - 2].word in words.before_of:
        return Risk.EMBEDDED
    if (
        before.low in words.of_people
        and not before.cap
        and first > 1
        and tokens[first - 2].cap
        and before.gap is Gap.SPACE
    ):
        return Risk.PERSON
    if not before.cap or token.gap is Gap.HYPHEN:
        return Risk.NONE
    if previous is not None and previous.last == first and previous.risk is Risk.NONE and previous.candidates:
        big = (
            previous.candidates[0].kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)
            or previous.end > tokens[first - 1].end
        )
        return Risk.NONE if big else Risk.EMBEDDED
    return Risk.NONE if _harmless(search, first - 1) else Risk.EMBEDDED


def _harmless(search: Search, number: int) -> bool:
    """True for a capitalised neighbour in front that makes no longer name: a direction, a people, a plain word."""
    token, words = search.tokens[number], search.words
    if (
        token.low in words.directions
        or token.word in words.demonyms
        or token.word in words.never
        or token.word in words.offices
    ):
        return True
    if (token.low,) in words.nouns or token.low in words.before or token.low in words.common:
        return True
    return token.gap is Gap.BREAK and token.low in search.small


def _right_embeds(search: Search, number: int) -> bool:
    """True where the capitalised words behind make a longer name that is none of a place."""
    token, words = search.at(number), search.words
    if (
        token is not None
        and token.cap
        and token.gap is Gap.POSSESSIVE
        and search.tokens[number - 2].word in words.abbreviations
    ):
        return True
    if token is None or token.gap is not Gap.SPACE:
        return False
    after = search.at(number + 1)
    if token.low in words.glued and after is not None and after.gap is Gap.HYPHEN and after.cap:
        return True
    if not token.cap:
        return False
    for ahead in range(number, number + 3):
        word = search.at(ahead)
        if word is None or not word.cap or word.gap is not Gap.SPACE:
            break
        if word.word in words.after_organisation or (ahead == number and word.word in words.first_names):
            return True
    if (token.low,) in words.nouns or token.word in words.offices or token.word in words.demonyms:
        return False
    if (
        token.word in words.never
        or token.word in words.titles
        or token.low in words.directions
        or token.low in words.before
    ):
        return False
    found = search.gazetteer.candidates(token.word)
    return not any(place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) for place in found)
