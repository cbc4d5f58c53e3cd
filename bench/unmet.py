"""A telling as JSON and a story's expectations in; every expectation that is not met out, one line in words each."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from bench.expectations import Absent, Arm, Blame, Expectation, ExpectedClaim, ExpectedIncident, Hurt, Speaker

Json = Mapping[str, Any]
"""A telling, or a part of it, as the contract gives it: JSON, so untyped; taken apart here and nowhere else."""

DEGREE_KM = 111.2
OWN_VOICE = "report"
"""In ``by`` and ``speaker``: the report's own voice (null in the contract)."""
SILENT = "silent"
"""A range the text does not give (null in the contract)."""


def unmet(telling: Json, expected: Expectation) -> list[str]:
    """What the telling fails to meet, one line each; empty where all is met."""
    incidents: list[Json] = telling["incidents"]
    claims: dict[str, Json] = {claim["id"]: claim for claim in telling["claims"]}
    main = sum(incident["main"] for incident in incidents)
    lines = []
    if expected.main is not None and main != expected.main:
        lines.append(f"{expected.main} main incidents expected, {main} told{listed(incidents)}")
    if expected.incidents is not None and len(incidents) != expected.incidents:
        lines.append(f"{expected.incidents} incidents expected, {len(incidents)} told{listed(incidents)}")
    for number, (wanted, told) in enumerate(paired(expected.incident, incidents, claims), start=1):
        name = f"incident {number} ({'/'.join(wanted.type) or 'any'})"
        wrong = incident_unmet(wanted, told, claims) if told else [f"not told{listed(incidents)}"]
        lines += [f"{name}: {line}" for line in wrong]
    lines += [line for wanted in expected.claim if (line := claim_unmet(wanted, list(claims.values())))]
    lines += [line for wanted in expected.absent if (line := absent_unmet(wanted, telling))]
    return lines + furniture_unmet(expected.furniture, telling)


def listed(incidents: Sequence[Json]) -> str:
    """The incidents' types and stages, for a message."""
    return ": " + "; ".join(f"{one['type']} {one['stage']}{' main' if one['main'] else ''}" for one in incidents)


def paired(
    wanted: Sequence[ExpectedIncident], told: Sequence[Json], claims: Mapping[str, Json]
) -> list[tuple[ExpectedIncident, Json | None]]:
    """Each expected incident with the told one that fails it least, each used once; None where none is of its type."""
    costs = sorted(
        (len(incident_unmet(one, other, claims)), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(told)
        if not one.type or other["type"] in one.type or len(wanted) == len(told) == 1
    )
    found: dict[int, int] = {}
    for _, i, j in costs:
        if i not in found and j not in found.values():
            found[i] = j
    return [(one, told[found[i]] if i in found else None) for i, one in enumerate(wanted)]


def incident_unmet(wanted: ExpectedIncident, told: Json, claims: Mapping[str, Json]) -> list[str]:
    """What one told incident fails to meet."""
    return [line for check in CHECKS for line in check(wanted, told, claims)]


def kind_unmet(wanted: ExpectedIncident, told: Json, _: Mapping[str, Json]) -> Iterable[str]:
    """Type, stage and whether it is main."""
    if wanted.type and told["type"] not in wanted.type:
        yield f"type {told['type']}, expected {'/'.join(wanted.type)}"
    if wanted.stage is not None and told["stage"] != wanted.stage:
        yield f"stage {told['stage']}, expected {wanted.stage}"
    if wanted.main is not None and told["main"] != wanted.main:
        yield f"main {told['main']}, expected {wanted.main}"


def when_unmet(wanted: ExpectedIncident, told: Json, _: Mapping[str, Json]) -> Iterable[str]:
    """Day, interval, precision; or that no day is made up."""
    when = told["when"] or {}
    start, end = (when.get("start") or "")[:10], (when.get("end") or "")[:10]
    if wanted.dateless and start:
        yield f"dated {start}, expected no date"
    if wanted.day is not None and (start, end) != (wanted.day, wanted.day):
        yield f"day {start or 'none'}–{end or 'none'}, expected {wanted.day}"
    if wanted.start is not None and start != wanted.start:
        yield f"start {start or 'none'}, expected {wanted.start}"
    if wanted.end is not None and end != wanted.end:
        yield f"end {end or 'none'}, expected {wanted.end}"
    if wanted.edtf is not None and when.get("edtf") != wanted.edtf:
        yield f"edtf {when.get('edtf')}, expected {wanted.edtf}"
    if wanted.time_precision and when.get("precision") not in wanted.time_precision:
        yield f"time precision {when.get('precision')}, expected {'/'.join(wanted.time_precision)}"


def where_unmet(wanted: ExpectedIncident, told: Json, _: Mapping[str, Json]) -> Iterable[str]:
    """Place, country, distance, precision."""
    where = told["where"] or {}
    if wanted.place is not None and not holds(where.get("name"), wanted.place):
        yield f"place {where.get('name')}, expected {wanted.place}"
    if wanted.country is not None and where.get("country") != wanted.country:
        yield f"country {where.get('country')}, expected {wanted.country}"
    if wanted.lat is not None and wanted.lon is not None:
        away = distance_km(where.get("lat"), where.get("lon"), lat=wanted.lat, lon=wanted.lon)
        if away > wanted.within_km:
            yield f"place {where.get('name')} is {away:.0f} km away, expected within {wanted.within_km:.0f}"
    if wanted.place_precision and where.get("precision") not in wanted.place_precision:
        yield f"place precision {where.get('precision')}, expected {'/'.join(wanted.place_precision)}"


def distance_km(here_lat: float | None, here_lon: float | None, *, lat: float, lon: float) -> float:
    """Great-circle distance; infinite where here is unknown."""
    if here_lat is None or here_lon is None:
        return math.inf
    one, two = math.radians(here_lat), math.radians(lat)
    cosine = math.sin(one) * math.sin(two) + math.cos(one) * math.cos(two) * math.cos(math.radians(here_lon - lon))
    return DEGREE_KM * math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def tolls_unmet(wanted: ExpectedIncident, told: Json, _: Mapping[str, Json]) -> Iterable[str]:
    """Totals, victims by group, the attackers' own losses."""
    attackers = told["attackers"] or {}
    figures = (
        ("killed", wanted.killed, told["killed"]),
        ("injured", wanted.injured, told["injured"]),
        ("attackers killed", wanted.attackers_killed, attackers.get("killed")),
        ("attackers captured", wanted.attackers_captured, attackers.get("captured")),
    )
    for name, range_wanted, found in figures:
        if range_wanted is not None and ranged(found) != range_wanted:
            yield f"{name} {ranged(found)}, expected {range_wanted}"
    for victim in wanted.victim:
        rows = [row for row in told["victims"] if holds(row["name"], victim.name)]
        if not any(row_fits(row, victim, ("killed", "injured", "abducted")) for row in rows):
            yield f"no victim {shown(victim)}, told {told['victims']}"


def row_fits(row: Json, wanted: object, ranges: Iterable[str]) -> bool:
    """True where the row's ranges are those wanted; None: not checked."""
    return all(getattr(wanted, key) in (None, ranged(row[key])) for key in ranges)


def ranged(found: Json | None) -> str:
    """A RANGE as it is written in an expectation: "2", "2-5", "2+", "-5", "silent"."""
    if found is None:
        return SILENT
    low, high = found["low"], found["high"]
    if low == high:
        return str(low)
    return f"{low}+" if high is None else f"{'' if low is None else low}-{high}"


def means_unmet(wanted: ExpectedIncident, told: Json, _: Mapping[str, Json]) -> Iterable[str]:
    """Weapons with their counts, and what was aimed at (told as target or as victim)."""
    for arm in wanted.weapon:
        rows = [
            row for row in told["weapons"] if arm.code in (None, row["code"]) and holds(row["name"], arm.name or "")
        ]
        if not any(row_fits(row, arm, ("count", "intercepted")) for row in rows):
            weapons = [
                (row["code"], row["name"], ranged(row["count"]), ranged(row["intercepted"])) for row in told["weapons"]
            ]
            yield f"no weapon {shown(arm)}, told {weapons}"
    rows = [*told["targets"], *told["victims"]]
    names = [f"{row.get('role') or ''} {row['name']}".strip() for row in rows]
    yield from (f"no target {name}, told {names}" for name in wanted.target if not any_holds(names, name))


def blame_unmet(wanted: ExpectedIncident, told: Json, _: Mapping[str, Json]) -> Iterable[str]:
    """Perpetrators by basis and speaker, sides, who prevented it, responsibility."""
    rows = [(row["name"], row["basis"], row["by"]) for row in told["perpetrators"]]
    for blame in wanted.perpetrator:
        if not any(blame_fits(blame, *row) for row in rows):
            yield f"no perpetrator {shown(blame)}, told {rows}"
    if wanted.no_perpetrator and rows:
        yield f"perpetrators {rows}, expected none"
    for key, names in (("sides", wanted.side), ("prevented_by", wanted.prevented_by)):
        found = [row["name"] for row in told[key]]
        yield from (f"{key}: no {name}, told {found}" for name in names if not any_holds(found, name))
    if wanted.responsibility is not None and tuple(told["responsibility"]) != wanted.responsibility:
        yield f"responsibility {told['responsibility']}, expected {list(wanted.responsibility)}"


def blame_fits(wanted: Blame, name: str, basis: str, by: str | None) -> bool:
    """True where a perpetrator row is the one wanted."""
    speaker = wanted.by is None or (by is None if wanted.by == OWN_VOICE else holds(by, wanted.by))
    return holds(name, wanted.name) and wanted.basis in (None, basis) and speaker


def sources_unmet(wanted: ExpectedIncident, told: Json, claims: Mapping[str, Json]) -> Iterable[str]:
    """The speakers of the incident's claims, and a threat's condition."""
    if wanted.condition is not None and not holds((told["condition"] or {}).get("text"), wanted.condition):
        yield f"condition {told['condition']}, expected {wanted.condition}"
    said = [claims[key]["source"] for key in told["claims"] if key in claims and claims[key]["source"]]
    for speaker in wanted.speaker:
        if not any(speaker_fits(speaker, source) for source in said):
            heard = sorted({f"{s['name']} ({s['kind']}, anonymous {s['anonymous']}, via {s['via']})" for s in said})
            yield f"no speaker {shown(speaker)}, heard {heard}"


def speaker_fits(wanted: Speaker, source: Json) -> bool:
    """True where a source is the one wanted; ``via`` must hold the outlets named, in their order."""
    outlets = iter(source["via"])
    return (
        holds(source["name"], wanted.name)
        and wanted.kind in (None, source["kind"])
        and wanted.anonymous in (None, source["anonymous"])
        and all(any(holds(outlet, name) for outlet in outlets) for name in wanted.via or ())
    )


CHECKS: tuple[Callable[[ExpectedIncident, Json, Mapping[str, Json]], Iterable[str]], ...] = (
    kind_unmet,
    when_unmet,
    where_unmet,
    tolls_unmet,
    means_unmet,
    blame_unmet,
    sources_unmet,
)


def claim_unmet(wanted: ExpectedClaim, claims: Iterable[Json]) -> str | None:
    """A line where no claim is the one wanted."""
    same = [claim for claim in claims if claim["field"] == wanted.field]
    if any(claim_fits(wanted, claim) for claim in same):
        return None
    told = [(claim["quote"], claim["value"], (claim["source"] or {}).get("name")) for claim in same]
    return f"no claim {shown(wanted)}, told {told}"


def claim_fits(wanted: ExpectedClaim, claim: Json) -> bool:
    """True where a claim is the one wanted; ``value`` words may stand anywhere in its value."""
    source = claim["source"]
    speaker = wanted.speaker is None or (
        source is None if wanted.speaker == OWN_VOICE else source is not None and holds(source["name"], wanted.speaker)
    )
    return (
        speaker
        and holds(claim["quote"], wanted.quote or "")
        and holds(str(claim["value"]), wanted.value or "")
        and wanted.count in (None, ranged(claim["value"].get("count") if isinstance(claim["value"], dict) else None))
        and wanted.factuality in (None, claim["factuality"])
    )


def absent_unmet(wanted: Absent, telling: Json) -> str | None:
    """A line where something is told that must not be."""
    if wanted.type is not None or wanted.stage is not None:
        bad = [
            one["summary"]
            for one in telling["incidents"]
            if wanted.type in (None, one["type"]) and wanted.stage in (None, one["stage"])
        ]
    else:
        bad = [
            claim["quote"]
            for claim in telling["claims"]
            if wanted.field in (None, claim["field"]) and holds(claim["quote"], wanted.quote or "")
        ]
    return f"told, but must not be ({shown(wanted)}): {bad}" if bad else None


def furniture_unmet(wanted: Iterable[str], telling: Json) -> list[str]:
    """Words that stand in the text but in no span of furniture."""
    text = telling["report"]["text"]
    marked = [text[span["start"] : span["end"]] for span in telling["report"]["furniture"]]
    return [f"not marked as furniture: {words}" for words in wanted if not any_holds(marked, words)]


def shown(wanted: Speaker | Blame | Arm | Hurt | ExpectedClaim | Absent) -> str:
    """What is expected of a row or claim, only what is given."""
    given = {each.name: getattr(wanted, each.name) for each in fields(wanted)}
    return ", ".join(f"{name} {value!r}" for name, value in given.items() if value is not None)


def any_holds(names: Iterable[str], words: str) -> bool:
    """True where one of the names holds the words."""
    return any(holds(name, words) for name in names)


def holds(name: str | None, words: str) -> bool:
    """True where all the words stand in the name, in any order and case."""
    return all(word in (name or "").casefold() for word in words.casefold().split())
