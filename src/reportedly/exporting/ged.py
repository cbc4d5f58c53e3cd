"""Incidents in, rows of UCDP's event table out (49 columns), by ``codebook/crosswalks/ged.toml``."""

from dataclasses import dataclass
from functools import cache

from reportedly.codebook.crosswalks import Crosswalk, country_codes, crosswalk
from reportedly.exporting.columns import BETWEEN
from reportedly.exporting.deaths import deaths, split
from reportedly.exporting.parties import STATE, Side, Sort, armed_first, country_name, doers, sides, sufferers
from reportedly.exporting.projection import Projected, Row, Ruled, table_exporter
from reportedly.exporting.spans_of_days import YEAR, Days, days_of
from reportedly.records.merged import Incident, LinkKind
from reportedly.records.moments import iso
from reportedly.records.places import Where
from reportedly.records.vocabulary import IncidentType, PlacePrecision, SourceKind, Stage

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"),
    *("side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"),
    *("source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
CELLS_IN_A_ROW = 720
"""Half-degree cells around the globe."""


def project(incident: Incident) -> Projected:
    """The row of an incident, or why it has none."""
    days, where, pair = days_of(incident), incident.where, _pair(incident)
    unreliable = unreliable_speakers(incident)
    dead = deaths(incident, unreliable=unreliable)
    reason = _left_out(incident, best=dead.best, named=pair is not None)
    if reason is not None:
        return Projected(left_out=reason)
    if days is None or days.number > YEAR:
        return Projected(left_out="out.no_date")
    if where is None or (where.country is None and where.precision is not PlacePrecision.SEA):
        return Projected(left_out="out.no_place")
    assert pair is not None  # noqa: S101 - out.no_actor came first
    empty = dict.fromkeys(COLUMNS, Ruled(None, "empty.own_key"))
    told = {
        **_named(incident, pair),
        **_dated(days),
        **_sourced(incident),
        **_placed(where),
        **_counted(incident, pair, unreliable),
    }
    return Projected(({**empty, **told},))


def _left_out(incident: Incident, *, best: int, named: bool) -> str | None:
    if incident.type is IncidentType.THREAT:
        return "out.threat"
    if incident.stage is Stage.PLANNED:
        return "out.plan"
    if incident.type is IncidentType.ARREST:
        return "out.arrest"
    if best == 0:
        return "out.no_death"
    return None if named else "out.no_actor"


def unreliable_speakers(incident: Incident) -> frozenset[str]:
    """Speakers whose figures are no credible report: whoever did it, and armed groups by their own media."""
    names = {row.name for row in incident.perpetrators}
    groups = {
        one.claim.source.name
        for one in incident.evidence
        if one.claim.source is not None and one.claim.source.kind is SourceKind.ARMED_GROUP
    }
    return frozenset(names | groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Side a and side b; b None where what sort of party was hit is not told."""

    a: Side
    b: Side | None


def _pair(incident: Incident) -> _Pair | None:
    told = sides(incident)
    suffering = armed_first(sufferers(incident))
    first, second = (told[0], told[1]) if len(told) > 1 else (next(iter(doers(incident)), None), None)
    second = second or (suffering[0] if suffering else None)
    if first is None:
        return None
    if second is not None and second.sort in STATE and first.sort not in STATE:
        return _Pair(a=second, b=first)
    return _Pair(a=first, b=second)


def _violence(pair: _Pair) -> Ruled:
    sorts = [side.sort for side in (pair.a, pair.b) if side is not None]
    if Sort.CIVILIANS in sorts:
        return Ruled(3, "violence.one_sided")
    if any(sort in STATE for sort in sorts) and len(sorts) > 1:
        return Ruled(1, "violence.state")
    return Ruled(2, "violence.groups") if len(sorts) > 1 else Ruled(None, "violence.not_told")


def _called(side: Side | None) -> str | None:
    if side is None:
        return None
    name = country_name(side.country)
    if side.sort in STATE and name is not None:
        return _book().word("words", "government").format(country=name)
    return _book().word("words", "civilians") if side.sort is Sort.CIVILIANS else side.name


def _named(incident: Incident, pair: _Pair) -> Row:
    a, b = _called(pair.a), _called(pair.b)
    return {
        "id": Ruled(incident.id, "id.own"),
        "type_of_violence": _violence(pair),
        "dyad_name": Ruled(f"{a} - {b}" if b else None, "side.order"),
        "side_a": Ruled(a, "side.order"),
        "side_b": Ruled(b, "side.order"),
    }


def _dated(days: Days) -> Row:
    table = _book().tables["date_prec"]
    precision = next(table[most] for most in sorted(table, key=int) if days.number <= int(most))
    return {
        "year": Ruled(days.first.year, "date.days"),
        "date_prec": Ruled(precision, "date.days"),
        "date_start": Ruled(days.first.isoformat(), "date.days"),
        "date_end": Ruled(days.last.isoformat(), "date.days"),
    }


def _sourced(incident: Incident) -> Row:
    own = [told for told in incident.reports if told.copy_of is None]
    articles = [", ".join(part for part in (told.publisher, told.uri) if part) for told in incident.reports]
    dates = [iso(told.published) for told in incident.reports if told.published is not None]
    speakers = dict.fromkeys(toll.source for toll in incident.tolls if toll.source and toll.killed is not None)
    publishers = dict.fromkeys(told.publisher for told in incident.reports if told.publisher)
    return {
        "number_of_sources": Ruled(len(own), "sources.own_text"),
        "source_article": Ruled(BETWEEN.join(filter(None, articles)) or None, "source.reports"),
        "source_office": Ruled(BETWEEN.join(publishers) or None, "source.reports"),
        "source_date": Ruled(BETWEEN.join(dates) or None, "source.reports"),
        "source_headline": Ruled(None, "source.not_held"),
        "source_original": Ruled(BETWEEN.join(speakers) or None, "source.speakers"),
    }


def _placed(where: Where) -> Row:
    codes = country_codes(where.country)
    lat, lon = where.lat, where.lon
    point = None if lat is None or lon is None else f"POINT ({lon} {lat})"
    cell = None if lat is None or lon is None else grid_cell(lat, lon)
    province = where.name if where.precision is PlacePrecision.PROVINCE else None
    return {
        "where_prec": Ruled(_book().look_up("where_prec", where.precision.value), "where.precision"),
        "where_coordinates": Ruled(where.name, "where.point"),
        "where_description": Ruled(where.name, "where.point"),
        "adm_1": Ruled(province, "adm.not_held"),
        "adm_2": Ruled(None, "adm.not_held"),
        "latitude": Ruled(lat, "where.point"),
        "longitude": Ruled(lon, "where.point"),
        "geom_wkt": Ruled(point, "where.point"),
        "priogrid_gid": Ruled(cell, "where.grid"),
        "country": Ruled(country_name(where.country), "country.name"),
        "region": Ruled(codes.ged if codes else None, "region.list"),
    }


def grid_cell(lat: float, lon: float) -> int:
    """The number of PRIO-GRID's half-degree cell around a point, counted from the south-west corner."""
    return int((lat + 90) * 2) * CELLS_IN_A_ROW + int((lon + 180) * 2) + 1


def _counted(incident: Incident, pair: _Pair, unreliable: frozenset[str]) -> Row:
    dead = deaths(incident, unreliable=unreliable)
    heaps = split(incident, best=dead.best)
    state_first = pair.a.sort in STATE
    part = any(link.kind is LinkKind.PART_OF for link in incident.links)
    return {
        "event_clarity": Ruled(2, "clarity.part") if part else Ruled(1, "clarity.own"),
        "deaths_a": Ruled(heaps.state if state_first else heaps.group, "deaths.kind"),
        "deaths_b": Ruled(heaps.group if state_first else heaps.state, "deaths.kind"),
        "deaths_civilians": Ruled(heaps.civilians, "deaths.kind"),
        "deaths_unknown": Ruled(heaps.unknown, "deaths.unknown"),
        "best": Ruled(dead.best, "best.resolved"),
        "high": Ruled(dead.high, "high.outer"),
        "low": Ruled(min(dead.low, dead.best), "low.outer"),
    }


@cache
def _book() -> Crosswalk:
    return crosswalk("ged")


write_ged = table_exporter("ged", COLUMNS, project)
"""Writes the rows and their rules."""
