"""Corpora from disk: records, reports, and what is missing."""

import datetime as dt
import gzip
from pathlib import Path

import pytest

from bench.corpora import ORIGINS, missing_corpora, records, report_from


@pytest.mark.parametrize("name", ["docs.jsonl", "docs.jsonl.gz"])
def test_records_are_read_plain_and_compressed(tmp_path: Path, name: str) -> None:
    raw = b'{"id": "a"}\n\n{"id": "b"}\n'
    (tmp_path / name).write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    assert [record["id"] for record in records(tmp_path / name)] == ["a", "b"]


def test_a_line_that_is_no_object_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text('{"id": "a"}\n[1]\n', encoding="utf-8")
    with pytest.raises(TypeError, match="line 2"):
        list(records(tmp_path / "docs.jsonl"))


def test_a_record_becomes_a_report_with_what_it_says() -> None:
    report = report_from({"id": "a", "text": "Words.", "published": "2024-05-06T10:00:00Z", "title": None})
    assert (report.id, report.content, report.published, report.title) == ("a", "Words.", dt.date(2024, 5, 6), None)


def test_all_corpora_are_missing_without_a_folder() -> None:
    assert {gap.name for gap in missing_corpora(None)} == set(ORIGINS)


def test_only_corpora_without_a_folder_are_missing(tmp_path: Path) -> None:
    (tmp_path / "muc4").mkdir()
    assert "muc4" not in {gap.name for gap in missing_corpora(tmp_path)}
