"""``reportedly who``: what is known of an actor, whom else the name could mean, and why those are not taken."""

import json
from pathlib import Path

from typer.testing import CliRunner

from reportedly.desk import cli

OWN = '[[actor]]\nname = "River Guard Column"\nkind = "armed_group"\ncountries = ["IQ"]\n'


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.app, ["who", *arguments])
    return result.exit_code, " ".join(result.stdout.split()), " ".join(result.stderr.split())


def test_an_actor_is_shown_with_names_relations_and_what_was_checked() -> None:
    status, out, _ = run("Kata'ib Hizballah", "--format", "table")
    assert status == 0
    for words in (
        "Kataib Hezbollah group:kataib_hezbollah",
        "armed group, IQ",
        "short: KH",
        "one of Popular Mobilisation Forces; so says the state of Iraq (since 2014; unverified)",
        "claims attacks under the name Saraya Awliya al-Dam",
        "checked against: unverified",
        "not taken for it Hezbollah group:hezbollah has a shorter name: Hizballah",
    ):
        assert words in out


def test_the_other_side_of_a_relation_reads_it_from_there() -> None:
    out = run("Saraya Awliya al-Dam", "--format", "table")[1]
    assert "a name Kataib Hezbollah claims attacks under" in out


def test_json_lines_give_the_taken_one_first_with_every_spelling() -> None:
    rows = [json.loads(line) for line in CliRunner().invoke(cli.app, ["who", "Houthis"]).stdout.splitlines()]
    assert [row["taken"] for row in rows][:1] == [True]
    assert {"Ansar Allah", "Huthis"} <= set(rows[0]["names"])
    assert rows[0]["actor_id"] == "group:houthis"
    assert {"kind": "backed_by", "of": "state:ir"}.items() <= rows[0]["relations"][0].items()


def test_a_name_that_almost_matches_is_offered_and_never_taken() -> None:
    status, out, err = run("Al Shabbab")
    assert (status, out) == (2, "")
    assert "no actor 'Al Shabbab'. Did you mean al-Shabaab?" in err


def test_a_name_that_is_like_none_is_refused() -> None:
    status, _, err = run("Xqzztvw")
    assert status == 2
    assert "Did you mean" not in err


def test_a_users_own_actors_are_looked_up_too(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    assert "user:river_guard_column" in run("River Guard Column", "--actors", str(own), "--format", "table")[1]


def test_a_wrong_file_of_actors_is_named_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN.replace("armed_group", "army"), encoding="utf-8")
    result = CliRunner().invoke(cli.app, ["who", "River Guard Column", "--actors", str(own)])
    assert "line 1: 'kind' must be one of" in str(result.exception)


def test_a_page_is_no_format_of_actors() -> None:
    status, _, err = run("Hamas", "--format", "html")
    assert status == 2
    assert "Choose from table, jsonl" in err
