"""The incidents of a ledger in time and in numbers, by the command line: table, JSON Lines, SVG, PNG."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.desk.calling import Caller

SVG = "{http://www.w3.org/2000/svg}"


def texts(file: Path) -> list[str]:
    return [node.text or "" for node in ET.parse(file).iter(f"{SVG}text")]  # noqa: S314 - our own file


def test_incidents_are_counted_with_their_reports(call: Caller, ledger: str) -> None:
    found = [json.loads(line) for line in call("tally", "--by", "type", "--ledger", ledger).out.splitlines()]
    assert [(row["value"], row["incidents"], row["reports"]) for row in found] == [
        ("bombing", 1, 3),
        ("missile_attack", 1, 1),
        ("threat", 1, 1),
    ]
    assert found[0]["stages"] == {"accomplished": 1}


def test_a_table_counts_and_says_of_how_many_reports(call: Caller, ledger: str) -> None:
    words = call("tally", "--by", "week", "--ledger", ledger, "--format", "table").words
    assert "week of 3 March 2025 2 4" in words
    assert "3 incidents in 5 reports, each counted once" in words


def test_only_what_fits_the_conditions_is_counted(call: Caller, ledger: str) -> None:
    (row,) = call("tally", "--by", "place", "--ledger", ledger, "--country", "UA").out.splitlines()
    assert json.loads(row)["name"] == "Kharkiv"


def test_it_counts_what_was_known_then(call: Caller, ledger: str) -> None:
    (row,) = call("tally", "--by", "type", "--ledger", ledger, "--at", "2025-03-02").out.splitlines()
    assert json.loads(row)["value"] == "threat"


def test_a_tally_is_drawn_with_a_bar_and_its_numbers_for_each_row(call: Caller, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "tally.svg"
    assert call("tally", "--by", "week", "--ledger", ledger, "--out", str(out)).status == 0
    assert {"3 incidents by week", "week of 3 March 2025", "2 in 4 reports"} <= set(texts(out))


def test_weeks_without_any_are_marked_between_those_with_some(call: Caller, ledger: str, tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    late.write_text("Two people were killed on Monday when a bomb exploded at a market in Bukavu, police said.")
    call("add", str(late), "--published", "2025-04-01", "--ledger", ledger)
    out = tmp_path / "tally.svg"
    call("tally", "--by", "week", "--ledger", ledger, "--out", str(out))
    assert "3 without any" in texts(out)


def test_a_timeline_is_drawn_with_a_lane_for_each_type(call: Caller, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "timeline.svg"
    assert call("timeline", "--ledger", ledger, "--out", str(out)).status == 0
    assert {"bombing", "missile attack", "threat", "1 March 2025"} <= set(texts(out))


def test_long_times_without_any_are_cut_out_of_the_axis(call: Caller, ledger: str, tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    late.write_text("Two people were killed on Monday when a bomb exploded at a market in Bukavu, police said.")
    call("add", str(late), "--published", "2025-07-01", "--ledger", ledger)
    out = tmp_path / "timeline.svg"
    call("timeline", "--ledger", ledger, "--out", str(out))
    assert "116 days" in texts(out)


@pytest.mark.parametrize("command", [["timeline"], ["tally", "--by", "type"]])
def test_a_picture_is_the_same_every_time_and_a_png_too(
    call: Caller, ledger: str, tmp_path: Path, command: list[str]
) -> None:
    for ending in ("svg", "png"):
        one, other = tmp_path / f"one.{ending}", tmp_path / f"other.{ending}"
        for out in (one, other):
            assert call(*command, "--ledger", ledger, "--out", str(out)).status == 0
        assert one.read_bytes() == other.read_bytes()
    assert one.read_bytes().startswith(b"\x89PNG")


def test_without_the_library_for_png_it_is_said_what_to_install(
    call: Caller, ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    answer = call("timeline", "--ledger", ledger, "--out", str(tmp_path / "t.png"))
    assert answer.status == 2
    assert "pip install 'reportedly[print]'" in answer.complaint


def test_a_table_goes_into_no_file(call: Caller, ledger: str, tmp_path: Path) -> None:
    answer = call("tally", "--ledger", ledger, "--format", "table", "--out", str(tmp_path / "t.txt"))
    assert answer.status == 2


def test_an_empty_ledger_has_an_empty_answer_in_every_format(call: Caller, ledger: str, tmp_path: Path) -> None:
    nothing = ("--ledger", ledger, "--since", "2030")
    for command in ("timeline", "tally"):
        assert call(command, *nothing).out == ""
        assert "nothing in this ledger fits" in call(command, *nothing, "--format", "table").words
        out = tmp_path / f"{command}.svg"
        assert call(command, *nothing, "--out", str(out)).status == 0
        assert any("0 incidents" in words for words in texts(out))


def test_a_timeline_lists_days_once(call: Caller, ledger: str) -> None:
    words = call("timeline", "--ledger", ledger, "--format", "table").words
    assert words.count("3 March 2025") == 1
    first = json.loads(call("timeline", "--ledger", ledger).out.splitlines()[0])
    assert (first["type"], first["reports"]) == ("threat", 1)
