import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.desk import cli, endings
from reportedly.errors import DataError

TEXT = "Two drones were shot down near the base on Tuesday, an official said.\n"
COMMANDS = (
    *("read", "demo"),
    *("add", "check", "backup", "restore", "forget", "rebuild", "reread"),
    *("list", "show", "export", "judge", "split", "set", "undo", "log"),
    *("codebook", "who", "where", "version"),
)


def run(*arguments: str, stdin: str | None = None) -> "tuple[int, str, str]":
    """Exit status, standard output, standard error."""
    result = CliRunner().invoke(cli.app, list(arguments), input=stdin)
    return result.exit_code, result.stdout, result.stderr


def words(text: str) -> str:
    """Help as one line, however it is wrapped."""
    return " ".join(text.split())


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_a_pipe_gets_json_lines(report: str) -> None:
    status, out, _ = run("read", report)
    assert status == 0
    assert json.loads(out)["report"]["text"] == TEXT


def test_a_format_that_is_asked_for_is_given(report: str) -> None:
    assert run("read", report, "--format", "html")[1].startswith("<!doctype html>")
    assert "Two drones were shot down" in run("read", report, "--format", "TABLE")[1]


def test_standard_input_is_read_for_a_dash() -> None:
    status, out, _ = run("read", "-", stdin=TEXT)
    assert status == 0
    assert json.loads(out)["report"]["text"] == TEXT


def test_published_and_publisher_stand_for_inputs_that_lack_them(report: str) -> None:
    told = json.loads(run("read", report, "--published", "2023-10-18", "--publisher", "The Delta Post")[1])
    assert told["report"]["published"] == "2023-10-18"
    assert told["report"]["publisher"] == "The Delta Post"


def test_a_refused_report_is_named_on_standard_error_and_the_rest_is_read(report: str) -> None:
    status, out, err = run("read", "no-such-file.txt", report)
    assert status == 1
    assert len(out.splitlines()) == 1
    assert "refused: no-such-file.txt: " in err
    assert "1 told, 1 refused" in err


def test_a_file_gets_the_format_its_name_ends_in(report: str, tmp_path: Path) -> None:
    out = tmp_path / "told.html"
    status, printed, _ = run("read", report, "--out", str(out))
    assert (status, printed) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_that_cannot_be_written_is_named(report: str, tmp_path: Path) -> None:
    status, _, err = run("read", report, "--out", str(tmp_path / "no-folder" / "told.jsonl"))
    assert status == 2
    assert "told.jsonl" in err


@pytest.mark.parametrize(
    ("call", "meant"),
    [
        (("raed", "x"), "read"),
        (("read", "x", "--formt", "html"), "--format"),
        (("read", "x", "--format", "josnl"), "jsonl"),
        (("read", "x", "--format", "csv"), "table, jsonl, html"),
        (("read", "x", "--published", "yesterday"), "2023-10-18"),
        (("codebook", "mortr"), "mortar"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_what_was_meant(call: tuple[str, ...], meant: str) -> None:
    _, _, err = run(*call)
    assert meant in err


@pytest.mark.parametrize(
    "call", [("raed",), ("read",), ("read", "x", "--format", "josnl"), ("read", "x", "--published", "31/02/2024")]
)
def test_a_wrong_call_ends_with_status_2(call: tuple[str, ...]) -> None:
    assert run(*call)[0] == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_gives_an_example_that_names_it(command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"Example: reportedly {command}" in words(out)


def test_the_help_lists_every_command() -> None:
    _, out, _ = run("--help")
    assert "Example: reportedly read" in words(out)
    assert all(f"\n  {command} " in out for command in COMMANDS)


def test_the_version_names_the_contract() -> None:
    assert run("version")[1].endswith("(contract 1)\n")


def test_the_codebook_shows_one_entry() -> None:
    status, out, err = run("codebook", "mortar")
    assert (status, err) == (0, "")
    assert out.startswith("mortar")


def test_the_codebook_lists_its_vocabularies() -> None:
    status, out, _ = run("codebook")
    assert status == 0
    assert "drone_attack" in out


def test_a_word_like_nothing_in_the_codebook_is_a_wrong_call() -> None:
    status, _, err = run("codebook", "qqqqqq")
    assert status == 2
    assert "qqqqqq" in err


def test_the_demo_prints_a_table_and_says_where_its_page_is(tmp_path: Path) -> None:
    page = tmp_path / "new" / "demo.html"
    status, out, err = run("demo", "--out", str(page))
    assert status == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert page.as_uri() in err
    assert out


def test_a_wrong_data_file_is_named_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise DataError("speech.toml: not TOML")

    monkeypatch.setattr(cli, "app", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == "error: speech.toml: not TOML\n"


def test_ctrl_c_ends_the_run_with_a_word(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> Iterator[None]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("reportedly.pipeline.run.read_and_tell", stopped)
    assert run("read", report) == (endings.STOPPED, "", "stopped\n")


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_reader_that_goes_away_ends_the_run_without_a_word(tmp_path: Path, form: str) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"id": str(n), "text": TEXT * 300}) for n in range(20)), encoding="utf-8")
    call = [sys.executable, "-c", "from reportedly.desk.cli import main; main()", "read", str(path), "-f", form]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - ourselves
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == endings.PIPE_CLOSED


def test_help_loads_none_of_the_rooms() -> None:
    code = (
        "import sys, reportedly.desk.cli; "
        "print([name for name in sys.modules if name.startswith(('reportedly.reading', 'reportedly.understanding', "
        "'reportedly.coding', 'reportedly.gazetteer', 'trafilatura', 'lxml', 'jinja2', 'rich'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_a_users_own_places_are_read_with(tmp_path: Path) -> None:
    places = tmp_path / "own.csv"
    places.write_text(
        "name,kind,country,lat,lon\nthe base,facility,IQ,33.1,44.2\nZahrin,city,IQ,33,44\n", encoding="utf-8"
    )
    text = "Two drones were shot down over Zahrin on Tuesday, an official said.\n"
    told = json.loads(run("read", "-", "--gazetteer", str(places), stdin=text)[1])
    assert told["incidents"][0]["where"]["place_id"] == "user:zahrin-iq"


def test_a_users_file_that_is_wrong_is_named_by_file_and_line(report: str, tmp_path: Path) -> None:
    places = tmp_path / "own.csv"
    places.write_text("name,kind\nZahrin,town\n", encoding="utf-8")
    call = [sys.executable, "-c", "from reportedly.desk.cli import main; main()", "read", report]
    ended = subprocess.run([*call, "--gazetteer", str(places)], capture_output=True, text=True, check=False)  # noqa: S603
    assert ended.returncode == 2
    assert f"{places}, line 2: kind must be one of" in ended.stderr
