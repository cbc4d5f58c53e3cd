"""A draft in, its type, its stage and whether it is a main incident out."""

from collections import Counter
from collections.abc import Sequence

from reportedly.codebook.sides import side_of
from reportedly.coding.dating import FINE
from reportedly.coding.draft import Draft
from reportedly.coding.features import Features
from reportedly.coding.page import Page, inside, lead_end
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.counts import Count
from reportedly.records.mentions import Toll
from reportedly.records.moments import day_of
from reportedly.records.triggers import Doing, Frame
from reportedly.records.vocabulary import Factuality, IncidentType, Stage, TimePrecision

_STATES_OWN = {IncidentType.BOMBING: IncidentType.AIR_STRIKE}
"""What a state's forces do by a bare "bomb" is done from the air."""


def type_of(page: Page, draft: Draft) -> IncidentType:
    """The type most of its triggers tell, the most telling first; a state's bare strike is an air strike."""
    apart = draft.apart()
    if apart is not None:
        return apart
    told = draft.types()
    state = any(_by_state(one) for one in draft.features)
    deaths = any(
        one.trigger.doing is Doing.HARM
        or any(_counts(toll.count) for toll in inside(page.mentions.tolls, one.trigger.stretch))
        for one in draft.features
    )
    if deaths and any(one.agent is not None and one.agent.generic for one in draft.features):
        told = [kind for kind in told if kind is not IncidentType.ARSON_SABOTAGE]
    if not told:
        struck = state and any(_struck(page, one) for one in draft.features)
        ground = any(one.trigger.ground for one in draft.features)
        return IncidentType.AIR_STRIKE if struck and not ground else _bare(draft)
    if IncidentType.SUICIDE_BOMBING in told:
        return IncidentType.SUICIDE_BOMBING
    counts = Counter(_without_means(told))
    best = max(counts, key=lambda kind: (counts[kind], -told.index(kind)))
    return _STATES_OWN.get(best, best) if state else best


_BRINGS = {
    IncidentType.AIR_STRIKE: IncidentType.BOMBING,
    IncidentType.DRONE_ATTACK: IncidentType.BOMBING,
    IncidentType.MISSILE_ATTACK: IncidentType.BOMBING,
    IncidentType.MARITIME_ATTACK: IncidentType.SHOOTING,
}
"""What a deed of one type goes with and is not instead: a plane's bombs and blasts, the shots at and from a ship."""


def _without_means(told: Sequence[IncidentType]) -> Sequence[IncidentType]:
    """The types told without what the type told first brings with it."""
    return [kind for kind in told if kind is not _BRINGS.get(told[0])]


def _by_state(one: Features) -> bool:
    if one.agent is None:
        return False
    side = side_of(one.agent.actor_id, one.agent.kind)
    return side is not None and side.startswith("state:") and one.agent.kind != "police"


def _struck(page: Page, one: Features) -> bool:
    """True where the trigger is a strike or a bombing without a weapon beside it."""
    return one.trigger.doing in (Doing.ATTACK, Doing.LAUNCH) and not inside(page.mentions.weapons, one.trigger.stretch)


SHIP = "ship"
"""The party kind of what an attack of no told means at sea is done to."""


def _bare(draft: Draft) -> IncidentType:
    """The type where neither words nor weapons tell one: a ship tells the sea, nameless people shoot."""
    for one in draft.features:
        if one.patient is not None and one.patient.kind == SHIP:
            return IncidentType.MARITIME_ATTACK
        if one.agent is not None and one.agent.generic:
            return IncidentType.SHOOTING
    return IncidentType.OTHER_VIOLENCE


def stage_of(draft: Draft, tolls: list[Toll], *, hit: bool) -> Stage:
    """How far it got: anything that got through makes it accomplished, whatever else was stopped.

    ``hit``: the text says that something was hit or damaged.
    """
    if draft.apart() is IncidentType.THREAT:
        return Stage.THREATENED
    told = [trigger.stage for trigger in draft.triggers if trigger.stage is not None]
    hurt = any(_counts(toll.count) for toll in tolls if not toll.attackers and not toll.cumulative)
    stopped = Stage.THWARTED in told
    if draft.apart() is IncidentType.ARREST:
        plot = stopped or any(t.doing is Doing.STOP or t.stage is Stage.PLANNED for t in draft.triggers)
        return Stage.THWARTED if plot else Stage.ACCOMPLISHED
    if hurt or hit or (stopped and any(trigger.impact for trigger in draft.triggers)):
        return Stage.ACCOMPLISHED
    if stopped:
        return Stage.THWARTED
    if Stage.ATTEMPTED in told:
        return Stage.ATTEMPTED
    if told and all(stage is Stage.PLANNED for stage in told):
        return Stage.PLANNED
    return Stage.ACCOMPLISHED


def _counts(count: Count) -> bool:
    return (count.low or 0) > 0 or (count.high or 0) > 0


def mains_of(page: Page, drafts: list[Draft]) -> list[bool]:
    """Which drafts a report exists to tell; where none stands out, the first that its lead tells of."""
    lead = lead_end(page)
    found = [is_main(page, draft, lead=lead, others=drafts) for draft in drafts]
    if not any(found) and page.mentions.frame is None:
        for place, draft in enumerate(drafts):
            body = [one.trigger for one in draft.features if not page.clean.sentences[one.trigger.sentence].heading]
            if body and body[0].sentence < lead and draft.apart() is None and _is_news(page, draft):
                found[place] = True
                break
    return found


def _is_news(page: Page, draft: Draft) -> bool:
    """True where a lead that has nothing better tells a draft in its own right, or as of the last days."""
    if _is_older(page, draft) or all(_is_known_death(one) for one in draft.features):
        return False
    return any(not one.trigger.aside or one.days() is not None for one in draft.features)


def is_main(page: Page, draft: Draft, *, lead: int, others: list[Draft]) -> bool:
    """True for what the report exists to tell: told in its lead in its own right, or beside it with its own day."""
    if page.mentions.frame is Frame.REMEMBERED:
        return False
    threats = {IncidentType.THREAT}
    if draft.apart() in threats:
        return others[0].apart() in threats and others[0].features[0].trigger.sentence < lead
    beside = {one.trigger.sentence for one in draft.features if one.trigger.aside}
    own = [
        one
        for one in draft.features
        if not one.trigger.aside and one.trigger.sentence not in beside and _is_present(page, one)
    ]
    if not own or all(_is_known_death(one) or _is_kept_silent(page, one) for one in own):
        return False
    if draft.apart() is IncidentType.ARREST and _follows(page, own[0], draft, others, lead):
        return False
    if draft.apart() is None and _is_entry(page, own[0]):
        return True
    if own[0].trigger.sentence < lead:
        return not _is_older(page, draft)
    if draft.apart() is IncidentType.ARREST or _is_older(page, draft):
        return False
    return _same_time(draft, others) or (_is_told_fully(page, draft, own) and not _comes_before(draft, others, lead))


def _is_known_death(one: Features) -> bool:
    """True for a killing named as known, of no day and no place: "to protest the murder of a judge"."""
    trigger = one.trigger
    named = trigger.doing is Doing.HARM and trigger.noun and trigger.definite
    return named and one.days() is None and one.fine_place is None


def _is_kept_silent(page: Page, one: Features) -> bool:
    """True for a deed told only as what somebody said nothing about."""
    said = page.attribution_of(one.trigger.span)
    if said is None:
        return False
    first = next(iter(tokenize(page.clean.text, said.content.start, one.trigger.span.start)), None)
    silent = trigger_words(page.clean.language).grammar["silent"]
    return said.stance is Factuality.WITHHELD or (first is not None and first.lower in silent)


def _is_entry(page: Page, one: Features) -> bool:
    """True for a deed under a dated line of its own, an entry of a round-up ("8 September. Gunmen attacked …")."""
    header = page.header_of(one.trigger.sentence)
    dated = [] if header is None else inside(page.mentions.times, header)
    return any(time.when.precision in FINE and not time.reference for time in dated)


def _follows(page: Page, first: Features, draft: Draft, others: list[Draft], lead: int) -> bool:
    """True for an arrest told after the attack it is about, both in the lead."""
    deeds = [
        one.trigger
        for other in others
        if other is not draft and other.apart() is None
        for one in other.features
        if one.trigger.sentence < lead
        and not one.trigger.aside
        and not page.clean.sentences[one.trigger.sentence].heading
    ]
    return any(trigger.span.start < first.trigger.span.start for trigger in deeds)


def _is_present(page: Page, one: Features) -> bool:
    """True where a trigger is not told as past to the rest; in reported speech "had struck" is plain past."""
    return not one.trigger.earlier or page.attribution_of(one.trigger.span) is not None


RECENT_DAYS = 7
"""A day longer before publication is told as background; of the development reports' main incidents none is older."""


LATELY_DAYS = 62
"""A month that ended this lately is news where a report leads with it ("killed 26 last month, a commission said")."""
_VAGUE = (TimePrecision.MONTH, TimePrecision.YEAR)


def _is_older(page: Page, draft: Draft) -> bool:
    """True where the last day told lies well before publication, or only a year or month is told, not the day."""
    vague = [one for one in draft.features if one.time is not None and one.time.when.precision in _VAGUE]
    if vague and all(one.days() is None for one in draft.features):
        ends = [span[1] for one in vague if (span := one.interval()) is not None]
        leads = draft.features[0].trigger.sentence < lead_end(page) and not draft.features[0].trigger.aside
        published = page.clean.published
        lately = published is not None and bool(ends) and (day_of(published) - max(ends)).days <= LATELY_DAYS
        return not (leads and lately)
    days = [span[1] for one in draft.features if (span := one.days()) is not None]
    published = page.clean.published
    return bool(days) and published is not None and (day_of(published) - max(days)).days > RECENT_DAYS


def _is_told_fully(page: Page, draft: Draft, own: list[Features]) -> bool:
    """True where an incident told after the lead has its place and its toll, or is told in two sentences of its own."""
    placed = any(one.fine_place is not None for one in draft.features)
    hurt = any(inside(page.mentions.tolls, one.trigger.stretch) for one in own)
    return (placed and hurt) or len({one.trigger.sentence for one in own}) > 1


def _comes_before(draft: Draft, others: list[Draft], lead: int) -> bool:
    """True where an incident told after the lead is dated before all that the lead tells: it stands behind the news."""
    days = [span for one in draft.features if (span := one.days()) is not None]
    leading = [
        span
        for other in others
        if other is not draft
        for one in other.features
        if one.trigger.sentence < lead and not one.trigger.aside and (span := one.days()) is not None
    ]
    return bool(days and leading) and max(end for _, end in days) < min(start for start, _ in leading)


def _same_time(draft: Draft, others: list[Draft]) -> bool:
    """True where an incident told later in a report falls on the day of one it leads with, or the day beside it."""
    days = [span for one in draft.features if (span := one.days()) is not None]
    leading = [
        s for other in others if other is not draft for one in other.features[:3] if (s := one.days()) is not None
    ]
    return any(abs((one[0] - other[0]).days) <= 1 for one in days for other in leading)
