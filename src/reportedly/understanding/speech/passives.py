"""Passive and hearsay cues in, their sayings out: "was quoted as saying", "claimed by X", "is said to"."""

from reportedly.records.vocabulary import Factuality
from reportedly.understanding.speech import phrases
from reportedly.understanding.speech.adjuncts import skip_times
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.scan import Saying, Scan
from reportedly.understanding.speech.subjects import speaker_before, verb_start


def is_passive(scan: Scan, start: int, at: int) -> bool:
    """True for "was told", "were condemned": a form of be in front of a participle."""
    tokens = scan.tokens
    last = next((tokens.lows[i] for i in range(at - 1, start - 1, -1) if tokens.tags[i] == "X"), "")
    return last in scan.table.be


def read_passive(scan: Scan, at: int, start: int) -> None:
    """As in "was claimed by X", "released by X": the speaker follows."""
    tokens, sentence, table = scan.tokens, scan.sentence, scan.table
    if table.verbs[tokens.lows[at]].takes == "none":
        return
    right = phrases.starting_at(tokens, at + 2, sentence.last)
    if right is None:
        return
    longer = phrases.with_apposition_right(tokens, right, sentence.last)
    if tokens.lows[at] in table.quoted:
        tail = _tail(scan, longer.last)
        subject = phrases.ending_at(tokens, sentence.first, start, table)
        if tail is not None and subject is not None:
            cue = Phrase(start, at + 1)
            scan.taken = tail
            scan.found.append(Saying(cue=cue, speaker=subject, body=tail, relays=(right,), side="after"))
            return
    stance = table.verbs[tokens.lows[at]].stance
    scan.found.append(Saying(cue=Phrase(start, at + 2), speaker=longer, body=longer.last, side="before", stance=stance))


def read_issued(scan: Scan, at: int) -> None:
    """As in "a statement signed by X": X speaks, in the whole sentence."""
    tokens, sentence = scan.tokens, scan.sentence
    document = any(low in scan.table.documents for low in tokens.lows[max(sentence.first, at - 12) : at])
    right = phrases.starting_at(tokens, at + 2, sentence.last)
    if right is None or not document:
        return
    longer = phrases.with_apposition_right(tokens, right, sentence.last)
    scan.found.append(Saying(cue=Phrase(at, at + 2), speaker=longer, body=longer.last, side="before", noun=True))


def _tail(scan: Scan, at: int) -> int | None:
    """The end of "as saying" at token ``at``, None where it does not stand there."""
    tokens = scan.tokens
    if at + 1 < scan.sentence.last and tokens.lows[at] in scan.table.quoted_tails and tokens.tags[at + 1] in "VKEX":
        return at + 2
    return None


def read_hearsay(scan: Scan, at: int, start: int) -> bool:
    """As in "was quoted as saying", "is said to", "it was reported that"; True where the verb was one of these."""
    tokens, table, sentence = scan.tokens, scan.table, scan.sentence
    low = tokens.lows[at]
    after = skip_times(tokens, at + 1, sentence.last)
    if low in table.quoted:
        tail = _tail(scan, after)
        subject = phrases.ending_at(tokens, sentence.first, start, table) or _pronoun(scan, start)
        if tail is not None and subject is not None:
            scan.taken = tail
            scan.found.append(Saying(cue=Phrase(start, tail), speaker=subject, body=tail, side="after"))
            return True
    if not is_passive(scan, start, at) or low not in table.hearsay_verbs:
        return False
    following = tokens.lows[at + 1] if at + 1 < sentence.last else ""
    if following not in table.hearsay_tails:
        return False
    scan.found.append(
        Saying(cue=Phrase(start, at + 1), speaker=None, body=at + 1, side="hearsay", stance=Factuality.POSSIBLE)
    )
    return True


def _pronoun(scan: Scan, end: int) -> Phrase | None:
    if end > scan.sentence.first and scan.tokens.tags[end - 1] in "RW":
        return Phrase(end - 1, end)
    return None


def read_quoting(scan: Scan, at: int) -> bool:
    """As in "AFP quoted two officers as saying": the object speaks, the subject relays."""
    tokens, table, sentence = scan.tokens, scan.table, scan.sentence
    start, _, _ = verb_start(scan, at)
    spoken = phrases.starting_at(tokens, at + 1, sentence.last)
    if spoken is None:
        return False
    longer = phrases.with_apposition_right(tokens, spoken, sentence.last)
    comma = longer.last < sentence.last and tokens.tags[longer.last] == ","
    for end in (longer.last + comma, spoken.last):
        tail = _tail(scan, end)
        if tail is not None:
            scan.taken = tail
            outlet, _ = speaker_before(scan, start, at, table.verbs[tokens.lows[at]])
            relays = (outlet,) if outlet is not None else ()
            speaker = longer if end != spoken.last else spoken
            scan.found.append(
                Saying(cue=Phrase(start, at + 1), speaker=speaker, body=tail, relays=relays, side="after")
            )
            return True
    return False
