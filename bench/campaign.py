"""A story of many reports against what it must come to: differences out, one line in words each.

``python -m bench.campaign`` lists what single reports tell otherwise than expected.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bench.cases import CASES, plain
from bench.expectations import Blame
from bench.outcome import (
    ExpectedMerged,
    ExpectedRivalry,
    ExpectedToll,
    Moment,
    Outcome,
    expectation_of,
    outcome_from,
)
from bench.unmet import Json, blame_fits, distance_km, holds, ranged, shown, unmet
from reportedly.errors import Refusal
from reportedly.pipeline.run import read_and_tell

CAMPAIGN = CASES / "campaign"
THREAT_THEN_ATTACK = "threat_then_attack"
LIKENESS = {"type": 0.5, "within": 0.25}
"""What a fitting type and day add to the overlap of reports (0 to 1) when incidents are paired; set by hand, so that
two incidents told by the same reports are paired by what they are."""

Pairs = Mapping[str, Json]
"""Each expected key with the exported incident that is it."""


def report_files(folder: Path = CAMPAIGN) -> list[Path]:
    """The files of a story's reports, sorted by name."""
    return sorted((folder / "reports").iterdir())


def outcome(folder: Path = CAMPAIGN) -> Outcome:
    """What a story must come to."""
    return outcome_from(folder / "outcome.toml")


def published_by(files: Iterable[Path], at: str) -> list[Path]:
    """The files of the reports published at a time or before it."""
    limit = datetime.fromisoformat(at)
    return [file for file in files if datetime.fromisoformat(head(file)["published"]) <= limit]


def head(file: Path) -> Json:
    """A report's file as JSON: id, publisher, published and the rest."""
    raw: Json = json.loads(file.read_text(encoding="utf-8"))
    return raw


def alone_missed(expected: Outcome, files: Sequence[Path]) -> Iterator[tuple[str, list[str]]]:
    """Each report's id, and what it tells otherwise than expected when read alone."""
    for one in read_and_tell([str(file) for file in files]):
        if isinstance(one, Refusal):
            raise one
        report = one.report.report_id
        yield report, unmet(plain(one), expectation_of(expected, report))


def merged_missed(exported: Sequence[Json], expected: Outcome) -> list[str]:
    """What a ledger of all the reports fails to hold; empty where all is met."""
    pairs = paired_by_reports(exported, expected.incident)
    required = {(link.threat, link.attack) for link in expected.link if not link.optional}
    allowed = {(link.threat, link.attack) for link in expected.link}
    return [
        *unpaired(exported, pairs, expected.incident, expected.incident),
        *(line for one in expected.incident if one.key in pairs for line in merged_unmet(one, pairs[one.key])),
        *links_unmet(linked(exported, pairs), required, allowed),
        *apart_unmet(expected, pairs),
    ]


def moment_missed(exported: Sequence[Json], expected: Outcome, moment: Moment, known: frozenset[str]) -> list[str]:
    """What a ledger of the reports ``known`` (ids) at a moment fails to hold."""
    incidents = [at_moment(now, expected.merged(now.key), known) for now in moment.incident]
    pairs = paired_by_reports(exported, incidents)
    links = {(threat, attack) for threat, attack in moment.links}
    allowed = links | {(link.threat, link.attack) for link in expected.link if link.optional}
    lines = [
        *unpaired(exported, pairs, incidents, expected.incident),
        *(line for one in incidents if one.key in pairs for line in merged_unmet(one, pairs[one.key])),
        *links_unmet(linked(exported, pairs), links, allowed),
    ]
    return [f"at {moment.at}: {line}" for line in lines]


def at_moment(now: ExpectedMerged, whole: ExpectedMerged, known: frozenset[str]) -> ExpectedMerged:
    """An incident as a moment expects it: its own values, and kind, place and tellings of the whole story."""
    return ExpectedMerged(
        key=now.key,
        type=whole.type,
        stage=whole.stage,
        within=now.within or whole.within,
        country=whole.country,
        killed=now.killed,
        injured=now.injured,
        responsibility=now.responsibility,
        toll=tuple(row for row in whole.toll if row.report in known),
        told=tuple(row for row in whole.told if row.report in known),
    )


def paired_by_reports(exported: Sequence[Json], incidents: Sequence[ExpectedMerged]) -> Pairs:
    """Each expected incident with the exported one most like it, each used once; none without a shared report."""
    scores = sorted(
        ((-likeness(one, told), i, j) for i, one in enumerate(incidents) for j, told in enumerate(exported)),
    )
    pairs: dict[int, int] = {}
    for score, i, j in scores:
        if score < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return {incidents[i].key: exported[j] for i, j in pairs.items()}


def likeness(wanted: ExpectedMerged, told: Json) -> float:
    """How well an exported incident's reports, type and day are the expected; 0 where they share no report."""
    here, there = {row.report for row in wanted.told}, reports_of(told)
    shared = len(here & there) / len(here | there)
    if not shared:
        return 0.0
    fits = {"type": told["type"] in wanted.type, "within": not list(when_unmet(wanted, told))}
    return shared + sum(LIKENESS[name] for name, fit in fits.items() if fit)


def reports_of(told: Json) -> set[str]:
    """The ids of the reports an exported incident is told by."""
    return {row["report_id"] for row in told["reports"]}


def unpaired(
    exported: Sequence[Json], pairs: Pairs, incidents: Sequence[ExpectedMerged], whole: Sequence[ExpectedMerged]
) -> Iterator[str]:
    """Expected incidents that the ledger lacks, and incidents it holds beside the expected.

    A thin mention that the story leaves open (``optional``) may stand as an incident of its own.
    """
    used = {told["id"] for told in pairs.values()}
    yield from (f"{one.key}: not in the ledger" for one in incidents if one.key not in pairs and not one.optional)
    for told in exported:
        if told["id"] not in used and not any(is_thin(told, one) for one in whole):
            yield f"an incident too many: {told['summary']!r}, told by {', '.join(sorted(reports_of(told)))}"


def is_thin(told: Json, one: ExpectedMerged) -> bool:
    """True where an exported incident is told by optional tellings of one expected incident, and by nothing else."""
    optional = {row.report for row in one.told if row.optional}
    return reports_of(told) <= optional and told["type"] in one.type


def merged_unmet(wanted: ExpectedMerged, told: Json) -> list[str]:
    """What one incident of the ledger fails to meet."""
    return [f"{wanted.key}: {line}" for check in CHECKS for line in check(wanted, told)]


def kind_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """Type and stage."""
    if wanted.type and told["type"] not in wanted.type:
        yield f"type {told['type']}, expected {'/'.join(wanted.type)}"
    if wanted.stage is not None and told["stage"] != wanted.stage:
        yield f"stage {told['stage']}, expected {wanted.stage}"


def when_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """The resolved time, which must stay within the days that are possible."""
    if not wanted.within:
        return
    first, last = wanted.within
    when = told["when"] or {}
    start, end = (when.get("start") or "")[:10], (when.get("end") or "")[:10]
    if not (start and end and first <= start <= end <= last):
        yield f"time {start or 'none'}–{end or 'none'}, expected within {first}–{last}"


def where_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """Place, country, distance."""
    where = told["where"] or {}
    if wanted.place is not None and not holds(where.get("name"), wanted.place):
        yield f"place {where.get('name')}, expected {wanted.place}"
    if wanted.country is not None and where.get("country") != wanted.country:
        yield f"country {where.get('country')}, expected {wanted.country}"
    if wanted.lat is not None and wanted.lon is not None:
        away = distance_km(where.get("lat"), where.get("lon"), lat=wanted.lat, lon=wanted.lon)
        if away > wanted.within_km:
            yield f"place {where.get('name')} is {away:.0f} km away, expected within {wanted.within_km:.0f}"


def figures_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """The resolved figures."""
    for name, accepted, found in (
        ("killed", wanted.killed, ranged(told["killed"])),
        ("injured", wanted.injured, ranged(told["injured"])),
    ):
        if accepted and found not in accepted:
            yield f"{name} {found}, expected {' or '.join(accepted)}"
    own = ranged((told["attackers"] or {}).get("killed"))
    if wanted.attackers_killed is not None and own != wanted.attackers_killed:
        yield f"attackers killed {own}, expected {wanted.attackers_killed}"


def blame_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """Perpetrators by basis and speaker, and the exact responsibility."""
    rows = [(row["name"], row["basis"], row["by"]) for row in told["perpetrators"]]
    for blame in wanted.perpetrator:
        if not any(blame_fits(blame, *row) for row in rows):
            yield f"no perpetrator {described(blame)}, told {rows}"
    if wanted.responsibility is not None and tuple(told["responsibility"]) != wanted.responsibility:
        yield f"responsibility {told['responsibility']}, expected {list(wanted.responsibility)}"


def described(wanted: Blame | ExpectedToll) -> str:
    """What is expected of a row, only what is given."""
    if isinstance(wanted, Blame):
        return shown(wanted)
    given = {"killed": wanted.killed, "injured": wanted.injured, "source": wanted.source}
    return ", ".join(f"{name} {value!r}" for name, value in given.items() if value is not None)


def tellings_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """Reports that are missing or too many, and whether each tells it as the news or as background."""
    rows = {
        row["report_id"]: [one for one in told["reports"] if one["report_id"] == row["report_id"]]
        for row in told["reports"]
    }
    missing = {row.report for row in wanted.told if not row.optional} - set(rows)
    beside = set(rows) - {row.report for row in wanted.told}
    if missing:
        yield f"not told by {', '.join(sorted(missing))}"
    if beside:
        yield f"told by {', '.join(sorted(beside))} too, which tell it not"
    for row in wanted.told:
        main = row.alone.main
        if main is not None and row.report in rows and main not in {one["main"] for one in rows[row.report]}:
            yield f"{row.report} tells it as {standing(main=not main)}, expected {standing(main=main)}"


def standing(*, main: bool) -> str:
    """What the news of a report and what is told beside it are called."""
    return "main" if main else "background"


def sources_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """The number of distinct speakers, where only some are possible."""
    if wanted.sources is None:
        return
    low, high = wanted.sources.removesuffix("+"), None
    if "-" in wanted.sources:
        low, high = wanted.sources.split("-")
    if told["sources"] < int(low) or (high is not None and told["sources"] > int(high)):
        yield f"{told['sources']} sources, expected {wanted.sources}"


def tolls_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """Rows of the toll history, in any number and order."""
    for toll in wanted.toll:
        rows = [row for row in told["tolls"] if row["report_id"] == toll.report]
        for name, figure in (("killed", toll.killed), ("injured", toll.injured)):
            fits = [ranged(row[name]) == figure and holds(row["source"], toll.source or "") for row in rows]
            if figure is not None and not any(fits):
                found = [(row["source"], ranged(row[name])) for row in rows]
                yield f"no toll of {toll.report} with {name} {figure} ({described(toll)}), told {found}"


def disagreements_unmet(wanted: ExpectedMerged, told: Json) -> Iterator[str]:
    """Fields on which reports must be shown to differ, with the rival values."""
    for rivalry in wanted.disagreement:
        rivals = [
            row["value"] for one in told["disagreements"] if one["field"] in rivalry.field for row in one["values"]
        ]
        yield from rivals_unmet(rivalry, rivals)


def rivals_unmet(rivalry: ExpectedRivalry, rivals: Sequence[object]) -> Iterator[str]:
    """A line where the rivals are none, or lack one of the values."""
    found = {ranged(value) for value in rivals if isinstance(value, dict) and {"low", "high"} <= set(value)}
    if not rivals:
        yield f"no disagreement on {'/'.join(rivalry.field)}"
    elif lacking := sorted(set(rivalry.values) - found):
        yield f"disagreement on {'/'.join(rivalry.field)} lacks {', '.join(lacking)}, shown {sorted(found)}"


CHECKS: tuple[Callable[[ExpectedMerged, Json], Iterable[str]], ...] = (
    kind_unmet,
    when_unmet,
    where_unmet,
    figures_unmet,
    blame_unmet,
    tellings_unmet,
    sources_unmet,
    tolls_unmet,
    disagreements_unmet,
)


def linked(exported: Sequence[Json], pairs: Pairs) -> set[tuple[str, str]]:
    """The pairs of threat and attack that are linked, wherever the link stands; an incident too many goes by its id."""
    keys: dict[str, str] = {member: key for key, told in pairs.items() for member in (told["id"], *told["was"])}
    threats = {key for key, told in pairs.items() if told["type"] == "threat"}
    found: set[tuple[str, str]] = set()
    for told in exported:
        here = keys.get(str(told["id"]), str(told["id"]))
        for link in told["links"]:
            there = keys.get(str(link["incident_id"]), str(link["incident_id"]))
            if link["kind"] == THREAT_THEN_ATTACK:
                found.add((here, there) if here in threats else (there, here))
    return found


def links_unmet(
    found: set[tuple[str, str]], required: set[tuple[str, str]], allowed: set[tuple[str, str]]
) -> Iterator[str]:
    """Links that are missing or that must not be."""
    yield from (f"{threat} is not linked to {attack}" for threat, attack in sorted(required - found))
    yield from (f"{threat} must not be linked to {attack}" for threat, attack in sorted(found - allowed - required))


def apart_unmet(expected: Outcome, pairs: Pairs) -> Iterator[str]:
    """Incidents that were made one, where one of them is missing and the other holds its reports."""
    for apart in expected.apart:
        missing = [expected.merged(key) for key in apart.keys if key not in pairs]
        for one, told in ((one, pairs[key]) for one in missing for key in apart.keys if key in pairs):
            if {row.report for row in one.told if not row.optional} <= reports_of(told):
                yield f"{' and '.join(apart.keys)} are one, and are {apart.why}"


def speakers(exported: Sequence[Json], expected: Outcome, key: str) -> int | None:
    """How many sources the ledger counts for an incident; None where it does not hold it."""
    told = paired_by_reports(exported, expected.incident).get(key)
    return None if told is None else int(told["sources"])


def main() -> int:
    """List what single reports tell otherwise than expected; 0 where nothing."""
    results = list(alone_missed(outcome(), report_files()))
    failed = [(report, lines) for report, lines in results if lines]
    for report, lines in failed:
        print(report)
        print("".join(f"  - {line}\n" for line in lines), end="")
    print(f"{len(results) - len(failed)}/{len(results)} reports are told as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
