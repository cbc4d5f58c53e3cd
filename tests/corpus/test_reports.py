"""The reports of our own under corpus/: all that the gold quotes stands in its text, no report repeats another."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"

Record = dict[str, Any]

EVENT_TYPES = {
    "airstrike",
    "ambush/clash",
    "arrest/foiled plot",
    "arson/sabotage",
    "assassination",
    "bombing/IED",
    "drone",
    "kidnapping",
    "melee/ramming",
    "missile/rocket/artillery",
    "naval attack/hijack",
    "other",
    "shooting/armed assault",
    "suicide bombing",
    "threat",
}
STAGES = {"accomplished", "attempted", "planned", "threatened", "thwarted/intercepted"}
BASES = {"accused", "claimed", "denied", "stated", "suspected"}
KINDS = {"armed_group", "document", "expert", "media", "medic", "military", "official", "other", "police", "witness"}
CLAIM_FIELDS = {"accusation", "denial", "novelty", "presence", "series", "tally"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(/\d{4}-\d\d-\d\d)?)?)?")


def parsed(path: Path) -> Record:
    return json.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """One set of reports with its gold, and the bounds that its README promises."""

    path: Path
    docs: dict[str, Record]
    gold: dict[str, Record]
    plus: dict[str, Record]
    phenomena: dict[str, list[str]]
    reports: int
    words: tuple[int, int]
    days: tuple[date, date]


def folder_at(name: str, *, reports: int, words: tuple[int, int], days: tuple[date, date]) -> Folder:
    path = CORPUS / name
    lines = (path / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return Folder(
        path=path,
        docs={doc["id"]: doc for doc in map(json.loads, lines)},
        gold={file.stem: parsed(file) for file in sorted((path / "gold").iterdir())},
        plus={file.stem: parsed(file) for file in sorted((path / "plus").iterdir())},
        phenomena=parsed(path / "phenomena.json"),
        reports=reports,
        words=words,
        days=days,
    )


FOLDERS = (
    folder_at("reports", reports=60, words=(60, 600), days=(date(2022, 1, 1), date(2025, 12, 31))),
    folder_at("held", reports=60, words=(90, 700), days=(date(1989, 1, 1), date(2025, 12, 31))),
    folder_at("later", reports=48, words=(150, 460), days=(date(2022, 1, 1), date(2026, 11, 25))),
)
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.path.name)
each_report = pytest.mark.parametrize(
    ("folder", "id_"), [pytest.param(folder, id_, id=id_) for folder in FOLDERS for id_ in folder.docs]
)


def whole(doc: Record) -> str:
    return f"{doc['title']}\n\n{doc['text']}"


def stands_in(words: str, doc: Record) -> bool:
    return words.casefold() in whole(doc).casefold()


def perpetrators(incident: Record) -> list[Record]:
    return [row for row in (incident["perpetrator"], *incident["perpetrators_other"]) if row["name"]]


@each_folder
def test_there_are_as_many_reports_as_are_told_and_each_has_its_gold(folder: Folder) -> None:
    assert len(folder.docs) == folder.reports
    assert set(folder.docs) == set(folder.gold) == set(folder.plus)
    assert all(folder.gold[id_]["doc_id"] == folder.plus[id_]["doc_id"] == id_ for id_ in folder.docs)


def test_no_report_and_no_incident_stands_in_two_folders() -> None:
    for one, other in combinations(FOLDERS, 2):
        assert set(one.docs) & set(other.docs) == set()
        assert set(keys_told(one)) & set(keys_told(other)) == set()


@each_folder
def test_the_folder_holds_data_alone(folder: Folder) -> None:
    assert {path.suffix for path in folder.path.rglob("*") if path.is_file()} == {".json", ".jsonl", ".md"}


@each_report
def test_a_report_says_who_printed_it_where_and_when(folder: Folder, id_: str) -> None:
    doc = folder.docs[id_]
    assert set(doc) == {"id", "url", "publisher", "published", "title", "text"}
    assert re.match(r"https://[a-z0-9-]+\.example/", doc["url"])
    first, last = folder.days
    assert first <= date.fromisoformat(doc["published"]) <= last
    fewest, most = folder.words
    assert fewest <= len(doc["text"].split()) <= most


@each_report
def test_gold_and_plus_tell_the_same_incidents(folder: Folder, id_: str) -> None:
    keys = [incident["incident_key"] for incident in folder.gold[id_]["incidents"]]
    assert keys == [incident["incident_key"] for incident in folder.plus[id_]["incidents"]]
    assert len(keys) == len(set(keys))


def keys_told(folder: Folder) -> dict[str, list[str]]:
    told = defaultdict(list)
    for id_ in sorted(folder.gold):
        for incident in folder.gold[id_]["incidents"]:
            told[incident["incident_key"]].append(id_)
    return dict(told)


@each_folder
def test_the_clusters_are_those_of_the_gold(folder: Folder) -> None:
    assert parsed(folder.path / "clusters.json") == keys_told(folder)


@each_report
def test_incidents_use_the_words_of_the_vocabularies(folder: Folder, id_: str) -> None:
    for incident, more in zip(folder.gold[id_]["incidents"], folder.plus[id_]["incidents"], strict=True):
        assert incident["event_type"] in EVENT_TYPES
        assert incident["stage"] in STAGES
        assert (incident["event_type"] == "threat") == (incident["stage"] == "threatened")
        assert incident["date"] is None or DATE.fullmatch(incident["date"])
        assert (incident["lat"] is None) == (incident["lon"] is None)
        assert {row["basis"] for row in perpetrators(incident)} <= BASES
        assert set(more["responsibility"]) == {row["basis"] for row in perpetrators(incident)} | (
            {"withheld"} & set(more["responsibility"])
        )
        assert {chain["kind"] for chain in more["chains"]} <= KINDS


@each_report
def test_nothing_happened_after_it_was_printed(folder: Folder, id_: str) -> None:
    for incident in folder.gold[id_]["incidents"]:
        last = (incident["date"] or "").split("/")[-1]
        assert last <= folder.docs[id_]["published"]


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMED_DAY = re.compile(
    rf"({'|'.join(WEEKDAYS)}),? \(?(?:(?P<day>\d\d?) (?P<month>{'|'.join(MONTHS)})|"
    rf"(?P<month_first>{'|'.join(MONTHS)})[a-z]*\.? (?P<day_last>\d\d?))"
)


def named_days(doc: Record) -> Iterator[tuple[str, date]]:
    """Each weekday that stands beside a date, and the date it stands beside, in the year of publication."""
    year = date.fromisoformat(doc["published"]).year
    for found in NAMED_DAY.finditer(whole(doc)):
        month = MONTHS.index(found["month"] or found["month_first"]) + 1
        yield found[1], date(year, month, int(found["day"] or found["day_last"]))


@each_report
def test_a_weekday_beside_a_date_is_the_right_one(folder: Folder, id_: str) -> None:
    assert [said for said, day in named_days(folder.docs[id_]) if WEEKDAYS[day.weekday()] != said] == []


def test_weekdays_are_read_from_both_orders_of_a_date() -> None:
    doc = {"title": "", "published": "2024-09-16", "text": "On Monday 9 September, and on Tuesday (Sept. 10)."}
    assert [day.isoformat() for _, day in named_days(doc)] == ["2024-09-09", "2024-09-10"]


@each_report
def test_ranges_run_upward(folder: Folder, id_: str) -> None:
    for incident in folder.gold[id_]["incidents"]:
        for toll in (incident.get("killed"), incident.get("injured")):
            if toll and toll["high"] is not None:
                assert toll["low"] <= toll["high"]


@each_report
def test_what_the_gold_names_stands_in_the_text(folder: Folder, id_: str) -> None:
    doc = folder.docs[id_]
    for incident in folder.gold[id_]["incidents"]:
        for field in ("target", "victim", "weapon"):
            missing = [part for part in (incident[field] or "").split("; ") if not stands_in(part, doc)]
            assert missing == [], field
        assert [part for part in (incident["place"] or "").split(", ") if not stands_in(part, doc)] == []
        assert [row["name"] for row in perpetrators(incident) if not stands_in(row["name"], doc)] == []


@each_report
def test_triggers_speakers_and_quotes_stand_in_the_text(folder: Folder, id_: str) -> None:
    doc = folder.docs[id_]
    for more in folder.plus[id_]["incidents"]:
        assert more["trigger"]
        quoted = [more["trigger"], more["condition"] or "", *more["prevented_by"]]
        for chain in more["chains"]:
            quoted += [chain["speaker"], *chain["via"]]
        assert [words for words in quoted if not stands_in(words, doc)] == []
    for claim in folder.plus[id_]["report_claims"]:
        assert claim["field"] in CLAIM_FIELDS
        assert claim["quote"] in whole(doc)
        assert claim["who"] is None or stands_in(claim["who"], doc)


@each_report
def test_both_files_name_the_same_speakers(folder: Folder, id_: str) -> None:
    for incident, more in zip(folder.gold[id_]["incidents"], folder.plus[id_]["incidents"], strict=True):
        kept = [{key: row[key] for key in ("speaker", "anonymous", "via", "kind")} for row in incident["sources"]]
        assert kept == more["chains"]


def runs_of_six(text: str) -> set[tuple[str, ...]]:
    """Six words in a row, and six of the longer words in a row: a template shows in one or the other."""
    words = re.findall(r"[^\W_]+", text.casefold())
    longer = [word for word in words if len(word) > 3]
    return {tuple(row[at : at + 6]) for row in (words, longer) for at in range(len(row) - 5)}


def test_no_two_reports_of_any_folder_share_six_words_in_a_row() -> None:
    seen = defaultdict(set)
    for id_, doc in ((id_, doc) for folder in FOLDERS for id_, doc in folder.docs.items()):
        for run in runs_of_six(whole(doc)):
            seen[run].add(id_)
    assert {run: ids for run, ids in seen.items() if len(ids) > 1} == {}


def shows(folder: Folder, id_: str) -> set[str]:
    """The phenomena that the gold of one report shows by itself."""
    told = list(zip(folder.gold[id_]["incidents"], folder.plus[id_]["incidents"], strict=True))
    mains = [incident for incident, _ in told if incident["main"]]
    if not mains:
        return {"quiet"}
    incidents = [incident for incident, _ in told]
    chains = [chain for _, more in told for chain in more["chains"]]
    bases = {basis for _, more in told for basis in more["responsibility"]}
    days = {incident["date"] for incident in mains} - {None}
    tolls = [incident.get(key) or {} for incident in mains for key in ("killed", "injured")]
    fields = {claim["field"] for claim in folder.plus[id_]["report_claims"]}
    found = {
        "background_beside_main": len(incidents) > len(mains),
        "event_day_not_publication_day": bool(days - {folder.docs[id_]["published"]}),
        "nested_attribution": any(chain["via"] for chain in chains),
        "no_perpetrator": any(not perpetrators(incident) for incident in mains),
        "anonymous_source": any(chain["anonymous"] for chain in chains),
        "stage_not_accomplished": any(incident["stage"] != "accomplished" for incident in incidents),
        "claim_of_responsibility": "claimed" in bases,
        "tally_or_series": bool(fields & {"tally", "series"}),
        "two_or_more_mains": sum(not incident.get("optional") for incident in mains) > 1,
        "explicit_no_casualties": any(toll.get("high") == 0 for toll in tolls),
        "threat": any(incident["event_type"] == "threat" for incident in incidents),
        "withheld": "withheld" in bases,
        "prevented_by": any(more["prevented_by"] for _, more in told),
    }
    return {name for name, holds in found.items() if holds}


JUDGED = {
    "conflicting_figures",
    "furniture_with_attack_words",
    "named_victim",
    "open_ended_counts",
    "rival_or_denial",
}  # by reading; the gold alone does not show them


@each_folder
def test_the_phenomena_are_those_the_gold_shows(folder: Folder) -> None:
    shown = defaultdict(list)
    for id_ in sorted(folder.docs):
        for name in shows(folder, id_):
            shown[name].append(id_)
    assert {name: ids for name, ids in folder.phenomena.items() if name not in JUDGED} == shown
    assert all(set(folder.phenomena.get(name, ())) <= set(folder.docs) for name in JUDGED)


@each_folder
def test_the_readme_counts_what_there_is(folder: Folder) -> None:
    readme = (folder.path / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\w+) \| (\d+) \| ", readme, re.MULTILINE))
    assert {name: int(count) for name, count in rows.items()} == {
        name: len(ids) for name, ids in folder.phenomena.items()
    }
