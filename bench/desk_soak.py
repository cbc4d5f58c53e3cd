"""Nothing in, a table out: how soon the desk answers over a hundred thousand incidents, alone and under load.

``python -m bench.desk_soak [--incidents 100000] [--ledger FILE]`` (part of ``make soak``). The ledger is made by
``bench/desk_ledger.py``, or is FILE where one is given. ``reportedly serve`` opens it as a process of its own;
questions are drawn from what the ledger holds, and asked over loopback one after another, then by several at a time.
"""

import argparse
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, islice, pairwise
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx

from bench.desk_ledger import make
from reportedly.desk.web.asked import Conditions
from reportedly.errors import UsageError
from reportedly.ledger.browsing import facet_counts, newest_reports
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import incident_ids, totals

INCIDENTS = 100_000
ASKED = 60
"""Questions of each kind."""
ASKERS, LOAD_S = 4, 20.0
"""Who ask at a time, and for how long: a newsroom's morning over two cores."""
MOST_MS: Mapping[str, float] = {"first page": 1000, "filters": 300, "map": 500}
"""What 95 of a hundred must be answered in; of the first page, the first of all answers."""
FACETS = ("type", "stage", "country", "actor", "target_kind", "responsibility")
OTHERS = ("/timeline", "/reports", "/actors", "/places", "/search?q=Oldtown", "/review", "/log")


@dataclass(frozen=True, slots=True)
class Facts:
    """What questions are drawn from."""

    incidents: Sequence[str]
    reports: Sequence[str]
    facets: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Times:
    """How long each answer of a kind took, in milliseconds, in order of asking: by the clock, and of a core's work."""

    kind: str
    spent_ms: Sequence[float]
    work_ms: Sequence[float]

    @property
    def is_too_slow(self) -> bool:
        """Whether it takes longer than it may."""
        return share(self.spent_ms, 0.95) > MOST_MS.get(self.kind, math.inf)


def share(spent_ms: Sequence[float], part: float) -> float:
    """So many milliseconds are enough for this part of the answers."""
    return sorted(spent_ms)[math.ceil(part * len(spent_ms)) - 1]


def main() -> int:
    """Prints the table; 1 where something is slower than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=INCIDENTS)
    parser.add_argument("--ledger", type=Path, help="a ledger that is there, instead of one that is made")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = wanted.ledger or Path(folder) / "desk.sqlite"
        if wanted.ledger is None:
            make(ledger, wanted.incidents)
        return _measure(ledger, random.Random(wanted.seed))  # noqa: S311 - drawn, not secret


def _measure(ledger: Path, draw: random.Random) -> int:
    facts, size = _facts(ledger, draw)
    print(size, flush=True)
    slow = []
    with _desk(ledger) as (home, process), httpx.Client(base_url=home, timeout=60) as client:
        for times in _alone(Asker(client, process), facts, draw):
            slow += [times.kind] if times.is_too_slow else []
            most = f", at most {MOST_MS[times.kind]:.0f}" if times.kind in MOST_MS else ""
            print(
                f"{times.kind:<18} {len(times.spent_ms):>3} answers  {_shares(times.spent_ms)}  "
                f"work of a core {_shares(times.work_ms)}{most}",
                flush=True,
            )
        print(_load(home, process, facts, draw))
    print(f"too slow: {', '.join(slow)}" if slow else "nothing is slower than it may be")
    return 1 if slow else 0


def _facts(ledger: Path, draw: random.Random) -> tuple[Facts, str]:
    with reading_ledger(str(ledger)) as engine, engine.reading() as transaction:
        reports, incidents = totals(transaction)
        ids = draw.sample(sorted(incident_ids(transaction)), min(ASKED, incidents))
        listed = newest_reports(transaction, limit=10 * ASKED)
        counted = {facet: [value for value, _ in facet_counts(transaction, facet)] for facet in FACETS}
    facets = {facet: values for facet in FACETS if (values := [one for one in counted[facet] if _is_asked(facet, one)])}
    found = Facts(incidents=ids, reports=[one.head.report_id for one in listed[::10]], facets=facets)
    return found, f"{incidents:,} incidents, {reports:,} reports, {ledger.stat().st_size / 1e6:,.0f} MB"


def _is_asked(facet: str, value: str) -> bool:
    """Whether the desk takes the word: some countries and kinds of target of the invented news are not real ones."""
    try:
        Conditions.model_validate({facet: [value]}).filter()
    except UsageError:
        return False
    return True


def _shares(spent_ms: Sequence[float]) -> str:
    return f"p50 {share(spent_ms, 0.5):4.0f} ms, p95 {share(spent_ms, 0.95):4.0f} ms"


@contextmanager
def _desk(ledger: Path) -> Iterator[tuple[str, int]]:
    """The address of a desk over the ledger and its process, open for as long as the context lasts."""
    call = [sys.executable, "-c", "from reportedly.desk.cli import main; main()", "serve", "--port", "0"]
    with subprocess.Popen([*call, "--ledger", str(ledger)], stdout=subprocess.PIPE, text=True) as serving:  # noqa: S603
        try:
            said = "" if serving.stdout is None else serving.stdout.readline()
            yield next(word for word in said.split() if word.startswith("http://")), serving.pid
        finally:
            serving.terminate()


@dataclass(frozen=True, slots=True)
class Asker:
    """A client of a desk, and the desk's process."""

    client: httpx.Client
    process: int

    def timed(self, kind: str, paths: Sequence[str]) -> Times:
        """Asks for one path after the other."""
        spent, work = [], [_work_ms(self.process)]
        for path in paths:
            spent.append(_ask(self.client, path))
            work.append(_work_ms(self.process))
        return Times(kind, spent, [after - before for before, after in pairwise(work)])


def _work_ms(process: int) -> float:
    """How long a process has kept a core at work so far (Linux), whoever else had the others."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _alone(asker: Asker, facts: Facts, draw: random.Random) -> Iterator[Times]:
    """One question after another, the first page before all."""
    yield asker.timed("first page", ["/incidents"])
    yield asker.timed("first page again", ["/incidents"] * 20)
    for kind, of in KINDS.items():
        yield asker.timed(kind, list(islice(of(facts, draw), ASKED)))
    for path in OTHERS:
        yield asker.timed(path, [path] * 5)


def _ask(client: httpx.Client, path: str) -> float:
    began = time.perf_counter()
    client.get(path).raise_for_status()
    return (time.perf_counter() - began) * 1000


def _load(home: str, process: int, facts: Facts, draw: random.Random) -> str:
    """What several who ask at once, each as soon as answered, are answered in a second."""
    streams = [of(facts, random.Random(draw.random())) for _ in range(ASKERS) for of in KINDS.values()]  # noqa: S311
    each = [streams[number::ASKERS] for number in range(ASKERS)]
    before, end = _work_ms(process), time.perf_counter() + LOAD_S
    with ThreadPoolExecutor(ASKERS) as pool:
        spent = [one for many in pool.map(lambda own: _until(home, own, end), each) for one in many]
    work = (_work_ms(process) - before) / len(spent)
    return (
        f"{ASKERS} at a time for {LOAD_S:.0f} s: {len(spent) / LOAD_S:.1f} requests/s, "
        f"{_shares(spent)}  work of a core {work:.0f} ms a request"
    )


def _until(home: str, streams: Sequence[Iterator[str]], end: float) -> list[float]:
    spent: list[float] = []
    with httpx.Client(base_url=home, timeout=60) as client:
        for number in count():
            if time.perf_counter() >= end:
                return spent
            spent.append(_ask(client, next(streams[number % len(streams)])))
    return spent


def _conditions(facts: Facts, draw: random.Random) -> Iterator[list[tuple[str, str]]]:
    """One or two conditions of the many there are."""
    while True:
        month = f"{draw.randrange(2013, 2015)}-{draw.randrange(1, 13):02}"
        near = f"{draw.uniform(-60, 60):.2f},{draw.uniform(-170, 140):.2f}"
        every = [
            *([(facet, draw.choice(values))] for facet, values in facts.facets.items()),
            [("since", month)],
            [("until", month)],
            [("since", month), ("until", month)],
            [("near", near), ("radius", str(draw.choice((25, 200, 1000))))],
            [("min_killed", str(draw.randrange(1, 40)))],
            [("min_sources", str(draw.randrange(2, 5)))],
            [("disputed", draw.choice(("true", "false")))],
            [("text", draw.choice(("market", "Oldtown", f"word{draw.randrange(20_000)}", "drone struck depot")))],
        ]
        yield [pair for pairs in draw.sample(every, draw.choice((1, 1, 2))) for pair in pairs]


def _filters(facts: Facts, draw: random.Random) -> Iterator[str]:
    for pairs in _conditions(facts, draw):
        yield f"/incidents?{urlencode([*pairs, ('sort', draw.choice(('when', '-when', 'killed', 'sources')))])}"


def _api(facts: Facts, draw: random.Random) -> Iterator[str]:
    for pairs in _conditions(facts, draw):
        yield f"/api/v1/incidents?{urlencode([*pairs, ('limit', '20')])}"


def _maps(facts: Facts, draw: random.Random) -> Iterator[str]:
    yield "/map"
    for pairs in _conditions(facts, draw):
        yield f"/map?{urlencode(pairs)}"


def _incidents(facts: Facts, draw: random.Random) -> Iterator[str]:
    while True:
        yield f"/incidents/{draw.choice(facts.incidents)}"


def _reports(facts: Facts, draw: random.Random) -> Iterator[str]:
    while True:
        yield f"/reports/{quote(draw.choice(facts.reports), safe='')}"


KINDS: Mapping[str, Callable[[Facts, random.Random], Iterator[str]]] = {
    "filters": _filters,
    "filters over HTTP": _api,
    "map": _maps,
    "an incident": _incidents,
    "a report": _reports,
}


if __name__ == "__main__":
    sys.exit(main())
