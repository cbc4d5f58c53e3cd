"""A draft's tolls in, the killed, the injured and the victims out; the attackers' own losses stand in ``attackers``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.coding.claims import ClaimBook
from reportedly.coding.page import Page
from reportedly.coding.tolls import combine
from reportedly.languages.tolls import toll_words
from reportedly.records.counts import Count
from reportedly.records.forms import range_value
from reportedly.records.incidents import Victim
from reportedly.records.mentions import ActorMention, PersonMention, Toll
from reportedly.records.vocabulary import ClaimField, SourceKind

KILLED, INJURED, ABDUCTED = "killed", "injured", "abducted"
_EFFECTS = (KILLED, INJURED, ABDUCTED)
_OPPOSED = (SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.OFFICIAL, SourceKind.POLICE)
"""Speakers of the sides of a conflict: an armed group on the one, a state on the other."""
HARMED = "harmed"
"""People shot of whom the text does not say how many died; ``combine`` takes the dead off them."""


def total_of(tolls: Sequence[Toll], effect: str, book: ClaimBook) -> Count | None:
    """The total one incident's tolls support for an effect, each toll written down as a claim."""
    field = ClaimField.KILLED if effect == KILLED else ClaimField.INJURED
    for toll in tolls:
        if toll.effect in (effect, HARMED) and not toll.attackers and not toll.cumulative:
            book.make(field, range_value(toll.count), toll.span)
    total = combine(tolls, effect, language=book.page.clean.language)
    return _contested(book.page, _counted(tolls, effect), total)


def _counted(tolls: Sequence[Toll], effect: str) -> list[Toll]:
    """The tolls of victims that make a total."""
    return [toll for toll in tolls if toll.effect == effect and not (toll.attackers or toll.cumulative or toll.part)]


def _contested(page: Page, tolls: Sequence[Toll], total: Count | None) -> Count | None:
    """The total, down to the lower figure that the other side of a conflict gives for the same people."""
    if total is None or not total.low or total.low != total.high:
        return total
    told: dict[str, dict[int, set[bool]]] = {}
    for toll in tolls:
        side = _side_of_speaker(page, toll)
        if side is not None and toll.group is not None and toll.count.low and toll.count.low == toll.count.high:
            told.setdefault(_head(toll.group), {}).setdefault(toll.count.low, set()).add(side)
    lower = [
        number
        for figures in told.values()
        for number, sides in figures.items()
        if number < total.low and len(figures.get(total.low, set()) | sides) > 1 and total.low in figures
    ]
    return Count(min(lower), total.high) if lower else total


def _side_of_speaker(page: Page, toll: Toll) -> bool | None:
    """True where an armed group gives a figure, False where a state does; None: somebody else."""
    said = page.attribution_of(toll.span)
    if said is None or said.source is None or said.source.kind not in _OPPOSED:
        return None
    return said.source.kind is SourceKind.ARMED_GROUP


def _head(group: str) -> str:
    return group.casefold().rsplit(maxsplit=1)[-1]


def victims_of(
    page: Page, tolls: Sequence[Toll], patients: Sequence[ActorMention], book: ClaimBook
) -> tuple[Victim, ...]:
    """One row for each group of people counted or told as hurt, in text order."""
    rows: dict[str, list[Toll]] = {}
    for toll in tolls:
        if toll.group is not None and not toll.attackers and not toll.cumulative:
            person = _person(page, toll)
            rows.setdefault(toll.group if person is None else person.name, []).append(toll)
    language = page.clean.language
    again = [name for name in rows if _is_told_again(name, rows, language)]
    totals = {effect: combine(tolls, effect, language=language) for effect in _EFFECTS}
    victims = [_victim(page, name, found, book, totals) for name, found in rows.items() if name not in again]
    told = {victim.name.casefold() for victim in victims}
    for patient in patients:
        if patient.name.casefold() not in told:
            told.add(patient.name.casefold())
            victims.append(_uncounted(patient, book))
    return tuple(victims)


def _uncounted(patient: ActorMention, book: ClaimBook) -> Victim:
    """Who is told as hurt or taken, without a figure."""
    value = {"name": patient.name, "kind": patient.kind, "role": patient.role, "actor_id": patient.actor_id}
    claim = book.make(ClaimField.VICTIMS, dict(value), patient.span)
    return Victim(name=patient.name, kind=patient.kind, role=patient.role, actor_id=patient.actor_id, claims=(claim,))


def _person(page: Page, toll: Toll) -> PersonMention | None:
    """Whom a toll of one tells of by name, by family name or by a role that only one person of the text has."""
    if toll.group_span is None or toll.count not in (Count.exactly(1), Count.exactly(0)):
        return None
    return page.person_of(toll.group_span)


def _is_told_again(name: str, rows: Mapping[str, Sequence[Toll]], language: str) -> bool:
    """As in "two of the wounded jawans died" beside "seven soldiers were killed": the two are among the seven."""
    readings = toll_words(language).readings.get(name.casefold().split()[0], ())
    dead = combine(rows[name], KILLED)
    if dead is None or not dead.high or all(reading.effect != INJURED for reading in readings):
        return False
    others = [combine(tolls, KILLED) for other, tolls in rows.items() if other != name]
    return any(count is not None and (count.low or 0) > dead.high for count in others)


def _within(count: Count | None, total: Count | None) -> Count | None:
    """A group's count; None where the total leaves it out as a figure of something else."""
    if count is None or total is None or total.high is None or (count.low or 0) <= total.high:
        return count
    return None


def _victim(
    page: Page, name: str, tolls: Sequence[Toll], book: ClaimBook, totals: Mapping[str, Count | None]
) -> Victim:
    span = tolls[0].group_span or tolls[0].span
    own = tolls
    if all(toll.part for toll in tolls):
        own = [replace(toll, part=False) for toll in tolls if toll.effect in (KILLED, ABDUCTED)]
    known = next((p for p in (*page.mentions.people, *page.mentions.actors) if p.span.overlaps(span)), None)
    counts = {
        effect: _within(_contested(page, _counted(own, effect), combine(own, effect)), totals[effect])
        for effect in _EFFECTS
    }
    person = _person(page, tolls[0])
    role = person.role if person is not None else None
    kind = known.kind if known is not None else "person"
    kind = person.kind if person is not None and role is not None else kind
    actor_id = known.actor_id if known is not None else None
    ranges = {effect: range_value(count) for effect, count in counts.items()}
    value = {"name": name, "kind": kind, "role": role, "actor_id": actor_id, **ranges}
    claims = tuple(dict.fromkeys(book.make(ClaimField.VICTIMS, dict(value), toll.span) for toll in tolls))
    return Victim(
        name=name,
        kind=kind,
        role=role,
        actor_id=actor_id,
        killed=counts[KILLED],
        injured=counts[INJURED],
        abducted=counts[ABDUCTED],
        claims=claims,
    )
