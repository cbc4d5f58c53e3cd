"""Messages that hold an incident in, how many the gate keeps from the learned tagger out, and what asking it costs.

``python -m training.gate DATA`` reads the messages of MUC-4's training split that have a template.
"""

import sys
import time
from math import sqrt
from pathlib import Path

from bench.corpora import records, report_from
from reportedly.cleaning.clean import clean
from reportedly.understanding.triggers import may_tell


def interval(hits: int, all_: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, 0 to 1; ValueError where there is nothing to share."""
    if all_ <= 0:
        raise ValueError("an interval needs at least one case")
    z = 1.96
    middle, spread = hits / all_ + z * z / (2 * all_), z * sqrt(hits * (all_ - hits) / all_**3 + (z / (2 * all_)) ** 2)
    return max(0.0, (middle - spread) / (1 + z * z / all_)), min(1.0, (middle + spread) / (1 + z * z / all_))


def main(data: Path) -> None:
    """Count, time and print."""
    held = [one for one in records(data / "muc4" / "gtt_train.jsonl.gz") if one["templates"]]
    texts = [clean(report_from(one)) for one in held]
    clock = time.process_time()
    missed = [str(one["id"]) for one, text in zip(held, texts, strict=True) if not may_tell(text)]
    cost = (time.process_time() - clock) / len(held)
    low, high = interval(len(missed), len(held))
    print(f"missed {len(missed)} of {len(held)}: {100 * low:.1f} to {100 * high:.1f} % (95 %)")  # noqa: T201
    print(f"{1e6 * cost:,.0f} µs a message; missed: {', '.join(missed) or 'none'}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
