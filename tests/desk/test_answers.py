import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.desk.answers import Format, answer, format_for, print_refusal
from reportedly.errors import NotFound, Refusal
from reportedly.records.incidents import Telling


@pytest.mark.parametrize(
    ("wanted", "out", "terminal", "chosen"),
    [
        (None, None, True, Format.TABLE),
        (None, None, False, Format.JSONL),
        (None, "told.html", True, Format.HTML),
        (None, "told.JSONL", True, Format.JSONL),
        (None, "told.dat", True, Format.JSONL),
        (Format.TABLE, "told.html", False, Format.TABLE),
    ],
)
def test_the_format_is_what_was_asked_for_else_what_the_place_suggests(
    wanted: Format | None, out: str | None, terminal: bool, chosen: Format
) -> None:
    assert format_for(wanted, out=None if out is None else Path(out), terminal=terminal) is chosen


def test_what_was_told_and_refused_is_counted(
    telling: Telling, quiet: Telling, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "told.jsonl"
    found = [telling, NotFound("gone.txt", "no such file"), quiet]
    outcome = answer(found, form=Format.JSONL, out=out, debug=False)
    assert (outcome.told, outcome.refused) == (2, 1)
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    assert capsys.readouterr().err == "refused: gone.txt: no such file\n"


def test_each_report_is_written_before_the_next_is_read(telling: Telling, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)

    def two() -> Iterator[Telling]:
        yield telling
        assert stream.getvalue().count("\n") == 1
        yield telling

    assert answer(two(), form=Format.JSONL, out=None, debug=False).told == 2


def test_a_file_is_replaced_only_once_the_answer_is_whole(telling: Telling, tmp_path: Path) -> None:
    out = tmp_path / "told.jsonl"
    out.write_text("before", encoding="utf-8")

    def failing() -> Iterator[Telling]:
        yield telling
        assert out.read_text(encoding="utf-8") == "before"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        answer(failing(), form=Format.JSONL, out=out, debug=False)
    assert out.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_device_is_written_to_and_stays_one(telling: Telling) -> None:
    answer([telling], form=Format.JSONL, out=Path("/dev/null"), debug=False)
    assert not Path("/dev/null").is_file()


def test_debug_shows_the_cause_of_an_unexpected_failure(capsys: pytest.CaptureFixture[str]) -> None:
    refusal = Refusal("a.txt", "could not be told")
    refusal.__cause__ = ZeroDivisionError("by nothing")
    print_refusal(refusal, debug=False)
    assert "ZeroDivisionError" not in capsys.readouterr().err
    print_refusal(refusal, debug=True)
    assert "ZeroDivisionError: by nothing" in capsys.readouterr().err
