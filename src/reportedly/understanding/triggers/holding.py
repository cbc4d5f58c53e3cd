"""A trigger word and its neighbours in, whether it tells of a deed at all out, threats and stops too."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.languages.triggers import Form
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import IncidentType
from reportedly.understanding.triggers.line import STRIKING, Line
from reportedly.understanding.triggers.readings import Reading, Voice
from reportedly.understanding.triggers.roles import Parts, Scene, parts_of
from reportedly.understanding.triggers.stretches import Stretch

DENIAL_REACH = 6
"""How many tokens before a word of stopping its negation is looked for."""

SENT_BEFORE, SENT_AFTER = 15, 7
"""How many tokens before and after a verb of sending its weapon may stand; farther off it is another's."""

OBJECT_REACH = 5
"""How many tokens from a verb its object, or in the passive its subject, is looked for."""

OUTLAW_REACH = 4
"""How many tokens before a verb the word may stand that says its subject acts for no state."""

STOP_REACH = 10
"""How many tokens from a word of foiling the attack or plot it foils may stand."""


def turned(line: Line, reading: Reading) -> Reading:
    """A verb read by its object: weapons destroyed are stopped, people seized are abducted, ships are attacked."""
    taken = reading.word is not None and (reading.word.takes or reading.type is IncidentType.ABDUCTION)
    if taken and reading.voice is Voice.ACTIVE and line.boards(reading.end, OBJECT_REACH):
        return replace(reading, doing=Doing.ATTACK, type=IncidentType.MARITIME_ATTACK)
    if reading.word is not None and reading.word.takes and line.seizes(reading.end, reading.end + OBJECT_REACH):
        return replace(reading, doing=Doing.ATTACK, type=IncidentType.ABDUCTION)
    if reading.doing is Doing.ARREST and reading.voice is Voice.ACTIVE and line.is_site(reading.end, OBJECT_REACH):
        return replace(reading, doing=Doing.CLASH, type=IncidentType.CLASH)
    if reading.word is not None and reading.word.aimed and line.flown(0, len(line.tokens)):
        return replace(reading, doing=Doing.LAUNCH, type=None)
    if reading.type is IncidentType.SHOOTING and _is_sent(line, reading):
        return replace(reading, doing=Doing.LAUNCH, type=None)
    if _is_felled(line, reading):
        return replace(reading, doing=Doing.ATTACK, type=IncidentType.ARSON_SABOTAGE)
    if reading.word is None or not reading.word.stops:
        return reading
    start, end = reading.end, min(len(line.tokens), reading.end + OBJECT_REACH)
    if reading.voice is Voice.PASSIVE:
        start, end = max(0, reading.start - OBJECT_REACH), reading.start
    return replace(reading, doing=Doing.STOP) if start < end and line.flown(start, end) else reading


def _is_sent(line: Line, reading: Reading) -> bool:
    """True where weapons that fly, and nobody else, stand before a verb of shooting ("rockets were shot from …")."""
    start = max(0, reading.start - OBJECT_REACH)
    if reading.voice is not Voice.PASSIVE or start >= reading.start:
        return False
    near = line.cast.between(line.tokens[start].start, line.tokens[reading.start - 1].end)
    return bool(near) and all(player.flies for player in near)


def _is_felled(line: Line, reading: Reading) -> bool:
    """True for a thing that people of no state bring down with a weapon ("brought the mast down with a bomb")."""
    grammar = line.words.grammar
    if reading.word is None or not reading.word.downs or reading.voice is not Voice.ACTIVE:
        return False
    outlaws = any(token.lower in grammar["outlaws"] for token in line.tokens[: reading.start])
    ahead = range(reading.end, min(len(line.tokens), reading.end + STOP_REACH))
    means = next((k for k in ahead if line.tokens[k].lower in grammar["means"]), None)
    return outlaws and means is not None and not line.armed(0, means) and line.armed(means, len(line.tokens))


def menaces(line: Line, stretch: Stretch, readings: Sequence[Reading]) -> list[Reading]:
    """Words that threaten without a verb of threatening ("would use missiles", "ready to strike"), read as one."""
    if any(r.doing is Doing.THREAT for r in readings):
        return []
    promised = _promised(line, readings)
    if promised is not None:
        return [Reading(promised.start, promised.end, promised.start, Doing.THREAT, IncidentType.THREAT, Voice.ACTIVE)]
    outright = line.mood("threaten_outright", stretch.start, stretch.end)
    threats = sorted((s, e) for s, e in line.moods.get("threaten", ()) if stretch.start <= s < stretch.end)
    opening = threats[0][0] if threats else None
    after = opening is not None and any(r.start > opening for r in readings if r.doing in STRIKING)
    ahead = after or any(r.infinitive for r in readings) or not readings
    strong = (line.armed(stretch.start, stretch.end) or any(r.doing in STRIKING for r in readings)) and ahead
    if not threats or not (outright or strong):
        return []
    voice = Voice.ACTIVE if outright else Voice.NOUN
    return [Reading(s, e, s, Doing.THREAT, IncidentType.THREAT, voice) for s, e in threats[:1]]


def _promised(line: Line, readings: Sequence[Reading]) -> Reading | None:
    """An attack somebody says will or would follow on a condition ("would fire missiles should X step in")."""
    if next(iter(line.conditions.find(line.tokens)), None) is None:
        return None
    promises = line.words.grammar["promises"]
    for reading in readings:
        near = {token.lower for token in line.tokens[max(0, reading.start - 3) : reading.start]}
        weak = is_denied(line, reading) or (reading.word is not None and (reading.word.outlaw or reading.word.enters))
        if weak:
            continue
        if reading.infinitive and reading.doing in (Doing.ATTACK, Doing.LAUNCH, Doing.HARM) and near & promises:
            return reading
    return None


def holds(line: Line, stretch: Stretch, reading: Reading, others: Sequence[Reading]) -> bool:
    """True where a weak trigger word has beside it what makes it one."""
    armed = line.armed(stretch.start, stretch.end) or line.armed(0, len(line.tokens))
    striking = [r for r in others if r is not reading and r.doing in STRIKING]
    if reading.word is not None and reading.word.armed:
        return line.armed(reading.start, min(stretch.end, reading.end + OBJECT_REACH))
    if reading.word is not None and reading.word.outlaw:
        return _by_outlaws(line, stretch, reading)
    if reading.word is not None and reading.word.aimed and reading.doing is Doing.ATTACK:
        if reading.voice is not Voice.ACTIVE:
            return False
        aimed = parts_of(Scene(line.tokens, stretch, line.words, line.cast), reading).patient is not None
        return aimed or _of_somebody(line, reading)
    if reading.word is not None and reading.word.enters:
        return _is_entered(line, stretch, reading)
    match reading.doing:
        case Doing.LAUNCH if _only_means(line, reading, others):
            return False
        case Doing.LAUNCH:
            low, high = max(stretch.start, reading.start - SENT_BEFORE), min(stretch.end, reading.end + SENT_AFTER)
            return line.armed(low, high) or any(r.voice is Voice.NOUN for r in striking)
        case Doing.BURST if reading.type is None:
            return armed or line.armed_before or any(r.doing is Doing.HARM for r in others)
        case Doing.ATTACK if reading.type is None and reading.voice is not Voice.NOUN:
            parts = parts_of(Scene(line.tokens, stretch, line.words, line.cast), reading)
            both = parts.agent is not None and parts.patient is not None
            suffered = _is_assaulted(line, reading, parts) or _outlaws_assault(line, stretch, reading)
            return armed or line.armed_before or both or bool(striking) or suffered
        case Doing.CLASH if reading.word is not None and reading.word.takes:
            high = min(stretch.end, reading.end + OBJECT_REACH)
            return reading.end < high and line.places(reading.end, high)
        case Doing.HAPPEN:
            return len(others) == 1 and _points_back(line, stretch, reading)
        case Doing.STOP if is_denied(line, reading):
            return False
        case Doing.STOP:
            if reading.word is not None and (reading.word.certain or reading.word.stops):
                return True
            loose = reading.word is not None and reading.word.downs
            if loose or reading.word is None:
                return line.armed(stretch.start, stretch.end) or line.armed_before
            return _stops_deed(line, stretch, reading, others)
        case Doing.PLAN:
            return bool(striking) or any(r.doing in (Doing.STOP, Doing.ARREST) for r in others)
        case Doing.THREAT if reading.word is None or reading.word.certain:
            return True
        case Doing.THREAT if reading.voice is Voice.PASSIVE:
            return False
        case Doing.THREAT:
            return line.mood("threaten_outright", stretch.start, stretch.end) or any(
                r.start > reading.start for r in others if r.doing in (*STRIKING, Doing.HARM)
            )
        case Doing.ARREST:
            return _of_somebody_held(line, stretch, reading)
        case _:
            return True


def _of_somebody_held(line: Line, stretch: Stretch, reading: Reading) -> bool:
    """True for an arrest of somebody, or of whom nothing else is told; weapons and things are seized, not arrested."""
    patient = parts_of(Scene(line.tokens, stretch, line.words, line.cast), reading).patient
    if reading.word is not None and reading.word.people:
        return _of_people(line, reading, patient)
    if patient is None and reading.voice is Voice.ACTIVE and reading.end < stretch.end:
        return not line.armed(reading.end, min(stretch.end, reading.end + OBJECT_REACH))
    return patient is None or line.is_person(patient) or line.is_where(patient)


def _is_assaulted(line: Line, reading: Reading, parts: Parts) -> bool:
    """True where a place or thing suffers and nothing but an attack is told ("the village was attacked").

    Of "hit", "struck" and the like only things suffer so, not whole towns, and nothing said to have done it but doers.
    """
    if parts.patient is None or reading.voice is not Voice.PASSIVE or line.is_person(parts.patient):
        return False
    following = line.tokens[reading.end].lower if reading.end < len(line.tokens) else ""
    if parts.agent is None and following in line.words.grammar["by"]:
        return False
    return (reading.word is not None and reading.word.assault) or not line.is_place(parts.patient)


def _outlaws_assault(line: Line, stretch: Stretch, reading: Reading) -> bool:
    """True where people who bear arms for no state attack something no list knows ("gunmen attacked a depot").

    What can only be attacked with words ("the ruling") is nothing of the kind.
    """
    if reading.word is None or not reading.word.assault or reading.voice is not Voice.ACTIVE:
        return False
    grammar = line.words.grammar
    after = [token.lower for token in line.tokens[reading.end : min(stretch.end, reading.end + OBJECT_REACH)]]
    led = after[:1] and after[0] in grammar["determiners_definite"] | grammar["articles"]
    return bool(led) and not grammar["arguments"] & set(after) and _outlaws_before(line, stretch, reading)


def _of_people(line: Line, reading: Reading, patient: Span | None) -> bool:
    """True where a verb of people has somebody for its sufferer, by name, by a word that stands for one, or untold."""
    if patient is not None and line.is_person(patient):
        return True
    armed = line.armed(reading.end, min(len(line.tokens), reading.end + OBJECT_REACH)) if patient is not None else True
    return _of_somebody(line, reading) or (patient is not None and line.is_where(patient) and not armed)


def _of_somebody(line: Line, reading: Reading) -> bool:
    """True where words that stand for people suffer a verb ("two were captured", "captured two others")."""
    grammar = line.words.grammar
    if reading.voice is not Voice.PASSIVE:
        after = [token.lower for token in line.tokens[reading.end : reading.end + OUTLAW_REACH]]
        return bool(grammar["somebody"] & set(after))
    before = [token.lower for token in line.tokens[max(0, reading.start - OUTLAW_REACH) : reading.start]]
    return bool(grammar["be"] & set(before)) and not line.armed(max(0, reading.start - OBJECT_REACH), reading.start)


def _by_outlaws(line: Line, stretch: Stretch, reading: Reading) -> bool:
    """True where those just before the verb bear arms for no state, and somebody is its object."""
    end = min(len(line.tokens), reading.end + OBJECT_REACH)
    if reading.voice is not Voice.ACTIVE or not line.seizes(reading.end, end) or _of_another(line, reading.end, end):
        return False
    return _outlaws_before(line, stretch, reading)


def _outlaws_before(line: Line, stretch: Stretch, reading: Reading) -> bool:
    """True where a word for people who bear arms for no state stands just before a verb."""
    near = [token.lower for token in line.tokens[max(stretch.start, reading.start - OUTLAW_REACH) : reading.start]]
    grammar = line.words.grammar
    bearing = any(one in grammar["bearing"] and other in grammar["bearers"] for one, other in pairwise(near))
    return bearing or bool(set(near) & grammar["outlaws"])


def _is_entered(line: Line, stretch: Stretch, reading: Reading) -> bool:
    """True where people who bear arms for no state come into a place or a thing ("insurgents entered Ostra")."""
    if reading.voice is not Voice.ACTIVE or not _outlaws_before(line, stretch, reading):
        return False
    end = min(len(line.tokens), reading.end + OBJECT_REACH)
    return reading.end < end and (line.is_site(reading.end, OBJECT_REACH) or line.places(reading.end, end))


def _of_another(line: Line, start: int, end: int) -> bool:
    """True where those named after a verb only say whose its object is ("the lives of two men", "the men's cattle")."""
    grammar = line.words.grammar
    somebody = line.cast.between(line.tokens[start].start, line.tokens[end - 1].end)[0].span
    ahead = [token.lower for token in line.tokens[start:end] if token.end <= somebody.start]
    after = next((token.lower for token in line.tokens[start:] if token.start >= somebody.end), "")
    return bool(set(ahead) & grammar["onto"]) or after in grammar["possessive"]


def _only_means(line: Line, reading: Reading, others: Sequence[Reading]) -> bool:
    """True for a weapon flown about, not at something, and for one that only says how ("using drones")."""
    word = reading.word
    if word is not None and word.onto:
        ahead = line.tokens[reading.end : reading.end + OBJECT_REACH]
        return not any(token.lower in line.words.grammar["aims"] for token in ahead)
    deeds = (*STRIKING, Doing.HARM, Doing.STOP)
    how = word is not None and word.active and word.form is Form.ING
    return how and not any(r is not reading and r.doing in deeds for r in others)


def _stops_deed(line: Line, stretch: Stretch, reading: Reading, others: Sequence[Reading]) -> bool:
    """True where what is foiled, prevented or repelled is an attack, a plot or a weapon close by."""
    low, high = max(stretch.start, reading.start - STOP_REACH), min(stretch.end, reading.end + STOP_REACH)
    deeds = [r for r in others if r.doing is Doing.PLAN or (r.doing in STRIKING and r.voice is Voice.NOUN)]
    if any(low <= r.lead < high for r in deeds):
        return True
    return reading.end < high and line.armed(reading.end, min(high, reading.end + OBJECT_REACH))


def _points_back(line: Line, stretch: Stretch, reading: Reading) -> bool:
    """True where what happened is a word for something told before ("it took place", "the incident")."""
    grammar = line.words.grammar
    if reading.voice is Voice.NOUN:
        return reading.lead > 0 and line.tokens[reading.lead - 1].lower in grammar["determiners_definite"]
    before = [token.lower for token in line.tokens[stretch.start : reading.start]]
    return any(word in grammar["pronouns"] for word in before)


def is_denied(line: Line, reading: Reading) -> bool:
    """True where a negation stands shortly before ("it had not been possible to prevent")."""
    near = line.tokens[max(0, reading.start - DENIAL_REACH) : reading.start]
    return any(token.lower in line.words.grammar["negation"] for token in near)
