"""Tokens in, trigger words out, each read as noun, active or passive verb, with the type its neighbours tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.languages.phrases import Hit, Token
from reportedly.languages.triggers import Form, TriggerWord, TriggerWords
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import IncidentType


class Voice(StrEnum):
    """How a trigger word relates to its neighbours."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Reading:
    """``tokens[start:end]`` read as a trigger; ``lead``: where its modifiers begin ("drone" of "drone attack")."""

    start: int
    end: int
    lead: int
    doing: Doing
    type: IncidentType | None
    voice: Voice
    plural: bool = False
    perfect: bool = False
    pluperfect: bool = False
    infinitive: bool = False
    intransitive: bool = False
    parted: bool = False
    word: TriggerWord | None = None


LOOK_BACK = 4
"""How many tokens before a verb its auxiliaries are looked for in; longer chains were not seen in development texts."""


@dataclass(frozen=True, slots=True)
class _Helpers:
    """What stands directly before a verb."""

    be: bool
    have: bool
    had: bool
    to: bool
    modal: bool


def _before(tokens: Sequence[Token], start: int, words: TriggerWords) -> _Helpers:
    """The auxiliaries in front of a verb, adverbs skipped."""
    grammar = words.grammar
    be = have = had = to = modal = False
    for place in range(start - 1, max(-1, start - 1 - LOOK_BACK), -1):
        word = tokens[place].lower
        if word in grammar["be"]:
            be = True
        elif word in grammar["have"]:
            have, had = True, had or word in grammar["pluperfect"]
        elif word in grammar["infinitive"]:
            to = True
        elif word in grammar["modal"]:
            modal = True
        elif word not in grammar["adverbs"]:
            break
    return _Helpers(be, have, had, to, modal)


def _is_noun(tokens: Sequence[Token], hit: Hit[tuple[TriggerWord, ...]], words: TriggerWords, *, title: bool) -> bool:
    """True where a form that may be noun or verb is a noun here."""
    helpers = _before(tokens, hit.start, words)
    if helpers.to or helpers.modal:
        return False
    after = tokens[hit.end].lower if hit.end < len(tokens) else "."
    lead = tokens[hit.start - 1].lower if hit.start else ""
    grammar = words.grammar
    if lead in grammar["determiners_definite"] or lead in grammar["determiners_other"] or lead in grammar["possessive"]:
        return True
    if (
        lead in words.modifiers
        or not after[0].isalnum()
        or (after in grammar["onto"] or after in grammar["be"] or after in grammar["have"])
    ):
        return True
    return not (title and hit.start > 0)


def _pick(
    tokens: Sequence[Token], hit: Hit[tuple[TriggerWord, ...]], words: TriggerWords, *, title: bool
) -> tuple[TriggerWord, Voice, _Helpers] | None:
    """The reading of one hit; None where none fits its neighbours."""
    nouns = [word for word in hit.value if word.form in (Form.NOUN, Form.NOUNS)]
    verbs = [word for word in hit.value if word.form not in (Form.NOUN, Form.NOUNS)]
    helpers = _before(tokens, hit.start, words)
    if nouns and (not verbs or _is_noun(tokens, hit, words, title=title)):
        return nouns[0], Voice.NOUN, helpers
    if not verbs:
        return None
    verb = _fitting(verbs, helpers)
    lead = tokens[hit.start - 1].lower if hit.start else ""
    grammar = words.grammar
    determined = (
        lead in grammar["determiners_definite"] or lead in grammar["determiners_other"] or lead in grammar["articles"]
    )
    if verb.form is Form.ING and determined:
        return verb, Voice.NOUN, helpers
    bare = helpers.to or helpers.modal or (lead in grammar["subject_pronouns"] or lead in grammar["joints"])
    if verb.form is Form.BASE and not title and not bare:
        return None
    if verb.form is Form.PRESENT and not title and lead in grammar["relatives"]:
        return None
    after = tokens[hit.end].lower if hit.end < len(tokens) else "."
    passive = (Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE)
    by = after in words.grammar["by"]
    if (verb.active and (helpers.be or by)) or (
        verb.headline and not title and not bare and verb.form in (Form.BASE, Form.PRESENT)
    ):
        return None
    if verb.form in passive and (helpers.be or (by and not helpers.have)):
        return verb, Voice.PASSIVE, helpers
    bare_harm = verb.doing is Doing.HARM and verb.form in passive and not helpers.be and _ends(tokens, hit.end, words)
    if bare_harm and lead in grammar["determiners_definite"]:
        return None
    headed = title and verb.doing in (Doing.ARREST, Doing.ATTACK)
    suffers = verb.doing is Doing.HARM or headed
    if verb.form is Form.PAST_OR_PARTICIPLE and suffers and not helpers.have and _ends(tokens, hit.end, words):
        return verb, Voice.PASSIVE, helpers
    if verb.form is Form.PARTICIPLE and not helpers.have:
        return verb, Voice.PASSIVE, helpers
    return verb, Voice.ACTIVE, helpers


def _ends(tokens: Sequence[Token], end: int, words: TriggerWords) -> bool:
    """True where no object follows a verb ("injured when …", "killed in …"); "killed at least nine" has one."""
    if end >= len(tokens):
        return True
    after, grammar = tokens[end].lower, words.grammar
    if end + 1 < len(tokens) and after in grammar["onto"] and tokens[end + 1].lower in grammar["counting"]:
        return False
    return not after[0].isalnum() or after in grammar["onto"] or after in grammar["clause_openers"]


def _fitting(verbs: Sequence[TriggerWord], helpers: _Helpers) -> TriggerWord:
    """Of forms that are written alike ("hit"), the one its auxiliaries ask for."""
    bare = helpers.to or helpers.modal
    wanted = (Form.BASE,) if bare and not helpers.be else (Form.PAST_OR_PARTICIPLE, Form.PARTICIPLE, Form.PAST)
    return next((verb for verb in verbs if verb.form in wanted), verbs[0])


def _modified(tokens: Sequence[Token], start: int, words: TriggerWords) -> tuple[int, IncidentType | None]:
    """Where the modifiers of a noun begin, and the type they tell together ("rocket and drone attack")."""
    lead, found = start, None
    place = start - 1
    while place >= 0 and start - place <= LOOK_BACK:
        kind = words.modifiers.get(tokens[place].lower)
        if kind is not None:
            found = _stronger(found, kind)
            lead = place
        elif (
            tokens[place].lower not in words.grammar["joints"]
            or place - 1 < 0
            or tokens[place - 1].lower not in words.modifiers
        ):
            break
        place -= 1
    return lead, found


_STRENGTH = (
    IncidentType.MISSILE_ATTACK,
    IncidentType.DRONE_ATTACK,
    IncidentType.SUICIDE_BOMBING,
    IncidentType.AIR_STRIKE,
)
"""Of several types told by one phrase the first here stands: rockets beside drones make a missile attack (contract)."""


def _stronger(one: IncidentType | None, other: IncidentType | None) -> IncidentType | None:
    """Of two types told for one incident the stronger; the first where neither is."""
    return next((kind for kind in _STRENGTH if kind in (one, other)), one or other)


def readings_of(tokens: Sequence[Token], words: TriggerWords, *, title: bool) -> list[Reading]:
    """Every trigger word of a sentence, in order; expressions that only look like one are left out."""
    hits = list(words.words.find(tokens))
    blocked = [(hit.start, hit.end) for hit in words.no_incident.find(tokens)] if hits else []
    found: list[Reading] = []
    for hit in hits:
        if any(hit.start < end and start < hit.end for start, end in blocked):
            continue
        picked = _pick(tokens, hit, words, title=title)
        if picked is None:
            continue
        word, voice, helpers = picked
        lead, told = _modified(tokens, hit.start, words) if voice is Voice.NOUN else (hit.start, None)
        found.append(
            Reading(
                hit.start,
                hit.end,
                lead,
                word.doing,
                _stronger(told, word.type),
                voice,
                plural=word.form is Form.NOUNS,
                perfect=helpers.have and not helpers.had and not helpers.to,
                pluperfect=helpers.had,
                infinitive=helpers.modal or (helpers.to and not helpers.have),
                intransitive=word.intransitive,
                word=word,
            )
        )
    return sorted([*found, *_parted(tokens, words)], key=lambda reading: reading.start)


PART_REACH = 8
"""How many tokens may part the two words of a verb ("brought two of them down")."""


def _parted(tokens: Sequence[Token], words: TriggerWords) -> list[Reading]:
    """Verbs whose second word stands apart from the first."""
    found: list[Reading] = []
    for place, token in enumerate(tokens):
        for last, word in words.parted.get(token.lower, ()):
            tail = [later.lower for later in tokens[place + 2 : place + PART_REACH]]
            if any(later in last for later in tail):
                ahead = _before(tokens, place, words)
                found.append(
                    Reading(
                        place,
                        place + 1,
                        place,
                        word.doing,
                        word.type,
                        Voice.ACTIVE,
                        infinitive=ahead.to or ahead.modal,
                        parted=True,
                        word=word,
                    )
                )
    return found
