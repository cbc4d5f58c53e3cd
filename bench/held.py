"""The clean check: the reports of ``corpus/held``, scored by the gate's own ``score.py``; a few rows, and no floors.

Its figures may be looked at, its texts and single misses may not be used to change rules
(``corpus/held/README.md``). Texts and gold were written by machine: expect real news to give less.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bench import reports
from bench.measures import Measure

FOLDER = Path(__file__).parents[1] / "corpus" / "held"
SHOWN = ("main_f", "stage", "day", "killed", "perpetrator_named", "speaker_found", "quiet")


def measures(scorer_folder: Path) -> list[Measure]:
    """The rows for ``corpus/held``, ours and the baseline's, by the ``score.py`` in ``scorer_folder``."""
    return shown(reports.measures(scorer_folder, texts=FOLDER))


def shown(rows: Iterable[Measure]) -> list[Measure]:
    """The rows of the gate that are shown for this set, in the order of ``SHOWN``, under keys of their own."""
    found = {row.key.removeprefix("reports."): row for row in rows}
    return [
        replace(
            found[name],
            key=f"held.{name}",
            label=f"{found[name].label} (machine-written, measuring only)",
            floorless=True,
        )
        for name in SHOWN
        if name in found
    ]
