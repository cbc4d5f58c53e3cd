import datetime as dt
import gzip
import io
import json
from pathlib import Path

import pytest

from reportedly.errors import Malformed, NotFound, NotText, Refusal
from reportedly.reading.read import read
from reportedly.records.identity import hash_of
from reportedly.records.reports import Report


def taken(*paths: object, stdin: bytes | None = None, **given: object) -> list[Report | Refusal]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return list(read([str(path) for path in paths], stdin=stream, **given))  # type: ignore[arg-type]


def contents(found: list[Report | Refusal]) -> list[str]:
    return [item.content if isinstance(item, Report) else type(item).__name__ for item in found]


def records(*rows: dict[str, str]) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


def test_a_folder_is_read_in_sorted_order_with_its_folders_and_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("B")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.txt").write_text("A/Z")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "C"}'))
    (tmp_path / ".hidden.txt").write_text("H")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("G")
    assert contents(taken(tmp_path)) == ["A/Z", "B", "C"]


def test_a_glob_is_read_in_sorted_order_and_one_that_matches_nothing_is_refused(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(name)
    assert contents(taken(tmp_path / "*.txt")) == ["a.txt", "b.txt"]
    assert contents(taken(tmp_path / "*.warc")) == ["NotFound"]


def test_a_file_whose_name_looks_like_a_glob_is_read(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("A")
    assert contents(taken(tmp_path / "a[1].txt")) == ["A"]


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    assert contents(taken("-", tmp_path / "a.txt", stdin=b"standard")) == ["standard", "A"]


def test_of_a_folder_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text("C")
    (tmp_path / "d.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "e.txt").symlink_to(tmp_path / "e.txt")
    found = taken(tmp_path)
    assert contents(found) == ["NotText", "NotText", "C", "NotFound", "NotFound"]
    assert [item.where for item in found if isinstance(item, Refusal)] == [
        str(tmp_path / name) for name in ("a.png", "b.txt", "d.txt", "e.txt")
    ]


def test_a_folder_that_holds_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = taken(tmp_path)
    assert contents(found) == ["A", "Malformed"]


def test_an_empty_folder_and_missing_paths_are_refused(tmp_path: Path) -> None:
    (refusal,) = taken(tmp_path)
    assert isinstance(refusal, NotFound)
    assert "no file to read" in refusal.reason
    for path in (tmp_path / "none.txt", "bad\x00path", ""):
        (missing,) = taken(path)
        assert isinstance(missing, NotFound)


def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("A")

    def closed(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    (refusal,) = taken(tmp_path / "a.txt")
    assert isinstance(refusal, NotFound)
    assert "Permission denied" in refusal.reason


def test_nothing_on_standard_input_is_refused() -> None:
    assert contents(taken("-")) == ["NotFound"]
    assert contents(taken("-", stdin=b"")) == ["NotText"]


def test_what_was_given_for_all_stands_in_only_where_an_input_is_silent() -> None:
    data = records(
        {"text": "A", "publisher": "Own", "published": "2020-01-01"}, {"text": "B", "published": "08/12/2023"}
    )
    found = taken("-", stdin=data, published=dt.date(2021, 1, 1), publisher="Given")
    assert [(item.publisher, item.published) for item in found if isinstance(item, Report)] == [
        ("Own", dt.date(2020, 1, 1)),
        ("Given", dt.date(2021, 1, 1)),
    ]


def test_the_same_report_twice_is_read_once_without_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "b.txt").write_text("A\r\n".strip())
    assert contents(taken(tmp_path, tmp_path / "a.txt")) == ["A"]


def test_a_new_version_of_a_report_is_kept() -> None:
    same = records(
        {"id": "1", "text": "A", "url": "https://k.example/1"}, {"id": "1", "text": "B", "url": "https://k.example/1"}
    )
    unknown = records({"id": "1", "text": "A"}, {"id": "1", "text": "B"}, {"id": "1", "text": "A"})
    assert contents(taken("-", stdin=same)) == ["A", "B"]
    assert contents(taken("-", stdin=unknown)) == ["A", "B"]


def test_an_id_that_is_another_reports_is_refused() -> None:
    clash = records(
        {"id": "1", "text": "A", "url": "https://k.example/1"}, {"id": "1", "text": "B", "url": "https://k.example/2"}
    )
    found = taken("-", stdin=clash)
    assert contents(found) == ["A", "Malformed"]
    assert isinstance(found[1], Malformed)
    assert "'1'" in found[1].reason


def test_one_page_under_two_addresses_is_two_reports() -> None:
    data = records({"text": "A", "url": "https://k.example/1"}, {"text": "A", "url": "https://k.example/2"})
    assert [item.id for item in taken("-", stdin=data) if isinstance(item, Report)] == [
        hash_of("https://k.example/1"),
        hash_of("https://k.example/2"),
    ]


def test_a_file_of_an_unknown_kind_is_read_by_what_is_in_it_when_named_and_not_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("Two men died.")
    assert contents(taken(tmp_path / "a.log")) == ["Two men died."]
    found = taken(tmp_path)
    assert isinstance(found[0], NotText)
