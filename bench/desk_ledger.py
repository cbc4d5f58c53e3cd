"""A size in, a ledger of so many invented incidents out, each whole: what a newsroom's desk holds after some years.

Four days of invented news (``bench/made.py``) are added as any report is; copies of them, under other ids and on
earlier days, go straight into the tables, as in ``bench/ledger_growth.py``, but with every text and record whole, so
that each page of each incident and report can be opened.
"""

import re
import shutil
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from bench.ledger_growth import COPIED, DAYS, add, grow, until_day
from bench.ledger_growth import renamed as hashed
from bench.made import stream

SEED = 11
WHOLE = 1_000_000
"""Letters left of a copied text: all of it."""

KEPT = 12
"""Letters of an id that a copy keeps: no two of four days' ids share them."""

_ID = re.compile(r'"([0-9a-f]{20}|r\d+-\d+)"')
_DAY = re.compile(r'"(\d{4}-\d\d-\d\d)"')

RETOLD = {
    **COPIED,
    "tellings": """report_row + :rows, text_row + :rows, counts, software, publisher, title, date(published, :back),
        retold(head, :mark, :days), retold(record, :mark, :days)""",
    "claims": "report_row + :rows, position, renamed(id, :mark), retold(record, :mark, :days)",
    "reported_incidents": """row + :rows, renamed(id, :mark), report_row + :rows, position, counts,
        retold(record, :mark, :days)""",
    "judgements": "member_row + :rows, other_row + :rows, verdict, score, reasons, method",
    "incidents": """row + :rows, renamed(id, :mark), date(start, :back), date(first_day, :back), date(last_day, :back),
        killed_low, sources, reports, disputed, stale, retold(record, :mark, :days), type, stage,
        rejected""",
}
"""The tables, and how a row of a copy differs from its original."""


def make(ledger: Path, size: int) -> None:
    """Makes a ledger of about so many incidents."""
    recent = ledger.with_suffix(".recent")
    add(recent, list(until_day(stream(seed=SEED), DAYS)))
    shutil.copy(recent, ledger)
    grow(ledger, recent, size, copied=RETOLD, functions=(renamed, retold), cut=WHOLE)
    recent.unlink()


def retold(record: str | None, mark: str, days: int) -> str | None:
    """A stored record with other ids and earlier days, the same ids as every other record of the copy has."""
    if record is None:
        return None
    with_ids = _ID.sub(lambda found: f'"{_renamed(found[1], mark)}"', record)
    return _DAY.sub(lambda found: f'"{_earlier(found[1], days)}"', with_ids)


def renamed(name: str, mark: str) -> str:
    """Another id; those of incidents stand in the same order as before, since judgements hang on it."""
    own = hashed(name, mark)
    return f"{name[:KEPT]}{own[KEPT:]}" if len(name) == len(own) else own


_renamed = lru_cache(maxsize=100_000)(renamed)


@lru_cache(maxsize=1000)
def _earlier(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days)).isoformat()
