"""A draft and a trigger in, how much speaks for one incident out."""

from reportedly.codebook.sides import OUTSIDE_STATES
from reportedly.codebook.voices import state_in
from reportedly.coding.draft import Draft
from reportedly.coding.features import Features
from reportedly.coding.page import Page
from reportedly.coding.sides import agent_sides, side_of_actor
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import SourceKind


def likeness(page: Page, draft: Draft, one: Features) -> int:
    """How much speaks for one incident: same type, day, place, doer, sufferer."""
    score = 0
    if one.type is not None and one.type in draft.types():
        score += 2
    days = one.days()
    if days is not None and any(other.days() == days for other in draft.features):
        score += 2
    ids = {place.where.place_id for other in draft.features for place in other.places}
    score += 2 * any(place.where.place_id in ids for place in one.places)
    sides = agent_sides(draft)
    score += _stem(page, one) in {_stem(page, other) for other in draft.features}
    hurt = one.trigger.doing is Doing.HARM
    score += 2 * (hurt and any(trigger.sentence == one.trigger.sentence for trigger in draft.triggers))
    score += 2 * (side_of_actor(one.agent) is not None and side_of_actor(one.agent) in sides)
    return score + _voiced(page, sides, one)


def _voiced(page: Page, sides: set[str], one: Features) -> int:
    """1 where the speaker fits the draft: a doer's own side tells of its deed, an armed group of its dead."""
    said = page.attribution_of(one.trigger.span)
    if said is None or said.source is None or one.trigger.aside:
        return 0
    if one.trigger.doing is Doing.HARM and said.source.kind is SourceKind.ARMED_GROUP:
        return int(any(side != OUTSIDE_STATES for side in sides))
    return int(one.agent is None and state_in(said.source.name) in sides)


STEM = 4
"""Trigger words that share this many last-word letters are forms of one word ("strike", "strikes", "striking")."""


def _stem(page: Page, one: Features) -> str:
    return one.trigger.span.of(page.clean.text).split()[-1].casefold()[:STEM]
