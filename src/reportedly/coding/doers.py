"""A trigger in, a doer its words give beside its subject out: who orders, whose adjective, who tells of its own."""

from reportedly.codebook.means import is_stoppable
from reportedly.codebook.sides import side_of
from reportedly.codebook.voices import state_called, state_in
from reportedly.coding.page import Page, inside
from reportedly.languages.blame import blame_words
from reportedly.languages.phrases import tokenize
from reportedly.records.mentions import ActorMention
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import SourceKind


def orderer(page: Page, trigger: Trigger) -> ActorMention | None:
    """The state whose president or ministry orders what its forces carry out ("President X ordered strikes")."""
    party = page.party_at(trigger.agent)
    if not trigger.executed or party is None or party.kind not in ("official", "government", "person"):
        return None
    state = state_in(party.name)
    return page.as_actor(party.span, state.lower()) if state is not None else None


def owner(page: Page, trigger: Trigger) -> ActorMention | None:
    """The state whose adjective stands before a noun trigger or opens the name of what was sent ("Russian drones")."""
    if trigger.noun:
        before = page.word_before(trigger.span)
        if before is not None and (state := state_called(before.of(page.clean.text))) is not None:
            return page.as_actor(before, state)
    if trigger.doing in (Doing.THREAT, Doing.ARREST):
        return None
    stopper = page.actor_at(trigger.stopper)
    for weapon in inside(page.mentions.weapons, trigger.stretch):
        if page.is_source(weapon.span) or (trigger.doing is Doing.STOP and not is_stoppable(weapon.code)):
            continue
        for word in (_adjective(page, weapon.span), page.word_before(weapon.span)):
            state = state_called(word.of(page.clean.text)) if word is not None else None
            if word is None or state is None:
                continue
            if stopper is None or side_of(stopper.actor_id, stopper.kind) != side_of(state, "state"):
                return page.as_actor(word, state)
    return None


def _adjective(page: Page, span: Span) -> Span:
    """The first word of a weapon's name, its number passed over."""
    words = tokenize(page.clean.text, span.start, span.end)
    first = next((word for word in words if word.lower[0].isalpha()), words[0])
    return Span(first.start, first.end)


_ACTS = (Doing.ATTACK, Doing.LAUNCH, Doing.HARM)


def speaker_as_doer(page: Page, trigger: Trigger) -> ActorMention | None:
    """The speaker who tells of its own side's deed ("the ministry said its warplanes had struck")."""
    said = page.attribution_of(trigger.span)
    if trigger.noun or trigger.doing not in _ACTS or said is None or said.source is None or said.cue is None:
        return None
    own = blame_words(page.clean.language).own
    before = said.source.span is not None and said.cue.span.end <= trigger.span.start
    if not before or said.source.span is None or trigger.agent is not None:
        return None
    if not page.words_between(said.cue.span.end, trigger.span.start) & own:
        return None
    if trigger.doing is Doing.HARM and (trigger.patient is None or trigger.patient.start < trigger.span.end):
        return None
    inner = [actor for actor in page.mentions.actors if said.source.span.contains(actor.span) and not actor.generic]
    kind = "armed_group" if said.source.kind is SourceKind.ARMED_GROUP else "military"
    if said.source.kind not in (SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.OFFICIAL):
        return None
    if not inner and said.source.kind is SourceKind.OFFICIAL:
        return None
    known = inner[-1] if inner else None
    return ActorMention(
        span=said.source.span,
        name=known.name if known is not None else said.source.name,
        kind=known.kind if known is not None else kind,
        actor_id=known.actor_id if known is not None else None,
    )
