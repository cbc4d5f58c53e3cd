"""Merging: reports with the incident each is about in, how well merging groups and resolves them out.

GVC: B3 over documents, each by the attack it is about. Reports: B3 over aligned main incidents, by the corpus's own
``score.py``. GVA: the city of each incident, its documents grouped by the gold and as merged.
"""

import json
import math
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import Record, records, report_from, words_of
from bench.measures import Balance, Measure, Ratio
from bench.reports import scorer_at
from bench.tellings import telling_of
from bench.tfidf import clusters
from reportedly.codebook.names import words_of as folded
from reportedly.exporting import contract, merged
from reportedly.merging.fuse import fuse
from reportedly.merging.members import members
from reportedly.merging.merge import merge
from reportedly.merging.profile import Family, family_of
from reportedly.records.merged import Incident, Member
from reportedly.records.places import Where

CITY_KM = 25
"""A point this near the archive's is in its city; the archive's own points lie anywhere in town."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of an archive: the incident it is filed under, its text and what the product tells of it."""

    id: str
    incident: str
    text: str
    members: tuple[Member, ...]

    @property
    def about(self) -> Member | None:
        """The attack it exists to tell; one told in passing where it exists to tell an arrest or a trial.

        The archives file reports by the shooting; an arrest that followed is an incident of its own in the contract.
        """
        attacks = [one for one in self.members if family_of(one.incident.type) is Family.ATTACK]
        return next(iter(sorted(attacks or self.members, key=lambda one: not one.incident.main)), None)


def documents(paths: Iterable[Path], limit: int | None) -> list[Document]:
    """The documents of the files, told."""
    rows = [record for path in paths for record in records(path)][:limit]
    return [_document(record) for record in rows]


def _document(record: Record) -> Document:
    report = report_from(record)
    text = f"{report.title or ''}\n\n{report.content}"
    return Document(report.id, words_of(record, "incident") or "", text, members(telling_of(report)))


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Balance:
    """B3 (Bagga and Baldwin 1998): precision and recall of each item's cluster, averaged over the items, as a Balance.

    True positives are the mean precision and recall folded into counts, so that ``f1`` is their harmonic mean.
    """
    both, golds, founds = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(both[pair] / founds[pair[1]] for pair in zip(gold, found, strict=True)) / len(gold)
    recall = sum(both[pair] / golds[pair[0]] for pair in zip(gold, found, strict=True)) / len(gold)
    return Balance(1, 1 / precision - 1, 1 / recall - 1)


def measures(data: Path, *, limit: int | None = None) -> list[Measure]:
    """Every row whose corpus lies below ``data``."""
    rows = gvc_measures(data / "gvc", limit)
    if (data / "reports").is_dir():
        rows += reports_measures(data / "reports")
    if (data / "gva").is_dir():
        rows += gva_measures(data / "gva", limit)
    return rows


def gvc_measures(folder: Path, limit: int | None) -> list[Measure]:
    """B3 over documents; a document that tells nothing stands alone."""
    told = documents([folder / "train.jsonl", folder / "dev.jsonl"], limit)
    gold = [document.incident for document in told]
    ours = b_cubed(gold, grouped(told, merge(one for document in told for one in document.members)))
    base = b_cubed(gold, clusters([document.text for document in told]))
    silent = sum(document.about is None for document in told)
    detail = f"{ours}, {silent} of {len(told)} documents tell no incident"
    return [
        Measure(key="merging.gvc_b3", label="gvc: B3 over documents", value=ours.f1, baseline=base.f1, detail=detail)
    ]


def grouped(told: Iterable[Document], incidents: Iterable[Incident]) -> list[str]:
    """The incident that holds what each document is about; its own id where it tells nothing."""
    holder = {one: incident.id for incident in incidents for one in (incident.id, *incident.was)}
    return [holder[document.about.incident.id] if document.about else f"none {document.id}" for document in told]


def reports_measures(folder: Path) -> list[Measure]:
    """B3 over aligned main incidents as the corpus's own scorer has it."""
    tellings = [telling_of(report_from(record)) for record in records(folder / "docs.jsonl")]
    incidents = merge(one for telling in tellings for one in members(telling))
    told = [json.loads(contract.line(telling)) for telling in tellings]
    export = [json.loads(merged.line(incident)) for incident in incidents]
    scorer = scorer_at(folder)
    found = scorer.score({one["report"]["id"]: one for one in told}, scorer.golds, scorer.pluses, export)
    b3 = found["merging, B3 on aligned main incidents"]
    detail = f"P {b3['P']} R {b3['R']}, {b3['n']} incidents"
    return [Measure(key="merging.reports_b3", label="reports: B3 over main incidents", value=b3["F"], detail=detail)]


def gva_measures(folder: Path, limit: int | None) -> list[Measure]:
    """The city of each incident, and how many already-told reports a second are merged."""
    told = documents([folder / "train_docs.jsonl.gz"], limit)
    gold = {str(record["id"]): record for record in records(folder / "train_incidents.jsonl")}
    by_incident: dict[str, list[Document]] = defaultdict(list)
    for document in told:
        by_incident[document.incident].append(document)
    given = {one: _fused(held) for one, held in by_incident.items()}
    started = time.process_time()
    incidents = merge(one for document in told for one in document.members)
    seconds = time.process_time() - started
    found = dict(zip((document.id for document in told), grouped(told, incidents), strict=True))
    as_merged = _most_held(by_incident, found, incidents)
    return [
        _city("merging.gva_city", "gva: city, grouped by gold", gold, given),
        _city("merging.gva_city_merged", "gva: city, as merged", gold, as_merged),
        Measure(key="speed.merged", label="already-told reports merged, a second", value=len(told) / seconds, unit="",
                detail=f"{len(told)} reports, {len(incidents)} incidents, one core"),
    ]  # fmt: skip


def _fused(held: Collection[Document]) -> Incident | None:
    """The incident its documents tell, merged by the gold's word; None where none tells any."""
    about = [document.about for document in held if document.about is not None]
    return fuse(about) if about else None


def _most_held(
    by_incident: Mapping[str, Collection[Document]], found: Mapping[str, str], incidents: Iterable[Incident]
) -> dict[str, Incident | None]:
    """For each incident of the gold, the merged one that holds most of its documents, the smaller id among equals."""
    by_id = {incident.id: incident for incident in incidents}
    return {
        one: by_id.get(
            min(Counter(found[document.id] for document in held).items(), key=lambda row: (-row[1], row[0]))[0]
        )
        for one, held in by_incident.items()
    }


def _city(key: str, label: str, gold: Mapping[str, Record], found: Mapping[str, Incident | None]) -> Measure:
    """The share of incidents whose place is the archive's city, of those of which any document tells an incident."""
    told = {one: incident for one, incident in found.items() if incident is not None and one in gold}
    right = sum(is_in_city(incident.where, gold[one]) for one, incident in told.items())
    silent = sum(incident.where is None for incident in told.values())
    ratio = Ratio(right, len(told))
    return Measure(key=key, label=label, value=ratio.percent, detail=f"{ratio}, {silent} without a place")


def is_in_city(where: Where | None, gold: Record) -> bool:
    """True for a place that bears the city's name or lies within CITY_KM of the archive's point."""
    if where is None:
        return False
    city = folded(str(gold["city_or_county"]).split(" (")[0]).folds
    if set(city) <= set(folded(where.name).folds):
        return True
    lat, lon = gold.get("lat"), gold.get("lon")
    if not isinstance(lat, float) or not isinstance(lon, float) or where.lat is None or where.lon is None:
        return False
    return (where.radius_km or 0.0) <= CITY_KM and _km((lat, lon), (where.lat, where.lon)) <= CITY_KM


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, lon), (lat2, lon2) = [tuple(map(math.radians, point)) for point in (one, other)]
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))
