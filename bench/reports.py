"""The gate: news items retold with gold incidents, scored by the corpus's own ``score.py``, which is never copied."""

import importlib.util
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import Record, records, report_from, words_of
from bench.measures import Measure
from reportedly.exporting.contract import as_json
from reportedly.pipeline.tell import tell_report

Scores = Mapping[str, Any]
"""What ``score.py`` returns: its own words, its own shapes; taken apart in ``measures_from`` and nowhere else."""

FIELDS = {
    "stage": "stage",
    "stage, when not accomplished": "stage_not_accomplished",
    "type exact": "type",
    "day exact": "day",
    "no day invented": "no_day_invented",
    "place within 25 km": "place_25km",
    "weapon": "weapon",
    "target or victim": "target_or_victim",
    "killed range": "killed",
    "killed silent": "killed_silent",
    "injured range": "injured",
    "injured silent": "injured_silent",
    "perpetrator named": "perpetrator_named",
    "perpetrator basis": "perpetrator_basis",
    "no perpetrator invented": "no_perpetrator_invented",
    "responsibility, exact set": "responsibility",
    "responsibility: withheld seen": "withheld",
    "prevented by": "prevented_by",
    "condition": "condition",
    "speaker found": "speaker_found",
    "speaker: anonymity right": "speaker_anonymity",
    "speaker: kind right": "speaker_kind",
    "speaker: chain of outlets": "speaker_chain",
}
"""score.py's field names, and the keys their floors are kept under."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """A corpus's ``score.py``, loaded by its path, with the gold beside it."""

    score: Callable[..., Scores]
    golds: Mapping[str, object]
    pluses: Mapping[str, object]


def scorer_at(folder: Path, *, texts: Path | None = None) -> Scorer:
    """The scorer in ``folder`` with the gold of ``texts`` (None: its own); FileNotFoundError without ``score.py``."""
    path = folder / "score.py"
    spec = importlib.util.spec_from_file_location("reports_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(f"{path}: the corpus's own scorer is wanted here")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold_folder = folder if texts is None else texts
    return Scorer(module.score, module.load(gold_folder / "gold"), module.load(gold_folder / "plus"))


def told(documents: Iterable[Record]) -> dict[str, Mapping[str, object]]:
    """What the product tells of each document, as JSON and back, by report id."""
    lines = (json.dumps(as_json(tell_report(report_from(document)))) for document in documents)
    tellings: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return {telling["report"]["id"]: telling for telling in tellings}


def naive(document: Record) -> Mapping[str, object]:
    """The baseline's telling: the title is one incident of no known type, on the publication day, accomplished."""
    title, text = words_of(document, "title") or "", words_of(document, "text") or ""
    day = words_of(document, "published")
    incident = {
        "id": "naive",
        "type": "other_violence",
        "stage": "accomplished",
        "main": True,
        "summary": title,
        "when": {"start": day, "end": day, "precision": "day"},
        "claims": [],
    }
    return {"report": {"id": document["id"], "text": f"{title}\n\n{text}"}, "incidents": [incident], "claims": []}


def measures(folder: Path, *, texts: Path | None = None, keep: Path | None = None) -> list[Measure]:
    """The gate's rows, ours and the baseline's, by the scorer in ``folder``.

    ``texts`` is a folder of the same shape whose reports are read in place of the gate's own; ``keep`` names a file
    the tellings are written to for reading.
    """
    documents = list(records((texts or folder) / "docs.jsonl"))
    scorer = scorer_at(folder, texts=texts)
    ours = told(documents)
    if keep is not None:
        keep.write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in ours.values()), encoding="utf-8"
        )
    base = {str(document["id"]): naive(document) for document in documents}
    return measures_from(
        scorer.score(ours, scorer.golds, scorer.pluses), scorer.score(base, scorer.golds, scorer.pluses)
    )


def measures_from(ours: Scores, base: Scores) -> list[Measure]:
    """The rows for what score.py returned for the product and for the baseline."""
    mine, theirs = ours["main incidents"], base["main incidents"]
    rows = [
        Measure(key="reports.main_f", label="main incidents F", value=mine["F"], baseline=theirs["F"],
                detail=f"P {mine['P']} R {mine['R']} (tp {mine['tp']} fp {mine['fp']} fn {mine['fn']})"),
        Measure(key="reports.all_recall", label="all incidents, recall", value=ours["all incidents, recall"],
                baseline=base["all incidents, recall"]),
        ratio_row("reports.quiet", "quiet where no main incident", ours["quiet on reports without a main incident"],
                  base["quiet on reports without a main incident"]),
        Measure(key="reports.wrong_quotes", label="wrong quotes", value=float(ours["wrong quotes"].split("/")[0]),
                unit="", lower_is_better=True, detail=ours["wrong quotes"]),
    ]  # fmt: skip
    for name, key in FIELDS.items():
        if name in ours["fields"] or name in base["fields"]:
            fraction = bracketed(ours["fields"].get(name))
            rows.append(ratio_row(f"reports.{key}", name, fraction, bracketed(base["fields"].get(name))))
    for name, said in ours["report claims, found/gold, unasked"].items():
        found, unasked = said.split(", ")
        row = ratio_row(f"reports.claim_{name}", f"claim: {name}", found, None)
        rows.append(Measure(key=row.key, label=row.label, value=row.value, detail=f"{found}, {unasked} unasked"))
    return rows


def bracketed(figure: str | None) -> str | None:
    """The fraction in "86 (31/36)"; None where there is no figure."""
    return figure[figure.index("(") + 1 : -1] if figure else None


def ratio_row(key: str, label: str, fraction: str | None, base: str | None) -> Measure:
    """A row for "31/36"; no figure where the fraction is missing or of nothing."""
    return Measure(key=key, label=label, value=share(fraction), baseline=share(base), detail=fraction or "")


def share(fraction: str | None) -> float | None:
    """The fraction "31/36" as 86.1; None for None and for a fraction of nought."""
    if fraction is None:
        return None
    right, total = fraction.split("/")
    return round(100 * int(right) / int(total), 1) if int(total) else None
