"""One story told by thirty reports: what each tells alone, and what a ledger of them holds, in any order of adding."""

import json
import random
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bench.campaign import (
    alone_missed,
    head,
    merged_missed,
    moment_missed,
    outcome,
    published_by,
    report_files,
    speakers,
)
from bench.outcome import Copies, Moment
from reportedly.desk import cli

OUTCOME = outcome()
FILES = report_files()
REPORTS = [str(head(file)["id"]) for file in FILES]
ORDERS = 10
BATCH = 7
"""Reports in one call of ``add``; thirty are added in five calls, the last of two."""


@cache
def alone() -> dict[str, list[str]]:
    """What each report tells otherwise than expected, read alone."""
    return dict(alone_missed(OUTCOME, FILES))


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_of_the_campaign_is_told_as_expected(report: str) -> None:
    assert not alone()[report], "\n".join(alone()[report])


def test_every_telling_and_claim_names_a_report_that_is_there() -> None:
    named = {row.report for one in OUTCOME.incident for row in (*one.told, *one.toll)}
    named |= {row.report for row in (*OUTCOME.verdict, *OUTCOME.claim)}
    named |= {name for row in OUTCOME.copies for name in (row.of, *row.reports)}
    assert named == set(REPORTS)


def test_links_moments_and_verdicts_name_incidents_that_are_there() -> None:
    named = {key for link in OUTCOME.link for key in (link.threat, link.attack)}
    named |= {key for row in (*OUTCOME.apart, *OUTCOME.verdict) for key in getattr(row, "keys", ()) or row.by}
    named |= {one.key for moment in OUTCOME.moment for one in moment.incident}
    assert named <= {one.key for one in OUTCOME.incident}


def run(*arguments: str) -> None:
    """One call of the command line that must do all it was asked."""
    result = CliRunner().invoke(cli.app, list(arguments))
    assert result.exit_code == 0, result.output


def exported(files: Sequence[Path], folder: Path) -> list[dict[str, Any]]:
    """What a fresh ledger of these reports exports, added in the order given, a few at a time."""
    ledger, out = str(folder / "ledger.db"), folder / "out.jsonl"
    for start in range(0, len(files), BATCH):
        run("add", *(str(file) for file in files[start : start + BATCH]), "--ledger", ledger)
    run("export", "--ledger", ledger, "--format", "jsonl", "--out", str(out))
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def shuffled(seed: int) -> list[Path]:
    """The reports in one of many orders."""
    files = list(FILES)
    random.Random(seed).shuffle(files)  # noqa: S311 - an order, no secret
    return files


def ids(files: Iterable[Path]) -> frozenset[str]:
    """The ids of the reports in these files."""
    return frozenset(str(head(file)["id"]) for file in files)


@pytest.mark.parametrize("seed", range(ORDERS))
def test_the_campaign_comes_out_as_expected_in_any_order(seed: int, tmp_path: Path) -> None:
    lines = merged_missed(exported(shuffled(seed), tmp_path), OUTCOME)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("moment", OUTCOME.moment, ids=lambda moment: moment.at)
def test_what_was_known_at_a_moment_is_what_had_been_published(moment: Moment, tmp_path: Path) -> None:
    files = published_by(FILES, moment.at)
    lines = moment_missed(exported(files, tmp_path), OUTCOME, moment, ids(files))
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("copies", OUTCOME.copies, ids=lambda copies: copies.of)
def test_copies_of_one_agency_add_no_source(copies: Copies, tmp_path: Path) -> None:
    others = [file for file in FILES if head(file)["id"] not in copies.reports]
    counts = []
    for name, files in (("with", FILES), ("without", others)):
        folder = tmp_path / name
        folder.mkdir()
        counts.append(speakers(exported(files, folder), OUTCOME, copies.incident))
    assert counts[0] is not None
    assert counts[0] == counts[1]
