"""A draft in, the place that its target points back at out: "at the same base", told earlier as the base at a town."""

from collections.abc import Iterator, Sequence

from reportedly.coding.draft import Draft
from reportedly.coding.features import is_fine
from reportedly.coding.page import Page, inside
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, PlaceMention
from reportedly.records.triggers import Trigger

BESIDE = 2
"""Words at most between a thing and its place: one that says where, and its article ("the base at Kesh")."""


def pointed_at(page: Page, triggers: Sequence[Trigger], before: Sequence[Draft]) -> PlaceMention | None:
    """The one place told earlier for a thing of these triggers that the text points back at; None without one.

    None too where earlier things of the same name stand at several places: it cannot be told which is meant. "The same
    base" may also be the one that a draft told ``before`` was aimed at: then that draft's place.
    """
    for thing in _pointing(page, triggers):
        head = _head(thing)
        told = [place for other in page.mentions.things if other.span.end <= thing.span.start and _head(other) == head
                for place in _places_at(page, other)]  # fmt: skip
        if told:
            return told[-1] if len({place.where.place_id for place in told}) == 1 else None
        if _opens_with(page, thing, "sameness"):
            return next((place for draft in reversed(before) if (place := _place_of(page, draft, head))), None)
    return None


def _place_of(page: Page, draft: Draft, head: str) -> PlaceMention | None:
    """The first fine place of a draft that tells of a thing of this name; None where it tells of none."""
    things = (thing for trigger in draft.triggers for thing in inside(page.mentions.things, trigger.stretch))
    if all(_head(thing) != head for thing in things):
        return None
    places = (place for one in draft.features for place in one.places if is_fine(place))
    return next((place for place in places if not page.is_dateline(place.span)), None)


def _pointing(page: Page, triggers: Sequence[Trigger]) -> Iterator[ActorMention]:
    """The things in the stretches of triggers that open as known ("the base", "the same base") and name no place."""
    for thing in (thing for trigger in triggers for thing in inside(page.mentions.things, trigger.stretch)):
        known = _opens_with(page, thing, "determiners_definite") or _opens_with(page, thing, "sameness")
        if known and not list(_places_at(page, thing)):
            yield thing


def _opens_with(page: Page, thing: ActorMention, words: str) -> bool:
    """True where a word of a list of the grammar stands directly before a thing."""
    before = page.word_before(thing.span)
    return (
        before is not None
        and before.of(page.clean.text).casefold() in trigger_words(page.clean.language).grammar[words]
    )


def _places_at(page: Page, thing: ActorMention) -> Iterator[PlaceMention]:
    """The fine places a thing bears in its name, stands at, or is named after."""
    locatives = trigger_words(page.clean.language).grammar["locatives"]
    for place in page.mentions.places:
        if not is_fine(place) or place.where.lat is None:
            continue
        if place.span.overlaps(thing.span) or place.span.end + 1 == thing.span.start:
            yield place
        elif thing.span.end < place.span.start:
            between = [token.lower for token in tokenize(page.clean.text, thing.span.end, place.span.start)]
            beside = 0 < len(between) <= BESIDE and between[0] in locatives and between[0][0].isalpha()
            if beside and not page.is_origin(place.span):
                yield place


def _head(thing: ActorMention) -> str:
    return thing.name.casefold().split()[-1]
