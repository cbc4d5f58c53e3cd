"""A draft in, its weapons, targets, sides and who prevented it out."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from reportedly.codebook.book import codebook
from reportedly.codebook.means import implied_weapon, is_stoppable
from reportedly.codebook.voices import state_called
from reportedly.coding.claims import ClaimBook
from reportedly.coding.draft import Draft
from reportedly.coding.named import as_party, named_patients, suffered
from reportedly.coding.numbered import count_of_things
from reportedly.coding.page import Page, inside
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.counts import Count, span_of
from reportedly.records.forms import range_value
from reportedly.records.incidents import Party, Target, Weapon
from reportedly.records.mentions import ActorMention, PlaceMention, WeaponMention
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import ClaimField, IncidentType, PlacePrecision, Stage


def weapons_of(page: Page, draft: Draft, book: ClaimBook, *, stage: Stage) -> tuple[Weapon, ...]:
    """One row for each kind of weapon named for the draft; all of it intercepted where all was stopped."""
    rows: dict[str, list[WeaponMention]] = {}
    stopped: dict[str, list[Count]] = {}
    for one in draft.features:
        trigger = one.trigger
        stopper = _ship_or_plane(page, trigger)
        for weapon in (*one.means, *inside(page.mentions.weapons, trigger.stretch)):
            if stopper is not None and stopper.span.contains(weapon.span):
                continue
            if weapon not in one.means and page.is_struck(trigger, weapon.span):
                continue
            rows.setdefault(weapon.code, []).append(weapon)
            count = _of_these(page, weapon) or weapon.count
            if trigger.doing is Doing.STOP and count is not None:
                stopped.setdefault(weapon.code, []).append(count)
    narrower = _narrowest(rows)
    rows, stopped = _moved(rows, narrower), _moved(stopped, narrower)
    for trigger in draft.triggers:
        count = _stopped_beside(page, trigger) if rows else None
        if count is not None:
            stopped.setdefault(next(iter(rows)), []).append(count)
    whole = stage is Stage.THWARTED and draft.apart() is None
    return tuple(_weapon(code, found, stopped.get(code, []), book, whole=whole) for code, found in rows.items())


OF_GAP = 10
"""At most this many characters part the stopped from the sent ("33 of 37 drones", "48 out of 61 drones")."""
BESIDE_GAP = 12
"""At most this many characters part a bare number from the word for its stop ("one was shot down")."""


def _of_these(page: Page, weapon: WeaponMention) -> Count | None:
    """How many of a counted weapon a number in front of the count tells of; None where none stands there."""
    before = [f for f in page.mentions.figures if f.span.end <= weapon.span.start]
    if len(before) > 1 and before[-1].count == weapon.count:
        part, whole = before[-2], before[-1]
        if 0 < whole.span.start - part.span.end <= OF_GAP and (part.count.low or 0) <= (whole.count.low or 0):
            return part.count
    near = before and weapon.count is None and weapon.span.start - before[-1].span.end <= OF_GAP
    return before[-1].count if near else None


T = TypeVar("T")


def _narrowest(codes: Collection[str]) -> dict[str, str]:
    """Each code with the one narrower code beside it, else itself ("missiles" are the "cruise missiles" told of)."""
    inner = {
        code: [o for o in codes if o != code and codebook().within(o, ancestor=code, vocabulary="weapon")]
        for code in codes
    }
    return {code: found[0] if len(found) == 1 else code for code, found in inner.items()}


def _moved(rows: dict[str, list[T]], narrower: dict[str, str]) -> dict[str, list[T]]:
    moved: dict[str, list[T]] = {}
    for code, found in rows.items():
        moved.setdefault(narrower.get(code, code), []).extend(found)
    return moved


def _stopped_beside(page: Page, trigger: Trigger) -> Count | None:
    """The number a stop is told of where its stretch names no weapon ("one was shot down and the other struck")."""
    if trigger.doing is not Doing.STOP or inside(page.mentions.weapons, trigger.stretch):
        return None
    near = [
        figure.count
        for figure in inside(page.mentions.figures, trigger.stretch)
        if 0 < trigger.span.start - figure.span.end <= BESIDE_GAP
        or 0 < figure.span.start - trigger.span.end <= BESIDE_GAP
    ]
    return near[0] if near else None


def _weapon(
    code: str, found: Sequence[WeaponMention], stopped: Sequence[Count], book: ClaimBook, *, whole: bool
) -> Weapon:
    name = max((weapon.name for weapon in found), key=len)
    count = span_of([weapon.count for weapon in found if weapon.count is not None])
    intercepted = span_of(stopped)
    if intercepted is None and whole:
        intercepted = count
    value = {"code": code, "name": name, "count": range_value(count), "intercepted": range_value(intercepted)}
    claims = dict.fromkeys(book.make(ClaimField.WEAPONS, dict(value), weapon.span) for weapon in found)
    return Weapon(code=code, name=name, count=count, intercepted=intercepted, claims=tuple(claims))


def implied_weapons(page: Page, draft: Draft, kind: IncidentType, book: ClaimBook) -> tuple[Weapon, ...]:
    """The means that the words for the deed imply ("opened fire": a firearm); none where they imply none."""
    code = implied_weapon(kind)
    deeds = [t for t in draft.triggers if t.type is kind and t.doing in (Doing.ATTACK, Doing.BURST)]
    telling = next((trigger for trigger in deeds if not _tells_no_means(page, trigger)), None)
    if code is None or telling is None:
        return ()
    name = telling.span.of(page.clean.text)
    value = {"code": code, "name": name, "count": None, "intercepted": None}
    return (Weapon(code=code, name=name, claims=(book.make(ClaimField.WEAPONS, dict(value), telling.span),)),)


def _tells_no_means(page: Page, trigger: Trigger) -> bool:
    """True for words that tell of people killed whatever by ("executed", "a massacre")."""
    words = tokenize(page.clean.text, trigger.span.start, trigger.span.end)
    return any(word.lower in trigger_words(page.clean.language).grammar["meansless"] for word in words)


FACILITY = "other"
"""The kind of a target of which only the place is named, where no word for the thing stands beside it."""


def sites_of(page: Page, draft: Draft, book: ClaimBook) -> tuple[Target, ...]:
    """The first facility named where the deed was done."""
    told = [place for one in draft.features for place in one.places]
    found = [place for place in told if place.where.precision is PlacePrecision.EXACT]
    return tuple(_site(page, place, book) for place in found[:1])


def _site(page: Page, place: PlaceMention, book: ClaimBook) -> Target:
    kind = next((thing.kind for thing in page.mentions.things if thing.span.overlaps(place.span)), FACILITY)
    one = Count.exactly(1)
    value = {"name": place.where.name, "kind": kind, "role": None, "actor_id": None, "count": range_value(one)}
    claim = book.make(ClaimField.TARGETS, dict(value), place.span)
    return Target(name=place.where.name, kind=kind, count=one, claims=(claim,))


HARMFUL = frozenset({Doing.ATTACK, Doing.LAUNCH, Doing.BURST, Doing.HARM, Doing.THREAT})
"""Deeds that whoever they are told of suffers; somebody arrested beside an attack is neither its target nor victim."""


def patients_of(page: Page, draft: Draft) -> tuple[list[ActorMention], list[ActorMention]]:
    """What was aimed at or hit, and which people suffered, in text order, each once by name."""
    people = {person.span for person in page.mentions.people}
    aimed: dict[str, ActorMention] = {}
    hurt: dict[str, ActorMention] = {}
    for trigger in draft.triggers:
        if trigger.habitual and not trigger.executed:
            continue
        named = named_patients(page, trigger)
        if trigger.doing in HARMFUL or draft.apart() is IncidentType.ARREST:
            into = hurt if suffered(page, trigger, named) else aimed
            into |= {one.name.casefold(): as_party(one) for one in named}
        if page.person_of(trigger.patient) is not None:
            continue
        party = page.party_at(trigger.patient)
        if party is not None and not party.generic and not page.is_source(party.span):
            harmed = trigger.doing is Doing.HARM and party.span in people
            (hurt if harmed else aimed).setdefault(party.name.casefold(), party)
        for thing in _hit_things(page, trigger):
            aimed.setdefault(thing.name.casefold(), thing)
    return _fullest(aimed), _fullest(hurt)


def _fullest(parties: dict[str, ActorMention]) -> list[ActorMention]:
    """Each party once: a name that another holds whole is the same party told shorter ("base", "Erbil air base")."""
    return [
        party
        for name, party in parties.items()
        if not any(other != name and other.endswith(f" {name}") for other in parties)
    ]


def _hit_things(page: Page, trigger: Trigger) -> list[ActorMention]:
    """The things a trigger's stretch sets the deed at, in, on or under ("exploded at a bus terminal")."""
    if trigger.doing not in (Doing.ATTACK, Doing.LAUNCH, Doing.BURST, Doing.HARM, Doing.STOP) or trigger.habitual:
        return []
    if trigger.doing is Doing.HARM and trigger.aside:
        return inside(page.mentions.things, trigger.stretch)[:1]
    told = inside(page.mentions.things, trigger.stretch)
    if trigger.doing not in (Doing.BURST, Doing.STOP):
        told = [thing for thing in told if thing.span.start >= trigger.span.end]
    return [thing for thing in told if page.is_hit_place(thing.span) and not page.is_source(thing.span)][:1]


def targets_of(parties: Iterable[ActorMention], book: ClaimBook) -> tuple[Target, ...]:
    """One row for each thing, place or force aimed at or hit."""
    return tuple(_target(one, book) for one in parties)


def _target(one: ActorMention, book: ClaimBook) -> Target:
    count = count_of_things(book.page, one.span) if one.role is None else None
    value = {
        "name": one.name,
        "kind": one.kind,
        "role": one.role,
        "actor_id": one.actor_id,
        "count": range_value(count),
    }
    claim = book.make(ClaimField.TARGETS, dict(value), one.span)
    return Target(name=one.name, kind=one.kind, role=one.role, actor_id=one.actor_id, count=count, claims=(claim,))


def parties_of(page: Page, actors: Iterable[ActorMention], field: ClaimField, book: ClaimBook) -> tuple[Party, ...]:
    """One row for each actor, by its fullest name."""
    rows: dict[str, list[ActorMention]] = {}
    for actor in actors:
        rows.setdefault(actor.actor_id or actor.name.casefold(), []).append(actor)
    return tuple(_party(page, found, field, book) for found in rows.values())


def _party(page: Page, found: Sequence[ActorMention], field: ClaimField, book: ClaimBook) -> Party:
    name = max((page.fullest_name(actor) for actor in found), key=len)
    value = {"name": name, "actor_id": found[0].actor_id}
    claims = dict.fromkeys(book.make(field, dict(value), actor.span) for actor in found)
    return Party(name=name, actor_id=found[0].actor_id, claims=tuple(claims))


def sides_of(page: Page, draft: Draft) -> list[ActorMention]:
    """The named or typed actors in the stretches that tell of the clash."""
    meetings = [trigger for trigger in draft.triggers if trigger.doing is Doing.CLASH]
    found = [actor for trigger in meetings for actor in inside(page.mentions.actors, trigger.stretch)]
    return [actor for actor in found if not actor.generic and not page.is_source(actor.span)]


def stoppers_of(page: Page, triggers: Iterable[Trigger]) -> list[ActorMention]:
    """Who is told to have stopped it or made the arrest; also unnamed services and people ("residents")."""
    found = [page.party_at(trigger.stopper) or _ship_or_plane(page, trigger) for trigger in triggers]
    return [one for one in found if one is not None]


def _ship_or_plane(page: Page, trigger: Trigger) -> ActorMention | None:
    """A state's ship, plane or gun that a stop is told of ("a French frigate shot down …"); None where none stands."""
    if trigger.doing is not Doing.STOP:
        return None
    for weapon in inside(page.mentions.weapons, trigger.stretch):
        flag = None if is_stoppable(weapon.code) else page.word_before(weapon.span)
        state = state_called(flag.of(page.clean.text)) if flag is not None else None
        if flag is not None and state is not None:
            span = Span(flag.start, weapon.span.end)
            return ActorMention(span=span, name=span.of(page.clean.text), kind="military", actor_id=state)
    return None
