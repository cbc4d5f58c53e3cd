"""A clean text and its mentions in, its triggers out: one for each stretch of a sentence that tells of an incident."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.languages.blame import blame_words
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import Stage
from reportedly.understanding.triggers.holding import holds, menaces, turned
from reportedly.understanding.triggers.items import items_of
from reportedly.understanding.triggers.kinds import refined, type_of
from reportedly.understanding.triggers.line import STRIKING, Line, weapon_named_before
from reportedly.understanding.triggers.moods import got_through, is_habitual, is_hypothetical, is_plot, lands, stage_of
from reportedly.understanding.triggers.readings import Reading, Voice, readings_of
from reportedly.understanding.triggers.roles import Scene, cast_of, is_executed, parts_of
from reportedly.understanding.triggers.stretches import Stretch, stretches_of

THREATEN = "threaten"
"""The mood whose words make a trigger by themselves."""


def find_triggers(clean: CleanText, mentions: Understanding) -> tuple[Trigger, ...]:
    """Every trigger of a text, in order; sentences that are furniture hold none."""
    words = trigger_words(clean.language)
    conditions = blame_words(clean.language).condition
    cast = cast_of(mentions)
    found: list[Trigger] = []
    for index, sentence in enumerate(clean.sentences):
        if sentence.furniture:
            continue
        tokens = tokenize(clean.text, sentence.span.start, sentence.span.end)
        if not tokens:
            continue
        moods: dict[str, list[tuple[int, int]]] = {}
        for hit in words.modality.find(tokens):
            for mood in hit.value:
                moods.setdefault(mood, []).append((hit.start, hit.end))
        line = Line(
            index, tokens, words, cast, sentence.heading, weapon_named_before(clean, cast, index), moods, conditions
        )
        found += _of_line(line)
    return tuple(found)


def may_tell(clean: CleanText) -> bool:
    """True where a text holds a word of a deed or of a threat: without one it has no trigger, whoever reads it."""
    words = trigger_words(clean.language)
    for sentence in clean.sentences:
        if sentence.furniture:
            continue
        tokens = tokenize(clean.text, sentence.span.start, sentence.span.end)
        if readings_of(tokens, words, title=sentence.heading):
            return True
        if any(THREATEN in hit.value for hit in words.modality.find(tokens)):
            return True
    return False


def _of_line(line: Line) -> Iterable[Trigger]:
    readings = readings_of(line.tokens, line.words, title=line.heading)
    if not readings and not line.moods:
        return
    if next(iter(line.words.mishaps.find(line.tokens)), None) is not None:
        return
    mishap = next(iter(line.words.accidents.find(line.tokens)), None) is not None
    if mishap and not any(r.doing in (Doing.ATTACK, Doing.LAUNCH, Doing.STOP, Doing.CLASH) for r in readings):
        return
    mocked = next(iter(line.words.no_incident_sentence.find(line.tokens)), None) is not None
    yield from _plots_joined(_of_stretches(line, readings, mocked=mocked))


def _plots_joined(triggers: Iterable[Trigger]) -> list[Trigger]:
    """The triggers of a sentence; a plan told beside an arrest is the plot that the arrest broke up."""
    found = list(triggers)
    arrest = next((k for k, t in enumerate(found) if t.doing is Doing.ARREST and not t.hypothetical), None)
    plans = [t for t in found if t.stage is Stage.PLANNED]
    if arrest is None or not plans:
        return found
    target = plans[0].patient or found[arrest].patient
    found[arrest] = replace(found[arrest], stage=Stage.THWARTED, patient=target)
    return [trigger for trigger in found if trigger not in plans]


def _of_stretches(line: Line, readings: Sequence[Reading], *, mocked: bool) -> Iterable[Trigger]:
    items = (item for whole in stretches_of(line.tokens, line.words) for item in items_of(line, whole, readings))
    for stretch, told in items:
        inside = [turned(line, r) for r in told]
        inside += menaces(line, stretch, inside)
        kept = [r for r in inside if holds(line, stretch, r, inside)]
        for group in _groups(kept):
            trigger = _trigger(line, stretch, group)
            if not (mocked and trigger.doing is not Doing.HARM and not trigger.definite):
                yield trigger


def _groups(readings: Sequence[Reading]) -> Iterable[Sequence[Reading]]:
    """The readings of one stretch, an arrest apart from what was done; a plot goes with its arrests."""
    arrests = [r for r in readings if r.doing is Doing.ARREST]
    deeds = [r for r in readings if r.doing is not Doing.ARREST]
    if arrests:
        deeds = [r for r in deeds if r.word is None or not r.word.search]
    if arrests and any(is_plot(r) for r in deeds):
        yield [*arrests, *deeds]
        return
    if deeds:
        yield deeds
    if arrests:
        yield arrests


_RANK = (
    Doing.THREAT,
    Doing.STOP,
    Doing.PLAN,
    Doing.ATTACK,
    Doing.CLASH,
    Doing.LAUNCH,
    Doing.BURST,
    Doing.HARM,
    Doing.ARREST,
    Doing.HAPPEN,
)


def _head(line: Line, stretch: Stretch, group: Sequence[Reading]) -> Reading:
    """The reading that names the whole: a threat before what is threatened, a stop before what is stopped."""
    arrests = [r for r in group if r.doing is Doing.ARREST]
    if arrests:
        return arrests[0]
    threatened = [r for r in group if r.doing is Doing.THREAT]
    if threatened and not line.mood("threaten", stretch.start, stretch.end) and not any(r.infinitive for r in group):
        group = [r for r in group if r.doing is not Doing.THREAT] or group
    return min(group, key=lambda r: (_RANK.index(r.doing), r.start))


def _trigger(line: Line, stretch: Stretch, group: Sequence[Reading]) -> Trigger:
    head = _head(line, stretch, group)
    scene = Scene(line.tokens, stretch, line.words, line.cast)
    parts = {id(reading): parts_of(scene, reading) for reading in group}
    whole = (Doing.STOP, Doing.THREAT, Doing.PLAN, Doing.ARREST)
    deeds = [r for r in group if r.doing is not head.doing] if head.doing in whole else group
    doing = [r for r in deeds if r.doing not in (Doing.STOP, Doing.ARREST, Doing.CLASH)]
    agents = [parts[id(r)].agent for r in doing if not _is_object(line, group, r, parts[id(r)].agent)]
    if head.doing is Doing.THREAT:
        agents = [parts[id(head)].agent]
    patients = [parts[id(r)].patient for r in sorted(deeds, key=lambda r: r.doing is Doing.HARM)]
    stopper = parts[id(head)].agent if head.doing in (Doing.STOP, Doing.ARREST) else None
    if head.doing is Doing.ARREST:
        patients.append(parts[id(head)].patient)
        agents = []
    agent = next((span for span in agents if span is not None), None)
    lead = line.tokens[head.lead - 1].lower if head.lead else ""
    grammar = line.words.grammar
    noun = head.voice is Voice.NOUN
    return Trigger(
        span=line.span(head.lead, head.end),
        sentence=line.index,
        stretch=line.span(stretch.start, stretch.end),
        doing=head.doing,
        type=refined(line, stretch, head, type_of(group, head)),
        stage=None if got_through(line, head, group) else stage_of(line, stretch, head, group),
        agent=agent if agent != stopper else None,
        patient=next((span for span in patients if span is not None and span not in (agent, stopper)), None),
        stopper=stopper,
        condition=_condition(line) if head.doing is Doing.THREAT else None,
        definite=head.doing is Doing.HAPPEN or (noun and lead in grammar["determiners_definite"]),
        fresh=stretch.opener or (noun and lead in grammar["determiners_other"]),
        earlier=head.pluperfect or (noun and lead in grammar["earlier"]),
        aside=stretch.aside,
        plural=head.plural,
        habitual=is_habitual(line, stretch, head),
        hypothetical=is_hypothetical(line, stretch, head, group),
        perfect=head.perfect,
        impact=any(lands(r) for r in group) or line.mood("damage", stretch.start, stretch.end),
        natural=head.word is not None and head.word.intransitive,
        ground=any(r.word is not None and r.word.search for r in group),
        executed=is_executed(scene, head) and lead not in grammar["determiners_definite"],
        update=line.mood("update", stretch.start, stretch.end),
        noun=noun,
        listed=stretch.listed,
    )


def _is_object(line: Line, group: Sequence[Reading], reading: Reading, agent: Span | None) -> bool:
    """True where a verb's nearest doer is the object of a verb before it ("killed 23 soldiers and injured 15").

    Not where a clause opens between them ("five died and six were hurt when the rebels shelled the base").
    """
    if agent is None or reading.voice is not Voice.ACTIVE:
        return False
    ahead = [token.lower for token in line.tokens if token.end <= agent.start]
    if ahead and ahead[-1] in line.words.grammar["relatives"]:
        return False
    before = [r for r in group if r.voice is Voice.ACTIVE and not r.infinitive and r.end <= reading.start]
    if reading.doing is Doing.HARM:
        before += [r for r in group if r.voice is Voice.NOUN and r.doing in STRIKING and r.end <= reading.start]
    opening = [place for place, word in enumerate(ahead) if word in line.words.grammar["clause_openers"]]
    floor = opening[-1] if opening else 0
    return any(floor < r.end and line.tokens[r.end - 1].end <= agent.start for r in before)


def _condition(line: Line) -> Span | None:
    """The clause a threat hangs on: from its opening word to the next stop; None where it hangs on nothing."""
    opening = next((hit.start for hit in line.conditions.find(line.tokens)), None)
    if opening is None:
        return None
    ends = line.words.grammar["clause_ends"] | line.words.grammar["clause_commas"]
    close = next((k for k in range(opening + 1, len(line.tokens)) if line.tokens[k].lower in ends), len(line.tokens))
    return line.span(opening, close) if close - opening > 1 else None
