"""One trigger in, what sets its incident apart from others out: kind, day, place, doers, direction."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.codebook.means import type_of_weapon
from reportedly.codebook.sides import OUTSIDE_STATES, side_of
from reportedly.coding.dating import FINE, DayHalf, dates_the_deed, half_of
from reportedly.coding.doers import orderer, owner, speaker_as_doer
from reportedly.coding.page import Page, inside, lead_end
from reportedly.languages.blame import blame_words
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, PlaceMention, TimeMention, WeaponMention
from reportedly.records.moments import day_of
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import Factuality, IncidentType, PlacePrecision

COARSE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
"""The place precisions that do not tell two incidents apart by themselves."""

WIDE_KM = 250.0
"""A place known no closer than this tells two incidents apart no better than a region does."""


def is_fine(place: PlaceMention) -> bool:
    """True for a place close enough to tell two incidents apart."""
    return place.where.precision not in COARSE and (place.where.radius_km or 0) <= WIDE_KM


COARSE_REACH = 60
"""A month or year farther from a trigger than this many characters may be another clause's ("stolen in 2004")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What one trigger tells of its incident; None and empty where it is silent.

    ``means``: weapons told for it outside its own words.
    """

    trigger: Trigger
    type: IncidentType | None
    time: TimeMention | None
    places: tuple[PlaceMention, ...]
    agent: ActorMention | None
    patient: ActorMention | None
    half: DayHalf | None = None
    means: tuple[WeaponMention, ...] = ()

    def interval(self) -> tuple[dt.date, dt.date] | None:
        """First and last day of whatever time is told, a month or a year too; None where an end is open."""
        if self.time is None or self.time.when.start is None or self.time.when.end is None:
            return None
        coarse = self.time.when.precision not in FINE
        if coarse and abs(self.time.span.start - self.trigger.span.start) > COARSE_REACH:
            return None
        return day_of(self.time.when.start), day_of(self.time.when.end)

    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day told, where a day is told."""
        if self.time is None or self.time.when.start is None or self.time.when.precision not in FINE:
            return None
        when = self.time.when
        start = day_of(when.start) if when.start is not None else None
        if start is None:
            return None
        return start, day_of(when.end) if when.end is not None else start

    @property
    def fine_place(self) -> PlaceMention | None:
        """The finest place told; None where only a country or region is."""
        return next((place for place in self.places if is_fine(place)), None)


def features_of(page: Page, trigger: Trigger, *, alone: bool) -> Features:
    """The features of one trigger; ``alone``: no other trigger in its sentence, so the whole sentence is its."""
    trigger = _crewed(page, _leading(page, trigger))
    if _is_denied(page, trigger):
        deed = trigger.noun and (trigger.definite or bool(inside(page.mentions.tolls, trigger.stretch)))
        trigger = replace(trigger, type=trigger.type if deed else None, agent=None, hypothetical=not deed)
    scope = page.sentence_span(trigger.sentence) if alone and not trigger.aside else trigger.stretch
    header = page.header_of(trigger.sentence)
    times = [time for time in inside(page.mentions.times, scope) if dates_the_deed(page, trigger, time)]
    rest = page.sentence_span(trigger.sentence)
    if not times and not trigger.aside:
        times = [
            t
            for t in inside(page.mentions.times, rest)
            if _is_free(page, trigger, t) and dates_the_deed(page, trigger, t)
        ]
    places = _places(page, trigger, scope)
    if not places and not trigger.aside:
        places = tuple(place for place in _places(page, trigger, rest) if _is_free(page, trigger, place))
    if header is not None and not times:
        times = [time for time in inside(page.mentions.times, header) if not time.reference]
    return Features(
        trigger=trigger,
        type=_type(page, trigger, alone=alone),
        time=_nearest_time(page, times, trigger.span),
        places=places or (_places(page, trigger, header) if header is not None else ()),
        agent=orderer(page, trigger)
        or page.actor_at(trigger.agent)
        or owner(page, trigger)
        or speaker_as_doer(page, trigger),
        patient=page.party_at(trigger.patient),
        half=half_of(page, scope),
    )


def _leading(page: Page, trigger: Trigger) -> Trigger:
    """A deed told as the cause of deaths and nothing else is what its sentence tells ("died after being shot")."""
    if not trigger.aside:
        return trigger
    if _is_whole(page, trigger):
        return replace(trigger, aside=False)
    others = [t for t in page.triggers_in(trigger.sentence) if t is not trigger]
    told = bool(others) and all(t.doing is Doing.HARM and not t.aside and t.span < trigger.span for t in others)
    return replace(trigger, aside=False) if told else trigger


def _is_whole(page: Page, trigger: Trigger) -> bool:
    """True for the only deed of a lead sentence, dated there ("Police are looking on after a man was stabbed on …")."""
    if len(page.triggers_in(trigger.sentence)) > 1 or trigger.sentence >= lead_end(page):
        return False
    times = inside(page.mentions.times, trigger.stretch)
    return any(not time.reference and time.when.precision in FINE for time in times)


CREWED = frozenset({"aircraft", "helicopter", "gunship"})
"""Weapon codes with people aboard: to shoot one down is an attack, not the stop of one."""


def _crewed(page: Page, trigger: Trigger) -> Trigger:
    """The shooting down of a crewed aircraft, read as the attack it is."""
    codes = {weapon.code for weapon in inside(page.mentions.weapons, trigger.stretch)}
    if trigger.doing is not Doing.STOP or not codes or not codes <= CREWED:
        return trigger
    kind = IncidentType.OTHER_VIOLENCE
    return replace(trigger, doing=Doing.ATTACK, stage=None, type=kind, agent=trigger.stopper, stopper=None)


def _is_denied(page: Page, trigger: Trigger) -> bool:
    """True for words that somebody denies ("the rebels denied firing on the town") or does not confirm.

    What somebody only does not speak of ("made no mention of two drones that were shot down") is taken for granted.
    """
    said = page.attribution_of(trigger.span)
    if said is None or said.stance not in (Factuality.DENIED, Factuality.WITHHELD):
        return False
    opening = said.content.of(page.clean.text).split(maxsplit=1)[0].casefold()
    about = opening in trigger_words(page.clean.language).grammar["onto"]
    return said.stance is Factuality.DENIED or not about


def _is_free(page: Page, trigger: Trigger, mention: TimeMention | PlaceMention) -> bool:
    """True for a time or place of the sentence that no other trigger told in its own right holds."""
    others = [t for t in page.triggers_in(trigger.sentence) if t is not trigger]
    return not any(
        ((not other.aside or trigger.doing is not Doing.ARREST) and other.stretch.contains(mention.span))
        or 0 <= other.span.start - mention.span.end <= CLOSE_GAP
        for other in others
    )


PAUSE = ","
CLOSE_GAP = 12
"""A time this close before a trigger is that trigger's own ("last year's bus attack")."""


def _nearest_time(page: Page, times: Sequence[TimeMention], span: Span) -> TimeMention | None:
    """The finest time of a scope, the nearest to the trigger of those.

    A month or year right behind the trigger goes before a day behind the next comma ("in May 2016, and on Monday").
    """
    if not times:
        return None
    best = min(times, key=lambda time: (time.when.precision not in FINE, abs(time.span.start - span.start)))
    near = min(times, key=lambda time: abs(time.span.start - span.start))
    text = page.clean.text
    close = span.end <= near.span.start < best.span.start and PAUSE not in text[span.end : near.span.start]
    return near if close and PAUSE in text[near.span.end : best.span.start] else best


def _places(page: Page, trigger: Trigger, scope: Span) -> tuple[PlaceMention, ...]:
    """The places of a scope that are places there, finest first, nearest first; a doer's own name is none."""
    found = [
        place
        for place in inside(page.mentions.places, scope)
        if not place.metonym
        and not (trigger.agent is not None and trigger.agent.overlaps(place.span))
        and not page.names_party(place.span)
        and not page.is_source(place.span)
        and not page.is_origin(place.span)
        and not _is_of_saying(page, trigger, place)
        and ((place.where.precision not in COARSE and trigger.doing is not Doing.THREAT) or page.is_located(place.span))
    ]
    rank = list(PlacePrecision)
    return tuple(sorted(found, key=lambda p: (rank.index(p.where.precision), abs(p.span.start - trigger.span.start))))


def _is_of_saying(page: Page, trigger: Trigger, place: PlaceMention) -> bool:
    """True for a place told of the saying, not of what is said ("told a club in Ostra that its men had fired")."""
    said = page.attribution_of(trigger.span)
    if said is None or said.cue is None or not said.cue.span.end <= place.span.start < trigger.span.start:
        return False
    opens = trigger_words(page.clean.language).grammar["relatives_open"]
    between = page.words_between(place.span.end, trigger.span.start)
    return bool(between & opens) and bool(between & blame_words(page.clean.language).own)


def _type(page: Page, trigger: Trigger, *, alone: bool) -> IncidentType | None:
    """The type the words tell, else the weapons of the stretch (of the sentence, where it has no other trigger)."""
    if trigger.doing in (Doing.THREAT, Doing.ARREST):
        return IncidentType(trigger.doing.value)
    if trigger.executed and trigger.type is None and not _by_armed(page, trigger) and _is_flown(page, trigger):
        return IncidentType.AIR_STRIKE
    here = _by_weapons(page, trigger, trigger.stretch)
    if trigger.type is not None:
        if trigger.type is IncidentType.MELEE_ATTACK and here in (IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING):
            return here
        return here if trigger.type in _OPEN and here in _SENT else trigger.type
    return here or (_by_weapons(page, trigger, page.sentence_span(trigger.sentence)) if alone else None)


def _is_flown(page: Page, trigger: Trigger) -> bool:
    """True for a noun that, carried out by a state and without more, is done from the air ("ordered strikes")."""
    words = tokenize(page.clean.text, trigger.span.start, trigger.span.end)
    return any(word.lower in trigger_words(page.clean.language).grammar["flown"] for word in words)


def _by_armed(page: Page, trigger: Trigger) -> bool:
    """True where the one who carries out is no state."""
    actor = page.actor_at(trigger.agent)
    return actor is not None and (actor.generic or side_of(actor.actor_id, actor.kind) == OUTSIDE_STATES)


_OPEN = (IncidentType.SHOOTING, IncidentType.BOMBING, IncidentType.MELEE_ATTACK)
"""What words of shooting and bombing tell stands back behind a weapon that flies."""

_SENT = (IncidentType.AIR_STRIKE, IncidentType.DRONE_ATTACK, IncidentType.MISSILE_ATTACK)


def _by_weapons(page: Page, trigger: Trigger, scope: Span) -> IncidentType | None:
    """The type the weapons of a scope make; rockets beside drones make a missile attack (contract)."""
    used = [weapon for weapon in inside(page.mentions.weapons, scope) if not page.is_struck(trigger, weapon.span)]
    told = [kind for weapon in used if (kind := type_of_weapon(weapon.code)) is not None]
    if IncidentType.DRONE_ATTACK in told and _is_armed_drone(trigger, used):
        return IncidentType.DRONE_ATTACK
    return IncidentType.MISSILE_ATTACK if IncidentType.MISSILE_ATTACK in told else next(iter(told), None)


def _is_armed_drone(trigger: Trigger, used: Sequence[WeaponMention]) -> bool:
    """True where drones stand before a verb of sending and all that they send behind it ("a drone fired missiles")."""
    kinds = [(type_of_weapon(weapon.code), weapon.span.start < trigger.span.start) for weapon in used]
    return all(before == (kind is IncidentType.DRONE_ATTACK) for kind, before in kinds if kind is not None)
