"""The words that the tagger hears as a deed in, readings for those that no rule knows out."""

from collections.abc import Iterator, Sequence

from reportedly.languages.phrases import Token
from reportedly.languages.triggers import TriggerWords
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import IncidentType
from reportedly.understanding.tagger.labels import Tag
from reportedly.understanding.triggers.readings import Reading, Voice, helpers_before

SURE = 0.8
"""The least surety of a deed that no rule knows."""

DETERMINERS = ("determiners_definite", "determiners_other", "articles", "possessive")
"""Word lists of which one before a word makes it a noun."""

LEFT_TO_RULES = (IncidentType.THREAT, IncidentType.ARREST)
"""Types that rest on words of threat and arrest alone: who threatens or is taken must be told."""


def heard(
    tokens: Sequence[Token], readings: Sequence[Reading], deeds: Sequence[Tag], words: TriggerWords
) -> Iterator[Reading]:
    """A reading for each deed of a sentence that the tagger hears and the rules do not."""
    for deed in deeds:
        kind = IncidentType(deed.role)
        inside = [k for k, token in enumerate(tokens) if token.start < deed.end and deed.start < token.end]
        if kind in LEFT_TO_RULES or deed.surety < SURE or not inside:
            continue
        start, end = inside[0], inside[-1] + 1
        if not any(reading.lead < end and start < reading.end for reading in readings):
            yield _reading(tokens, start, end, kind, words)


def _reading(tokens: Sequence[Token], start: int, end: int, kind: IncidentType, words: TriggerWords) -> Reading:
    """The deed as noun, passive or active verb, by what stands before it."""
    helpers = helpers_before(tokens, start, words)
    lead = tokens[start - 1].lower if start else ""
    grammar = words.grammar
    named = any(lead in grammar[some] for some in DETERMINERS)
    voice = Voice.NOUN if named else Voice.PASSIVE if helpers.be else Voice.ACTIVE
    told = None if kind is IncidentType.OTHER_VIOLENCE else kind
    return Reading(
        start,
        end,
        start,
        Doing.ATTACK,
        told,
        voice,
        perfect=helpers.have and not helpers.had and not helpers.to,
        pluperfect=helpers.had,
        infinitive=helpers.modal or (helpers.to and not helpers.have),
    )
