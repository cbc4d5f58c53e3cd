"""Incidents in, rows of ACLED's event table out (31 columns), by ``codebook/crosswalks/acled.toml``."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.codebook.crosswalks import Crosswalk, country_codes, crosswalk
from reportedly.codebook.means import is_stoppable
from reportedly.exporting.deaths import attackers_killed, is_worded, low_of
from reportedly.exporting.parties import (
    ARMED,
    STATE,
    Side,
    Sort,
    armed_first,
    country_name,
    doers,
    preventers,
    sides,
    sufferers,
)
from reportedly.exporting.projection import Projected, Row, Ruled, table_exporter
from reportedly.exporting.spans_of_days import MONTH, WEEK, Days, days_of
from reportedly.records.counts import Count
from reportedly.records.merged import Incident
from reportedly.records.moments import day_of
from reportedly.records.places import Where
from reportedly.records.vocabulary import IncidentType, PlacePrecision, Stage

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
_PLACED = frozenset({PlacePrecision.COUNTRY})
"""Precisions that ACLED does not record."""


def project(incident: Incident) -> Projected:
    """The rows of an incident: one for each day it lasted and each pair of sides; or why it has none."""
    days, where = days_of(incident), incident.where
    if incident.type is IncidentType.THREAT:
        return Projected(left_out="out.threat")
    if incident.stage is Stage.PLANNED:
        return Projected(left_out="out.plan")
    if days is None or days.number > MONTH:
        return Projected(left_out="out.no_date")
    if where is None or where.lat is None or where.lon is None or where.precision in _PLACED:
        return Projected(left_out="out.no_place")
    dates, pairs = _dates(days), _pairs(incident)
    shares = _shares(fatalities(incident), len(dates) * len(pairs))
    return Projected(
        tuple(
            _row(incident, where, number=number, date=date, pair=pair, dead=dead)
            for number, ((date, pair), dead) in enumerate(
                zip(((date, pair) for date in dates for pair in pairs), shares, strict=True), start=1
            )
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Date:
    day: dt.date
    precision: int
    rule: str


def _dates(days: Days) -> tuple[_Date, ...]:
    if days.number == 1:
        return (_Date(day=days.first, precision=1, rule="date.day"),)
    if days.lasted and days.number <= WEEK:
        return tuple(_Date(day=day, precision=1, rule="date.each_day") for day in days.each())
    if days.number <= WEEK:
        return (_Date(day=days.middle, precision=2, rule="date.week"),)
    return (_Date(day=days.middle, precision=3, rule="date.month"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    first: Side | None
    second: Side | None
    beside: bool
    rules: tuple[str, str]


def _pairs(incident: Incident) -> tuple[_Pair, ...]:
    """Of a clash, the first side with each other; of anything else, who did it and who suffered it."""
    told, makers = sides(incident), preventers(incident)
    if len(told) > 1:
        rules = ("actor.side", "actor.side")
        return tuple(_Pair(first=told[0], second=other, beside=False, rules=rules) for other in told[1:])
    suffering = armed_first(sufferers(incident))
    second = suffering[0] if suffering else None
    beside = second is not None and second.sort in ARMED and suffering[-1].sort is Sort.CIVILIANS
    then = "actor.target" if second is not None else "actor.none"
    if incident.type is IncidentType.ARREST:
        return (_Pair(first=makers[0] if makers else None, second=None, beside=False, rules=_arrest(bool(makers))),)
    first = next(iter((*told, *doers(incident))), None)
    rule = "actor.side" if told else "actor.basis" if first is not None else "actor.unidentified"
    return (_Pair(first=first, second=second, beside=beside, rules=(rule, then)),)


def _arrest(known: bool) -> tuple[str, str]:
    return ("actor.arrest" if known else "actor.unidentified", "actor.none")


def fatalities(incident: Incident) -> Ruled:
    """The lowest figure of the dead, worded ones as ACLED reads them, the attackers' own added."""
    book, own = _book(), attackers_killed(incident)
    figures = [toll.killed for toll in incident.tolls if toll.killed is not None]
    figures += [] if incident.killed is None else [incident.killed]
    if not figures:
        return Ruled(own, "fatalities.lowest" if own else "fatalities.none")
    lowest = min(figures, key=low_of)
    word = book.look_up("worded", str(lowest.low)) if _is_open(lowest) else None
    if isinstance(word, int) and is_worded(incident, lowest):
        return Ruled(word + own, "fatalities.worded")
    return Ruled(low_of(lowest) + own, "fatalities.lowest")


def _is_open(count: Count) -> bool:
    return count.low is not None and count.high is None


def _shares(total: Ruled, rows: int) -> tuple[Ruled, ...]:
    """A total over several rows, the remainder to the first."""
    if rows == 1:
        return (total,)
    number = total.value if isinstance(total.value, int) else 0
    share, rest = divmod(number, rows)
    return tuple(Ruled(share + (rest if at == 0 else 0), "fatalities.split") for at in range(rows))


def _row(incident: Incident, where: Where, *, number: int, date: _Date, pair: _Pair, dead: Ruled) -> Row:
    return {
        **_dated(incident, where, number=number, date=date),
        **_event(incident, pair),
        **_actors(pair, where),
        **_placed(where),
        **_sourced(incident),
        "fatalities": dead,
        "tags": Ruled(None, "tags.none"),
        "timestamp": Ruled(_timestamp(incident), "timestamp.told"),
    }


def _dated(incident: Incident, where: Where, *, number: int, date: _Date) -> Row:
    codes = country_codes(where.country)
    letters = "" if codes is None else codes.alpha3
    return {
        "event_id_cnty": Ruled(f"{letters}-{incident.id}-{number}", "id.own"),
        "event_date": Ruled(_written(date.day), date.rule),
        "year": Ruled(date.day.year, date.rule),
        "time_precision": Ruled(date.precision, date.rule),
    }


def _written(day: dt.date) -> str:
    """A day as ACLED writes it, with its month's name in the publisher's words."""
    return f"{day.day:02} {_book().word('month', str(day.month))} {day.year}"


def sub_event(incident: Incident, second: Side | None) -> Ruled:
    """The sub-event type: what was stopped first, then the weapon, then our type, then whom it was aimed at."""
    book = _book()
    own = book.look_up("type", incident.type.value)
    weapon = next((word for one in incident.weapons if (word := book.look_up("weapon", one.code))), None)
    stopped = incident.stage in (Stage.THWARTED, Stage.ATTEMPTED) and incident.type is not IncidentType.ARREST
    told = weapon or own
    if stopped and (_is_remote(told) or any(is_stoppable(one.code) for one in incident.weapons)):
        return Ruled(book.word("target_decides", "stopped"), "type.stopped")
    if weapon is not None:
        return Ruled(weapon, "type.weapon")
    if own is not None:
        return Ruled(own, "type.own")
    heap = "armed" if second is not None and second.sort in ARMED else "civilians"
    return Ruled(book.word("target_decides", heap), "type.armed_target")


def _is_remote(sub_event_type: str | int | None) -> bool:
    return isinstance(sub_event_type, str) and _book().word("event", sub_event_type) == _book().word("only", "remote")


def _event(incident: Incident, pair: _Pair) -> Row:
    book = _book()
    sub = sub_event(incident, pair.second)
    event = book.word("event", str(sub.value))
    return {
        "disorder_type": Ruled(book.word("disorder", event), "disorder.event"),
        "event_type": Ruled(event, sub.rule),
        "sub_event_type": sub,
    }


def _actors(pair: _Pair, where: Where) -> Row:
    first, second = _inter(pair.first, where, unidentified=True), _inter(pair.second, where, unidentified=False)
    civil = pair.second is not None and pair.second.sort is Sort.CIVILIANS
    beside = _called("civilians", where.country) if pair.beside else None
    return {
        "actor1": Ruled(_name(pair.first, where) or _called("unidentified", where.country), pair.rules[0]),
        "assoc_actor_1": Ruled(None, "assoc.none"),
        "inter1": first,
        "actor2": Ruled(_name(pair.second, where), pair.rules[1]),
        "assoc_actor_2": Ruled(beside, "assoc.civilians" if beside else "assoc.none"),
        "inter2": second,
        "interaction": _interaction(first, second, alone=pair.second is None),
        "civilian_targeting": Ruled(_book().word("only", "targeting") if civil else None, "targeting.civilians"),
    }


def _name(side: Side | None, where: Where) -> str | None:
    """What ACLED calls a side: states' forces and civilians by their country, a group by its own name."""
    if side is None:
        return None
    if side.sort in STATE or side.sort is Sort.CIVILIANS:
        return _called(side.sort.value, side.country or where.country) or side.name
    return side.name


def _called(word: str, country: str | None) -> str | None:
    name = country_name(country)
    return None if name is None else _book().word("actor", word).format(country=name)


def _inter(side: Side | None, where: Where, *, unidentified: bool) -> Ruled:
    book = _book()
    if side is None:
        return Ruled(book.look_up("inter", "unidentified") if unidentified else None, "inter.sort")
    if side.sort is None:
        return Ruled(None, "inter.not_known")
    abroad = side.sort in STATE and side.country is not None and side.country != where.country
    return Ruled(book.look_up("inter", "abroad" if abroad else side.sort.value), "inter.sort")


def _interaction(first: Ruled, second: Ruled, *, alone: bool) -> Ruled:
    """Both codes, the smaller first; one alone where there is no second actor; empty where a code is not known."""
    if first.value is None or (second.value is None and not alone):
        return Ruled(None, "inter.not_known")
    if alone:
        return Ruled(_book().word("only", "word").format(inter=first.value), "interaction.pair")
    return Ruled("".join(sorted((str(first.value), str(second.value)))), "interaction.pair")


def _placed(where: Where) -> Row:
    codes, book = country_codes(where.country), _book()
    province = where.name if where.precision is PlacePrecision.PROVINCE else None
    rule = book.word("place_precision", where.precision.value)
    return {
        "iso": Ruled(codes.number if codes else None, "country.iso"),
        "region": Ruled(codes.acled if codes else None, "region.list"),
        "country": Ruled(country_name(where.country), "country.iso"),
        "admin1": Ruled(province, "admin.not_held"),
        "admin2": Ruled(None, "admin.not_held"),
        "admin3": Ruled(None, "admin.not_held"),
        "location": Ruled(where.name, "place.named"),
        "latitude": Ruled(_degrees(where.lat), "place.named"),
        "longitude": Ruled(_degrees(where.lon), "place.named"),
        "geo_precision": Ruled(book.look_up("geo", rule), rule),
    }


def _degrees(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _sourced(incident: Incident) -> Mapping[str, Ruled]:
    publishers = dict.fromkeys(told.publisher for told in incident.reports if told.publisher)
    return {
        "source": Ruled("; ".join(publishers) or None, "source.publishers"),
        "source_scale": Ruled(None, "scale.not_held"),
        "notes": Ruled(incident.summary, "notes.summary"),
    }


def _timestamp(incident: Incident) -> int:
    """Seconds since 1970, of a day its midnight in UTC."""
    told = [_seconds(one.published) for one in incident.reports if one.published is not None]
    return max(told, default=0)


def _seconds(moment: dt.date | dt.datetime) -> int:
    if isinstance(moment, dt.datetime):
        return int((moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp())
    return int(dt.datetime.combine(day_of(moment), dt.time(), tzinfo=dt.UTC).timestamp())


@cache
def _book() -> Crosswalk:
    return crosswalk("acled")


write_acled = table_exporter("acled", COLUMNS, project)
"""Writes the rows and their rules."""
