"""Incidents in, rows of the Global Terrorism Database's table out, by ``codebook/crosswalks/gtd.toml``."""

from collections.abc import Sequence
from functools import cache

from reportedly.codebook.crosswalks import Crosswalk, country_codes, crosswalk
from reportedly.exporting.columns import BETWEEN
from reportedly.exporting.deaths import attackers_killed, low_of
from reportedly.exporting.parties import STATE, Side, Sort, country_name, doers, sufferers
from reportedly.exporting.projection import Projected, Row, Ruled, table_exporter
from reportedly.exporting.spans_of_days import Days, days_of
from reportedly.records.counts import Count
from reportedly.records.incidents import Target, Victim
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, Stage


def _numbered(pattern: str, last: int) -> tuple[str, ...]:
    """The names of a block of columns that is there several times."""
    return tuple(name.format(number) for number in range(1, last + 1) for name in pattern.split())


COLUMNS = (
    *("eventid", "iyear", "imonth", "iday", "approxdate", "extended", "resolution", "country", "country_txt", "region"),
    *("region_txt", "provstate", "city", "latitude", "longitude", "specificity", "vicinity", "location", "summary"),
    *("crit1", "crit2", "crit3", "doubtterr", "alternative", "alternative_txt", "multiple", "success", "suicide"),
    *_numbered("attacktype{0} attacktype{0}_txt", 3),
    *_numbered(
        "targtype{0} targtype{0}_txt targsubtype{0} targsubtype{0}_txt corp{0} target{0} natlty{0} natlty{0}_txt", 3
    ),
    *("gname", "gsubname", "gname2", "gsubname2", "gname3", "gsubname3", "motive", "guncertain1", "guncertain2"),
    *("guncertain3", "individual", "nperps", "nperpcap", "claimed", "claimmode", "claimmode_txt", "claim2"),
    *("claimmode2", "claimmode2_txt", "claim3", "claimmode3", "claimmode3_txt", "compclaim"),
    *_numbered("weaptype{0} weaptype{0}_txt weapsubtype{0} weapsubtype{0}_txt", 4),
    *("weapdetail", "nkill", "nkillus", "nkillter", "nwound", "nwoundus", "nwoundte", "property", "propextent"),
    *("propextent_txt", "propvalue", "propcomment", "ishostkid", "nhostkid", "nhostkidus", "nhours", "ndays", "divert"),
    *("kidhijcountry", "ransom", "ransomamt", "ransomamtus", "ransompaid", "ransompaidus", "ransomnote"),
    *("hostkidoutcome", "hostkidoutcome_txt", "nreleased", "addnotes", "scite1", "scite2", "scite3", "dbsource"),
    *("INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY", "related"),
)
UNTOLD, NOT_JUDGED = -99, -9
"""GTD's numbers for a count nobody tells, and for a question nobody answered."""
GROUPS, CITED = 3, 3


def project(incident: Incident) -> Projected:
    """The row of an incident, or why it has none."""
    days, found = days_of(incident), doers(incident)
    if (reason := _left_out(incident, found)) is not None:
        return Projected(left_out=reason)
    if days is None:
        return Projected(left_out="out.no_date")
    told = {
        **dict.fromkeys(COLUMNS, Ruled(None, "empty.not_held")),
        **_dated(incident, days),
        **_placed(incident),
        **_case(incident),
        **_attack(incident),
        **_targets(incident),
        **_groups(found),
        **_weapons(incident),
        **_outcome(incident),
        **_cited(incident),
    }
    return Projected((told,))


def _left_out(incident: Incident, found: Sequence[Side]) -> str | None:
    if incident.type is IncidentType.THREAT:
        return "out.threat"
    if incident.type is IncidentType.ARREST:
        return "out.arrest"
    if incident.stage is Stage.PLANNED:
        return "out.plan"
    return "out.state" if found and found[0].sort in STATE else None


def _dated(incident: Incident, days: Days) -> Row:
    same_month = (days.first.year, days.first.month) == (days.last.year, days.last.month)
    near = days.number <= _book().tables["near"]["days"]  # type: ignore[operator]
    month = days.first.month if same_month or near else 0
    words = incident.when.edtf if incident.when is not None and days.number > 1 else None
    return {
        "eventid": Ruled(f"{days.first:%Y%m%d}-{incident.id}", "id.own"),
        "iyear": Ruled(days.first.year, "date.day"),
        "imonth": Ruled(month, "date.day"),
        "iday": Ruled(days.first.day if near else 0, "date.day"),
        "approxdate": Ruled(words, "date.approximate"),
        "extended": Ruled(int(days.lasted and days.number > 1), "extended.told"),
    }


def _placed(incident: Incident) -> Row:
    where = incident.where
    codes = None if where is None else country_codes(where.country)
    region = codes.gtd if codes and codes.gtd else None
    province = where is not None and where.precision is PlacePrecision.PROVINCE
    precision = None if where is None else _book().look_up("specificity", where.precision.value)
    return {
        "country_txt": Ruled(None if where is None else country_name(where.country), "country.name"),
        "country": Ruled(None, "country.name"),
        "region": Ruled(region, "region.list"),
        "region_txt": Ruled(_book().look_up("region_words", str(region)), "region.list"),
        "provstate": Ruled(where.name if where is not None and province else None, "place.named"),
        "city": Ruled(None if where is None or province else where.name, "place.named"),
        "latitude": Ruled(None if where is None else where.lat, "place.named"),
        "longitude": Ruled(None if where is None else where.lon, "place.named"),
        "specificity": Ruled(precision or _book().look_up("specificity", "unknown"), "place.specificity"),
        "vicinity": Ruled(int(where is not None and where.precision is PlacePrecision.NEAR), "place.vicinity"),
    }


def _case(incident: Incident) -> Row:
    forces = any(side.sort is Sort.FORCE for side in sufferers(incident))
    rule, book = "doubt.military" if forces else "doubt.none", _book()
    return {
        "summary": Ruled(incident.summary, "summary.own"),
        **dict.fromkeys(("crit1", "crit2", "crit3"), Ruled(None, "criteria.not_judged")),
        "doubtterr": Ruled(int(forces), rule),
        "alternative": Ruled(1 if forces else None, rule),
        "alternative_txt": Ruled(book.word("words", "insurgency") if forces else None, rule),
        "success": Ruled(int(incident.stage is Stage.ACCOMPLISHED), "success.stage"),
        "suicide": Ruled(int(incident.type is IncidentType.SUICIDE_BOMBING), "suicide.type"),
        "related": Ruled(BETWEEN.join(link.incident_id for link in incident.links) or None, "related.links"),
        "dbsource": Ruled(book.word("words", "database"), "dbsource.own"),
        **dict.fromkeys(("INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY"), Ruled(NOT_JUDGED, "international.not_judged")),
    }


def _attack(incident: Incident) -> Row:
    return _coded("attacktype", [_book().word("attack", incident.type.value)], words="attack_words", rule="attack.type")


def _targets(incident: Incident) -> Row:
    """Who was hurt, then what was aimed at: a kind once, the first three."""
    found: dict[str, str] = {}
    told: tuple[Victim | Target, ...] = (*incident.victims, *incident.targets)
    for thing in told:
        code = _book().look_up("target", thing.kind) or _book().word("target", "other")
        found.setdefault(str(code), thing.name)
    names = {f"target{at}": Ruled(name, "target.kind") for at, name in enumerate(list(found.values())[:3], start=1)}
    return {**_coded("targtype", list(found)[:3], words="target_words", rule="target.kind"), **names}


def _weapons(incident: Incident) -> Row:
    codes = [_book().word("weapon", one.code) for one in incident.weapons if _book().look_up("weapon", one.code)]
    codes = codes or [_book().look_up("weapon_of_type", incident.type.value) or _book().word("weapon", "unknown")]  # type: ignore[list-item]
    names = BETWEEN.join(dict.fromkeys(one.name for one in incident.weapons)) or None
    coded = _coded("weaptype", list(dict.fromkeys(codes))[:4], words="weapon_words", rule="weapon.code")
    return {**coded, "weapdetail": Ruled(names, "weapon.names")}


def _coded(stem: str, codes: Sequence[str], *, words: str, rule: str) -> Row:
    """Numbers and their words under ``stem1``, ``stem1_txt``, ``stem2`` and so on."""
    row: dict[str, Ruled] = {}
    for at, code in enumerate(codes, start=1):
        row[f"{stem}{at}"] = Ruled(int(code), rule)
        row[f"{stem}{at}_txt"] = Ruled(_book().word(words, code), rule)
    return row


def _groups(found: Sequence[Side]) -> Row:
    row: dict[str, Ruled] = {"gname": Ruled(_book().word("words", "unknown"), "group.unknown")}
    claims = [side for side in found if side.basis is Basis.CLAIMED]
    for at, side in enumerate(found[:GROUPS], start=1):
        claims_it = side.basis is Basis.CLAIMED
        uncertain = side.basis in (Basis.ACCUSED, Basis.SUSPECTED)
        mode, nth = ("claimmode", "claimed") if at == 1 else (f"claimmode{at}", f"claim{at}")
        row["gname" if at == 1 else f"gname{at}"] = Ruled(side.name, "group.basis")
        row[f"guncertain{at}"] = Ruled(int(uncertain), "group.uncertain")
        row[nth] = Ruled(int(claims_it), "claim.basis")
        row[mode] = Ruled(10 if claims_it else None, "claim.mode")
        row[f"{mode}_txt"] = Ruled(_book().word("words", "claim_mode") if claims_it else None, "claim.mode")
    row.setdefault("claimed", Ruled(0, "claim.basis"))
    row["compclaim"] = Ruled(int(len(claims) > 1) if claims else None, "claim.rival")
    return row


def _outcome(incident: Incident) -> Row:
    told, own = incident.killed is not None, attackers_killed(incident)
    losses = incident.attackers
    dead = _low(incident.killed)
    taken = [low_of(one.abducted) for one in incident.victims if one.abducted is not None]
    kept = incident.type is IncidentType.ABDUCTION
    return {
        "nkill": Ruled((dead or 0) + own if told or own else None, "dead.resolved"),
        "nkillter": Ruled(own if losses is not None and losses.killed is not None else None, "dead.attackers"),
        "nwound": Ruled(_low(incident.injured), "wounded.resolved"),
        "nperps": Ruled(_attackers(losses.count if losses else None), "perpetrators.number"),
        "nperpcap": Ruled(_attackers(losses.captured if losses else None), "perpetrators.number"),
        "ishostkid": Ruled(int(kept or bool(taken)), "hostages.taken"),
        "nhostkid": Ruled(sum(taken) if taken else UNTOLD if kept else None, "hostages.taken"),
    }


def _low(count: Count | None) -> int | None:
    return None if count is None else low_of(count)


def _attackers(count: Count | None) -> int:
    return UNTOLD if count is None else low_of(count)


def _cited(incident: Incident) -> Row:
    cited = [told.uri or told.publisher for told in incident.reports][:CITED]
    return {f"scite{at}": Ruled(uri, "sources.first") for at, uri in enumerate(cited, start=1)}


@cache
def _book() -> Crosswalk:
    return crosswalk("gtd")


write_gtd = table_exporter("gtd", COLUMNS, project)
"""Writes the rows and their rules."""
