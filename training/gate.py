"""Messages that hold an incident in, how many the rules' triggers would keep from a model out.

``python -m training.gate DATA`` reads the messages of MUC-4's training split that have a template.
"""

import sys
import time
from math import sqrt
from pathlib import Path

from bench.corpora import records, report_from
from reportedly.cleaning.clean import clean
from reportedly.codebook.book import codebook
from reportedly.gazetteer.load import load
from reportedly.understanding.understand import understand


def interval(hits: int, all_: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, 0 to 1; ValueError where there is nothing to share."""
    if all_ <= 0:
        raise ValueError("an interval needs at least one case")
    z = 1.96
    middle, spread = hits / all_ + z * z / (2 * all_), z * sqrt(hits * (all_ - hits) / all_**3 + (z / (2 * all_)) ** 2)
    return max(0.0, (middle - spread) / (1 + z * z / all_)), min(1.0, (middle + spread) / (1 + z * z / all_))


def main(data: Path) -> None:
    """Count, time and print."""
    book, places = codebook(), load()
    held = [one for one in records(data / "muc4" / "gtt_train.jsonl.gz") if one["templates"]]
    clock = time.process_time()
    missed = [
        str(one["id"])
        for one in held
        if not understand(clean(report_from(one)), codebook=book, gazetteer=places).triggers
    ]
    cost = (time.process_time() - clock) / len(held)
    low, high = interval(len(missed), len(held))
    print(f"missed {len(missed)} of {len(held)}: {100 * low:.1f} to {100 * high:.1f} % (95 %)")  # noqa: T201
    print(f"all rules: {1e6 * cost:,.0f} µs a message; missed: {', '.join(missed)}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
