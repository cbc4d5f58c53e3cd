"""``reportedly where``: what is known of a place, the other candidates, and why they rank so."""

import json
from pathlib import Path

from typer.testing import CliRunner

from reportedly.desk import cli


def run(*arguments: str) -> "tuple[int, str, str]":
    result = CliRunner().invoke(cli.app, ["where", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_a_place_is_shown_with_point_source_check_and_weight() -> None:
    status, out, _ = run("Ain al-Assad", "--format", "table")
    assert status == 0
    for words in ("Ain al-Asad air base", "Iraq", "33.79, 42.44 ± 4 km", "airportsdata ORAA", "weighs 6.0"):
        assert words in out


def test_json_lines_give_every_candidate_in_order() -> None:
    rows = [json.loads(line) for line in run("Tripoli", "--format", "jsonl")[1].splitlines()]
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["weight"] for row in rows] == sorted((row["weight"] for row in rows), reverse=True)
    assert {row["country"] for row in rows} >= {"LY", "LB"}
    assert rows[0]["asked"] == "Tripoli"


def test_long_lists_are_cut_in_a_table_and_say_so() -> None:
    assert "more; --format jsonl lists them all" in run("Springfield", "--format", "table")[1]


def test_near_names_are_offered_and_never_taken() -> None:
    status, out, err = run("Bagdhad")
    assert (status, out) == (2, "")
    assert "baghdad" in err


def test_a_name_that_is_like_none_is_refused() -> None:
    status, _, err = run("Xqzztvw")
    assert status == 2
    assert "Did you mean" not in err


def test_a_user_s_own_places_are_looked_up_too(tmp_path: Path) -> None:
    places = tmp_path / "own.csv"
    places.write_text("name,kind,country\nCamp Zahrin,facility,IQ\n", encoding="utf-8")
    out = run("Camp Zahrin", "--gazetteer", str(places), "--format", "table")[1]
    assert "your file" in out
    assert "no point known" in out


def test_a_page_is_no_format_of_places() -> None:
    status, _, err = run("Basra", "--format", "html")
    assert status == 2
    assert "Choose from table, jsonl" in err
