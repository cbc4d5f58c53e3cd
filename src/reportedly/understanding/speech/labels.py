"""Cues that are no verbs in, their sayings out: "according to X", "X: ...", "condemnation from X", "reportedly"."""

from reportedly.records.vocabulary import Factuality
from reportedly.understanding.speech import phrases
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.scan import Saying, Scan
from reportedly.understanding.speech.subjects import sentence_subject

_LABEL = 7
"""The most tokens that name the speaker of a headline in front of its colon or behind its dash."""


def read_according(scan: Scan, at: int, words: tuple[str, ...], *, stance: Factuality = Factuality.ASSERTED) -> None:
    """As in "according to X", "citing X": the speaker follows, what is said stands around."""
    tokens, sentence, table = scan.tokens, scan.sentence, scan.table
    after = at + len(words)
    relaying = words[0] in table.relaying
    pronoun = after < sentence.last and tokens.tags[after] == "R"
    right = Phrase(after, after + 1) if pronoun else phrases.starting_at(tokens, after, sentence.last)
    if right is None:
        return
    longer = phrases.with_apposition_right(tokens, right, sentence.last)
    if relaying and longer == right:
        longer = _with_relative(scan, right)
    if at == sentence.first and not _described_name(scan, right, longer):
        longer = right
    relays: tuple[Phrase, ...] = ()
    if relaying:
        outlet = sentence_subject(scan, at)
        relays = (outlet,) if outlet is not None else ()
    scan.taken = after
    scan.found.append(
        Saying(
            cue=Phrase(at, after),
            speaker=longer,
            body=_past_adverb(scan, longer.last),
            relays=relays,
            stance=stance,
            side="citing" if relaying else "around",
            noun=True,
        )
    )


def _past_adverb(scan: Scan, at: int) -> int:
    """The place of the comma in "by the account of nurses there, ...", else ``at`` itself."""
    return at + 1 if scan.tokens.tags[at : at + 2] in ("L,", "R,") else at


def _with_relative(scan: Scan, phrase: Phrase) -> Phrase:
    """The phrase with the clause that "who" opens right behind it, where a comma and a verb close that clause."""
    tokens, last = scan.tokens, phrase.last
    if tokens.tags[last : last + 1] != "W":
        return phrase
    end = next((i for i in range(last, scan.sentence.last) if tokens.tags[i] in ',;:."'), scan.sentence.last)
    return Phrase(phrase.first, end)


def read_owned(scan: Scan, at: int) -> None:
    """As in "by the mayor's account", "by his own count": the speaker stands in front of the noun."""
    tokens, table, sentence = scan.tokens, scan.table, scan.sentence
    last = at - (tokens.lows[at - 1] in table.own)
    if last <= sentence.first or tokens.tags[last - 1] not in "SP":
        return
    end = last if tokens.tags[last - 1] == "P" else last - 1
    first = end
    while first > sentence.first and tokens.tags[first - 1] in "DPQNC":
        first -= 1
    if first < end and first > sentence.first and tokens.lows[first - 1] in table.owning:
        cue = Phrase(at, at + 1)
        scan.found.append(Saying(cue=cue, speaker=Phrase(first, end), body=at + 1, noun=True))


def read_framed(scan: Scan, at: int) -> None:
    """As in "as the mayor put it": the speaker stands between the two words of the frame."""
    tokens, sentence = scan.tokens, scan.sentence
    first = at
    while first > sentence.first and tokens.tags[first - 1] in "DPQNCR":
        first -= 1
    speaker = Phrase(first, at)
    if sentence.first < first < at and tokens.lows[speaker.first - 1] in scan.table.framing:
        scan.found.append(Saying(cue=Phrase(at, at + 2), speaker=speaker, body=at + 2, noun=True))


def _described_name(scan: Scan, name: Phrase, longer: Phrase) -> bool:
    """True for "According to Ada Obi, the mayor, two died"; not where the comma already opens what is said."""
    tokens, table = scan.tokens, scan.table
    low = tokens.lows[name.last - 1]
    if tokens.tags[name.last - 1] != "C" or low in table.outlets or low in table.kinds.metonyms:
        return False
    return longer.last < scan.sentence.last and tokens.tags[longer.last] == ","


def read_label(scan: Scan) -> None:
    """As in "Police: gunmen kill two", "Gunmen kill two - police": the speaker is before a colon or behind a dash."""
    tokens, sentence, table = scan.tokens, scan.sentence, scan.table
    opening = phrases.starting_at(tokens, sentence.first, min(sentence.last, sentence.first + _LABEL))
    if opening is not None and opening.last < sentence.last - 2 and tokens.tags[opening.last] == ":":
        head = tokens.lows[opening.last - 1]
        if head in table.kinds.metonyms and not sentence.heading:
            return
        known = head in table.kinds.heads or head in table.kinds.neutral or head in table.kinds.phrases
        if known or (sentence.heading and head in table.kinds.metonyms):
            cue = Phrase(opening.last, opening.last + 1)
            scan.found.append(Saying(cue=cue, speaker=opening, body=opening.last + 1, side="after", noun=True))
            return
    if not sentence.heading:
        return
    dash = tokens.tags.rfind(";", sentence.first, sentence.last)
    if dash <= sentence.first or sentence.last - dash > _LABEL:
        return
    closing = phrases.starting_at(tokens, dash + 1, sentence.last)
    if closing is None or closing.last < sentence.last:
        return
    head = tokens.lows[closing.last - 1]
    if head in table.kinds.heads or head in table.kinds.neutral or head in table.kinds.phrases:
        cue = Phrase(dash, dash + 1)
        scan.found.append(Saying(cue=cue, speaker=closing, body=sentence.last, side="before", noun=True))


def read_noun(scan: Scan, at: int) -> None:
    """As in "condemnation from X", "the announcement by X that ...": a noun tells that X spoke."""
    tokens, sentence = scan.tokens, scan.sentence
    right = phrases.starting_at(tokens, at + 2, sentence.last)
    if right is None or any(saying.cue.last >= at - 1 for saying in scan.found):
        return
    says = right.last < sentence.last and tokens.tags[right.last] == "T"
    scan.found.append(
        Saying(cue=Phrase(at, at + 1), speaker=right, body=right.last, side="after" if says else "before", noun=True)
    )


def read_adverb(scan: Scan, at: int) -> None:
    """Adds "reportedly": what is said stands around it, nobody says it."""
    scan.found.append(
        Saying(cue=Phrase(at, at + 1), speaker=None, body=at + 1, side="hearsay", stance=Factuality.POSSIBLE)
    )
