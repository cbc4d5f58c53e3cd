"""The tutorial's commands and Python run, and print what the page shows."""

import re
from pathlib import Path

import pytest

from docs.examples import ROOT, refreshed
from docs.generate import RUN

PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "pictures" not in path.parts)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)]*))?\)")


@pytest.mark.parametrize("path", RUN, ids=lambda path: path.name)
def test_every_example_prints_what_the_page_shows(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert refreshed(page) == page, "stale: read the page again, then run `make docs`"


def test_an_output_that_is_out_of_date_is_replaced() -> None:
    page = "```console\n$ echo one\ntwo\n$ true\n```\n\n```pycon\n>>> 1 + 1\n3\n```\n"
    assert refreshed(page) == page.replace("two", "one").replace("3\n", "2\n")


@pytest.mark.parametrize(
    "path", [*PAGES, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))], ids=str
)
def test_every_link_leads_to_a_file_that_is_there(path: Path) -> None:
    targets = [target for target, _ in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in target]
    assert [target for target in targets if not (path.parent / target).exists()] == []
