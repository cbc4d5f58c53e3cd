from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import DataError, Malformed, NotText, Refusal
from reportedly.pipeline.run import read_and_tell, tell_all
from reportedly.records.incidents import Telling
from reportedly.records.reports import CleanText, Report


def report(id_: str, content: str = "Words.", uri: str | None = None) -> Report:
    return Report(id=id_, content=content, uri=uri)


def tell(told: Report) -> Telling:
    return Telling(report=CleanText(report_id=told.id, text=told.content, text_hash="0", language="en", sentences=()))


def ids(found: list[Telling | Refusal]) -> list[str]:
    return [item.report.report_id if isinstance(item, Telling) else item.where for item in found]


def test_reports_are_told_in_input_order() -> None:
    assert ids(list(tell_all([report("b"), report("a"), report("c")], tell=tell))) == ["b", "a", "c"]


def test_a_refusal_of_reading_keeps_its_place_among_the_reports() -> None:
    found = list(tell_all([report("a"), NotText("b.bin", "is binary"), report("c")], tell=tell))
    assert ids(found) == ["a", "b.bin", "c"]


def test_a_report_without_a_text_is_refused_and_the_next_one_told() -> None:
    def picky(told: Report) -> Telling:
        if told.id == "a":
            raise Malformed("a", "holds no text")
        return tell(told)

    found = list(tell_all([report("a"), report("b")], tell=picky))
    assert isinstance(found[0], Malformed)
    assert ids(found) == ["a", "b"]


def test_an_unexpected_failure_names_the_report_by_its_address_and_keeps_its_cause() -> None:
    def broken(told: Report) -> Telling:
        raise ZeroDivisionError(told.id)

    (refusal,) = tell_all([report("a", uri="https://news.example/a")], tell=broken)
    assert isinstance(refusal, Refusal)
    assert refusal.where == "https://news.example/a"
    assert "ZeroDivisionError" in refusal.reason
    assert isinstance(refusal.__cause__, ZeroDivisionError)


def test_a_wrong_data_file_stops_the_run_since_every_report_would_fail() -> None:
    def broken(_: Report) -> Telling:
        raise DataError("speech.toml: not TOML")

    with pytest.raises(DataError):
        list(tell_all([report("a")], tell=broken))


def test_reports_are_told_one_at_a_time() -> None:
    asked: list[str] = []

    def endless() -> Iterator[Report]:
        for number in range(1_000_000):
            asked.append(str(number))
            yield report(str(number))

    found = tell_all(endless(), tell=tell)
    next(found)
    assert asked == ["0"]


def test_paths_are_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Two drones were shot down near the base on Tuesday.", encoding="utf-8")
    found = list(read_and_tell([str(tmp_path / "one.txt"), str(tmp_path / "missing.txt")]))
    assert isinstance(found[0], Telling)
    assert found[0].report.text.startswith("Two drones")
    assert isinstance(found[1], Refusal)
    assert "missing.txt" in found[1].where
