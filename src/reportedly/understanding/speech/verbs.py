"""Active speech verbs in, their sayings out."""

from dataclasses import dataclass

from reportedly.languages.speech import Verb
from reportedly.records.vocabulary import Factuality
from reportedly.understanding.speech.adjuncts import past_adjuncts, past_hearer, skip_times
from reportedly.understanding.speech.names import opens_line
from reportedly.understanding.speech.passives import is_passive, read_hearsay, read_passive
from reportedly.understanding.speech.phrases import Phrase, unit_at
from reportedly.understanding.speech.scan import Saying, Scan, follows, follows_quotation
from reportedly.understanding.speech.subjects import clause_follows, speaker_before, verb_start

_HIDING = 6
"""How many words a phrase such as "asked not to be named" may take."""


@dataclass(frozen=True, slots=True)
class _Active:
    """An active speech verb with its speaker; ``how`` the speaker was found: subject, relative, shared, inverted."""

    at: int
    start: int
    verb: Verb
    speaker: Phrase
    how: str
    negated: bool


@dataclass(frozen=True, slots=True)
class _Reach:
    """Where a cue ends and what it says begins, and who is met on the way."""

    cue_end: int
    body: int
    relays: tuple[Phrase, ...] = ()
    hearer: Phrase | None = None


def read_verb(scan: Scan, at: int) -> None:
    """Adds the saying whose verb is token ``at``, where it is one."""
    tokens, table, sentence = scan.tokens, scan.table, scan.sentence
    verb = table.verbs[tokens.lows[at]]
    following = tokens.lows[at + 1] if at + 1 < sentence.last else ""
    start, helped, negated = verb_start(scan, at)
    if verb.participle and following in table.by and not _by_means(scan, at + 2):
        if tokens.lows[at] not in table.never_by:
            read_passive(scan, at, start)
        return
    if not helped and tokens.lows[at] in table.reduced and following in table.to and _held_to_be(scan, at):
        cue = Phrase(at, at + 1)
        scan.found.append(Saying(cue=cue, speaker=None, body=at + 1, side="hearsay", stance=Factuality.POSSIBLE))
        return
    turn = _turn(scan, at + 1, verb)
    silent = turn is not None and turn[1] is Factuality.WITHHELD
    if helped and verb.participle and not silent and (read_hearsay(scan, at, start) or is_passive(scan, start, at)):
        return
    if not _finite(scan, start, verb=verb, helped=helped):
        return
    speaker, how = speaker_before(scan, start, at, verb)
    if speaker is None or _negated(scan, speaker) or _hides(scan, at) or _reduced(scan, at, speaker, helped=helped):
        return
    telling = verb.persons and (tokens.tags[at + 1 : at + 2] == "T" or _tells(scan, speaker))
    if telling or not ((verb.mind or verb.persons) and _thing(scan, speaker)):
        _close(scan, _Active(at, start, verb, speaker, how, negated))


def _by_means(scan: Scan, at: int) -> bool:
    """True where what follows "by" is how it was said, not who said it ("said by telephone")."""
    return at < scan.sentence.last and scan.tokens.lows[at] in scan.table.venues


def _reduced(scan: Scan, at: int, speaker: Phrase, *, helped: bool) -> bool:
    """True for "a statement posted on a website": what was done to a text, not what it says."""
    tokens, table = scan.tokens, scan.table
    text = tokens.lows[speaker.last - 1] in table.documents and speaker.last == at
    return text and not helped and table.verbs[tokens.lows[at]].participle and tokens.tags[at + 1 : at + 2] == "I"


def _negated(scan: Scan, speaker: Phrase) -> bool:
    """True for "no group", "not one group", "neither the army nor the rebels": nobody speaks."""
    first, tokens, table = speaker.first, scan.tokens, scan.table
    if tokens.lows[first] in table.negative or tokens.lows[first] in table.negations:
        return True
    return first > scan.sentence.first and tokens.lows[first - 1] in table.negative


def _tells(scan: Scan, speaker: Phrase) -> bool:
    """True for what tells though it is nobody: a report, an investigation, a court."""
    low, table = scan.tokens.lows[speaker.last - 1], scan.table
    return low in table.documents or low in table.things or low in table.kinds.phrases


def _thing(scan: Scan, speaker: Phrase) -> bool:
    """True where the phrase ends in a plain noun for nobody who could hold an attitude ("the truce held")."""
    low, table = scan.tokens.lows[speaker.last - 1], scan.table
    people = low in table.kinds.heads or low in table.kinds.neutral or low in table.anonymous_heads
    return scan.tokens.tags[speaker.last - 1] in "NK" and not people


def _held_to_be(scan: Scan, at: int) -> bool:
    """True for "said to be", "thought to include", not for "said to the crowd"."""
    tag = scan.tokens.tags[at + 2 : at + 3]
    return tag == "X" or (bool(tag) and tag in "VN" and not scan.table.verbs[scan.tokens.lows[at]].finite)


def _finite(scan: Scan, start: int, *, verb: Verb, helped: bool) -> bool:
    """False for infinitives, bare participles and gerunds that hang on nothing."""
    prev = scan.tokens.tags[start - 1] if start > scan.sentence.first else ""
    if helped or not prev:
        return helped or verb.finite or verb.gerund
    if (verb.plain and prev in "IV") or (verb.participle and not verb.finite):
        return False
    return verb.finite or prev in ',NCRB;")MIA'


def _hides(scan: Scan, at: int) -> bool:
    """True for "asked not to be named", "spoke on condition of anonymity": told of the speaker, not by it."""
    lows = scan.tokens.lows[at : min(scan.sentence.last, at + _HIDING)]
    if " ".join(lows).startswith(scan.table.anonymity):
        return True
    return len(lows) > 1 and lows[1] in scan.table.negations and " ".join(lows[1:]).startswith(scan.table.anonymity)


def _turn(scan: Scan, at: int, verb: Verb) -> tuple[int, Factuality] | None:
    """The end of the words that give the verb a sense of its own, and that sense's stance."""
    for words, stance in verb.turns:
        if follows(scan.tokens, at, words):
            return at + len(words), stance
    return None


def _close(scan: Scan, active: _Active) -> None:
    """Adds the saying of an active verb, where what follows the verb makes it one."""
    verb, turn = active.verb, _turn(scan, active.at + 1, active.verb)
    later = skip_times(scan.tokens, active.at + 1, scan.sentence.last)
    if turn is not None:
        reach, stance = _Reach(turn[0], turn[0]), turn[1]
    elif later > active.at + 1 and (turn := _turn(scan, later, verb)) is not None:
        reach, stance = _Reach(active.at + 1, turn[0]), turn[1]
    else:
        found = _reach(scan, active)
        if found is None:
            return
        reach, stance = found, verb.stance
    takes = "phrase" if turn is not None else verb.takes
    rumour = _nobody(scan, active.speaker, scan.table.sourceless)
    if rumour or _nobody(scan, active.speaker, scan.table.things):
        opens = scan.tokens.tags[reach.body : reach.body + 1]
        if not rumour and takes != "clause" and opens not in ("T", '"', ":"):
            return  # "the strike claimed twenty lives"
        cue = Phrase(active.start, reach.cue_end)
        held = Factuality.POSSIBLE if rumour else _held(scan, active, stance)
        told = Saying(cue=cue, speaker=None, body=reach.body, side="after", stance=held, thing=not rumour)
        scan.found.append(told)
        return
    scan.found.append(
        Saying(
            cue=Phrase(active.start, reach.cue_end),
            speaker=active.speaker,
            body=reach.body,
            stance=_held(scan, active, stance),
            relays=reach.relays,
            hearer=reach.hearer,
            mind=verb.mind,
            side="after" if takes == "phrase" else "around",
            relative=active.how == "relative",
            shared=active.how == "shared",
        )
    )


def _nobody(scan: Scan, speaker: Phrase, nouns: frozenset[str]) -> bool:
    """True for "unconfirmed reports", "the situation in Jos": things that tell something, whose owner is not named."""
    tokens, table = scan.tokens, scan.table
    unit = unit_at(tokens, speaker.first, speaker.last) or speaker
    if tokens.lows[unit.last - 1] not in nouns or _issued(scan, unit.last, speaker.last):
        return False
    before = range(unit.first, unit.last - 1)
    named = any(tokens.tags[at] == "C" and not (at == unit.first and opens_line(tokens, at)) for at in before)
    return not named and not any(tokens.lows[at] in table.kinds.heads for at in before)


def _issued(scan: Scan, at: int, last: int) -> bool:
    """True where "by X" or "from X" goes on inside the phrase."""
    return at < last and scan.tokens.lows[at] in scan.table.issued


def _held(scan: Scan, active: _Active, stance: Factuality) -> Factuality:
    """The stance once a "not" is reckoned with: "did not say" withholds, "did not deny" denies nothing."""
    if not active.negated:
        return stance
    if scan.tokens.lows[active.at] in scan.table.withheld_verbs:
        return Factuality.WITHHELD
    if scan.tokens.tags[active.start - 1] == "A":
        return Factuality.WITHHELD
    return Factuality.ASSERTED if stance is Factuality.DENIED else stance


def _reach(scan: Scan, active: _Active) -> _Reach | None:
    """Past hearers and adjuncts; None where the word in this place is a speech verb in form only."""
    at = active.at + 1
    if active.verb.takes == "none" or (active.verb.takes == "negated" and not active.negated):
        return None
    if active.how == "inverted":
        body, relays = past_adjuncts(scan, active.speaker.last)
        return _Reach(at, body, relays) if _usable(scan, active, body) else None
    if not _usable(scan, active, past_adjuncts(scan, at)[0]):
        return None
    if active.verb.recipient and active.how == "shared" and scan.tokens.tags[at : at + 1] in ("I", "B"):
        return None  # "Ada Obi, asked about the raid, said": she was asked
    body, hearer = past_hearer(scan, at) if active.verb.recipient else (at, None)
    body, relays = past_adjuncts(scan, body)
    return _Reach(at, body, relays, hearer)


def _usable(scan: Scan, active: _Active, body: int) -> bool:
    """False where what stands at ``body`` is nothing that the verb could say."""
    verb, how = active.verb, active.how
    if verb.takes == "negated":
        return True
    tag = scan.tokens.tags[body] if body < scan.sentence.last else "."
    if tag == "M" and scan.tokens.tags[body + 1 : body + 2] == "S":
        tag = "N"  # "blamed Monday's raid on the rebels"
    trailing = tag in ".,;"
    resumes = tag == "," and (scan.tokens.tags[body + 1 : body + 2] == '"' or clause_follows(scan, body + 1))
    if trailing and not resumes and how == "subject" and not _something_before(scan, active.speaker):
        return False
    if verb.takes == "clause":
        if trailing:
            told = _quoted(scan, active) or (
                not verb.mind and (how == "inverted" or _something_before(scan, active.speaker))
            )
            return how in ("inverted", "subject") and told
        return tag in 'T"' or (tag == "B" and not verb.loose) or (tag in "DPQRNCLWEK:" and clause_follows(scan, body))
    if verb.takes == "phrase":
        return tag in 'DPQRNCTLWEKIB":' or (trailing and _quoted(scan, active))
    if tag == "I" and how != "inverted":
        counted = scan.tokens.tags[body + 2 : body + 3] == "Q"
        return counted or clause_follows(scan, body)
    return tag != "A" or how == "inverted"


def _something_before(scan: Scan, speaker: Phrase) -> bool:
    """True where a clause or quotation stands in front of the speaker."""
    first, tags = scan.sentence.first, scan.tokens.tags
    if follows_quotation(scan.tokens, first) and speaker.first == first:
        return True
    if speaker.first <= first or tags[speaker.first - 1] not in ',;":':
        return False
    return any(tag in 'XVFEN"' for tag in tags[first : speaker.first - 1])


def _quoted(scan: Scan, active: _Active) -> bool:
    """True where a quotation ends right in front of the speaker or of the inverted verb."""
    first = min(active.speaker.first, active.start)
    if first == scan.sentence.first and follows_quotation(scan.tokens, first):
        return True
    return '"' in scan.tokens.tags[max(scan.sentence.first, first - 2) : first]
