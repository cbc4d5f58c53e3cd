"""The layers' own scorers as rows of the one table: attribution, places, times, figures, each on its public corpus."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from pathlib import Path

from bench import polnear, times, tolls, toponyms
from bench.corpora import Record, records, report_from
from bench.measures import Measure
from reportedly.pipeline.tell import tell_report

POLNEAR_ROWS = ("source", "cue", "content", "pair")


def polnear_measures(folder: Path, *, limit: int | None = None) -> list[Measure]:
    """Source, cue and content found where half of their words are covered, on PolNeAR's development month."""
    tallies, _ = polnear.score(polnear.load(folder / "dev.jsonl")[:limit])
    rows = []
    for name in POLNEAR_ROWS:
        precision, recall, f_one = tallies[name].scores()
        detail = f"P {precision:.1f} R {recall:.1f}"
        rows.append(Measure(key=f"polnear.{name}_f", label=f"{name} overlap F1", value=f_one, detail=detail))
    return rows


def toponym_measures(folder: Path, *, limit: int | None = None) -> list[Measure]:
    """Place names found and put within 161 km, on GeoVirus."""
    tally = toponyms.Tally()
    for record in list(records(folder / "geovirus.jsonl"))[:limit]:
        told = tell_report(report_from(record)).places
        predicted = [
            toponyms.Toponym(place.span.start, place.span.end, place.where.lat, place.where.lon) for place in told
        ]
        tally = tally.plus(toponyms.compare(gold_toponyms(record), predicted))
    found = toponyms.f1(tally.exact, gold=tally.gold, predicted=tally.predicted)
    near = toponyms.percent(tally.near, tally.matched_with_point)
    return [
        Measure(key="geovirus.f1", label="place names, exact F1", value=found, detail=f"{tally.exact}/{tally.gold}"),
        Measure(
            key="geovirus.near",
            label="of those found, within 161 km",
            value=near,
            detail=f"{tally.near}/{tally.matched_with_point}",
        ),
    ]


def time_measures() -> list[Measure]:
    """Own time phrases read to the right interval, beside whichever general libraries are installed."""
    phrases = times.rows()
    naive = sum(times.verdict_theirs(row, midday(row.base)) == "right" for row in phrases)
    ours = _phrase_row("times.phrases", "own phrases: interval right", [times.verdict_ours(row) for row in phrases])
    slowest = max(times.slowest_ms(times.verdict_ours, row) for row in phrases)
    return [
        replace(ours, baseline=100 * naive / len(phrases)),
        Measure(key="times.slowest_ms", label="slowest phrase", value=slowest, unit="ms", lower_is_better=True),
        *[
            replace(_phrase_row(f"times.{name}", f"the same, {name}", verdicts), rival=True)
            for name, read in times.installed_rivals().items()
            if (verdicts := [times.verdict_theirs(row, read(row)) for row in phrases])
        ],
    ]


def _phrase_row(key: str, label: str, verdicts: list[str]) -> Measure:
    counts = Counter(verdicts)
    detail = f"{counts['right']}/{len(verdicts)}, {counts['wrong']} wrong, {counts['silent']} silent"
    return Measure(key=key, label=label, value=100 * counts["right"] / len(verdicts), detail=detail)


def midday(day: dt.date | None) -> dt.datetime | None:
    """Noon of a day, local time; None for None."""
    return dt.datetime.combine(day, dt.time(12)) if day is not None else None


def gold_toponyms(record: Record) -> list[toponyms.Toponym]:
    """A record's gold place names; TypeError where it holds no list of them."""
    raw = record["toponyms"]
    if not isinstance(raw, list):
        raise TypeError(f"{record['id']}: toponyms: a list is wanted")
    return [toponyms.Toponym(one["start"], one["end"], one["lat"], one["lon"]) for one in raw]


def toll_measures(data: Path, *, limit: int | None = None) -> list[Measure]:
    """Tolls right (both ends of the range): our own phrases, and the gun violence archive below ``data``."""
    lines = [*tolls.phrases(data, 0), *tolls.gva(data, limit or GVA_LIMIT)]
    return [row for line in lines if (row := line_row(line))]


GVA_LIMIT = 400
"""Articles of the archive a run reads: all 2,003 take about as long as everything else together."""


def line_row(line: tolls.Line) -> Measure | None:
    """One line of the tolls' table as a row; None where it holds no case."""
    total = line.right + line.wrong + line.silent
    if not total:
        return None
    key = "_".join(line.name.lower().replace(",", "").split())
    detail = f"{line.right}/{total}, {line.silent} silent"
    return Measure(key=f"tolls.{key}", label=line.name, value=100 * line.right / total, detail=detail)
