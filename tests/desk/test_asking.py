"""A ledger is asked by the command line: what is listed, shown and exported, and what is refused."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.desk.endings import PIPE_CLOSED
from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.keep import add
from tests.desk.calling import Answer, Caller
from tests.pipeline.ledgers import NOW, report

BOMBING, MISSILES, THREAT = "bombing", "missile_attack", "threat"


def types(answer: Answer) -> list[str]:
    assert answer.status == 0, answer.err
    return [json.loads(line)["type"] for line in answer.out.splitlines()]


def id_of(call: Caller, ledger: str, kind: str) -> str:
    (line,) = call("list", "--ledger", ledger, "--type", kind).out.splitlines()
    return str(json.loads(line)["id"])


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ([], [THREAT, BOMBING, MISSILES]),
        (["--type", "bombing"], [BOMBING]),
        (["--type", "Missile attack", "--type", "threat"], [THREAT, MISSILES]),
        (["--stage", "threatened"], [THREAT]),
        (["--since", "2025-03-03", "--until", "2025-03-03"], [BOMBING]),
        (["--since", "2025-03", "--until", "2025"], [THREAT, BOMBING, MISSILES]),
        (["--until", "2025-02"], []),
        (["--near", "Goma"], [BOMBING]),
        (["--near", "-1.67,29.22", "--radius", "5"], [BOMBING]),
        (["--near", "Kharkiv, Ukraine"], [MISSILES]),
        (["--country", "UA"], [MISSILES]),
        (["--country", "Ukraine"], [MISSILES]),
        (["--actor", "virunga alliance"], [THREAT, BOMBING]),
        (["--target-kind", "market"], [BOMBING]),
        (["--responsibility", "claimed"], [THREAT, BOMBING]),
        (["--min-killed", "2"], [BOMBING]),
        (["--min-sources", "3"], [BOMBING]),
        (["--disputed"], [BOMBING]),
        (["--undisputed"], [THREAT, MISSILES]),
        (["--text", "hospital officials"], [BOMBING]),
        (["--near", "Goma", "--type", "bombing", "--min-killed", "100"], []),
        (["--sort", "-when"], [MISSILES, BOMBING, THREAT]),
        (["--sort", "killed"], [BOMBING, MISSILES, THREAT]),
        (["--sort", "-killed"], [MISSILES, BOMBING, THREAT]),
        (["--limit", "1"], [THREAT]),
    ],
)
def test_every_condition_holds_for_what_is_listed(
    call: Caller, ledger: str, conditions: list[str], found: list[str]
) -> None:
    assert types(call("list", "--ledger", ledger, *conditions)) == found


def test_a_list_goes_on_behind_the_incident_that_is_named(call: Caller, ledger: str) -> None:
    first = call("list", "--ledger", ledger, "--limit", "1", "--format", "table")
    assert "◇ threatened" in first.words
    assert "1 of 3 that fit; the next ones: --after" in first.complaint
    rest = call("list", "--ledger", ledger, "--after", first.complaint.split()[-1])
    assert types(rest) == [BOMBING, MISSILES]


def test_the_last_page_says_nothing_of_a_next_one(call: Caller, ledger: str) -> None:
    assert call("list", "--ledger", ledger, "--limit", "3", "--format", "table").err == ""


def test_the_place_that_was_taken_and_its_namesakes_are_told(call: Caller, ledger: str) -> None:
    told = call("list", "--ledger", ledger, "--near", "Tripoli", "--radius", "10").complaint
    assert told.startswith("within 10 km of Tripoli")
    assert "Libya (not" in told
    assert "Lebanon" in told


def test_a_list_is_a_table_where_it_is_asked_for_and_lines_in_a_pipe(call: Caller, ledger: str) -> None:
    assert "they differ on killed (4, 6)" in call("list", "--ledger", ledger, "--format", "table").words
    assert call("list", "--ledger", ledger).out.startswith("{")


def test_a_list_is_a_sheet_where_it_is_asked_for(call: Caller, ledger: str) -> None:
    rows = list(csv.DictReader(io.StringIO(call("list", "--ledger", ledger, "--format", "csv").out)))
    assert [row["type"] for row in rows] == [THREAT, BOMBING, MISSILES]


def test_a_list_of_nothing_says_so(call: Caller, ledger: str) -> None:
    answer = call("list", "--ledger", ledger, "--min-killed", "100", "--format", "table")
    assert (answer.status, answer.words) == (0, "nothing in this ledger fits")


@pytest.mark.parametrize(
    ("conditions", "meant"),
    [
        (["--type", "bomming"], "Did you mean bombing"),
        (["--stage", "thwartd"], "thwarted"),
        (["--since", "yesterday"], "2024-03-11"),
        (["--near", "Xyzzyville"], "give a point instead"),
        (["--near", "95,200"], "latitude"),
        (["--radius", "5"], "around what"),
        (["--country", "Atlantis"], "there is no country 'Atlantis'"),
        (["--target-kind", "markt"], "market"),
        (["--responsibility", "claimd"], "claimed"),
        (["--sort", "kiled"], "killed"),
        (["--format", "josnl"], "jsonl"),
        (["--min-killed", "many"], "integer"),
        (["--after", "ffff"], "no incident has the id 'ffff'"),
    ],
)
def test_a_condition_that_cannot_be_meant_is_refused(
    call: Caller, ledger: str, conditions: list[str], meant: str
) -> None:
    answer = call("list", "--ledger", ledger, *conditions)
    assert (answer.status, answer.out) == (2, "")
    assert meant in answer.complaint


@pytest.mark.parametrize("command", [["list"], ["show", "abc"], ["export"], ["log"], ["undo", "abc", "--because", "x"]])
def test_a_ledger_that_is_not_there_is_named_and_not_made(call: Caller, tmp_path: Path, command: list[str]) -> None:
    missing = tmp_path / "missing.sqlite"
    answer = call(*command, "--ledger", str(missing))
    assert answer.status == 2
    assert "missing.sqlite: there is no ledger" in answer.complaint
    assert list(tmp_path.iterdir()) == []


def test_an_incident_is_shown_by_its_id_a_members_or_a_beginning(call: Caller, ledger: str) -> None:
    whole = json.loads(call("list", "--ledger", ledger, "--type", "bombing").out)
    assert len(whole["was"]) == 2
    for word in (whole["id"], whole["id"][:6], whole["was"][0][:8].upper()):
        shown = json.loads(call("show", word, "--ledger", ledger).out)
        assert {key: shown[key] for key in whole} == whole


def test_what_is_shown_tells_the_policy_and_the_reasons_for_merging(call: Caller, ledger: str) -> None:
    shown = json.loads(call("show", id_of(call, ledger, BOMBING), "--ledger", ledger).out)
    assert (shown["policy"], shown["decisions"]) == ("latest-official", [])
    assert {one["verdict"] for one in shown["judgements"]} == {"same"}
    assert all(one["reasons"] for one in shown["judgements"])


@pytest.mark.parametrize(
    ("policy", "killed"),
    [("latest-official", (6, 6)), ("lowest", (2, None)), ("earliest", (4, 4)), ("LOWEST", (2, None))],
)
def test_a_policy_chooses_the_value(call: Caller, ledger: str, policy: str, killed: tuple[int, int | None]) -> None:
    shown = json.loads(call("show", id_of(call, ledger, BOMBING), "--ledger", ledger, "--policy", policy).out)
    assert (shown["killed"]["low"], shown["killed"]["high"]) == killed
    assert shown["links"] != []


def test_an_incident_is_shown_as_a_table(call: Caller, ledger: str) -> None:
    words = call("show", id_of(call, ledger, BOMBING), "--ledger", ledger, "--format", "table").words
    for told in ("− 4: police (", "claimed by Virunga Alliance (", "4 March 2025 hospital officials 6 ██████"):
        assert told in words


@pytest.mark.parametrize(("word", "meant"), [("ffffffff", "'reportedly list'"), ("", "'reportedly list'")])
def test_an_id_that_is_not_there_is_refused(call: Caller, ledger: str, word: str, meant: str) -> None:
    answer = call("show", word, "--ledger", ledger)
    assert answer.status == 2
    assert meant in answer.complaint


def test_a_slip_in_an_id_is_answered_with_those_that_begin_alike(call: Caller, ledger: str) -> None:
    id_ = id_of(call, ledger, BOMBING)
    wrong = id_[:6] + ("0" if id_[6] != "0" else "1")
    complaint = call("show", wrong, "--ledger", ledger).complaint
    assert f"no incident has the id {wrong!r}; those that begin alike: {id_} Bombing with car bomb" in complaint


def test_a_beginning_of_more_than_one_is_refused_with_them(call: Caller, tmp_path: Path) -> None:
    ledger = str(tmp_path / "many.sqlite")
    towns = ("Kharkiv", "Odesa", "Kherson", "Sumy", "Dnipro", "Mykolaiv", "Poltava", "Chernihiv", "Lviv", "Rivne")
    with writing_ledger(ledger, create=True, notify=print) as engine:
        words = "A missile hit a depot in {} on March {}, killing two workers, officials said."
        told = [report(f"r-{day}", words.format(town, day), day=day) for day, town in enumerate(towns * 2, start=2)]
        list(add(engine, told, occasion=NOW))
    ids = [json.loads(line)["id"] for line in call("list", "--ledger", ledger).out.splitlines()]
    letter = next(one for one in "0123456789abcdef" if sum(id_.startswith(one) for id_ in ids) > 1)
    answer = call("show", letter, "--ledger", ledger)
    assert answer.status == 2
    assert "begins the id of more than one; write more of it" in answer.complaint
    assert sum(id_ in answer.complaint for id_ in ids) > 1


@pytest.mark.parametrize("form", ["jsonl", "csv", "geojson", "parquet"])
def test_a_ledger_is_exported_into_a_file(call: Caller, ledger: str, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"told.{form}"
    answer = call("export", "--ledger", ledger, "--format", form, "--out", str(out))
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert out.stat().st_size > 100
    assert not out.with_name(f"{out.name}.part").exists()


def test_an_export_is_json_lines_by_day_where_nothing_is_said(call: Caller, ledger: str) -> None:
    assert types(call("export", "--ledger", ledger)) == [THREAT, BOMBING, MISSILES]


def test_a_format_there_is_not_and_a_place_that_cannot_be_written_are_refused(
    call: Caller, ledger: str, tmp_path: Path
) -> None:
    wrong = call("export", "--ledger", ledger, "--format", "jsno")
    assert (wrong.status, "jsonl" in wrong.complaint) == (2, True)
    nowhere = call("export", "--ledger", ledger, "--out", str(tmp_path / "no-folder" / "x.jsonl"))
    assert (nowhere.status, "x.jsonl cannot be written" in nowhere.complaint) == (2, True)


@pytest.mark.parametrize(
    "command", [["list"], ["list", "--format", "table"], ["export"], ["export", "--format", "csv"]], ids=" ".join
)
def test_a_reader_that_goes_away_ends_the_answer_without_a_word(ledger: str, command: list[str]) -> None:
    code = "from reportedly.desk.cli import main; main()"
    call = [sys.executable, "-c", code, *command, "--ledger", ledger]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - ourselves
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == PIPE_CLOSED


def test_a_codebook_is_exported_with_its_rules_beside(call: Caller, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "ged.csv"
    answer = call("export", "--ledger", ledger, "--format", "ged", "--out", str(out))
    assert answer.status == 0, answer.err
    told = [json.loads(line) for line in (tmp_path / "ged.csv.rules.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len([line for line in told if "incident_id" in line]) == 3
    assert "UCDP: left out, a threat is no event: 1" in answer.err
    assert out.read_text(encoding="utf-8").startswith("id,relid,")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--format", "acled"], "--out"),
        (["--format", "acled", "--out", "a.csv", "--rules", "a.csv"], "file of their own"),
        (["--format", "csv", "--rules", "a.jsonl"], "only a codebook"),
    ],
)
def test_a_codebook_without_two_files_is_a_wrong_call(call: Caller, ledger: str, asked: list[str], said: str) -> None:
    wrong = call("export", "--ledger", ledger, *asked)
    assert wrong.status == 2
    assert said in " ".join(wrong.err.split())
