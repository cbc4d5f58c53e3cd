"""A speaker and an actor in, whether the one speaks for the other out."""

from reportedly.codebook.sides import OUTSIDE_STATES, side_of
from reportedly.codebook.voices import state_in
from reportedly.coding.draft import Draft
from reportedly.coding.page import Page
from reportedly.languages.blame import blame_words
from reportedly.records.mentions import ActorMention, Source
from reportedly.records.vocabulary import SourceKind

LOCAL_REACH = 40
"""Within this many characters after a speaker's name its office may follow ("Olha Marchenko, the governor of …")."""


def speaks_for(page: Page, draft: Draft, actor: ActorMention, source: Source) -> bool:
    """True where a speaker speaks for the actor: same group by name, or an official voice of the same state."""
    if _same(page, actor, source) or _is_possessed(page, actor) or _is_of_only_group(page, actor, source):
        return True
    side = side_of(actor.actor_id, actor.kind)
    if _is_of_others(page, source, side):
        return False
    official = source.kind in (SourceKind.OFFICIAL, SourceKind.MILITARY)
    if side is None and actor.kind in OF_NO_NAME and source.kind in (SourceKind.OFFICIAL, SourceKind.MILITARY):
        return source.kind is SourceKind.MILITARY or _is_of_the_country(page, draft, source)
    if side is None or side == OUTSIDE_STATES or not official:
        return False
    state = _state_of(page, source) or _local_state(page, draft, source) or _nameless_state(draft, source)
    return state == side or (state is None and not source.anonymous and not _attacked(page, draft, side))


def _is_of_only_group(page: Page, actor: ActorMention, source: Source) -> bool:
    """True for an armed group's speaker in a text that names no group but the actor ("its spokesman, Sidi Abdou")."""
    if source.kind is not SourceKind.ARMED_GROUP or actor.kind != SourceKind.ARMED_GROUP.value:
        return False
    groups = {
        one.actor_id or one.name.casefold()
        for one in page.mentions.actors
        if one.kind == SourceKind.ARMED_GROUP.value and not one.generic and not one.name.split()[-1].islower()
    }
    return groups == {actor.actor_id or actor.name.casefold()}


def _is_of_others(page: Page, source: Source, side: str | None) -> bool:
    """True for a speaker whose name holds a known group of another side ("the shadow government of …")."""
    if source.span is None or side is None:
        return False
    named = [one for one in page.mentions.actors if source.span.contains(one.span) and one.actor_id is not None]
    sides = {side_of(one.actor_id, one.kind) for one in named} - {None}
    return bool(sides) and side not in sides


OF_NO_NAME = frozenset({"military", "police", "guard"})
"""Forces that may be told without their state ("security forces"): then they are the country's own."""


def _is_of_the_country(page: Page, draft: Draft, source: Source) -> bool:
    """True for a named office of the country the deed was done in."""
    state = _state_of(page, source)
    return state is not None and not source.anonymous and state in {f"state:{code}" for code in _countries(draft)}


def is_organisation(page: Page, source: Source) -> bool:
    """True for a speaker of an international or independent organisation ("the UN mission", "Human Rights Watch")."""
    if source.span is None:
        return False
    return any(one.kind == "organisation" for one in page.mentions.actors if source.span.contains(one.span))


def is_of_the_struck(page: Page, draft: Draft, actor: ActorMention, source: Source) -> bool:
    """True for medics and state media where another state is told to have struck: they are the victims' side."""
    side = side_of(actor.actor_id, actor.kind)
    theirs = source.kind is SourceKind.MEDIC or (
        source.kind is SourceKind.MEDIA
        and not blame_words(page.clean.language).state_media.isdisjoint(source.name.casefold().split())
    )
    if not theirs or side is None or side == OUTSIDE_STATES:
        return False
    struck = _countries(draft)
    return bool(struck) and f"state:{struck[0]}" != side


def _countries(draft: Draft) -> list[str]:
    """The countries of a draft's places, in order."""
    return [place.where.country for one in draft.features for place in one.places if place.where.country]


def _local_state(page: Page, draft: Draft, source: Source) -> str | None:
    """The state whose local official a speaker is: the country the deed was done in; None for all others."""
    if source.span is None:
        return None
    local = blame_words(page.clean.language).local
    if not page.words_between(source.span.start, min(len(page.clean.text), source.span.end + LOCAL_REACH)) & local:
        return None
    countries = _countries(draft)
    return f"state:{countries[0]}" if countries else "state:?"


def _nameless_state(draft: Draft, source: Source) -> str | None:
    """The country of the deed, for an office the text names by no state ("the air force"); None for persons."""
    if source.name != source.name.casefold():
        return None
    countries = _countries(draft)
    if countries:
        return f"state:{countries[0]}"
    return None if source.kind is SourceKind.MILITARY else "state:?"


def _is_possessed(page: Page, actor: ActorMention) -> bool:
    """True for a speaker's own force ("the army said its troops …")."""
    before = page.word_before(actor.span)
    return before is not None and before.of(page.clean.text).casefold() in blame_words(page.clean.language).own


def _attacked(page: Page, draft: Draft, side: str) -> bool:
    """True where another state was hit or stopped it: its officials would speak of it first."""
    parties = [one.patient for one in draft.features]
    parties += [page.party_at(trigger.stopper) for trigger in draft.triggers]
    sides = {side_of(party.actor_id, party.kind) for party in parties if party is not None}
    return any(other is not None and other not in (side, OUTSIDE_STATES) for other in sides)


def _state_of(page: Page, source: Source) -> str | None:
    """The state a speaker speaks for, by its name, else by the place its office is in ("the governor of Belgorod")."""
    named = state_in(source.name)
    if named is not None or source.span is None:
        return named
    places = [place for place in page.mentions.places if source.span.contains(place.span) and place.where.country]
    return f"state:{places[0].where.country}" if places else None


def _same(page: Page, actor: ActorMention, source: Source) -> bool:
    """True where a speaker is the actor or bears its whole name."""
    if source.span is not None and source.span.overlaps(actor.span):
        return True
    if source.span is not None and actor.actor_id is not None:
        inner = [other for other in page.mentions.actors if source.span.contains(other.span)]
        if any(other.actor_id == actor.actor_id and other.kind != "state" for other in inner):
            return True
    return set(actor.name.casefold().split()) <= set(source.name.casefold().split())
