"""When and how many, for each report's main incident: development corpora in, rows of the one table out.

Whole reports are told, and their first incident that is no arrest is compared with what the corpus's makers hold of it
(the archive files the shooting, whoever was arrested later). A report told as nothing (an accident) counts as silent.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bench.corpora import Record, records, report_from
from bench.measures import Measure
from bench.tellings import telling_of
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident
from reportedly.records.moments import When, day_of
from reportedly.records.vocabulary import IncidentType

GVA_LIMIT = 600
"""Articles of the larger archive a run reads: all 2,003 take half a minute."""
WIDEST = 2
"""An interval of more days than this tells no day."""
RIGHT, WRONG, SILENT = "right", "wrong", "silent"


@dataclass(frozen=True, slots=True)
class Fact:
    """What is held of one report's incident; a count None where the makers give none."""

    report: Record
    day: dt.date | None
    killed: int | None
    injured: int | None
    attackers_too: bool


def archive(folder: Path, *, documents: tuple[str, ...], incidents: str) -> Iterator[Fact]:
    """Articles of the gun violence archive; its dead are everybody's, shooters too."""
    held = {str(record["id"]): record for record in records(folder / incidents)}
    for name in documents:
        for record in records(folder / name):
            fact = held[str(record["incident"])]
            day = dt.date.fromisoformat(str(fact["date"]))
            killed, injured = int(str(fact["killed"])), int(str(fact["injured"]))
            yield Fact(record, day, killed, injured, attackers_too=True)


def muc4(folder: Path) -> Iterator[Fact]:
    """Development messages whose key holds one template: its exact day, its dead and injured where it counts all."""
    for record in records(folder / "dev.jsonl.gz"):
        templates = cast("list[Mapping[str, Mapping[str, list[dict[str, object]] | None]]]", record["templates"])
        if len(templates) != 1:
            continue
        parsed = templates[0]["parsed"]
        text = "\n\n".join(" ".join(part.split()) for part in str(record["text"]).split("\n\n"))
        killed, injured = (_counted(parsed, effect) for effect in ("DEATH", "INJURY"))
        yield Fact({**record, "text": text}, _exact_day(parsed), killed, injured, attackers_too=False)


def _exact_day(parsed: Mapping[str, list[dict[str, object]] | None]) -> dt.date | None:
    options = [
        option
        for filler in parsed["incident_date"] or []
        for option in cast("list[dict[str, str]]", filler["alts"])
        if option["form"] == "exact" and option["from"]
    ]
    return dt.date.fromisoformat(options[0]["from"]) if options else None


def _counted(parsed: Mapping[str, list[dict[str, object]] | None], effect: str) -> int | None:
    """How many people met one effect; None where the key leaves any of them uncounted."""
    numbers = {cast("list[str]", one["ref"])[0]: one for one in parsed.get("hum_number") or [] if one.get("ref")}
    hurt = [
        cast("list[str]", one["ref"])[0]
        for one in parsed.get("hum_effect") or []
        if one["alts"] == [effect] and one.get("ref")
    ]
    found = [cast("list[object]", numbers[name]["alts"])[:1] for name in hurt if name in numbers]
    exact = [
        one[0] for one in found if one and isinstance(one[0], dict) and one[0]["low"] == one[0]["high"] is not None
    ]
    return sum(int(one["low"]) for one in exact) if hurt and len(exact) == len(hurt) else None


def told_first(fact: Fact) -> ReportedIncident | None:
    """The first incident told that is no arrest, main ones first; None where the report is told as nothing else."""
    told = telling_of(report_from(fact.report)).incidents
    return next((incident for incident in told if incident.type is not IncidentType.ARREST), None)


def day_verdict(when: When | None, day: dt.date, *, slack: int) -> str:
    """Right where the interval is narrow and lies within ``slack`` days of ``day``."""
    if when is None or when.start is None:
        return SILENT
    start, end = day_of(when.start), day_of(when.end or when.start)
    near = start - dt.timedelta(days=slack) <= day <= end + dt.timedelta(days=slack)
    return RIGHT if near and (end - start).days <= WIDEST else WRONG


def count_verdict(count: Count | None, wanted: int) -> str:
    """Right where both ends are the wanted number; saying nothing of nobody is right."""
    if count is None:
        return SILENT if wanted else RIGHT
    return RIGHT if count == Count.exactly(wanted) else WRONG


def verdicts(fact: Fact, *, slack: int) -> Iterator[tuple[str, str]]:
    """Field and verdict, for what is held of the report."""
    told = told_first(fact)
    if fact.day is not None:
        yield "day", day_verdict(told.when if told else None, fact.day, slack=slack)
    if fact.killed is not None:
        yield "killed", count_verdict(_dead(told, attackers_too=fact.attackers_too), fact.killed)
    if fact.injured is not None:
        yield "injured", count_verdict(told.injured if told else None, fact.injured)


def _dead(told: ReportedIncident | None, *, attackers_too: bool) -> Count | None:
    if told is None:
        return None
    own = told.attackers.killed if told.attackers and attackers_too else None
    return told.killed.plus(own) if told.killed and own else told.killed or own


def rows(name: str, facts: Iterator[Fact], *, slack: int) -> list[Measure]:
    """One row a field: the share right, and how many were wrong or silent."""
    tally = Counter(pair for fact in facts for pair in verdicts(fact, slack=slack))
    labels = {"day": "day, within one" if slack else "day exact", "killed": "killed exact", "injured": "injured exact"}
    measures = []
    for field, label in labels.items():
        right, wrong, silent = (tally[field, verdict] for verdict in (RIGHT, WRONG, SILENT))
        total = right + wrong + silent
        detail = f"{right}/{total}, {wrong} wrong, {silent} silent"
        value = 100 * right / total if total else None
        measures.append(Measure(key=f"facts.{name}_{field}", label=f"{name}: {label}", value=value, detail=detail))
    return measures


def measures(data: Path, *, limit: int | None = None) -> list[Measure]:
    """Every corpus below ``data`` that is there."""
    found: list[Measure] = []
    if (data / "gva").is_dir():
        articles = archive(data / "gva", documents=("train_docs.jsonl.gz",), incidents="train_incidents.jsonl")
        found += rows("gva", _first(articles, limit or GVA_LIMIT), slack=1)
    if (data / "gvc").is_dir():
        articles = archive(data / "gvc", documents=("train.jsonl", "dev.jsonl"), incidents="incidents.jsonl")
        found += rows("gvc", _first(articles, limit), slack=1)
    if (data / "muc4").is_dir():
        found += rows("muc4", _first(muc4(data / "muc4"), limit), slack=0)
    return found


def _first(facts: Iterator[Fact], limit: int | None) -> Iterator[Fact]:
    for number, fact in enumerate(facts):
        if limit is not None and number >= limit:
            return
        yield fact
