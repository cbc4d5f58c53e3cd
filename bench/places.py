"""Where incidents are put, and what the gazetteer costs: rows of the one table.

The gun violence archive gives a point for each incident; its articles are local news, so a main incident put within
25 km is right and anything else is not. The cost of the gazetteer is measured in a process of its own.
"""

import json
import random
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from bench.corpora import Record, records, report_from, words_of
from bench.measures import Measure, Ratio
from bench.tellings import telling_of
from bench.toponyms import distance_km
from reportedly.gazetteer.load import DATA
from reportedly.records.incidents import Telling

ARTICLES = 400
"""Articles of the archive that are read, by a lot of SEED."""
SEED = 7
NEAR_KM = 25.0
TOWN_KM = 40.0
"""How far from its incident a town of the archive's may be: counties stand there too."""
MB = 1024 * 1024
COST = """
import json, resource, time
import reportedly.gazetteer.names
def resident():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))
before = resident()
begun = time.perf_counter()
from reportedly.gazetteer.load import load
gazetteer = load()
gazetteer.candidates("Tripoli")
seconds = time.perf_counter() - begun
for number in range(40_000):
    gazetteer.candidates(gazetteer._store.place(number * 7).name)
print(json.dumps([seconds, (resident() - before) / 1024]))
"""
"""Loads, asks once, then asks for 40,000 names: what a long run over the news may hold in memory."""


def measures(folder: Path, *, limit: int | None = None) -> list[Measure]:
    """Incident places and towns on the gun violence archive in ``folder``."""
    points = {str(row["id"]): row for row in records(folder / "train_incidents.jsonl") if row.get("lat") is not None}
    articles = list(records(folder / "train_docs.jsonl.gz"))
    random.Random(SEED).shuffle(articles)  # noqa: S311 - a lot, not a secret
    kept = islice((article for article in articles if article["incident"] in points), limit or ARTICLES)
    told = [(telling_of(report_from(article)), points[str(article["incident"])]) for article in kept]
    return [
        _row("incident_25km", "main incident within 25 km", _incidents(told)),
        _row("town", "town named", _towns(told)),
    ]


def _row(key: str, label: str, ratio: Ratio) -> Measure:
    return Measure(key=f"places.gva_{key}", label=f"gva: {label}", value=ratio.percent, detail=str(ratio))


def _point(record: Record) -> tuple[float, float]:
    lat, lon = record["lat"], record["lon"]
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        raise TypeError(f"{record['id']}: lat and lon: numbers are wanted")
    return float(lat), float(lon)


def _incidents(told: Sequence[tuple[Telling, Record]]) -> Ratio:
    """Of the articles in which a main incident is found, those with one put within NEAR_KM."""
    right = total = 0
    for telling, gold in told:
        places = [incident.where for incident in telling.incidents if incident.main]
        total += bool(places)
        right += any(
            where is not None
            and where.lat is not None
            and where.lon is not None
            and distance_km((where.lat, where.lon), _point(gold)) <= NEAR_KM
            for where in places
        )
    return Ratio(right, total)


def _towns(told: Sequence[tuple[Telling, Record]]) -> Ratio:
    """Of the articles that name the incident's town, those in which it is found and put within TOWN_KM."""
    right = total = 0
    for telling, gold in told:
        name = re.sub(r"\s*\(.*", "", words_of(gold, "city_or_county") or "")
        if not name or not re.search(rf"\b{re.escape(name)}\b", telling.report.text):
            continue
        total += 1
        right += any(
            name in place.where.name
            and place.where.lat is not None
            and place.where.lon is not None
            and distance_km((place.where.lat, place.where.lon), _point(gold)) <= TOWN_KM
            for place in telling.places
        )
    return Ratio(right, total)


def cost_measures() -> list[Measure]:
    """Size on disk, memory after many look-ups, and the time until the first answer."""
    done = subprocess.run([sys.executable, "-c", COST], check=True, capture_output=True, encoding="utf-8")  # noqa: S603
    seconds, memory = json.loads(done.stdout)
    disk = DATA.stat().st_size / MB
    rows: Mapping[str, tuple[str, float, str, str]] = {
        "disk_mb": ("gazetteer on disk", disk, "MB", "gate 60"),
        "memory_mb": ("gazetteer in memory", memory, "MB", "after 40,000 names; gate 150"),
        "load_s": ("gazetteer loaded", seconds, "s", "first answer, imports included; gate 0.3"),
    }
    return [
        Measure(key=f"gazetteer.{key}", label=label, value=value, unit=unit, lower_is_better=True, detail=detail)
        for key, (label, value, unit, detail) in rows.items()
    ]
