"""Every command and every piece of Python in the README and in CONTRIBUTING is one that works."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from docs.examples import ROOT, printed

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SENTENCE = "Two drones were shot down near the base on Wednesday, two officials said."
ENTRY = f"<item><title>T</title><link>https://news.example/1</link><description>{SENTENCE}</description></item>"
FEED = f'<rss version="2.0"><channel><title>News</title>{ENTRY}</channel></rss>'


def blocks(kind: str) -> list[str]:
    return [body for found, body in BLOCK.findall(README) if found == kind]


def commands() -> list[str]:
    lines = (line.split("  #")[0].strip() for body in blocks("sh") for line in body.splitlines())
    return [line for line in lines if line and not line.startswith(("make ", "pip "))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files that the README's commands name."""
    (tmp_path / "report.html").write_text(f"<html><body><p>{SENTENCE}</p></body></html>")
    (tmp_path / "feed.xml").write_text(FEED)
    (tmp_path / "item.txt").write_text(SENTENCE)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text(SENTENCE.replace("Two drones", "Four drones"))
    (tmp_path / "archive.jsonl").write_text(f'{{"text": "{SENTENCE.replace("Two drones", "Six drones")}"}}\n')
    printed("gzip archive.jsonl", tmp_path)
    printed("reportedly add item.txt --ledger news.sqlite", tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", commands())
def test_the_command_ends_with_status_0(command: str, folder: Path) -> None:
    assert printed(f"set -o pipefail; {command}; echo status $?", folder).endswith("status 0")


def test_the_readme_shows_commands() -> None:
    assert len(commands()) >= 4


@pytest.mark.parametrize("body", blocks("python"))
def test_the_python_runs_and_prints(body: str) -> None:
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(body, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert told.getvalue().strip()


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "docs/tutorial.md", "docs/how-to/run-the-benchmark.md"]
)
def test_every_target_of_make_that_is_named_is_there(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    shown = re.findall(r"(?:^ {4}|^|`)make ([a-z ]+)", page, re.MULTILINE)
    targets = {target for row in shown for target in row.split()}
    assert targets
    assert sorted(target for target in targets if f"\n{target}: " not in MAKEFILE) == []
