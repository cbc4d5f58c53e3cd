"""A stretch and its trigger words in, the type of incident they tell out."""

from collections.abc import Sequence

from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import IncidentType
from reportedly.understanding.triggers.line import Line
from reportedly.understanding.triggers.readings import Reading, Voice
from reportedly.understanding.triggers.stretches import Stretch


def type_of(group: Sequence[Reading], head: Reading) -> IncidentType | None:
    """The type the trigger words of a stretch tell, the head's first; None where weapon or doer decide."""
    if head.doing in (Doing.THREAT, Doing.ARREST):
        return IncidentType(head.doing.value)
    if head.doing is Doing.STOP and any(r.doing is Doing.PLAN for r in group):
        return IncidentType.ARREST
    told = [r.type for r in sorted(group, key=lambda r: (r is not head, r.start)) if r.type is not None]
    if any(r.doing is Doing.HARM or (r.doing is Doing.ATTACK and r.type is None) for r in group):
        told = [kind for kind in told if kind is not IncidentType.ARSON_SABOTAGE]
    return next((kind for kind in told if kind is not IncidentType.THREAT), None)


def refined(line: Line, stretch: Stretch, head: Reading, kind: IncidentType | None) -> IncidentType | None:
    """The type the words for the deed tell; the doer's where they tell none, or only of bombs and a doer flies."""
    if kind not in (None, IncidentType.BOMBING, IncidentType.MELEE_ATTACK):
        return kind
    told = _type_of_doer(line, stretch, head)
    if told is IncidentType.SUICIDE_BOMBING:
        return told
    flown = (IncidentType.AIR_STRIKE, IncidentType.DRONE_ATTACK)
    if kind is None and told is IncidentType.AIR_STRIKE and (_sends(line, stretch, head) or _strikes(line, head)):
        return told
    if kind is None:
        return told if told not in flown else None
    return told if told in flown and kind is IncidentType.BOMBING else kind


def _sends(line: Line, stretch: Stretch, head: Reading) -> bool:
    """True where crewed aircraft stand before the verb by which they send something ("an aircraft dropped bombs")."""
    if head.doing is not Doing.LAUNCH or head.voice is not Voice.ACTIVE:
        return False
    ahead = line.words.doers.find(line.tokens[stretch.start : head.start])
    return any(hit.value is IncidentType.AIR_STRIKE for hit in ahead)


def _strikes(line: Line, head: Reading) -> bool:
    """True where crewed aircraft stand directly before the verb by which they strike ("coalition jets destroyed")."""
    if head.doing is not Doing.ATTACK or head.voice is not Voice.ACTIVE:
        return False
    end = head.start
    while end and line.tokens[end - 1].lower in line.words.grammar["adverbs"] | line.words.grammar["have"]:
        end -= 1
    return any(hit.end == end and hit.value is IncidentType.AIR_STRIKE for hit in line.words.doers.find(line.tokens))


def _type_of_doer(line: Line, stretch: Stretch, head: Reading) -> IncidentType | None:
    """The type a doer's name tells ("a suicide bomber"), where the words for the deed tell none."""
    if head.doing not in (Doing.ATTACK, Doing.HARM, Doing.BURST, Doing.LAUNCH):
        return None
    told = [hit.value for hit in line.words.doers.find(line.tokens[stretch.start : stretch.end])]
    return IncidentType.SUICIDE_BOMBING if IncidentType.SUICIDE_BOMBING in told else next(iter(told), None)
