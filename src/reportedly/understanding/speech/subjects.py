"""A speech verb in its sentence in, the phrase that speaks out."""

from reportedly.languages.speech import Verb
from reportedly.understanding.speech import phrases
from reportedly.understanding.speech.adjuncts import skip_times
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.scan import Scan
from reportedly.understanding.speech.tokens import Tokens

_FULL_NAME = 2
"""A name that a description follows has at least this many words, so that a place is not taken for one."""
_PAIR = 5
"""An "and" among this many first words joins two subjects, not two clauses."""
_LABEL = 7
"""The most tokens that two speakers of a headline take ("Arvenia, Tarfa warn")."""


def verb_start(scan: Scan, verb: int) -> tuple[int, bool, bool]:
    """The start of the verb group that ends in ``verb``, whether an auxiliary is in it, whether it is negated."""
    tokens, low = scan.tokens, scan.sentence.first
    at, helped, negated, there = verb, False, False, scan.table.existential
    while at > low:
        tag = tokens.tags[at - 1]
        if tag in "XL":
            helped = helped or tag == "X"
            negated = negated or tokens.lows[at - 1] in scan.table.negations
            at -= 1
        elif tag == "R" and at - 2 >= low and tokens.tags[at - 2] in "NC" and tokens.lows[at - 1] in there:
            at -= 1
        elif tag == "M" and at - 2 >= low and tokens.tags[at - 2] == "I":
            at -= 2
        elif tag == "M" and at - 2 >= low and tokens.tags[at - 2] in "NCR":
            at -= 1
        else:
            break
    negated = negated or (at > low and tokens.lows[at - 1] in scan.table.negations)
    return at, helped, negated


def sentence_subject(scan: Scan, before: int) -> Phrase | None:
    """The subject that a coordinated verb or a participle shares: the last speaker, else the clause's first phrase."""
    tokens = scan.tokens
    apart = max((i for i in range(scan.sentence.first, before) if tokens.lows[i] == ";"), default=-1)
    for saying in reversed(scan.found):
        if saying.speaker is None or saying.noun or saying.side == "hearsay":
            continue
        if apart < saying.cue.first < before:
            return saying.speaker
    at = clause_start(scan, before)
    if at < before and tokens.tags[at] in "IB":
        comma = tokens.tags.find(",", at, before)
        if comma > 0:
            at = comma + 1
    at = skip_times(tokens, at, before)
    if at < before and tokens.tags[at] == ",":
        at += 1
    if at < before and tokens.tags[at] == "R":
        return Phrase(at, at + 1)
    head = phrases.starting_at(tokens, at, before)
    if head is None:
        return None
    return _trim_to_verb(scan, head, before)


def _trim_to_verb(scan: Scan, head: Phrase, before: int) -> Phrase | None:
    """The phrase cut where its clause's verb in -ed was read as part of it; None where no verb follows."""
    tokens, whole = scan.tokens, Phrase(head.first, head.last)
    for at in range(head.first + 1, head.last):
        acts = tokens.tags[at] == "E" and tokens.tags[at - 1] in "NCQ"
        ends = at + 1 >= head.last or tokens.tags[at + 1] in "DPQIOC" or tokens.lows[at + 1] in scan.table.adverbial
        if acts and ends:
            return Phrase(head.first, at)
    if whole.last < before and tokens.tags[whole.last] == ",":
        longer = phrases.with_apposition_right(tokens, whole, before)
        if longer.last < before and tokens.tags[longer.last] == ",":
            whole = longer if tokens.tags[longer.last + 1 : longer.last + 2] in ("V", "X", "F", "E") else whole
    return whole


def clause_start(scan: Scan, before: int) -> int:
    """Where the clause begins that holds token ``before``: after the last semicolon, colon or quotation."""
    tokens, low = scan.tokens, scan.sentence.first
    marks = [tokens.tags.rfind(mark, low, before) for mark in ';:."']
    return max(low, max(marks) + 1)


def _inverted(scan: Scan, after: int, verb: Verb) -> Phrase | None:
    """The speaker behind its verb ("..., said Ada Obi, a trader"), None where what follows is what is said."""
    tokens, high = scan.tokens, scan.sentence.last
    if not verb.inverts or after >= high or tokens.tags[after] not in "DCPQNR":
        return None
    if tokens.tags[after] == "R":
        end = after + 1
        fits = end >= high or tokens.tags[end] in '.,";:IMLB'
        return Phrase(after, end) if fits else None
    phrase = phrases.starting_at(tokens, after, high)
    if phrase is None or tokens.tags[phrase.last - 1] == "E":
        return None  # "said two men fled" inverts nothing
    end = phrase.last
    goes_on = end < high and tokens.lows[end] not in scan.table.relaying | scan.table.reached
    if goes_on and (tokens.tags[end] not in '.,";:MIBWL(E' or tokens.lows[end] in scan.table.to):
        return None
    if end < high and tokens.tags[end] == "L" and end + 1 < high and tokens.tags[end + 1] in "XFVE":
        return None
    if end < high and tokens.tags[end] == "," and end + 1 < high and tokens.tags[end + 1] == "R":
        return phrase
    longer = phrases.with_apposition_right(tokens, phrase, high)
    if end < high and tokens.tags[end] == "W":
        stop = next((i for i in range(end, high) if tokens.tags[i] in ',;:."'), high)
        longer = Phrase(phrase.first, stop)
    return longer


def speaker_before(scan: Scan, start: int, verb_at: int, verb: Verb) -> tuple[Phrase | None, str]:
    """The speaker of the verb group at ``start``, and how it was found: subject, relative, shared, inverted, none."""
    tokens, low, table = scan.tokens, scan.sentence.first, scan.table
    if start <= low:
        inverted = _inverted(scan, verb_at + 1, verb)
        return (inverted, "inverted") if inverted else (None, "none")
    tag = tokens.tags[start - 1]
    if tag == "R":
        return Phrase(start - 1, start), "subject"
    if tag == "W":
        return Phrase(start - 1, start), "relative"
    if tag == "T" and _that_relative(scan, start - 1):
        return Phrase(start - 1, start), "relative"
    if tag in "AB":
        return sentence_subject(scan, start - 1), "shared"
    if verb.gerund and not verb.finite and verb_at == start:
        own = _absolute(scan, start)
        return (own, "subject") if own is not None else (sentence_subject(scan, start - 1), "shared")
    if tag == '"':
        inverted = _inverted(scan, verb_at + 1, verb)
        if inverted:
            return inverted, "inverted"
        return None, "none"
    if tag == ",":
        return _speaker_at_comma(scan, start, verb_at, verb)
    end = start
    if tag in ");":
        opening = tokens.tags.rfind("(" if tag == ")" else ";", low, start - 1)
        if opening <= low:
            return None, "none"
        end = opening
    whole = phrases.relative_left(tokens, clause_start(scan, start), end, table)
    if whole is not None and _relative_is_subject(tokens, whole, low):
        return Phrase(whole.first, start), "subject"
    phrase = phrases.ending_at(tokens, low, end, table)
    if phrase is None:
        return None, "none"
    phrase = _reached(scan, phrase) or _name_before(scan, phrase)
    return Phrase(phrase.first, start), "subject"


def _reached(scan: Scan, phrase: Phrase) -> Phrase | None:
    """The one who speaks in "a resident reached by radio said", where ``phrase`` is the radio; None elsewhere."""
    tokens, low = scan.tokens, scan.sentence.first
    at = phrase.first - 2
    if at <= low or tokens.tags[at + 1] != "I" or tokens.lows[at] not in scan.table.reached:
        return None
    return phrases.ending_at(tokens, low, at, scan.table)


def _reached_between(scan: Scan, start: int) -> Phrase | None:
    """The one who speaks in "a spokesman, reached by telephone by an agency, said"; None elsewhere."""
    tokens, low = scan.tokens, clause_start(scan, start)
    comma = tokens.tags.rfind(",", low, start - 1)
    if comma <= low or tokens.lows[comma + 1] not in scan.table.reached:
        return None
    phrase = phrases.ending_at(tokens, low, comma, scan.table)
    return None if phrase is None else Phrase(phrase.first, start - 1)


def _that_relative(scan: Scan, that: int) -> bool:
    """True where "that" stands for somebody right in front of it who can speak ("a hospital that claimed to")."""
    tokens, kinds = scan.tokens, scan.table.kinds
    if that <= scan.sentence.first or tokens.tags[that - 1] not in "NC":
        return False
    low = tokens.lows[that - 1]
    return low in kinds.heads or low in kinds.neutral or low in kinds.phrases or low in scan.table.anonymous_heads


def _name_before(scan: Scan, phrase: Phrase) -> Phrase:
    """As in "The chief of police, Ada Obi said" is one speaker where the clause begins with the description."""
    tokens, low = scan.tokens, scan.sentence.first
    named = _described_after(scan, phrase)
    if named is not None:
        return named
    if (
        phrase.first - 1 <= low
        or tokens.tags[phrase.first - 1] != ","
        or set(tokens.tags[phrase.first : phrase.last]) != {"C"}
    ):
        return phrase
    whole = clause_start(scan, phrase.first)
    if (
        scan.sentence.heading
        and phrase.first - whole <= _LABEL
        and phrases.ending_at(tokens, whole, phrase.first - 1, scan.table) == Phrase(whole, phrase.first - 1)
    ):
        return Phrase(whole, phrase.last)
    start = max(whole, tokens.tags.rfind(",", low, phrase.first - 1) + 1)
    unit = phrases.unit_at(tokens, start, phrase.first - 1)
    if unit is None or phrases.ending_at(tokens, start, phrase.first - 1, scan.table) != Phrase(
        start, phrase.first - 1
    ):
        return phrase
    head = tokens.lows[unit.last - 1]
    role = head in scan.table.kinds.heads or head in scan.table.kinds.neutral
    return Phrase(start, phrase.last) if role else phrase


def _described_after(scan: Scan, phrase: Phrase) -> Phrase | None:
    """As in "Gen. Ada Obi, commander of the brigade said": the name in front belongs to the speaker."""
    tokens = scan.tokens
    comma = phrase.first - 1
    start = clause_start(scan, phrase.first)
    if comma - start < _FULL_NAME or tokens.tags[comma - 1 : comma + 1] != "C,":
        return None
    if set(tokens.tags[start:comma]) != {"C"}:
        return None
    unit = phrases.unit_at(tokens, phrase.first, phrase.last)
    head = tokens.lows[unit.last - 1] if unit is not None else ""
    role = head in scan.table.kinds.heads or head in scan.table.kinds.neutral
    return Phrase(start, phrase.last) if role and tokens.tags[phrase.first] in "ND" else None


def _relative_is_subject(tokens: Tokens, phrase: Phrase, low: int) -> bool:
    return phrase.first <= low or tokens.tags[phrase.first - 1] in ',;".BTA'


def _absolute(scan: Scan, start: int) -> Phrase | None:
    """The speaker of "with Ada Obi calling it", "and Ada Obi saying"; None where the gerund hangs on the sentence."""
    tokens, low = scan.tokens, scan.sentence.first
    phrase = phrases.ending_at(tokens, low, start, scan.table)
    if phrase is None or phrase.first <= low:
        return None
    before = phrase.first - 1
    stands = tokens.tags[before] in ";A" or tokens.lows[before] in scan.table.absolute
    return phrase if stands else None


def _speaker_at_comma(scan: Scan, start: int, verb_at: int, verb: Verb) -> tuple[Phrase | None, str]:
    """The speaker of a verb behind a comma: inverted, described, or shared with the clause."""
    if verb.gerund and not verb.finite:
        return sentence_subject(scan, start), "shared"
    last = scan.found[-1] if scan.found else None
    if last is not None and last.body == start - 1 and not last.noun:
        return None, "none"
    if last is not None and last.body == start - 1 and last.side == "citing" and last.relays:
        return last.relays[0], "subject"
    reached = _reached_between(scan, start)
    if reached is not None:
        return reached, "subject"
    inverted = _inverted(scan, verb_at + 1, verb)
    low = clause_start(scan, start)
    if low + 1 < start and scan.tokens.lows[low] in scan.table.reached and scan.tokens.tags[low + 1] == ",":
        low += 2  # "Contacted, the spokesman said"
    described = phrases.apposed_left(scan.tokens, low, start - 1, scan.table)
    if described is None or described.first > low:
        described = phrases.opening_described(scan.tokens, low, start - 1) or described
    opens = described is not None and (described.first <= low or scan.tokens.tags[described.first - 1] in ",;:B")
    if inverted is not None and not opens:
        return inverted, "inverted"
    if described is not None:
        return described, "subject"
    if "W" in scan.tokens.tags[low:start]:
        whole = phrases.relative_left(scan.tokens, low, start - 1, scan.table)
        if whole is not None:
            return Phrase(whole.first, start - 1), "subject"
    return sentence_subject(scan, start), "shared"


def clause_follows(scan: Scan, at: int) -> bool:
    """True where a finite verb stands in the clause that begins at token ``at``; "X and Y" may be its subject."""
    tags = scan.tokens.tags
    for place in range(at, scan.sentence.last):
        tag = tags[place]
        if tag in "XFV" or (tag == "E" and place > at and tags[place - 1] in "NCRQKMS_"):
            return True
        if tag in ";:" or (tag in "BA" and place > at + 1 and (tag == "B" or place - at >= _PAIR)):
            return False
    return False
