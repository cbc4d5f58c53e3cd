"""The sayings of a sentence in, the stretch of text that each of them says out."""

from reportedly.languages.speech import SpeechTable
from reportedly.records.vocabulary import Factuality
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.scan import Saying, Sentence
from reportedly.understanding.speech.tokens import Tokens

_FRAME = 2
"""A frame in front of a speaker ("In Jos,") has at most this many words."""
_VERBAL = frozenset('XVFE"')


def _stop(tokens: Tokens, sentence: Sentence, saying: Saying) -> int:
    """The end of what a sentence says: without its full stop, before a next sentence that the text runs into it."""
    last = sentence.last
    glued = tokens.tags.find(".C", saying.body, last)
    if glued > saying.body:
        return glued
    while last > sentence.first and tokens.tags[last - 1] == "." and tokens.lows[last - 1] not in "?!":
        last -= 1
    return last


def _left_of(saying: Saying) -> int:
    """The first token of the saying's own machinery (speaker and cue)."""
    if saying.speaker is None:
        return saying.cue.first
    return saying.cue.first if saying.shared else min(saying.speaker.first, saying.cue.first)


def _right_of(saying: Saying) -> int:
    return max(saying.body, saying.cue.last)


def _trailing(tokens: Tokens, saying: Saying, stop: int) -> bool:
    """True where nothing is said behind the cue ("..., police said on Monday")."""
    return saying.body >= stop or tokens.tags[saying.body] in ",;"


def _cut(tokens: Tokens, saying: Saying, *, others: list[Saying], stop: int) -> int:
    """Where what ``saying`` says ends because the next saying begins."""
    for other in others:
        if saying.relative and _resumes(tokens, other, saying):
            return other.cue.first - 1
        if other.cue.first <= saying.cue.first or other.side == "hearsay" or _left_of(other) < saying.body:
            continue
        left = _left_of(other)
        if (
            other.speaker is not None
            and saying.body < other.speaker.first
            and tokens.tags[other.speaker.first - 1] == ";"
        ):
            left = other.speaker.first
        before = tokens.tags[left - 1] if left > 0 else "."
        if other.relative:
            continue
        if other.shared or before in "AB;:" or (before == "," and _trailing(tokens, other, stop)) or other.noun:
            end = left
            while end > saying.body and (tokens.tags[end - 1] in "AB,;:L" or tokens.tags[end - 2 : end] == ",I"):
                end -= 1
            if end > saying.body or other.shared or other.noun:
                return max(end, saying.body)
    return stop


def _resumes(tokens: Tokens, other: Saying, saying: Saying) -> bool:
    """True for the "denied" of "The rebels, who say they are many, denied it": the clause of "who" ends before it."""
    outside = other.speaker is not None and other.speaker.first < saying.cue.first
    return outside and other.cue.first > saying.body + 1 and tokens.tags[other.cue.first - 1] == ","


def _before(tokens: Tokens, sentence: Sentence, saying: Saying) -> Phrase | None:
    """What stands in front of the speaker, None where it is only a frame ("In Jos,") or nothing."""
    left = _left_of(saying)
    first = _after_dash(tokens, sentence.first, left)
    last = left
    while last > first and (tokens.tags[last - 1] in ",;AB" or tokens.tags[last - 2 : last] == ",I"):
        last -= 1
    trailing = saying.body >= _stop(tokens, sentence, saying) and last - first > _FRAME
    verbal = any(tag in _VERBAL for tag in tokens.tags[first:last])
    enough = verbal or trailing or _interrupts(tokens, sentence, saying)
    return Phrase(first, last) if last > first and enough else None


def _after_dash(tokens: Tokens, first: int, left: int) -> int:
    """Where the clause in front of ``left`` begins: behind a dash or semicolon with a verb after it."""
    mark = tokens.tags.rfind(";", first, left)
    clause = tokens.tags[mark + 1 : left]
    return mark + 1 if mark > first and '"' not in clause and any(tag in _VERBAL for tag in clause) else first


def _interrupts(tokens: Tokens, sentence: Sentence, saying: Saying) -> bool:
    """True for "The city, she said, was calm": the clause goes on behind the cue."""
    behind = tokens.tags[saying.body : min(saying.body + 2, sentence.last)]
    return behind[:1] == "," and behind[1:] in ("X", "V", "F", "E", "N", "I")


def content_of(
    tokens: Tokens,
    sentence: Sentence,
    saying: Saying,
    *,
    others: list[Saying],
    table: SpeechTable,
    skip: Saying | None = None,
) -> Phrase | None:
    """The tokens that ``saying`` says, None where the sentence holds nothing that it could be.

    ``skip`` is a saying set into this one ("Reuters reported, citing two officers, that ...").
    """
    stop = _stop(tokens, sentence, saying)
    outlet = next(
        (o for o in others if saying.side == "citing" and o.speaker in saying.relays and o is not saying), None
    )
    if outlet is not None:
        return content_of(
            tokens, sentence, outlet, others=[o for o in others if o is not saying], table=table, skip=saying
        )
    if skip is None:
        skip = next((o for o in others if o.side == "citing" and saying.speaker in o.relays), None)
    if skip is not None and saying.cue.last <= skip.cue.first <= saying.cue.last + 1:
        resumed = skip.body + (tokens.tags[skip.body : skip.body + 1] == ",")
        if resumed < stop:
            return Phrase(resumed, stop)
        return _before(tokens, sentence, saying)
    high = _cut(tokens, saying, others=others, stop=stop)
    if saying.side == "hearsay":
        return _clause_around(tokens, sentence, saying, stop=stop)
    before = _before(tokens, sentence, saying)
    after = _after(tokens, saying, high)
    if saying.side == "before":
        front = before or _in_front(tokens, sentence, saying)
        return after if front is None or (saying.noun and front.last - front.first == 1) else front
    if saying.stance is Factuality.WITHHELD:
        return after
    if saying.side == "after":
        return after or before
    if saying.side == "citing":
        return _widest(before, after)
    if (
        before is not None
        and saying.body < stop
        and (tokens.tags[saying.body] == ";" or (tokens.tags[saying.body] in "BK" and tokens.tags[before.last] == ","))
    ):
        return before
    if saying.body < stop and tokens.tags[saying.body] == ",":
        quoted = saying.body + 1 < high and tokens.tags[saying.body + 1] == '"'
        if before is None or (
            quoted and tokens.tags[before.last - 1] != '"' and '"' not in tokens.tags[before.first : before.last]
        ):
            return after
        inverted = saying.speaker is not None and saying.speaker.first >= saying.cue.last and not saying.noun
        placed = inverted and after is not None and tokens.tags[after.first] == "I"
        return before if after is None or placed or _loose_end(tokens, after, table) else _widest(before, after)
    if saying.noun and before is not None:
        return before
    return after if after is not None else before


def _in_front(tokens: Tokens, sentence: Sentence, saying: Saying) -> Phrase | None:
    """Whatever stands in front of a passive cue in its clause ("the attack" of "the attack was claimed by X")."""
    first = saying.cue.first
    while first > sentence.first and tokens.tags[first - 1] not in ',;:"B':
        first -= 1
    return Phrase(first, saying.cue.first) if first < saying.cue.first else None


def _loose_end(tokens: Tokens, after: Phrase, table: SpeechTable) -> bool:
    """True where what follows the comma is no more of the clause in front ("..., he said, as rescuers dug on")."""
    return (
        tokens.tags[after.first] in "BWK"
        or tokens.lows[after.first] in table.manner
        or not any(tag in _VERBAL or tag in "IOCQ" for tag in tokens.tags[after.first : after.last])
    )


def _after(tokens: Tokens, saying: Saying, high: int) -> Phrase | None:
    first = _right_of(saying)
    while first < high and tokens.tags[first] in ",;:":
        first += 1
    return Phrase(first, high) if first < high else None


def _widest(one: Phrase | None, other: Phrase | None) -> Phrase | None:
    if one is None or other is None:
        return one or other
    return Phrase(min(one.first, other.first), max(one.last, other.last))


def _clause_around(tokens: Tokens, sentence: Sentence, saying: Saying, *, stop: int) -> Phrase:
    """The clause that holds a cue without a speaker."""
    first = saying.cue.first
    while first > sentence.first and tokens.tags[first - 1] not in ';"(W':
        first -= 1
    last = saying.cue.last
    while last < stop and tokens.tags[last] not in ';")':
        last += 1
    return Phrase(first, max(last, saying.cue.last))
