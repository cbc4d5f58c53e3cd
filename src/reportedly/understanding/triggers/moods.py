"""A stretch and its trigger words in, how far the deed got and whether it happened at all out."""

from collections.abc import Sequence

from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import Stage
from reportedly.understanding.triggers.holding import is_denied
from reportedly.understanding.triggers.line import STRIKING, Line
from reportedly.understanding.triggers.readings import Reading, Voice
from reportedly.understanding.triggers.stretches import Stretch

BE_REACH = 6
"""How many tokens before a noun the "would be" that makes it a mere possibility may begin."""

NEGATION_REACH = 4
"""How many tokens before a trigger its negation may stand ("has not suffered a deadly attack")."""

WISH_REACH = 5
"""How many tokens before a noun the verb that would carry it out, and what puts it ahead, are looked for."""


def stage_of(line: Line, stretch: Stretch, head: Reading, group: Sequence[Reading]) -> Stage | None:
    """The stage a stretch tells; None where nothing says that the deed stopped short."""
    if head.doing is Doing.ARREST and any(is_plot(r) for r in group):
        return Stage.THWARTED
    if head.doing is Doing.THREAT:
        return Stage.THREATENED
    if head.doing is Doing.STOP:
        return None if line.mood("partly", stretch.start, stretch.end) else Stage.THWARTED
    ahead = head.infinitive or head.voice is Voice.NOUN
    if head.doing is Doing.PLAN or (ahead and line.mood("plan", max(stretch.start, head.lead - WISH_REACH), head.end)):
        return Stage.PLANNED
    if line.mood("attempt", stretch.start, stretch.end):
        return Stage.ATTEMPTED
    return None


def is_plot(reading: Reading) -> bool:
    """True for a plan, and for the foiling of one: not for weapons brought down."""
    if reading.doing is Doing.PLAN:
        return True
    word = reading.word
    return reading.doing is Doing.STOP and word is not None and not (word.downs or word.stops or word.certain)


def got_through(line: Line, head: Reading, group: Sequence[Reading]) -> bool:
    """True where a stretch that tells of a stop also tells of a hit ("and the third hit the compound")."""
    if head.doing is not Doing.STOP:
        return False
    relatives = line.words.grammar["relatives"]
    return any(
        (r.start > head.end or r.doing is Doing.BURST)
        and r.doing in (Doing.ATTACK, Doing.BURST, Doing.HARM)
        and r.voice is not Voice.NOUN
        and not r.infinitive
        and not any(token.lower in relatives for token in line.tokens[max(0, r.start - 3) : r.start])
        and not is_denied(line, r)
        for r in group
    )


def lands(reading: Reading) -> bool:
    """True for a verb that says something was hit."""
    told = reading.word is not None and reading.word.impact and reading.voice is not Voice.NOUN
    return told and not reading.infinitive and reading.doing is Doing.ATTACK


def is_habitual(line: Line, stretch: Stretch, head: Reading) -> bool:
    """True where the stretch tells of a practice or a run of incidents, not of one."""
    if line.mood("habitual", stretch.start, stretch.end):
        return True
    return head.plural and line.mood("bundles", max(stretch.start, head.lead - 3), head.lead)


def is_hypothetical(line: Line, stretch: Stretch, head: Reading, group: Sequence[Reading]) -> bool:
    """True where nothing is told to have happened, been tried, planned or threatened."""
    if head.doing is Doing.STOP:
        supposed = line.mood("hypothetical", max(stretch.start, head.lead - 3), head.lead)
        return head.infinitive or supposed
    if head.doing in (Doing.THREAT, Doing.PLAN, Doing.STOP):
        return False
    if head.doing is Doing.ARREST and _nobody(line, stretch, head):
        return True
    if _at_nobody(line, head):
        return True
    near = range(max(stretch.start, head.lead - NEGATION_REACH), head.lead)
    denied = any(line.tokens[place].lower in line.words.grammar["negation"] for place in near)
    if denied and not _is_given(line, head):
        return True
    if head.infinitive:
        told = line.mood("attempt", stretch.start, head.end) or line.mood("plan", stretch.start, head.end)
        return not told and not any(
            not r.infinitive and r.doing in STRIKING and r.voice is not Voice.NOUN for r in group
        )
    if head.voice is Voice.NOUN and (_wished(line, stretch, head) or _would_be(line, stretch, head)):
        return True
    return line.mood("hypothetical", max(stretch.start, head.lead - 5), head.lead)


def _is_given(line: Line, head: Reading) -> bool:
    """True for a noun that takes the deed for granted ("no longer attributes the bombing of a lorry to the group")."""
    lead = line.tokens[head.lead - 1].lower if head.lead else ""
    return head.voice is Voice.NOUN and lead in line.words.grammar["determiners_definite"]


def _nobody(line: Line, stretch: Stretch, head: Reading) -> bool:
    """True where a negation stands anywhere before an arrest in its stretch ("no one has been detained")."""
    ahead = line.tokens[stretch.start : head.start]
    return any(token.lower in line.words.grammar["negation"] for token in ahead)


def _at_nobody(line: Line, head: Reading) -> bool:
    """True for a deed of which the words say that it was done to no one ("had shot at nobody")."""
    if head.voice is not Voice.ACTIVE or head.doing is Doing.HARM or head.end >= len(line.tokens):
        return False
    return line.tokens[head.end].lower in line.words.grammar["negation"]


def _would_be(line: Line, stretch: Stretch, head: Reading) -> bool:
    """True for a noun that only would be ("the option would be an air strike")."""
    words = [token.lower for token in line.tokens[max(stretch.start, head.lead - BE_REACH) : head.lead]]
    modal = next((k for k, word in enumerate(words) if word in line.words.grammar["modal"]), None)
    return modal is not None and any(word in line.words.grammar["be"] for word in words[modal:])


def _wished(line: Line, stretch: Stretch, head: Reading) -> bool:
    """True for a noun whose carrying out is only ahead ("to launch attacks", "could carry out a raid")."""
    grammar = line.words.grammar
    floor = max(stretch.start, head.lead - WISH_REACH)
    words = [token.lower for token in line.tokens[floor : head.lead]]
    done = next((k for k, word in enumerate(words) if word in grammar["executes"]), None)
    return done is not None and any(
        (word in grammar["infinitive"] or word in grammar["modal"]) for word in words[:done]
    )
