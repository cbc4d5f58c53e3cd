"""The benchmark's command, with parts that stand in for the real ones."""

from pathlib import Path

import pytest

from bench import floors as floor_file
from bench import run
from bench.measures import Measure


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """One part, "demo", that measures 50 on the corpus "reports", and a floor of 60 for it."""
    row = Measure(key="demo.f", label="a figure", value=50.0, baseline=10.0)
    monkeypatch.setattr(run, "PARTS", (run.Part("demo", "reports", lambda _options, _folder: [row]),))
    path = tmp_path / "floors.toml"
    path.write_text('[floors]\n"demo.f" = 60.0\n', encoding="utf-8")
    for name in ("floors_from", "ceilings_from"):
        read = getattr(floor_file, name)
        monkeypatch.setattr(floor_file, name, lambda read=read: read(path))
    monkeypatch.setattr(floor_file, "write", lambda floors, _ceilings: path.write_text(f"{dict(floors)}"))
    (tmp_path / "reports").mkdir()
    return tmp_path


def test_a_figure_below_its_floor_ends_with_one_and_is_named(part: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--data", str(part)]) == 1
    shown = capsys.readouterr()
    assert "fell: demo.f is 50.0, its floor 60.0" in shown.err
    assert "50.0%" in shown.out
    assert "10.0%" in shown.out


def test_a_quick_look_checks_no_floors(part: Path) -> None:
    assert run.main(["--data", str(part), "--limit", "3"]) == 0


def test_raising_keeps_the_higher_floor(part: Path) -> None:
    assert run.main(["--data", str(part), "--raise"]) == 0
    assert (part / "floors.toml").read_text() == "{'demo.f': 60.0}"


def test_lowering_takes_the_lower_figure(part: Path) -> None:
    assert run.main(["--data", str(part), "--lower-floors"]) == 0
    assert (part / "floors.toml").read_text() == "{'demo.f': 50.0}"


def test_without_data_it_says_what_is_missing_and_where_it_comes_from(
    part: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert part.is_dir()
    assert run.main([]) == 0
    assert "not measured: reports" in capsys.readouterr().err
