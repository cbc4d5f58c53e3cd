"""The triggers of a text in, its incidents under way out: triggers that tell of one incident together."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.codebook.means import type_of_weapon
from reportedly.coding.apart import is_apart
from reportedly.coding.draft import Draft
from reportedly.coding.features import Features, features_of
from reportedly.coding.likeness import likeness
from reportedly.coding.page import QUOTES, Page, inside, lead_end
from reportedly.coding.threats import is_idle
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.triggers import Doing, Frame, Trigger
from reportedly.records.vocabulary import ClaimField, IncidentType, Stage


def draft_incidents(page: Page) -> list[Draft]:
    """The incidents of a text, in the order they are first told."""
    if page.mentions.frame is Frame.UNREAL:
        return []
    drafts: list[Draft] = []
    for trigger in page.mentions.triggers:
        one = features_of(page, trigger, alone=len(page.triggers_in(trigger.sentence)) == 1)
        if (
            is_run(page, one)
            or is_idle(page, trigger)
            or (trigger.hypothetical and trigger.doing is not Doing.HARM and not trigger.definite)
        ):
            continue
        home = _home(page, drafts, one)
        if home is not None:
            home.features.append(one)
        elif _founds(page, one):
            drafts += [Draft([part]) for part in _by_means(page, one) or _by_country(one)]
    return [draft for draft in _join_plots(page, drafts) if _stands(page, draft)]


def _join_plots(page: Page, drafts: list[Draft]) -> list[Draft]:
    """A plan told beside the arrest that broke it up is one incident with it, and so are the two that a lead tells."""
    arrests = [draft for draft in drafts if draft.apart() is IncidentType.ARREST]
    broken = next((d for d in arrests if any(_is_broken_plot(trigger) for trigger in d.triggers)), None)
    plans = [d for d in drafts if d is not broken and all(_is_ahead(trigger) for trigger in d.triggers)]
    if broken is None:
        leading = [d for d in [*arrests[:1], *plans] if d.triggers[0].sentence < lead_end(page)]
        if len(leading) == 1 or not arrests or leading[:1] != arrests[:1]:
            return drafts
        broken, plans = leading[0], leading[1:]
    for draft in plans:
        broken.features += draft.features
    return [draft for draft in drafts if not any(draft is plan for plan in plans)]


def _is_ahead(trigger: Trigger) -> bool:
    return trigger.stage is Stage.PLANNED or trigger.hypothetical


def _is_broken_plot(trigger: Trigger) -> bool:
    return trigger.type is IncidentType.ARREST and trigger.stage is Stage.THWARTED


def _by_country(one: Features) -> list[Features]:
    """A trigger that tells of several at once, parted by the countries it names; else the trigger as it is."""
    countries = list(dict.fromkeys(place.where.country for place in one.places if place.where.country))
    if not one.trigger.plural or len(countries) <= 1:
        return [one]
    return [replace(one, places=tuple(p for p in one.places if p.where.country == code)) for code in countries]


def _by_means(page: Page, one: Features) -> list[Features]:
    """A trigger of two attacks, parted by the means told one after the other just before it, or in its sentence.

    "First came the mortars, then the drones. The base was attacked twice." Empty where no two follow each other.
    """
    grammar = trigger_words(page.clean.language).grammar
    stretch = page.sentence_span(one.trigger.sentence)
    after = tokenize(page.clean.text, one.trigger.span.end, stretch.end)[:1]
    if not after or after[0].lower not in grammar["twice"] or one.type is not None:
        return []
    first = max(0, one.trigger.sentence - 1)
    for sentence in (page.sentence_span(first), stretch):
        told = [(weapon, type_of_weapon(weapon.code)) for weapon in inside(page.mentions.weapons, sentence)]
        between = [page.words_between(a.span.end, b.span.start) for (a, _), (b, _) in pairwise(told)]
        if len(told) == len({kind for _, kind in told} - {None}) == TWO and between[0] & grammar["in_turn"]:
            return [replace(one, type=kind, means=(weapon,)) for weapon, kind in told]
    return []


TWO = 2
"""An attack told as done "twice" is so many."""

TOLD_OF = frozenset(
    {"military", "police", "official", "media", "religious", "aid", "armed_group", "guard", "medical", "education"}
)
"""Party kinds whose violent death is an incident though no weapon and no doer is told."""


def is_run(page: Page, one: Features) -> bool:
    """True where a trigger tells of many incidents or a practice: habit, or what "has been" going on without a day."""
    trigger = one.trigger
    if trigger.doing in (Doing.THREAT, Doing.ARREST) or (trigger.doing is Doing.HARM and not trigger.perfect):
        return False
    if trigger.executed and one.days() is not None and (one.places or _has_own_toll(page, trigger)):
        return False
    if trigger.noun and trigger.fresh and not (trigger.plural or trigger.habitual):
        return False
    pointing = trigger.definite and not (trigger.plural and trigger.aside)
    if pointing or (one.days() is not None and (one.fine_place is not None or not trigger.habitual)):
        return False
    going_on = trigger.perfect and trigger.sentence >= lead_end(page)
    vague = trigger.plural and trigger.noun and trigger.aside and not trigger.executed
    series = any(
        statement.field is ClaimField.SERIES and statement.span.contains(trigger.span)
        for statement in page.mentions.statements
    )
    if series and trigger.sentence >= lead_end(page) and one.days() is None:
        return True
    tallies = [
        statement
        for statement in page.mentions.statements
        if statement.field is ClaimField.TALLY and statement.span.overlaps(trigger.stretch)
    ]
    framed = one.fine_place is None and any(statement.value.get("since") for statement in tallies)
    if trigger.doing is Doing.CLASH and trigger.sentence < lead_end(page) and one.fine_place is not None:
        return False
    named = trigger.agent is not None and one.fine_place is not None
    news = named and trigger.sentence < lead_end(page) and not any(s.value.get("since") for s in tallies)
    later = trigger.plural or trigger.perfect or trigger.sentence >= lead_end(page)
    own = _has_own_toll(page, trigger)
    counted = bool(tallies) and not news and (later or framed) and not (own and trigger.sentence < lead_end(page))
    return trigger.habitual or going_on or vague or counted


def _has_own_toll(page: Page, trigger: Trigger) -> bool:
    """True where a trigger's stretch tells a toll that is no tally."""
    return any(
        not toll.cumulative and trigger.stretch.contains(toll.group_span or toll.span) for toll in page.mentions.tolls
    )


def _founds(page: Page, one: Features) -> bool:
    """True where a trigger tells enough to found an incident of its own."""
    trigger = one.trigger
    if trigger.hypothetical or trigger.doing is Doing.HAPPEN:
        return False
    if trigger.plural and trigger.noun and one.days() is None and not trigger.executed:
        leads = trigger.sentence < lead_end(page) and trigger.agent is not None
        return not trigger.aside and (leads or one.fine_place is not None)
    if trigger.doing is Doing.HARM:
        hurt = _has_own_toll(page, trigger)
        placed = one.days() is not None and one.fine_place is not None
        beside = trigger.aside and bool(one.places or inside(page.mentions.things, trigger.stretch))
        person = one.patient is not None and one.patient.kind in TOLD_OF
        told = placed or (person and (one.days() is not None or one.fine_place is not None))
        found = told and not trigger.natural
        murdered = trigger.noun and not trigger.natural
        return one.agent is not None or bool(one.type) or (hurt and (found or beside or murdered))
    told = one.patient is not None or bool(inside(page.mentions.tolls, trigger.stretch))
    if trigger.definite and not trigger.aside and trigger.sentence < lead_end(page) and told:
        return True
    bare = one.type is None and one.days() is None and one.fine_place is None
    return not (trigger.definite and bare)


def _stands(page: Page, draft: Draft) -> bool:
    """False for a draft that rests on a heading alone or on one vague aside."""
    body = [one for one in draft.features if not page.clean.sentences[one.trigger.sentence].heading]
    if not body:
        return not any(not s.heading and not s.furniture for s in page.clean.sentences)
    if all(_is_figure_of_speech(page, one) for one in draft.features):
        return False
    if all(one.trigger.aside for one in body):
        hurt = any(inside(page.mentions.tolls, one.trigger.stretch) for one in body)
        return hurt or any(one.days() or one.fine_place for one in body)
    return True


def _is_told_just_now(page: Page, one: Features) -> bool:
    """True for "that attack": the one told last, whatever the report leads with."""
    before = page.word_before(one.trigger.span)
    last = trigger_words(page.clean.language).grammar["told_last"]
    return one.trigger.noun and before is not None and before.of(page.clean.text).casefold() in last


def _is_figure_of_speech(page: Page, one: Features) -> bool:
    """True for bare hands or stones that somebody is quoted with, of no doer, place, day and toll.

    "They were throwing stones then": of no other kind of deed does a quotation alone tell so little.
    """
    said = page.attribution_of(one.trigger.span)
    if one.type is not IncidentType.MELEE_ATTACK or one.agent is not None or said is None:
        return False
    quoted = page.clean.text[said.content.start] in QUOTES
    hurt = inside(page.mentions.tolls, one.trigger.stretch)
    return quoted and not (hurt or one.days() or one.places)


def _is_beside(page: Page, draft: Draft, one: Features) -> bool:
    """True where a draft was told last in the paragraph of a trigger: who died there died of it."""
    sentences = page.clean.sentences
    return sentences[draft.features[-1].trigger.sentence].paragraph == sentences[one.trigger.sentence].paragraph


def _home(page: Page, drafts: Sequence[Draft], one: Features) -> Draft | None:
    """The draft a trigger belongs to, of those nothing sets it apart from; None where it starts a new one."""
    if one.trigger.fresh and not one.trigger.definite:
        return None
    fitting = [draft for draft in drafts if not is_apart(page, draft, one)]
    if not fitting:
        return None
    if one.type is None and _is_told_just_now(page, one):
        return max(fitting, key=lambda draft: draft.features[-1].trigger.span.start)
    lead, harm = lead_end(page), one.trigger.doing is Doing.HARM
    return max(
        fitting,
        key=lambda draft: (
            likeness(page, draft, one),
            harm and _is_beside(page, draft, one),
            draft.features[0].trigger.sentence < lead and not draft.features[0].trigger.aside,
            draft.features[-1].trigger.span.start,
        ),
    )
