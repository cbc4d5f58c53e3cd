"""The case folders: each story told, and what it must tell; ``python -m bench.cases [WORD]`` lists what is not met."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import reportedly
from bench.expectations import Expectation, expectation_from
from bench.measures import Measure
from bench.unmet import Json, unmet
from reportedly.errors import Refusal
from reportedly.exporting.contract import as_json
from reportedly.pipeline.run import read_and_tell
from reportedly.records.incidents import Telling

CASES = Path(__file__).parents[1] / "tests" / "cases"
SAMPLES = Path(str(resources.files(reportedly) / "samples"))


def case_folders(root: Path = CASES) -> list[Path]:
    """Every folder that holds an expectation, sorted."""
    return sorted(path.parent for path in root.glob("*/expected.toml"))


def plain(telling: Telling) -> Json:
    """A telling as the contract's JSON and back, as a program outside would see it."""
    told: Json = json.loads(json.dumps(as_json(telling)))
    return told


@cache
def sample(name: str) -> dict[str, Json]:
    """What each report of a sample file tells, by report id; Refusal where one cannot be read."""
    told: dict[str, Json] = {}
    for one in read_and_tell([str(SAMPLES / name)]):
        if isinstance(one, Refusal):
            raise one
        told[one.report.report_id] = plain(one)
    return told


def telling_of(folder: Path, expected: Expectation) -> Json:
    """What a case's report tells: its own ``report.txt``, or the sample it names."""
    if expected.sample is None:
        text = (folder / "report.txt").read_text(encoding="utf-8")
        return plain(reportedly.tell(text=text, **expected.report))
    told = sample(expected.sample)
    if expected.title:
        return next(one for one in told.values() if expected.title in (one["report"]["title"] or ""))
    return told[expected.id] if expected.id else next(iter(told.values()))


def missed(folder: Path) -> list[str]:
    """What one case's report fails to tell, the phenomenon first; empty where all is met."""
    expected = expectation_from(folder / "expected.toml")
    lines = unmet(telling_of(folder, expected), expected)
    return [expected.about, *lines] if lines else []


def all_missed(word: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every case whose name holds ``word``, and what it misses."""
    for folder in case_folders():
        if word in folder.name:
            yield folder.name, missed(folder)


def measures() -> list[Measure]:
    """One row: the share of stories told as expected."""
    met = [not lines for _, lines in all_missed()]
    value = 100 * sum(met) / len(met) if met else None
    return [Measure(key="cases.met", label="stories told as expected", value=value, detail=f"{sum(met)}/{len(met)}")]


def main() -> int:
    """List what is not met; 0 where all is."""
    results = list(all_missed(sys.argv[1] if len(sys.argv) > 1 else ""))
    failed = [(name, lines) for name, lines in results if lines]
    for name, (about, *lines) in failed:
        print(f"{name} ({about})")
        print("".join(f"  - {line}\n" for line in lines), end="")
    print(f"{len(results) - len(failed)}/{len(results)} stories are told as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
