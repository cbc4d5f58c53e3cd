"""An area, the incidents and the presences of a ledger in, all about that place out."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from reportedly.asking.areas import COARSE, is_inside
from reportedly.asking.days import days_of
from reportedly.asking.threatening import is_attack, threats
from reportedly.records.answers import ThreatRow
from reportedly.records.incidents import Telling
from reportedly.records.merged import Incident, ReportHead, ToldBy
from reportedly.records.moments import latest
from reportedly.records.places import Where
from reportedly.records.sites import Presence, Site, SiteThreat
from reportedly.records.vocabulary import ClaimField, IncidentType, PlacePrecision

LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


def site(
    area: Where,
    *,
    incidents: Sequence[Incident],
    presences: Iterable[Presence],
    window: int,
    known_until: dt.date | None,
) -> Site:
    """The page of a place: its attacks, the threats against it and the forces at it."""
    here = [one for one in incidents if is_at(one, area)]
    attacks = tuple(one for one in here if is_attack(one))
    own = {one.id for one in here if one.type is IncidentType.THREAT}
    rows = threats(incidents, window=window, known_until=known_until).threats
    wider = {one.id for one in incidents if one.type is IncidentType.THREAT and _is_wider(one, area)}
    before = {row.incident_id for row in rows if _leads_to(row, attacks)}
    told = [told for one in here for told in one.reports]
    return Site(
        area=area,
        presences=tuple(sorted(presences, key=lambda one: (_published(one.told), one.claim.span))),
        threats=tuple(
            SiteThreat(row=row, own=row.incident_id in own) for row in rows if row.incident_id in own | wider | before
        ),
        attacks=tuple(sorted(attacks, key=_order)),
        last=max(told, key=_published, default=None),
    )


def is_at(incident: Incident, area: Where) -> bool:
    """True where it happened at the place, or was aimed at something that is called by its name."""
    name = area.name.casefold()
    return is_inside(incident.where, area) or any(name in target.name.casefold() for target in incident.targets)


def presences_in(telling: Telling, area: Where) -> Iterator[Presence]:
    """The forces a report says are at the place or, as a whole, in the country it lies in."""
    for claim in telling.claims:
        if claim.field is not ClaimField.PRESENCE or not isinstance(claim.value, dict):
            continue
        named = claim.value.get("place")
        places = [one.where for one in telling.places if claim.span.contains(one.span) and not one.metonym]
        meant = [one for one in places if one.name == named] or places[:1]
        own = any(is_inside(one, area) for one in meant)
        if own or any(_is_country_of(one, area) for one in meant):
            yield Presence(claim=claim, told=ReportHead.of(telling.report), own=own)


def _is_country_of(where: Where, area: Where) -> bool:
    return where.precision is PlacePrecision.COUNTRY and where.country is not None and where.country == area.country


def _is_wider(threat: Incident, area: Where) -> bool:
    """True for a threat that is placed no finer than in the country the place lies in."""
    where = threat.where
    if where is None or where.precision not in COARSE:
        return False
    return where.country is not None and where.country == area.country


def _leads_to(row: ThreatRow, attacks: Sequence[Incident]) -> bool:
    return not {one.incident_id for one in row.followed}.isdisjoint(one.id for one in attacks)


def _published(told: ToldBy | ReportHead) -> dt.datetime:
    return LONG_AGO if told.published is None else latest(told.published)


def _order(incident: Incident) -> tuple[bool, dt.date, str]:
    days = days_of(incident)
    return (days is None, dt.date.min if days is None else days[0], incident.id)
