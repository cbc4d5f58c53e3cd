"""Development corpora from disk: a file of JSON Lines in, typed records out; and where each corpus comes from."""

import datetime as dt
import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.records.reports import Report

Record = Mapping[str, object]

ORIGINS = {
    "reports": "32 news items retold by this project with gold incidents; not public, bring the folder yourself",
    "muc4": "github.com/xinyadu/gtt (data/muc, processed five-role form and the 1992 kit)",
    "polnear": "github.com/networkdynamics/PolNeAR (months 1-10 train, month 11 dev)",
    "geo": "github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation (GeoVirus.xml)",
    "gvc": "github.com/cltl/LongTailQATask and github.com/UKPLab/cdcr-beyond-corpus-tailored (Gun Violence Corpus)",
    "re3d": "github.com/dstl/re3d (documents and entities, all sources)",
    "gva": "github.com/cltl/LongTailQATask (articles and incidents of the gun violence archive)",
}
"""Folder of each corpus below DATA, and its public origin, shown where the folder is missing."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A corpus the benchmark could not find, and where it comes from."""

    name: str
    path: Path
    origin: str


def missing_corpora(data: Path | None) -> list[Missing]:
    """The corpora that have no folder below ``data``; all of them where ``data`` is None."""
    root = data if data is not None else Path("DATA")
    return [
        Missing(name, root / name, origin)
        for name, origin in ORIGINS.items()
        if data is None or not (root / name).is_dir()
    ]


def records(path: Path) -> Iterator[Record]:
    """The objects of a ``.jsonl`` or ``.jsonl.gz`` file, in order; TypeError for a line that is no object."""
    opening = gzip.open if path.suffix == ".gz" else open
    with opening(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            record: object = json.loads(line)
            if not isinstance(record, dict):
                raise TypeError(f"{path}, line {number}: a JSON object is wanted")
            yield record


def words_of(record: Record, key: str) -> str | None:
    """The string under ``key``; None where it is missing or null; TypeError where it is no string."""
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise TypeError(f"{key}: a string is wanted, got {value!r}")


def report_from(record: Record) -> Report:
    """The report a corpus record stands for; ``text`` and ``id`` are needed, the rest may be missing."""
    published = words_of(record, "published")
    return Report(
        id=words_of(record, "id") or "",
        content=words_of(record, "text") or "",
        uri=words_of(record, "url"),
        publisher=words_of(record, "publisher"),
        title=words_of(record, "title"),
        published=dt.date.fromisoformat(published[:10]) if published else None,
    )
