"""The sample reports: enough of them, all readable, all said to be ours."""

import json
from collections import Counter
from importlib import resources
from pathlib import Path

import reportedly
from reportedly.errors import Refusal
from reportedly.reading.limits import Limits
from reportedly.reading.read import read
from reportedly.records.reports import Report

FOLDER = Path(str(resources.files(reportedly) / "samples"))


def reports() -> list[Report]:
    paths = [str(path) for path in sorted(FOLDER.iterdir()) if path.suffix != ".md"]
    found = list(read(paths, published=None, publisher=None, stdin=None, limits=Limits()))
    refused = [str(one) for one in found if isinstance(one, Refusal)]
    assert refused == []
    return [one for one in found if isinstance(one, Report)]


def test_there_are_at_least_fourteen_and_none_is_there_twice() -> None:
    ids = Counter(report.id for report in reports())
    assert len(ids) >= 14
    assert max(ids.values()) == 1


def test_the_readme_tells_of_every_file_and_of_none_that_is_not_there() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    told = {
        line.split("|")[1].strip()
        for line in readme.splitlines()
        if line.startswith("| ") and "." in line.split("|")[1]
    }
    assert told == {path.name for path in FOLDER.iterdir() if path.suffix not in (".md", ".py") and path.is_file()}


def test_every_json_and_page_says_that_its_event_is_invented() -> None:
    for path in FOLDER.iterdir():
        if path.suffix in (".html", ".xml", ".jsonl") or path.name in (
            "pakistan-checkpost.json",
            "red-sea-tanker.json",
        ):
            assert "invented" in path.read_text(encoding="utf-8"), path.name
    assert "own retelling" in json.loads((FOLDER / "retelling.json").read_text(encoding="utf-8"))["note"]


def test_all_formats_are_among_them() -> None:
    suffixes = {path.suffix for path in FOLDER.iterdir()}
    assert {".txt", ".html", ".json", ".jsonl", ".xml"} <= suffixes
