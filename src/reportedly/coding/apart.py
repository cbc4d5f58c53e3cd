"""A draft and a trigger in, whether something told sets them apart out: kind, day, place, doer, voice."""

from reportedly.codebook.sides import OUTSIDE_STATES
from reportedly.coding.dating import FINE
from reportedly.coding.distance import kilometres
from reportedly.coding.draft import Draft, apart_type
from reportedly.coding.features import Features, is_fine
from reportedly.coding.likeness import likeness
from reportedly.coding.page import Page, best_named, inside, lead_end
from reportedly.coding.sides import agent_sides, differ, patient_sides, side_of_actor
from reportedly.records.mentions import PlaceMention
from reportedly.records.moments import day_of
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import IncidentType, Responsibility, SourceKind

APART_KM = 75.0
"""Two settled places farther apart than this are two incidents; chosen on the development reports, where one incident's
places (a base, the town beside it) lie within 60 km."""

APART_DAYS = 1
"""Days told for one incident may differ by this much inside one report: midnight, time zones."""

_KIN: tuple[frozenset[IncidentType], ...] = (
    frozenset({IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING, IncidentType.ASSASSINATION}),
    frozenset(
        {
            IncidentType.SHOOTING,
            IncidentType.CLASH,
            IncidentType.MELEE_ATTACK,
            IncidentType.ASSASSINATION,
            IncidentType.ARSON_SABOTAGE,
        }
    ),
    frozenset({IncidentType.MISSILE_ATTACK, IncidentType.DRONE_ATTACK, IncidentType.MARITIME_ATTACK}),
    frozenset({IncidentType.MARITIME_ATTACK, IncidentType.SHOOTING}),
    frozenset({IncidentType.AIR_STRIKE, IncidentType.BOMBING, IncidentType.MISSILE_ATTACK, IncidentType.DRONE_ATTACK}),
    frozenset({IncidentType.ABDUCTION, IncidentType.SHOOTING, IncidentType.ARSON_SABOTAGE}),
    frozenset({IncidentType.SHOOTING, IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING, IncidentType.CLASH}),
)
"""Types one report may use for one incident, from the development reports."""

_FLYING = frozenset({IncidentType.AIR_STRIKE, IncidentType.DRONE_ATTACK, IncidentType.MISSILE_ATTACK})
"""Types told apart by what was flown: two of them in one report are one incident only where something else says so."""

_PLANTED = frozenset({"car_bomb", "ied", "landmine", "suicide_vest"})
"""Weapon codes of bombs that are laid, worn or driven."""

RECENT_DAYS = 6
"""News that names no day for what it leads with is about the last few days."""


def is_apart(page: Page, draft: Draft, one: Features) -> bool:
    """True where something told sets a trigger apart from a draft."""
    if draft.apart() is not apart_type(one) or _listed_beside(draft, one):
        return True
    if draft.apart() is IncidentType.THREAT:
        return _voices_apart(page, draft, one)
    if one.trigger.executed and not one.trigger.definite and side_of_actor(one.agent) is None:
        return OUTSIDE_STATES in agent_sides(draft)
    if _beside(draft, one):
        return True
    return (
        _entries_apart(page, draft, one)
        or _owned_beside_denied(page, draft, one)
        or _long_before(page, draft, one)
        or _types_apart(page, draft, one)
        or _days_apart(draft, one)
        or (_places_apart(page, draft, one) and not _same_figures(page, draft, one))
        or _turned(page, draft, one)
    )


def _listed_beside(draft: Draft, one: Features) -> bool:
    """True for two items of one list."""
    return one.trigger.listed and any(t.listed and t.sentence == one.trigger.sentence for t in draft.triggers)


def _entries_apart(page: Page, draft: Draft, one: Features) -> bool:
    """True for two items of a list, where one has a day, an hour or a place that the other's words do not tell."""
    mine, theirs = page.entry_of(one.trigger.sentence), {page.entry_of(t.sentence) for t in draft.triggers}
    if mine is None or mine in theirs or theirs == {None}:
        return False
    times = [other.time.when for other in draft.features if other.time is not None]
    places = {place.where.place_id for other in draft.features for place in other.places if is_fine(place)}
    own_time = one.time is not None and one.time.when.precision in FINE and one.time.when not in times
    own_place = one.fine_place is not None and one.fine_place.where.place_id not in places
    return own_time or own_place


def _owned_beside_denied(page: Page, draft: Draft, one: Features) -> bool:
    """True for a deed that a group tells of itself beside one that it denies."""
    said = page.attribution_of(one.trigger.span)
    if one.agent is None or said is None or said.source is None or said.source.kind is not SourceKind.ARMED_GROUP:
        return False
    told = {trigger.sentence for trigger in draft.triggers}
    denied = [tie for tie in page.mentions.blame if tie.responsibility is Responsibility.DENIED]
    deniers = [page.actor_at(tie.bearer) for tie in denied if tie.sentence in told]
    return any(actor is not None and actor.name == one.agent.name for actor in deniers)


def _beside(draft: Draft, one: Features) -> bool:
    """True for a deed told as cause or background of the one its own sentence tells first."""
    if not one.trigger.aside or one.trigger.definite:
        return False
    main = [t for t in draft.triggers if t.sentence == one.trigger.sentence and not t.aside]
    return any(t.doing in (Doing.ATTACK, Doing.LAUNCH, Doing.STOP) for t in main)


def _voices_apart(page: Page, draft: Draft, one: Features) -> bool:
    """True where two threats are uttered by different people: a threat is who makes it."""
    mine = _voice(page, one)
    theirs = {voice for other in draft.features if (voice := _voice(page, other)) is not None}
    return mine is not None and bool(theirs) and mine not in theirs


def _voice(page: Page, one: Features) -> str | None:
    """Who utters a threat: its subject, else the armed group its sentence names, else the speaker; None: as before."""
    armed = [
        actor
        for actor in inside(page.mentions.actors, page.sentence_span(one.trigger.sentence))
        if side_of_actor(actor) == OUTSIDE_STATES
    ]
    actor = one.agent or best_named(armed)
    if actor is not None:
        return actor.actor_id or actor.name.casefold()
    said = page.attribution_of(one.trigger.span)
    if said is None or said.source is None or said.source.kind is SourceKind.ARMED_GROUP:
        return None
    return said.source.name.casefold()


def _types_apart(page: Page, draft: Draft, one: Features) -> bool:
    if one.type is None or draft.apart() is not None:
        return False
    told = draft.types()
    if not told or one.type in told:
        return False
    if _is_planted(page, one) and set(told) <= _FLYING and not any(_is_planted(page, o) for o in draft.features):
        return True
    akin = any(one.type in kin and kind in kin for kind in told for kin in _KIN)
    if not akin or _halves_apart(draft, one):
        return True
    if one.type not in _FLYING or not set(told) & _FLYING:
        return False
    own = one.agent is not None or one.patient is not None or one.trigger.aside
    return own and not one.trigger.definite and likeness(page, draft, one) == 0


def _is_planted(page: Page, one: Features) -> bool:
    """True where a trigger tells of a bomb that is laid, worn or driven: nothing that flies."""
    return any(weapon.code in _PLANTED for weapon in inside(page.mentions.weapons, one.trigger.stretch))


def _halves_apart(draft: Draft, one: Features) -> bool:
    """True where one is told of a morning and the other of an evening ("mortars at dawn, drones at dusk").

    What flies and is told of its own part of the day is apart from what flew another way on a day told whole.
    """
    if one.half is None or one.trigger.definite:
        return False
    theirs = {other.half for other in draft.features} - {None}
    whole = one.type in _FLYING and set(draft.types()) <= _FLYING and any(other.days() for other in draft.features)
    return one.half not in theirs if theirs else whole


def _days_apart(draft: Draft, one: Features) -> bool:
    days = one.interval()
    if days is None:
        return False
    spans = [other.interval() for other in draft.features]
    known = [span for span in spans if span is not None]
    return bool(known) and all(
        (days[0] - end).days > APART_DAYS or (start - days[1]).days > APART_DAYS for start, end in known
    )


def _long_before(page: Page, draft: Draft, one: Features) -> bool:
    """True where a trigger names a day long before a report whose lead incident names none."""
    days, published = one.days(), page.clean.published
    if days is None or published is None or any(other.days() for other in draft.features):
        return False
    lead = draft.features[0].trigger.sentence < lead_end(page) <= one.trigger.sentence
    return lead and not one.trigger.definite and (day_of(published) - days[1]).days > RECENT_DAYS


def _scene_of(page: Page, one: Features) -> PlaceMention | None:
    """The finest place a trigger is told at; where the report was written is none."""
    return next((place for place in one.places if is_fine(place) and not page.is_dateline(place.span)), None)


def _places_apart(page: Page, draft: Draft, one: Features) -> bool:
    if one.trigger.doing is Doing.STOP and not one.trigger.fresh:
        return False
    mine = _scene_of(page, one)
    theirs = [place for other in draft.features if (place := _scene_of(page, other)) is not None]
    if mine is None:
        countries = {p.where.country for other in draft.features for p in other.places if p.where.country}
        here = {p.where.country for p in one.places if p.where.country}
        return bool(countries and here and not countries & here)
    if not theirs:
        return False
    abroad = {place.where.country for place in theirs}
    if mine.where.country is not None and None not in abroad and mine.where.country not in abroad:
        return True
    gaps = [kilometres(mine.where, place.where) for place in theirs]
    known = [gap for gap in gaps if gap is not None]
    reach = APART_KM + max([place.where.radius_km or 0 for place in [mine, *theirs]])
    return bool(known) and all(gap > reach for gap in known)


def _same_figures(page: Page, draft: Draft, one: Features) -> bool:
    """True where a trigger tells the same dead and wounded as the draft: one deed, whatever its places are called.

    Both dead and wounded must be told: one figure alone, or nobody hurt, is too common to tell deeds by.
    """
    mine, theirs = _figures(page, one), {figure for other in draft.features for figure in _figures(page, other)}
    return len({effect for effect, _, _ in mine}) > 1 and mine <= theirs


def _figures(page: Page, one: Features) -> frozenset[tuple[str, int | None, int | None]]:
    tolls = inside(page.mentions.tolls, one.trigger.stretch)
    return frozenset(
        (toll.effect, toll.count.low, toll.count.high)
        for toll in tolls
        if toll.count.low and not (toll.cumulative or toll.attackers or toll.part)
    )


def _turned(page: Page, draft: Draft, one: Features) -> bool:
    """True where the doer of one is the sufferer of the other, or the two have different doers."""
    if any(toll.attackers for toll in inside(page.mentions.tolls, one.trigger.stretch)):
        return False
    mine, theirs = side_of_actor(one.agent), agent_sides(draft)
    if mine is not None and theirs and differ(mine, theirs):
        return True
    stoppers = {side_of_actor(page.party_at(trigger.stopper)) for trigger in draft.triggers} - {None}
    if mine is not None and mine in stoppers:
        return True
    hurt, theirs_hurt = side_of_actor(one.patient), patient_sides(draft)
    if hurt is not None and theirs_hurt and differ(hurt, theirs_hurt):
        return True
    return (mine is not None and mine in theirs_hurt) or (hurt is not None and hurt in theirs)
