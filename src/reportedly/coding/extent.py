"""A draft in, when and where it happened out, each resting on the words that say so."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from reportedly.coding.claims import ClaimBook
from reportedly.coding.dating import FINE, carried_time, no_earlier_than, told_to_follow
from reportedly.coding.distance import kilometres
from reportedly.coding.draft import Draft
from reportedly.coding.features import COARSE, Features, is_fine
from reportedly.coding.page import Page, lead_end
from reportedly.coding.pointing import pointed_at
from reportedly.gazetteer.load import load
from reportedly.records.forms import when_value, where_value
from reportedly.records.mentions import PlaceMention, TimeMention
from reportedly.records.moments import When, day_of
from reportedly.records.places import Where
from reportedly.records.spans import Span
from reportedly.records.vocabulary import ClaimField, PlacePrecision, TimePrecision

NEAR_SENTENCES = 2
"""How many sentences before an incident's first telling a place may stand that it takes over."""


def when_of(
    page: Page, draft: Draft, book: ClaimBook, *, before: Sequence[Draft] = (), taken: Sequence[TimeMention] = ()
) -> When | None:
    """The day told for a draft, in its finest words; None where the text tells none.

    A deed told without a day takes over one that its text dates it by, or is no earlier than the one it is told to
    follow. ``before``: the drafts told before it; ``taken``: the times of the other drafts.
    """
    times = [one.time for one in draft.features if one.time is not None]
    if draft.apart() is None and not any(_is_day(time) for time in times):
        carried = carried_time(page, draft.triggers, taken=taken) or _no_earlier(page, draft, before)
        times = [carried, *times] if carried is not None and _agrees(times, carried) else times
    if not times:
        return None
    best = _whole_night(min(times, key=_fineness), times)
    claims = [book.make(ClaimField.WHEN, when_value(best.when), best.span)]
    claims += [book.make(ClaimField.WHEN, when_value(t.when), t.span) for t in times if t.when.start == best.when.start]
    return replace(best.when, claims=tuple(dict.fromkeys(claims)))


def _whole_night(best: TimeMention, times: Sequence[TimeMention]) -> TimeMention:
    """The two days in a row that a night is told with ("10-11 September: during the night"), else the time itself."""
    if best.when.precision is not TimePrecision.PART_OF_DAY or best.when.start is None:
        return best
    first = day_of(best.when.start)
    return next((time for time in times if _is_two_days_from(time, first)), best)


def _is_two_days_from(time: TimeMention, first: dt.date) -> bool:
    start, end = time.when.start, time.when.end
    if time.when.precision is not TimePrecision.DAY or start is None or end is None:
        return False
    return day_of(start) == first and (day_of(end) - first).days == 1


def _agrees(times: Sequence[TimeMention], carried: TimeMention) -> bool:
    """False where the draft's own month or year ended before a day it would take over, or begins after it."""
    day = carried.when.start
    spans = [(time.when.start, time.when.end) for time in times]
    known = [(day_of(start), day_of(end)) for start, end in spans if start is not None and end is not None]
    return day is None or not known or any(start <= day_of(day) <= end for start, end in known)


def _no_earlier(page: Page, draft: Draft, before: Sequence[Draft]) -> TimeMention | None:
    """From the last day told before on, for a deed that is told to follow ("it was followed by rocket fire")."""
    words = next((span for trigger in draft.triggers if (span := told_to_follow(page, trigger)) is not None), None)
    days = [days for other in before for one in other.features if (days := one.days()) is not None]
    if words is None or not days:
        return None
    when = no_earlier_than(days[-1][0], text=words.of(page.clean.text), language=page.clean.language)
    return TimeMention(words, when)


def _is_day(time: TimeMention) -> bool:
    return time.when.precision in FINE and time.when.start is not None


def _fineness(time: TimeMention) -> tuple[bool, int]:
    """Days before vaguer times; among days a fixed one before one without a year, the finer first."""
    fine = _is_day(time)
    return not fine, list(TimePrecision).index(time.when.precision) if not fine else 0


def where_of(
    page: Page,
    draft: Draft,
    book: ClaimBook,
    *,
    main: bool,
    leads: bool = False,
    before: Sequence[Draft] = (),
    taken: frozenset[str | None] = frozenset(),
) -> Where | None:
    """The finest place told in the draft's stretches; a main incident also takes over a place told just before it.

    ``leads``: it is a main incident, or the first of a report that has none.
    ``before``: the drafts told before it; ``taken``: places that other incidents of the report are told of, which this
    one takes over only where its own words point back at them.
    """
    own = [place for one in draft.features for place in one.places if not page.is_dateline(place.span)]
    body = [t.sentence for t in draft.triggers if not page.clean.sentences[t.sentence].heading]
    scene = _around_first(page, own, body[0] if body else 0)
    best = _refined(page, draft, scene, taken) if main else _finest(scene)
    if best is None or best.where.precision in _WIDE or best not in scene:
        best = pointed_at(page, draft.triggers, before) or best
    best = best or _here(page, leads=leads)
    if best is None:
        return None
    same = [place for place in own if place.where.place_id == best.where.place_id]
    name = max((place.where.name for place in [best, *same]), key=len)
    where = replace(best.where, name=name)
    twin = _twin(page, best)
    if twin is not None:
        where, same = _covering(page, best, twin), [twin]
    claims = dict.fromkeys(book.make(ClaimField.WHERE, where_value(where), place.span) for place in [best, *same])
    return replace(where, claims=tuple(claims))


def _refined(page: Page, draft: Draft, scene: list[PlaceMention], taken: frozenset[str | None]) -> PlaceMention | None:
    """The finest place of a main incident's scene; where that is wide or none, one beside it or else in the report."""
    best = _finest(scene)
    if best is None or best.where.precision in _WIDE:
        near = [*_before(page, draft.features[0]), *_after(page, draft)]
        near = [place for place in near if _fits(page, best, place) and place.where.place_id not in taken]
        beside = [place for place in near if not page.is_dateline(place.span)]
        best = _finest([*scene, *beside]) or _finest(near)
    if best is None or best.where.precision is PlacePrecision.PROVINCE:
        best = _elsewhere(page, best, taken) or best
    return best


def _here(page: Page, *, leads: bool) -> PlaceMention | None:
    """The one town a bulletin speaks from, where it names no other place that a deed could be at.

    What a report exists to tell, or all it tells, is in the one town that it names whether or not it speaks from there.
    """
    told = [place for place in page.mentions.places if not page.is_origin(place.span)]
    towns = [place for place in told if is_fine(place) and place.where.lat is not None and not place.metonym]
    here = page.here or (next(iter(towns), None) if leads else None)
    if here is None or not is_fine(here):
        return None
    return here if all(_is_around(here.where, place.where) for place in told) else None


def _is_around(here: Where, other: Where) -> bool:
    """True for the same place, one beside it, and a country or province that may be around it."""
    if other.precision in _WIDE or other.lat is None:
        return other.country == here.country
    gap = kilometres(here, other)
    return gap is not None and gap <= BESIDE_KM + (other.radius_km or 0.0)


BESIDE_KM = 25.0
"""Places this near are one town and what is around it."""


def _twin(page: Page, best: PlaceMention) -> PlaceMention | None:
    """Another fine place of the same kind joined to the best one and near it ("in Tolo and Kelo"); else None."""
    if not is_fine(best):
        return None
    for place in page.mentions.places:
        gap = kilometres(best.where, place.where) if is_fine(place) else None
        first, second = sorted((best.span, place.span))
        if gap is None or not 0 < gap <= ONE_SCENE_KM or first.end >= second.start:
            continue
        between = page.words_between(first.end, second.start)
        if second.start - first.end <= JOINT_GAP and between and between <= page.joints:
            return place
    return None


def _covering(page: Page, one: PlaceMention, other: PlaceMention) -> Where:
    """The area around both places: its middle, and a radius that reaches both."""
    a, b = one.where, other.where
    reach = (kilometres(a, b) or 0) / 2 + max(a.radius_km or 0, b.radius_km or 0)
    span = Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))
    return replace(
        a, name=span.of(page.clean.text), lat=_middle(a.lat, b.lat), lon=_middle(a.lon, b.lon),
        radius_km=round(reach, 1), precision=PlacePrecision.NEAR, place_id=None,
    )  # fmt: skip


def _middle(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else round((one + other) / 2, 4)


JOINT_GAP = 6
"""Characters between two joined places: a joining word and the spaces around it."""
ONE_SCENE_KM = 60.0
"""Places this near the first one told may be where in it the deed was done (a base near its town)."""


def _around_first(page: Page, places: list[PlaceMention], until: int) -> list[PlaceMention]:
    """The places that may refine the first fine one told; all of them where it has no point."""
    first = next((place for place in places if is_fine(place)), None)
    if first is None or first.where.lat is None:
        return places
    near = [place for place in places if _refines(page, first, place, until)]
    return near or [first]


_AREAS = (PlacePrecision.PROVINCE, PlacePrecision.DISTRICT)


def _refines(page: Page, first: PlaceMention, place: PlaceMention, until: int) -> bool:
    """True for a place beside the first one told, or inside the province first told and named by the lead."""
    gap = kilometres(first.where, place.where)
    if gap is None:
        return False
    inside_area = first.where.precision in _AREAS and page.sentence_at(place.span.start) <= until
    return gap <= ONE_SCENE_KM + ((first.where.radius_km or 0) if inside_area else 0)


def _elsewhere(page: Page, best: PlaceMention | None, taken: frozenset[str | None]) -> PlaceMention | None:
    """Where no place stands beside the deed: the dateline, else where its police are, else the lead's place.

    Right within 25 km in 38 of 39, 18 of 23 and 11 of 17 texts of the gun violence archive (2026-11); a place named
    later in the text, which is left out, in 13 of 26.
    """
    fine = [place for place in page.mentions.places if is_fine(place) and not place.metonym]
    fine = [place for place in fine if place.where.place_id not in taken and not page.is_origin(place.span)]
    fine = [place for place in fine if _fits(page, best, place)]
    until = lead_end(page)
    datelines = (place for place in fine if page.is_dateline(place.span))
    speaking = (place for place in fine if page.names_party(place.span) or page.is_source(place.span))
    leading = (place for place in fine if page.sentence_at(place.span.start) < until)
    return next(chain(datelines, speaking, leading), None)


_WIDE = (*COARSE, PlacePrecision.PROVINCE)
"""Precisions that a place told beside the deed may refine."""


def _fits(page: Page, best: PlaceMention | None, place: PlaceMention) -> bool:
    """True where a place may refine what is told: it lies in the country or province told, or none is."""
    if best is None or best.where.country is None:
        return True
    if best.where.precision is PlacePrecision.PROVINCE and place.where.place_id != best.where.place_id:
        namesakes = load().candidates(place.span.of(page.clean.text))
        around = (one.province for one in namesakes if one.place_id == place.where.place_id)
        return best.where.place_id in around
    return best.where.country == place.where.country


def _finest(places: list[PlaceMention]) -> PlaceMention | None:
    """The finest place, the first of those; a settled one before one without a point."""
    order = list(PlacePrecision)
    ranked = [
        (place.where.lat is None, not is_fine(place), order.index(place.where.precision), k)
        for k, place in enumerate(places)
    ]
    return places[min(ranked)[-1]] if ranked else None


def _after(page: Page, draft: Draft) -> list[PlaceMention]:
    """Places in the sentences that follow a draft's first telling and tell of no deed."""
    first = draft.features[0].trigger.sentence
    told = {trigger.sentence for trigger in page.mentions.triggers}
    found: list[PlaceMention] = []
    for index in range(first + 1, min(len(page.clean.sentences), first + 1 + NEAR_SENTENCES)):
        if index not in told:
            span = page.sentence_span(index)
            found += [p for p in page.mentions.places if span.contains(p.span) and page.is_located(p.span)]
    return [place for place in found if not place.metonym and is_fine(place) and not page.is_source(place.span)]


def _before(page: Page, first: Features) -> list[PlaceMention]:
    """Places named in the sentences just before and in the sentence of an incident's first telling."""
    low = page.sentence_span(max(0, first.trigger.sentence - NEAR_SENTENCES)).start
    high = page.sentence_span(first.trigger.sentence).end
    return [
        place
        for place in page.mentions.places
        if low <= place.span.start
        and place.span.end <= high
        and not place.metonym
        and not page.names_party(place.span)
        and not page.is_source(place.span)
        and not page.is_origin(place.span)
        and (place.where.precision not in COARSE or page.is_located(place.span))
    ]
