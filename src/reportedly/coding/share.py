"""A text's drafts in, each one's share of its tolls, sayings and ties of blame out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.coding.apart import is_apart
from reportedly.coding.draft import Draft
from reportedly.coding.features import features_of
from reportedly.coding.losses import KILLED
from reportedly.coding.page import Page
from reportedly.records.mentions import Attribution, Toll
from reportedly.records.triggers import Blame, Doing, Trigger
from reportedly.records.vocabulary import IncidentType


@dataclass(frozen=True, slots=True)
class Share:
    """What of a text belongs to one draft beyond its triggers."""

    tolls: tuple[Toll, ...]
    attributions: tuple[Attribution, ...]
    blame: tuple[Blame, ...]


def share_out(page: Page, drafts: Sequence[Draft]) -> list[Share]:
    """Tolls, sayings and ties of blame, each to the draft its place is about."""
    owner = _owners(page, drafts)
    tolls: list[list[Toll]] = [[] for _ in drafts]
    said: list[list[Attribution]] = [[] for _ in drafts]
    blame: list[list[Blame]] = [[] for _ in drafts]
    runs = [trigger.stretch for trigger in _runs(page, drafts)]
    for toll in page.mentions.tolls:
        if not any(run.contains(toll.span) for run in runs):
            place = toll.group_span or toll.span
            for home in _home_of(page, drafts, owner, place.start, place.end):
                if not _is_elsewhere(page, drafts[home], toll):
                    tolls[home].append(toll)
    for attribution in page.mentions.attributions:
        for home in _homes_of(page, drafts, owner, attribution):
            said[home].append(attribution)
    for tie in page.mentions.blame:
        if _is_of_run(page, drafts, tie):
            continue
        for home in _home_of(page, drafts, owner, tie.cue.start, tie.cue.end):
            blame[_deed_behind(drafts, home, tie.cue.start)].append(tie)
    own = [[toll for toll in mine if not _is_of_another(page, toll, mine, tolls)] for mine in tolls]
    return [Share(tuple(t), tuple(s), tuple(b)) for t, s, b in zip(own, said, blame, strict=True)]


def _is_elsewhere(page: Page, draft: Draft, toll: Toll) -> bool:
    """True for the dead of a sentence without a deed of its own, whose day or place is none of the draft's.

    The injured are told where they were taken.
    """
    index = page.sentence_at(toll.span.start)
    if toll.effect != KILLED or page.triggers_in(index):
        return False
    sentence = page.sentence_span(index)
    told = Trigger(span=toll.span, sentence=index, stretch=sentence, doing=Doing.HARM, natural=True)
    return is_apart(page, draft, features_of(page, told, alone=True))


def _is_of_another(page: Page, toll: Toll, mine: Sequence[Toll], shares: Sequence[Sequence[Toll]]) -> bool:
    """True for a heading's figure that the body gives to another draft and not to this one."""
    if not _is_headed(page, toll):
        return False
    same = [_is_same_in_body(page, toll, share) for share in shares if share is not mine]
    return any(same) and not _is_same_in_body(page, toll, mine)


def _is_headed(page: Page, toll: Toll) -> bool:
    return page.clean.sentences[page.sentence_at(toll.span.start)].heading


def _is_same_in_body(page: Page, toll: Toll, share: Sequence[Toll]) -> bool:
    return any(
        (other.effect, other.count) == (toll.effect, toll.count)
        and not (other.part or other.cumulative or _is_headed(page, other))
        for other in share
    )


def _homes_of(page: Page, drafts: Sequence[Draft], owner: Mapping[int, int], attribution: Attribution) -> Sequence[int]:
    """Every draft a saying tells of; where it tells of none by name, the one its place is about."""
    content = attribution.content
    told = [k for k, draft in enumerate(drafts) if any(content.overlaps(trigger.span) for trigger in draft.triggers)]
    if told:
        return told
    return _home_of(page, drafts, owner, content.start, content.end)


def _deed_behind(drafts: Sequence[Draft], home: int, at: int) -> int:
    """The draft a tie is about: in a threat ("blamed X and vowed to retaliate") the deed told last before it."""
    if drafts[home].apart() is not IncidentType.THREAT:
        return home
    deeds = [
        (max(trigger.span.start for trigger in draft.triggers if trigger.span.start < at), place)
        for place, draft in enumerate(drafts)
        if draft.apart() is None and draft.triggers[0].span.start < at
    ]
    return max(deeds, default=(0, home))[1]


def _is_of_run(page: Page, drafts: Sequence[Draft], tie: Blame) -> bool:
    """True for a tie to many incidents at once; "similar to earlier attacks by X" ties X to the one that is likened."""
    runs = [trigger for trigger in _runs(page, drafts) if page.sentence_at(trigger.stretch.start) == tie.sentence]
    if not runs or _is_told(drafts, tie.sentence):
        return False
    return not any(tie.cue.contains(trigger.span) for trigger in runs)


def _is_told(drafts: Sequence[Draft], sentence: int) -> bool:
    """True where a sentence tells of one of the drafts by a trigger of its own."""
    return any(trigger.sentence == sentence for draft in drafts for trigger in draft.triggers)


def _runs(page: Page, drafts: Sequence[Draft]) -> list[Trigger]:
    """The triggers that tell of many incidents at once: what they count belongs to none of the drafts."""
    coded = {trigger.span for draft in drafts for trigger in draft.triggers}
    return [
        trigger
        for trigger in page.mentions.triggers
        if trigger.span not in coded and (trigger.plural or trigger.habitual or trigger.perfect)
    ]


def _owners(page: Page, drafts: Sequence[Draft]) -> Mapping[int, int]:
    """The draft each sentence is about: the one its own words tell of, else the one told last in its own right."""
    told: dict[int, int] = {}
    beside: dict[int, int] = {}
    for place, draft in enumerate(drafts):
        for trigger in draft.triggers:
            (beside if trigger.aside else told).setdefault(trigger.sentence, place)
    owner: dict[int, int] = {}
    last: int | None = 0 if drafts else None
    for index in range(len(page.clean.sentences)):
        last = told.get(index, last)
        here = told.get(index, beside.get(index, last))
        if here is not None:
            owner[index] = here
    return owner


def _home_of(page: Page, drafts: Sequence[Draft], owner: Mapping[int, int], start: int, end: int) -> list[int]:
    """The drafts a stretch of text is about: those whose trigger's stretch holds it, else its sentence's owner.

    More than one only where one trigger tells of several incidents at once.
    """
    middle = (start + end - 1) // 2
    holding = [
        (trigger.stretch.end - trigger.stretch.start, place, trigger)
        for place, draft in enumerate(drafts)
        for trigger in draft.triggers
        if trigger.stretch.start <= middle < trigger.stretch.end
    ]
    if not holding:
        home = owner.get(page.sentence_at(middle))
        return [] if home is None else _with_siblings(drafts, home, _last_told(drafts[home], middle))
    _, home, trigger = min(holding, key=lambda held: held[:2])
    return _with_siblings(drafts, home, trigger)


def _last_told(draft: Draft, at: int) -> Trigger:
    """The trigger of a draft that stands last before a place; its first where none does."""
    before = [trigger for trigger in draft.triggers if trigger.span.start <= at]
    return max(before, key=lambda trigger: trigger.span, default=draft.triggers[0])


def _with_siblings(drafts: Sequence[Draft], home: int, trigger: Trigger) -> list[int]:
    """A draft and, where the trigger that speaks of it founded others too, those."""
    first = drafts[home].triggers[0].span
    if trigger.span != first:
        return [home]
    return [place for place, draft in enumerate(drafts) if draft.triggers[0].span == first]
