"""A place behind a cue in, the place behind times, venues and hearers out."""

import re

from reportedly.understanding.speech import phrases
from reportedly.understanding.speech.names import outlet_in
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.scan import Scan
from reportedly.understanding.speech.tokens import Tokens

_OF_NAME = re.compile("OD?C+")
_ADJUNCT = 9
"""How many tokens may stand between a cue and its "that"."""


def skip_times(tokens: Tokens, at: int, high: int) -> int:
    """Past adverbs and times: "later", "on Tuesday", "last week"."""
    while at < high:
        tag = tokens.tags[at]
        if tag == "L" and at + 1 < high and tokens.tags[at + 1] not in 'T,"M:.;LI':
            break
        if tag in "LM" and not (at + 1 < high and tokens.tags[at + 1] == "S"):
            at += 1
        elif tag in "ID" and at + 1 < high and tokens.tags[at + 1] == "M" and tokens.tags[at + 2 : at + 3] != "S":
            at += 2
        elif tag == "I" and at + 2 < high and tokens.tags[at + 1] == "D" and tokens.tags[at + 2] == "M":
            at += 3
        elif tag == "N" and at + 1 < high and tokens.tags[at + 1] == "M":
            at += 2
        else:
            break
    return at


def _venue(scan: Scan, at: int) -> int | None:
    """The end of a phrase that tells where or how something was said, None where none begins at ``at``."""
    tokens, high = scan.tokens, scan.sentence.last
    if at >= high or tokens.tags[at] not in "IB" or tokens.lows[at] not in scan.table.venue_prepositions:
        return None
    unit = phrases.unit_at(tokens, at + 1, high)
    if unit is None:
        return None
    for end in range(unit.last, unit.first, -1):
        if tokens.lows[end - 1] in scan.table.venues:
            return _past_number(scan, end)
    return None


def _past_number(scan: Scan, at: int) -> int:
    """Past the number of a document: "in Communiqué No. 14"."""
    tokens, high = scan.tokens, scan.sentence.last
    numbered = at + (at < high and tokens.lows[at] in scan.table.numbering)
    return numbered + 1 if numbered < high and tokens.tags[numbered] == "Q" else at


def _place(scan: Scan, at: int) -> int | None:
    """The end of "in Abuja" where what is said, or the sentence's end, follows."""
    tokens, high = scan.tokens, scan.sentence.last
    if at + 1 >= high or tokens.tags[at] != "I" or tokens.tags[at + 1] != "C":
        return None
    end = at + 1
    while end < high and tokens.tags[end] == "C":
        end += 1
    return end if end >= high or tokens.tags[end] in 'TMI.,";:' else None


def _before_that(scan: Scan, at: int) -> int | None:
    """The end of "after a visit to Jos", "issued on Monday" where "that" follows."""
    tokens, high = scan.tokens, scan.sentence.last
    if tokens.tags[at] not in "IBE" and tokens.lows[at] not in scan.table.issuing:
        return None
    end = tokens.tags.find("T", at, min(high, at + _ADJUNCT))
    body = tokens.tags[at + 1 : end] if end > 0 else ""
    return end if body and not any(tag in 'XVF,.;:"' for tag in body) else None


def past_adjuncts(scan: Scan, at: int) -> tuple[int, tuple[Phrase, ...]]:
    """Past times, places and venues behind a cue; with the phrases met on the way ("in an interview with X")."""
    tokens, high = scan.tokens, scan.sentence.last
    relays: list[Phrase] = []
    seen_venue = False
    while at < high:
        moved = skip_times(tokens, at, high)
        if moved != at:
            at = moved
            continue
        end = _venue(scan, at)
        if end is None and seen_venue and tokens.tags[at] in "IO":
            unit = phrases.unit_at(tokens, at + 1, high)
            end = unit.last if unit is not None else None
        elif end is not None:
            seen_venue = True
        if end is None:
            end = _place(scan, at) or _before_that(scan, at)
        if end is None:
            break
        relays.append(Phrase(at + 1, end))
        at = end
    return at, tuple(relays)


def past_hearer(scan: Scan, at: int) -> tuple[int, Phrase | None]:
    """The hearer behind "told": its end and its phrase (None for a pronoun or where none stands)."""
    tokens, high, table = scan.tokens, scan.sentence.last, scan.table
    if at >= high:
        return at, None
    tag = tokens.tags[at]
    if tag == "R" or (tag == "N" and tokens.lows[at] in table.no_outlet):
        return at + 1, None
    if tag == "C":
        end = at
        while end < high and tokens.tags[end] in "CS":
            end += 1
        end = _whole_outlet(scan, at, end)
        return end, Phrase(at, end)
    unit = phrases.unit_at(tokens, at, high)
    if unit is None:
        return (at + 1, None) if tag == "N" else (at, None)
    end = _whole_outlet(scan, at, unit.last)
    return end, Phrase(unit.first, end)


def _whole_outlet(scan: Scan, first: int, end: int) -> int:
    """The end of an outlet's name: "Channel 12", "Vasa Hills radio", "the Ostran service of Radio Vasa"."""
    tokens, table, high = scan.tokens, scan.table, scan.sentence.last
    if end < high and tokens.tags[end] == "Q" and tokens.lows[end - 1] in table.outlet_first:
        return end + 1
    if end < high and tokens.tags[end] == "N" and tokens.lows[end] in table.outlet_generic:
        return end + 1
    match = _OF_NAME.match(tokens.tags, end, high)
    if match is None or (match.end() < high and tokens.tags[match.end()] not in 'T,."'):
        return end
    within = Phrase(first, match.end())
    return match.end() if outlet_in(tokens, within, table) is not None else end
