"""The document the product was made from: its folder in, what it fails to tell out, exit status 1 where it fails.

It is read as a user reads it, from the command line: as JSON with its publisher and day, as bare text with neither, and
as bare text with ``--published``. The document's text is not here; ``seed.toml`` holds facts and search words.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import reportedly
from bench.expectations import Expectation, ExpectedIncident, expectation_from
from bench.unmet import Json, unmet

EXPECTED = Path(__file__).with_name("seed.toml")
PUBLISHED = "2023-10-18"
YEARLESS = "XXXX-10-18"
RUN_WORDS = 6
"""So many words in a row are copying; fewer are names and set phrases."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the document: its name, the command's arguments, and what it must tell."""

    name: str
    arguments: tuple[str, ...]
    expected: Expectation


def readings(folder: Path) -> list[Reading]:
    """The three ways; FileNotFoundError where the folder lacks the JSON or the bare text."""
    document, texts = folder / "seed.json", sorted(folder.glob("*.txt"))
    if not document.is_file() or not texts:
        raise FileNotFoundError(f"{folder}: seed.json and one .txt are wanted here")
    told = expectation_from(EXPECTED)
    bare = replace(told, incident=tuple(without_publisher(one) for one in told.incident))
    undated = replace(bare, incident=tuple(without_year(one) for one in bare.incident))
    return [
        Reading("seed.json", (str(document),), told),
        Reading("bare text", (str(texts[0]),), undated),
        Reading("bare text with --published", (str(texts[0]), "--published", PUBLISHED), bare),
    ]


def without_publisher(incident: ExpectedIncident) -> ExpectedIncident:
    """The expectation where nothing names the broadcaster: chains end with the agency."""
    speakers = tuple(replace(one, via=one.via[:-1] if one.via else None) for one in incident.speaker)
    return replace(incident, speaker=speakers)


def without_year(incident: ExpectedIncident) -> ExpectedIncident:
    """The expectation where nothing names the year: no date, the day kept in ``edtf``."""
    if incident.day is None:
        return incident
    return replace(incident, day=None, dateless=True, edtf=YEARLESS)


def read(arguments: Iterable[str]) -> Json:
    """What ``reportedly read … --format jsonl`` prints for one report; CalledProcessError where it fails."""
    call = "from reportedly.desk.cli import main; main()"
    command = [sys.executable, "-c", call, "read", *arguments, "--format", "jsonl"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")  # noqa: S603 - our own command
    telling: dict[str, Any] = json.loads(done.stdout)
    return telling


def breaches(telling: Json) -> Iterator[str]:
    """Where a telling breaks the contract's promises about quotes and claims, whatever it tells."""
    text, ids = telling["report"]["text"], {claim["id"] for claim in telling["claims"]}
    for claim in telling["claims"]:
        start, end = claim["span"]["start"], claim["span"]["end"]
        if text[start:end] != claim["quote"]:
            yield f"quote {claim['quote']!r} is not text[{start}:{end}]"
    yield from (line for incident in telling["incidents"] for line in unfounded(incident, ids, name="incident"))


def unfounded(value: object, ids: set[str], *, name: str) -> Iterator[str]:
    """Every object with a ``claims`` key that lists none, or one that is not there."""
    if isinstance(value, list):
        for one in value:
            yield from unfounded(one, ids, name=name)
    if isinstance(value, dict):
        if "claims" in value and not (value["claims"] and set(value["claims"]) <= ids):
            yield f"{name} rests on no claim: {value}"
        for key, one in value.items():
            yield from unfounded(one, ids, name=key)


def told_by_somebody(telling: Json) -> Iterator[str]:
    """The hospital's toll is somebody's claim: never asserted in the report's own voice."""
    hospital = [one["id"] for one in telling["incidents"] if (one["killed"] or {}).get("low") == 200]
    for claim in telling["claims"]:
        own_word = claim["source"] is None and claim["factuality"] == "asserted"
        if claim["incident_id"] in hospital and claim["field"] == "killed" and own_word:
            yield f"the hospital's toll is told in the report's own voice: {claim['quote']!r}"


def special_forces(telling: Json) -> Iterator[str]:
    """The threat names special forces beside missiles and drones."""
    threats = [one["id"] for one in telling["incidents"] if one["type"] == "threat"]
    quotes = [claim["quote"] for claim in telling["claims"] if claim["incident_id"] in threats]
    if not any("special forces" in quote for quote in quotes):
        yield "no claim of the threat quotes the special forces"


def failures(reading: Reading) -> list[str]:
    """Everything one reading fails to tell or tells wrongly."""
    try:
        telling = read(reading.arguments)
    except subprocess.CalledProcessError as error:
        return [f"the command ended with {error.returncode}: {error.stderr.strip().splitlines()[-3:]}"]
    lines = unmet(telling, reading.expected)
    return [*lines, *breaches(telling), *told_by_somebody(telling), *special_forces(telling)]


def shared_runs(one: str, other: str, *, length: int = RUN_WORDS) -> list[str]:
    """Runs of ``length`` words in a row that two texts share, case and punctuation left out."""
    first, second = (re.findall(r"\w+", text.casefold()) for text in (one, other))
    known = {tuple(first[start : start + length]) for start in range(len(first) - length + 1)}
    runs = (tuple(second[start : start + length]) for start in range(len(second) - length + 1))
    return [" ".join(run) for run in runs if run in known]


def borrowed(folder: Path) -> list[str]:
    """Where our retelling uses the document's own words: it must not."""
    retelling = (resources.files(reportedly) / "samples" / "retelling.json").read_text(encoding="utf-8")
    texts = [json.loads(text)["text"] for text in ((folder / "seed.json").read_text(encoding="utf-8"), retelling)]
    return [f"the retelling shares {RUN_WORDS} words in a row: {run}" for run in shared_runs(*texts)]


def main() -> int:
    """Check the three readings; 0 where all is told."""
    parser = argparse.ArgumentParser(prog="python -m bench.seed", description=__doc__)
    parser.add_argument("--seed", type=Path, required=True, help="folder that holds seed.json and the bare .txt")
    folder: Path = parser.parse_args().seed
    if not folder.is_dir():
        print(f"no folder {folder}: the document is not public; name its folder with make seed SEED=…", file=sys.stderr)
        return 1
    failed = 0
    for reading in readings(folder):
        missed = failures(reading)
        failed += bool(missed)
        print(f"{reading.name}: {'all told' if not missed else f'{len(missed)} not as it must be'}")
        print("".join(f"  - {line}\n" for line in missed), end="")
    own_words = borrowed(folder)
    print("".join(f"{line}\n" for line in own_words), end="")
    return 1 if failed or own_words else 0


if __name__ == "__main__":
    raise SystemExit(main())
