"""A threat in, who makes it out: its speaker, the group it speaks for, the subject of its words."""

from collections.abc import Iterable

from reportedly.codebook.sides import OUTSIDE_STATES, side_of
from reportedly.coding.draft import Draft
from reportedly.coding.page import Page, best_named
from reportedly.coding.ties import Tie
from reportedly.languages.blame import blame_words
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, Attribution
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import Basis, SourceKind

OFFICE_REACH = 60
"""Within this many characters after a speaker's name its group may follow ("X, head of the Y militia")."""


def utterers(page: Page, draft: Draft) -> Iterable[Tie]:
    """Who makes a threat: the speaker whose cue the trigger is, else its subject, else who is quoted with it."""
    for trigger in draft.triggers:
        heading = page.clean.sentences[trigger.sentence].heading
        speaking = [
            said
            for said in page.mentions.attributions
            if said.cue is not None and said.source is not None and said.cue.span.overlaps(trigger.span)
        ]
        actor = None if is_vow_at(page, trigger) else page.actor_at(trigger.agent)
        said = speaking[0] if speaking else page.attribution_of(trigger.span)
        quoted = said is not None and said.direct and said.source is not None
        if not speaking and not quoted and actor is not None:
            yield Tie(page.resolve(actor), Basis.CLAIMED, trigger.span, None, heading)
        elif said is not None and (group := _group_of(page, trigger, said)) is not None:
            yield Tie(page.resolve(group), Basis.CLAIMED, trigger.span, said, heading)
        elif (
            said is not None
            and said.source is not None
            and said.source.span is not None
            and _utters(page, said, trigger)
        ):
            kind = "armed_group" if said.source.kind is SourceKind.ARMED_GROUP else "person"
            speaker = ActorMention(span=said.source.span, name=said.source.name, kind=kind)
            yield Tie(speaker, Basis.CLAIMED, trigger.span, said, heading)


def is_vow_at(page: Page, trigger: Trigger) -> bool:
    """True for words whose subject is threatened: "the rebels would pay for the crime"."""
    words = set(trigger.span.of(page.clean.text).casefold().split())
    return trigger.doing is Doing.THREAT and bool(words & trigger_words(page.clean.language).grammar["paying"])


def is_idle(page: Page, trigger: Trigger) -> bool:
    """True for a vow that somebody will pay which no armed group utters: it tells of no act, place or day to come."""
    if not is_vow_at(page, trigger):
        return False
    said = page.attribution_of(trigger.span)
    return said is None or said.source is None or said.source.kind is not SourceKind.ARMED_GROUP


def _utters(page: Page, said: Attribution, trigger: Trigger) -> bool:
    """True where a speaker makes the threat, and does not tell of somebody else's."""
    if said.source is None or said.source.kind is SourceKind.EXPERT:
        return False
    own = said.cue is not None and said.cue.span.overlaps(trigger.span)
    if own or said.direct or said.source.kind is SourceKind.ARMED_GROUP or said.cue is None:
        return True
    between = page.words_between(said.cue.span.end, trigger.span.start)
    return bool(between & blame_words(page.clean.language).own)


def _group_of(page: Page, trigger: Trigger, said: Attribution) -> ActorMention | None:
    """The armed group a threat's speaker leads or speaks for, where its sentence names it before the threat."""
    if said.source is None or said.source.kind is not SourceKind.ARMED_GROUP:
        return None
    sentence = page.sentence_span(trigger.sentence)
    name = said.source.span
    armed = [
        actor
        for actor in page.mentions.actors
        if sentence.contains(actor.span)
        and (
            actor.span.end <= trigger.span.start
            or (name is not None and name.start <= actor.span.start <= name.end + OFFICE_REACH)
        )
        and side_of(actor.actor_id, actor.kind) == OUTSIDE_STATES
        and not actor.generic
    ]
    return best_named(armed)
