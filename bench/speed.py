"""How fast and how large: sample reports cut to 350 words in; reports a second, start-up and peak memory out.

Everything runs in processes of its own, one thread each, so that nothing measured before weighs on what comes after.
``python -m bench.speed`` prints where the time of a report goes, step by step.
"""

import json
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import resources
from itertools import cycle, islice
from pathlib import Path
from types import ModuleType
from typing import ParamSpec, TypeVar
from unittest.mock import patch

import reportedly
import reportedly.pipeline.tell as telling
import reportedly.understanding.understand as understanding
from bench.measures import Measure
from reportedly.cleaning.clean import clean
from reportedly.exporting.contract import line
from reportedly.pipeline.tell import tell_report
from reportedly.reading.read import read
from reportedly.records.reports import CleanText, Report

WORDS = 350
REPORTS = 200
RUNS = 5
"""Start-up is the best of so many runs: what other work on the machine adds is not ours."""
PASSES = 3
"""The reports are told so many times over, and the best pass counts, for the same reason."""

KB_A_MB = 1024
HELP = "from reportedly.desk.cli import main; main()"


def reports_of(count: int) -> list[Report]:
    """``count`` reports of WORDS words, made of the sample reports' paragraphs, no two alike."""
    folder = Path(str(resources.files(reportedly) / "samples"))
    paths = [str(path) for path in sorted(folder.iterdir()) if path.suffix != ".md"]
    texts = [clean(one) for one in read(paths) if isinstance(one, Report)]
    paragraphs = [part for text in texts for part in text.text.split("\n\n")]
    return [made(number, texts[number % len(texts)], paragraphs) for number in range(count)]


def made(number: int, first: CleanText, paragraphs: list[str]) -> Report:
    """A report that opens with one sample and goes on with others' paragraphs until it has WORDS words."""
    parts, size = [], 0
    for part in islice(cycle([first.text, *paragraphs[number:], *paragraphs[:number]]), len(paragraphs)):
        left = WORDS - size
        kept = cut(part, left)
        parts.append(kept)
        size += len(kept.split())
        if size >= WORDS:
            break
    return Report(id=f"speed-{number}", content="\n\n".join(parts), published=first.published, publisher="Speed Wire")


def cut(text: str, words: int) -> str:
    """The first ``words`` words of a text, its white space kept."""
    ends = [match.end() for match in islice(re.finditer(r"\S+", text), words)]
    return text[: ends[-1]] if ends else ""


def throughput() -> tuple[float, float]:
    """Reports a second on one core, from text to JSON line, and this process's peak memory in MB.

    The first report is left out: it loads the tables.
    """
    reports = reports_of(REPORTS + 1)
    tell_report(reports[0])
    spent = min(pass_over(reports[1:]) for _ in range(PASSES))
    return REPORTS / spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB_A_MB


def pass_over(reports: Sequence[Report]) -> float:
    """Seconds of processor time to tell each report and write its line."""
    begun = time.process_time()
    for report in reports:
        line(tell_report(report))
    return time.process_time() - begun


P = ParamSpec("P")
R = TypeVar("R")


def timed(step: Callable[P, R], name: str, spent: dict[str, float]) -> Callable[P, R]:
    """The step, its seconds added to ``spent`` under its name."""

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        begun = time.perf_counter()
        result = step(*args, **kwargs)
        spent[name] += time.perf_counter() - begun
        return result

    return run


def steps() -> list[tuple[ModuleType, str]]:
    """Where the pipeline calls its steps: the rooms, and every layer of understanding."""
    layers = [name for name in vars(understanding) if name.startswith("find_")]
    return [(telling, "clean"), *((understanding, name) for name in layers), (telling, "code")]


def spent_by_step(reports: Sequence[Report]) -> dict[str, float]:
    """Milliseconds a report that each step takes, the best of PASSES, the largest first."""
    passes: list[dict[str, float]] = []
    for _ in range(PASSES):
        spent: dict[str, float] = defaultdict(float)
        with ExitStack() as stack:
            for module, name in steps():
                stack.enter_context(patch.object(module, name, timed(getattr(module, name), name, spent)))
            write = timed(line, "line", spent)
            for report in reports:
                write(tell_report(report))
        passes.append(spent)
    best = {name: min(spent[name] for spent in passes) * 1000 / len(reports) for name in passes[0]}
    return dict(sorted(best.items(), key=lambda item: -item[1]))


def started(code: str, *arguments: str) -> float:
    """Seconds from starting Python to its end, the best of RUNS."""
    command = [sys.executable, "-c", code, *arguments]
    best = float("inf")
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
        best = min(best, time.perf_counter() - begun)
    return best


def measures() -> list[Measure]:
    """The rows, each from a process of its own."""
    code = "import json; from bench.speed import throughput; print(json.dumps(throughput()))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")  # noqa: S603
    rate, memory = json.loads(done.stdout)
    bare = started("pass")
    detail = f"Python alone {bare:.2f} s"
    return [
        Measure(
            key="speed.reports", label=f"reports of {WORDS} words a second", value=rate, unit="/s", detail="one core"
        ),
        row("speed.memory_mb", "peak memory", memory, unit="MB", detail=f"{REPORTS} reports in one process"),
        row("speed.help_s", "reportedly --help", started(HELP, "--help"), unit="s", detail=detail),
        row("speed.import_s", "import reportedly", started("import reportedly"), unit="s", detail=detail),
    ]


def row(key: str, label: str, value: float, *, unit: str, detail: str) -> Measure:
    """A row whose figure is better the lower it is."""
    return Measure(key=key, label=label, value=value, unit=unit, lower_is_better=True, detail=detail)


if __name__ == "__main__":
    told = reports_of(REPORTS + 1)
    tell_report(told[0])
    for step, milliseconds in spent_by_step(told[1:]).items():
        print(f"{milliseconds:8.2f} ms  {step}")
