"""Tokens and a place in them in, the noun phrase that speaks there out."""

import re
from dataclasses import dataclass

from reportedly.languages.speech import SpeechTable
from reportedly.understanding.speech.tokens import Tokens

_UNIT = r"(?:[DPQ]{0,3}(?:L(?=[NECQK]))?(?:[NCEQSK]|(?<=[NC])_+|(?<=[CM])M(?=[NM])|M(?=S))*[NCQEK]_*)"
_CHAIN = rf"{_UNIT}(?:[OI]{{1,2}}{_UNIT})*"
_LEFT = re.compile(rf"{_CHAIN}(?:,?A{_CHAIN})?$")
_RIGHT = re.compile(rf"{_UNIT}(?:(?:O|I{{1,2}}){_UNIT})*(?:,?A{_UNIT}(?:O{_UNIT})*)?")
_ONE = re.compile(_UNIT)
_APPOSED = re.compile(rf"(?:{_CHAIN}(?:A{_CHAIN})?(?:[WE][^,;.\"]*)?|[WIOEK][^,;.\"]*)$")
_APPOSED_RIGHT = re.compile(rf"(?:{_CHAIN}(?:A{_CHAIN})?(?:[WE][^,;.\"]*)?|[WO][^,;.\"]*)$")
_WHOLE = re.compile(rf"{_CHAIN}(?:A{_CHAIN})?$")
_DESCRIPTION = re.compile(r"(?:[WKEIO]|(?:L?[DPNCQ][^WKXFV;:\"]*,?[WKEIO]))[^;:\"]*$|L?[DPNCQ][^XFV;:\"]*$")
_TRIES = 3
"""Two commas inside a description are common, four are a list."""
_THAT_VERB = re.compile("^[NXFEV].*[XVFEIDPC]")
_OWN_VERB = re.compile("[XVFE]|^N[DPC]")
_REACH = 45
"""How many tokens back a subject may begin: the longest subject in a sample of news had 38 (with its clauses)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of tokens that names a speaker, from ``first`` to before ``last``."""

    first: int
    last: int


def _cut_before_title(tokens: Tokens, first: int, last: int, table: SpeechTable) -> int:
    """The phrase begins at a title behind a plain noun that is no role ("after the attack President Okon said")."""
    for index in range(last - 1, first, -1):
        if tokens.tags[index] == "C" and tokens.tags[index - 1] == "N" and tokens.lows[index] in table.titles:
            before = tokens.lows[index - 1]
            if before not in table.titles and before not in table.kinds.heads and before not in table.kinds.neutral:
                return index
    return first


def ending_at(tokens: Tokens, low: int, last: int, table: SpeechTable) -> Phrase | None:
    """The longest noun phrase that ends just before token ``last`` and does not begin before ``low``."""
    low = max(low, last - _REACH)
    match = _LEFT.search(tokens.tags, low, last)
    if match is None:
        return None
    first = match.start()
    opens = first == low or tokens.tags[first - 1] in '.";:'
    listed = ",A" in tokens.tags[first:last] and not opens
    if listed or tokens.tags[first] == "E" or (first > low and tokens.tags[first - 1] in "NEFVX"):
        cut = tokens.tags.rfind("A", first, last)
        if cut >= 0:
            first = cut + 1
    if tokens.tags[first] == "E" and tokens.tags[first + 1 : first + 2] in ("I", "O"):
        first += 2
    first = _cut_before_title(tokens, first, last, table)
    return Phrase(first, last) if first < last else None


def starting_at(tokens: Tokens, first: int, high: int) -> Phrase | None:
    """The noun phrase that begins at token ``first`` and ends by ``high``."""
    match = _RIGHT.match(tokens.tags, first, min(high, first + _REACH))
    if match is None:
        return None
    return Phrase(first, match.end())


def unit_at(tokens: Tokens, first: int, high: int) -> Phrase | None:
    """The simple noun phrase (no "of", no "in") that begins at token ``first``."""
    match = _ONE.match(tokens.tags, first, high)
    return None if match is None else Phrase(first, match.end())


def with_apposition_right(tokens: Tokens, phrase: Phrase, high: int) -> Phrase:
    """The phrase with what a comma adds to it ("Ada Obi, a spokeswoman for the army, Tarfa")."""
    last = _apposition_end(tokens, phrase.last, high)
    further = _apposition_end(tokens, last, high) if last > phrase.last else last
    body = tokens.tags[last + 1 : further]
    closed = further < high and tokens.tags[further] == ","
    return Phrase(phrase.first, further if body and (closed or set(body) == {"C"}) else last)


def _apposition_end(tokens: Tokens, comma: int, high: int) -> int:
    """The end of the description behind a comma, the comma's own place where none stands there."""
    if comma >= high or tokens.tags[comma] != ",":
        return comma
    end = next((i for i in range(comma + 1, high) if tokens.tags[i] in ',;:."V'), high)
    body = tokens.tags[comma + 1 : end]
    if not body or body[0] in "LBXFVTRA" or not _APPOSED_RIGHT.match(body):
        return comma
    return comma if end < high and tokens.tags[end] == "V" else end


def apposed_left(tokens: Tokens, low: int, comma: int, table: SpeechTable) -> Phrase | None:
    """The phrase that speaks where its verb stands behind a comma ("Ada Obi, the chief of police, said").

    ``comma`` is the index of that comma. None where what stands between two commas describes nobody.
    """
    opening = tokens.tags.rfind(",", low, comma)
    tries = 0
    while opening > low and tries < _TRIES:
        body = tokens.tags[opening + 1 : comma]
        if not body or body[0] in "BATL":
            return None
        head = ending_at(tokens, low, opening, table)
        if head is not None and _APPOSED.match(body):
            return Phrase(_farther_left(tokens, head.first, low), comma)
        opening = tokens.tags.rfind(",", low, opening)
        tries += 1
    return None


def opening_described(tokens: Tokens, low: int, comma: int) -> Phrase | None:
    """The phrase that opens its clause with a long description ("Ada Obi, who left Jos, her home, in 2012, said").

    ``comma`` is the index of the comma in front of the verb. None where the clause opens with something else.
    """
    head = starting_at(tokens, low, comma)
    if head is None or head.last >= comma or tokens.tags[head.last] != ",":
        return None
    body = tokens.tags[head.last + 1 : comma]
    return Phrase(low, comma) if _DESCRIPTION.match(body) else None


def _farther_left(tokens: Tokens, first: int, low: int) -> int:
    """The start of a description with commas of its own ("Ada Obi, a trader in Jos, Plateau State, said")."""
    at = first
    for _ in range(2):
        if at - 1 <= low or tokens.tags[at - 1] != ",":
            break
        start = max((tokens.tags.rfind(mark, low, at - 1) + 1 for mark in ',;".'), default=low)
        start = max(start, low)
        body = tokens.tags[start : at - 1]
        if not body or not _WHOLE.match(body) or not (start == low or tokens.tags[start - 1] != ","):
            break
        if tokens.tags[start] == "I":
            break
        at = start
    return at


def relative_left(tokens: Tokens, low: int, last: int, table: SpeechTable) -> Phrase | None:
    """The phrase with a clause of its own that ends before ``last`` ("an officer who did not want to be named")."""
    low = max(low, last - _REACH)
    at = tokens.tags.rfind("W", low, last)
    that = tokens.tags.rfind("T", low, last)
    if that > at and that > low and tokens.tags[that - 1] in "NC" and tokens.tags[that + 1] in "NXFE":
        at = that
    body = tokens.tags[at + 1 : last]
    acts = (_THAT_VERB if at == that else _OWN_VERB).search(body) is not None
    acts = acts or (at > low and tokens.lows[at] in table.who and body[:1] == "N")
    if at <= low or not acts or body[:1] in ("D", "P", "C", "R"):
        return None
    if any(mark in body for mark in ';:"') or ("," in body and tokens.tags[at - 1] != ","):
        return None
    if tokens.tags[at - 1] == "," and "," in body:
        return None
    head_end = at - 1 if tokens.tags[at - 1] == "," else at
    head = ending_at(tokens, low, head_end, table)
    if head is None:
        return None
    return Phrase(head.first, last)
