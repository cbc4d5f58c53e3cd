"""Words in, spots out: every stretch that could be a place name, with its candidates and what stands around it."""

from dataclasses import replace

from reportedly.gazetteer.place import Place, PlaceKind
from reportedly.records.vocabulary import PlacePrecision
from reportedly.understanding.places.spot import JOINED, Cue, Risk, Search, Spot
from reportedly.understanding.places.surroundings import cue_of, direction_before, kind_before, noun_behind, risk_of
from reportedly.understanding.places.tokens import Case, Gap, Token

LONGEST = 6
"""Words in the longest name looked up."""
LARGE = 200_000
"""People of a town that may stand behind a hyphen ("the Kaduna-Abuja road")."""
LONGEST_WITHOUT_CASE = 4
"""The same where capitals say nothing and every stretch would be looked up."""
ACRONYM = 5
"""A word of at most this many letters, all capitals amid small letters, is an acronym unless it names a country."""
IN_NAME = (Gap.SPACE, Gap.HYPHEN, Gap.POSSESSIVE)
_DIVISIONS = (PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.CITY, PlaceKind.COUNTRY)
_NATURE = (PlaceKind.RELIEF, PlaceKind.WATER, PlaceKind.SEA, PlaceKind.REGION)
_OF_THEIR_OWN = (PlacePrecision.REGION, PlacePrecision.SEA)
"""A capitalised noun of these makes another place than the name before it alone ("Salinas Valley", "Islington Bay")."""
_CIVIL = (PlacePrecision.SETTLEMENT, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)
"""A noun of these without a capital is still part of a name ("Anbar province"); "Brooklyn park" is no Brooklyn Park."""
_AROUND = (PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.CITY, PlaceKind.REGION)
_NO_NAME = frozenset("$@_#&")
"""Signs beside a word that make it a sum of money, a path, a handle or a company."""


def find_spots(search: Search) -> list[Spot]:
    """Every spot, longest names first at each place, in text order and without overlap."""
    spots: list[Spot] = []
    free, openings = 0, search.words.glued | search.words.apart
    for number, token in enumerate(search.tokens):
        could = token.cap or token.case is Case.LOWER or token.low in openings
        if token.case is Case.UPPER or token.case is Case.LOWER:
            could = token.low not in search.words.before and token.low not in search.words.common
        if not could or number < free or not _may_open(search, number):
            continue
        previous = spots[-1] if spots else None
        spot = _division_in_short(search, number, previous) or _spot_at(search, number, previous)
        if spot is not None:
            spots.append(spot)
            free = spot.last
    return spots


def _division_in_short(search: Search, number: int, previous: Spot | None) -> Spot | None:
    """A state or province in short behind a comma and a name ("Aurora, Ill."), its full stop included; else None."""
    token = search.tokens[number]
    key = search.words.abbreviated.get(token.word)
    if key is None or token.gap is not Gap.COMMA or previous is None or previous.last != number:
        return None
    place = search.gazetteer.by_id(key)
    end = token.end + (search.text[token.end - 1 : token.end + 1].endswith(".") and token.word[-1] != ".")
    return Spot(
        first=number, last=number + 1, start=token.start, end=end, candidates=() if place is None else (place,),
        cue=Cue.STRONG, risk=Risk.NONE, case=token.case, sentence=token.sentence, noun_end=end,
    )  # fmt: skip


def _may_open(search: Search, number: int) -> bool:
    token = search.tokens[number]
    before = search.at(number - 1)
    if (
        token.gap is Gap.HYPHEN
        and before is not None
        and before.cap is token.cap is True
        and token.case is not Case.UPPER
    ):
        return _stands_in_pairs(search, token) and _stands_in_pairs(search, before)
    if token.gap is Gap.HYPHEN and before is not None and before.low in search.words.glued:
        return False
    if token.cap or token.case is Case.LOWER:
        return token.low not in search.words.articles
    after = search.at(number + 1)
    if after is None or not after.cap:
        return False
    return (after.gap is Gap.HYPHEN and token.low in search.words.glued) or (
        after.gap is Gap.SPACE and token.low in search.words.apart
    )


def _stands_in_pairs(search: Search, token: Token) -> bool:
    """True for a country, a people or a large town ("the Chad-Sudan border", "the Kaduna-Abuja road")."""
    if token.word in search.words.demonyms:
        return True
    return any(
        place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) or (place.population >= LARGE and not place.alias)
        for place in search.gazetteer.candidates(token.word)[:3]
    )


def _run_end(search: Search, first: int) -> int:
    """The end of the run of words that could belong to one name opening at ``first``."""
    tokens, last = search.tokens, first + 1
    small_allowed = search.words.particles
    longest = LONGEST if tokens[first].case in (Case.MIXED, Case.TITLE) else LONGEST_WITHOUT_CASE
    while last < len(tokens) and last - first < longest and tokens[last].gap in IN_NAME:
        if not (tokens[last].cap or tokens[last].low in small_allowed or tokens[last].case is Case.LOWER):
            break
        last += 1
    return last


def _spot_at(search: Search, first: int, previous: Spot | None) -> Spot | None:
    tokens = search.tokens
    for last in range(_run_end(search, first), first, -1):
        closing = tokens[last - 1]
        if not closing.cap and closing.case is not Case.LOWER and last - first > 1:
            continue
        found = _candidates(search, first, last)
        if found:
            return _dressed(search, first, last, candidates=found, previous=previous)
    return _stranger(search, first, previous)


def _stranger(search: Search, first: int, previous: Spot | None) -> Spot | None:
    """An unknown name the words around call a place ("the village of Tolo", "Tolo village"); else None."""
    tokens, words = search.tokens, search.words
    token = tokens[first]
    if token.case is not Case.MIXED or token.word in words.never or not token.cap or token.low in words.before:
        return None
    last = first + 1
    while last < len(tokens) and last - first < 3 and tokens[last].gap in JOINED and tokens[last].cap:  # noqa: PLR2004
        last += 1
    noun, _ = noun_behind(tokens, last, words)
    cue = cue_of(tokens, first, last, words=words, kind_told=None)
    named = noun in words.plain_naming_nouns or (noun in words.naming_nouns and cue is not Cue.NONE)
    told = kind_before(tokens, first, words) is not None and _in_small_letters(search, first)
    if not (told or named or _is_inside_known(search, first, last)):
        return None
    if any(
        part.word in words.never or part.word in words.demonyms or (part.low,) in words.nouns
        for part in tokens[first:last]
    ):
        return None
    spot = _dressed(search, first, last, candidates=(), previous=previous)
    return replace(spot, kind=spot.kind or PlacePrecision.SETTLEMENT)


def _in_small_letters(search: Search, first: int) -> bool:
    """True where the generic word in front has no capital ("town of", not "Department of")."""
    before = search.tokens[first - 1]
    of = search.at(first - 2) if before.low in search.words.ties else before
    return of is not None and not of.cap


def _is_inside_known(search: Search, first: int, last: int) -> bool:
    """True for "in Tolo, Marib" and "in Tolo in Marib": a cue in front, a known place behind."""
    after = search.at(last)
    if after is None or cue_of(search.tokens, first, last, words=search.words, kind_told=None) is not Cue.STRONG:
        return False
    if after.gap is Gap.SPACE and after.low in search.words.inside:
        after = search.at(last + 1)
    elif after.gap is not Gap.COMMA:
        return False
    if after is None or not after.cap or after.word in search.words.never:
        return False
    return any(place.kind in _AROUND for place in search.gazetteer.candidates(after.word)[:1])


def _candidates(search: Search, first: int, last: int) -> tuple[Place, ...]:
    tokens, words = search.tokens, search.words
    token = tokens[first]
    alone = last == first + 1
    name = search.text[token.start : tokens[last - 1].end]
    end = tokens[last - 1].end
    if name in words.never or len(token.low) == 1 or search.text[end : end + 1] in _NO_NAME:
        return ()
    found = search.gazetteer.candidates(name)
    if not alone or not found:
        return found
    if token.word in words.demonyms:
        return ()
    if token.word.replace("’", "'").rpartition("'")[2].lower() in words.contractions and len(token.word) > len(
        token.low
    ):
        return ()
    if token.start and (search.text[token.start - 1] in _NO_NAME or _is_path(search, first)):
        return ()
    if token.case in (Case.UPPER, Case.LOWER) and token.low in words.common:
        return ()
    if (
        len(token.low) <= ACRONYM
        and token.case is Case.MIXED
        and token.word.isupper()
        and not _is_dateline(search, last)
    ):
        return tuple(
            place
            for place in found
            if (place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) and not place.alias) or place.is_added
        )
    if len(token.low) <= 3 and not token.word.isupper():  # noqa: PLR2004 ("Us" is no country, "US" is)
        return tuple(place for place in found if place.kind is not PlaceKind.COUNTRY or _is_main_name(place, token.low))
    return found


def _is_path(search: Search, number: int) -> bool:
    """True behind a slash that follows a single letter ("A/Victoria/361")."""
    before = search.at(number - 1)
    slash = search.text[search.tokens[number].start - 1] == "/"
    return slash and before is not None and len(before.word) == 1


def _is_main_name(place: Place, low: str) -> bool:
    """True where the place's main name is as short as the word."""
    return len(place.name) == len(low)


def _is_dateline(search: Search, last: int) -> bool:
    end = search.tokens[last - 1].end
    return search.text[end : end + 2] in {" (", " —", " –", " -", "—", "--", ", "} or search.text[end : end + 1] in {
        "—",
        "–",
        ":",
    }


def _dressed(search: Search, first: int, last: int, *, candidates: tuple[Place, ...], previous: Spot | None) -> Spot:
    """The spot with everything the words around it say."""
    tokens, words = search.tokens, search.words
    start, end = tokens[first].start, tokens[last - 1].end
    noun, kind = noun_behind(tokens, last, words)
    noun_end = tokens[last + len(noun) - 1].end if noun else end
    longer = search.gazetteer.candidates(search.text[start:noun_end]) if noun else ()
    capital = bool(noun) and tokens[last].cap and tokens[first].case is Case.MIXED
    if longer and (capital or longer[0].kind not in _DIVISIONS):
        candidates, last, end = longer, last + len(noun), noun_end
    elif capital and kind in _OF_THEIR_OWN and candidates and candidates[0].kind in _NATURE:
        last, end = last + len(noun), noun_end
    elif capital and kind in _OF_THEIR_OWN:
        candidates, last, end = (), last + len(noun), noun_end
    elif longer and kind in _CIVIL:
        candidates = longer
    told = kind_before(tokens, first, words) or _own_kind(search, first, last)
    cue = cue_of(tokens, first, last, words=words, kind_told=told)
    return Spot(
        first=first, last=last, start=start, end=end, candidates=candidates,
        cue=_further_cue(search, first, last, previous) if cue is Cue.NONE else cue,
        risk=risk_of(search, first, last, candidates=candidates, previous=previous),
        case=tokens[first].case, sentence=tokens[first].sentence,
        kind=kind or told, noun_end=max(noun_end, end), noun=noun if noun_end > end else (),
        direction=direction_before(tokens, first, words),
        opens=first == 0 or tokens[first - 1].sentence != tokens[first].sentence,
    )  # fmt: skip


def _own_kind(search: Search, first: int, last: int) -> PlacePrecision | None:
    """The kind of division a name's own last word tells ("Halifax County"); None where it tells none."""
    kind = search.words.nouns.get((search.tokens[last - 1].low,)) if last - first > 1 else None
    return kind if kind in (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE) else None


def _further_cue(search: Search, first: int, last: int, previous: Spot | None) -> Cue:
    """What a dateline ("TOLEDO -- …") or a place joined in front tells."""
    token = search.tokens[first]
    opens = first == 0 or search.tokens[first - 1].sentence != token.sentence
    if opens and token.word.isupper() and token.case is Case.MIXED and _is_dateline(search, last):
        return Cue.STRONG
    return _shared_cue(search, first, previous)


def _shared_cue(search: Search, first: int, previous: Spot | None) -> Cue:
    """The cue of the place in front that this one is joined to ("in Tolo and Kelo"); none without one."""
    if previous is None or previous.risk is not Risk.NONE or not previous.candidates or previous.last != first - 1:
        return Cue.NONE
    joint = search.tokens[first - 1]
    beside = joint.gap is Gap.SPACE and search.tokens[first].gap is Gap.SPACE
    return previous.cue if beside and joint.low in search.words.joining else Cue.NONE
