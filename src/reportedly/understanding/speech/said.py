"""One saying with its speaker settled and its content found, and what can be told of it: relays and stance."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportedly.languages.speech import SpeechTable
from reportedly.records.spans import Span
from reportedly.records.vocabulary import Factuality, SourceKind
from reportedly.understanding.speech.cast import Speaker
from reportedly.understanding.speech.names import flat, hearing_outlet, outlet_in, runs_in
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.scan import Saying, Sentence
from reportedly.understanding.speech.tokens import Tokens

_DENIAL_WORDS = 12
"""A denial ("it had nothing to do with the raid") stands among this many first words of what is said."""
_HEDGE_WORDS = 7
"""A hedge that weakens the whole stands among this many first words; later ones weaken a part only."""
_SPEAKING = re.compile("[KV]I")
_OWN_OUTLET = re.compile("IPN,C+")
_CARRIER = 8
"""How many tokens behind "carried by" the outlet's name may end."""


@dataclass(frozen=True, slots=True)
class Said:
    """``content`` in characters, ``tokens`` the same in tokens (the cue's where the sentence does not hold it)."""

    saying: Saying
    speaker: Speaker | None
    content: Span
    tokens: Phrase
    relays: tuple[str, ...]


def span_of(tokens: Tokens, phrase: Phrase) -> Span | None:
    """The characters of a phrase, commas at its ends left out; None where nothing else is in it."""
    first, last = phrase.first, phrase.last
    while first < last and tokens.tags[first] in ",;:":
        first += 1
    while last > first and tokens.tags[last - 1] in ",;:":
        last -= 1
    return Span(tokens.starts[first], tokens.ends[last - 1]) if first < last else None


def inside_another(said: Said, others: list[Said]) -> bool:
    """True where another speaker's content holds the cue."""
    cue = said.saying.cue
    return any(
        other is not said
        and other.speaker is not None
        and not other.saying.mind
        and other.tokens.first <= cue.first
        and cue.last <= other.tokens.last
        for other in others
    )


def relays_of(
    tokens: Tokens, saying: Saying, table: SpeechTable, *, groups: Mapping[str, SourceKind]
) -> tuple[str, ...]:
    """The outlets a saying itself names: whom it was told, who is quoting it, where it was said.

    ``groups`` are the kinds that the report's descriptions give to names no list knows.
    """
    told = [hearing_outlet(tokens, saying.hearer, table)] if saying.hearer is not None else []
    find = hearing_outlet if saying.side in ("after", "citing") else outlet_in
    met = [find(tokens, phrase, table) for phrase in saying.relays]
    phrases = (*((saying.hearer,) if saying.hearer is not None else ()), *saying.relays)
    described = [_described(tokens, phrase, groups) for phrase in phrases]
    found = (*told, _spoken_to(tokens, saying, table), *met, *described)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _described(tokens: Tokens, phrase: Phrase, groups: Mapping[str, SourceKind]) -> str | None:
    """The phrase's name where the report says somewhere that it is an outlet."""
    for run in runs_in(tokens, phrase):
        if groups.get(" ".join(tokens.lows[run.first : run.last])) is SourceKind.MEDIA:
            return flat(tokens.words(run.first, run.last))
    return None


def _spoken_to(tokens: Tokens, saying: Saying, table: SpeechTable) -> str | None:
    """The outlet in a speaker's own phrase: "Ada Obi, speaking to Reuters, said", "two guards who told Reuters"."""
    if saying.speaker is None:
        return None
    first, last = saying.speaker.first, saying.speaker.last
    match = _SPEAKING.search(tokens.tags, first, last)
    reached = next((at for at in range(first, last) if tokens.lows[at] in table.reached), None)
    if reached is not None:
        return outlet_in(tokens, Phrase(reached + 1, last), table)
    if match is None:
        clause = tokens.tags.find("W", first, last)
        if clause < 0:
            return None
        start = next((at + 1 for at in range(clause, last - 1) if _hears(tokens.lows[at], table)), None)
    else:
        start = match.end()
    return outlet_in(tokens, Phrase(start, last), table) if start is not None else None


def _hears(low: str, table: SpeechTable) -> bool:
    """True for "to" and "told": the hearer follows."""
    verb = table.verbs.get(low)
    return low in table.to or (verb is not None and verb.recipient)


def carriers_of(tokens: Tokens, sentence: Sentence, table: SpeechTable) -> tuple[str, ...]:
    """The outlets of "a statement carried by X" in one sentence."""
    found: list[str] = []
    for at in range(sentence.first, sentence.last - 1):
        owned = _own_outlet(tokens, at, sentence.last, table)
        found += [owned] if owned is not None else []
        if tokens.lows[at] in table.through and tokens.tags[at + 1] == "C":
            outlet = outlet_in(tokens, Phrase(at + 1, min(at + _CARRIER, sentence.last)), table)
            found += [outlet] if outlet is not None else []
        if at + 2 < sentence.last and tokens.lows[at] in table.carried and tokens.lows[at + 1] in table.carried_by:
            outlet = outlet_in(tokens, Phrase(at + 2, min(at + _CARRIER, sentence.last)), table)
            found += [outlet] if outlet is not None else []
    return tuple(found)


def _own_outlet(tokens: Tokens, at: int, last: int, table: SpeechTable) -> str | None:
    """The name in "on their radio, Vasa One": a speaker's own outlet; None where none is told."""
    match = _OWN_OUTLET.match(tokens.tags, at, last)
    if match is None or tokens.lows[at + 2] not in table.outlet_generic:
        return None
    return flat(tokens.words(at + 4, match.end()))


def relayed_by(said: Said, others: list[Said]) -> tuple[str, ...]:
    """Who passes a saying on because it stands inside what they say, or in front of "according to" them."""
    found = []
    for other in others:
        if (
            other is said
            or other.speaker is None
            or other.speaker.nobody
            or said.speaker is None
            or other.saying.side == "citing"
        ):
            continue
        if other.speaker.name != said.speaker.name and (_holds(other, said) or _closes(other, said)):
            found.append(other.speaker.outlet or other.speaker.name)
    return tuple(found)


def _holds(other: Said, said: Said) -> bool:
    return other.content != said.content and other.content.contains(said.content)


def _closes(other: Said, said: Said) -> bool:
    overlap = other.content.overlaps(said.content) and other.content.end >= said.content.end
    return other.saying.noun and other.saying.cue != said.saying.cue and overlap


def stance_of(tokens: Tokens, said: Said, table: SpeechTable) -> Factuality:
    """The saying's stance, weakened by what the content itself holds."""
    if said.saying.stance is not Factuality.ASSERTED:
        return said.saying.stance
    first, last = tokens.at(said.content.start), tokens.at(said.content.end)
    head = " ".join(tokens.lows[first : min(last, first + _DENIAL_WORDS)])
    if any(phrase in head for phrase in table.denials):
        return Factuality.DENIED
    if _conditional(tokens, first, last, table):
        return Factuality.CONDITIONAL
    opening = range(first, min(last, first + _HEDGE_WORDS))
    hedged = any(tokens.lows[at] in table.hedges and tokens.tags[at] != "M" for at in opening)
    return Factuality.POSSIBLE if hedged else Factuality.ASSERTED


def _conditional(tokens: Tokens, first: int, last: int, table: SpeechTable) -> bool:
    """True where "would" and a condition both stand between the tokens ``first`` and ``last``."""
    woulds, conditions = _conditions(tokens, table)
    at = bisect_left(woulds, first)
    if at == len(woulds) or woulds[at] >= last:
        return False
    return any(
        end <= last for _, end in conditions[bisect_left(conditions, (first, 0)) : bisect_left(conditions, (last, 0))]
    )


@lru_cache(maxsize=1)
def _conditions(tokens: Tokens, table: SpeechTable) -> tuple[list[int], list[tuple[int, int]]]:
    """Where "would" stands in a text, and where its conditions begin and end; found once for all its sayings."""
    lows = tokens.lows
    woulds = [at for at, low in enumerate(lows) if low in table.would]
    starts = {entry[0] for entry in table.conditions} if woulds else set()
    opening = [at for at, low in enumerate(lows) if low in starts]
    ends = [(at, at + len(e)) for at in opening for e in table.conditions if lows[at : at + len(e)] == e]
    return woulds, sorted(ends)
