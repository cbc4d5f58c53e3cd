"""The layers of ``.importlinter`` hold rooms that are placed, and nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "reportedly"
LINTER = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """The package's rooms, empty, with the contracts beside them."""
    shutil.copy(ROOT / ".importlinter", tmp_path)
    package = tmp_path / "reportedly"
    package.mkdir()
    for entry in PACKAGE.iterdir():
        if (entry / "__init__.py").exists():
            (package / entry.name).mkdir()
            (package / entry.name / "__init__.py").touch()
        elif entry.suffix == ".py":
            (package / entry.name).touch()
    return package


def checked(package: Path) -> tuple[int, str]:
    """The linter's exit status and words."""
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    call = [str(LINTER), "--no-cache"]
    done = subprocess.run(  # noqa: S603 - our own linter
        call, cwd=package.parent, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


def test_every_room_there_is_has_its_place(skeleton: Path) -> None:
    status, words = checked(skeleton)
    assert status == 0, words


def test_a_room_that_is_not_placed_fails(skeleton: Path) -> None:
    (skeleton / "utils.py").touch()
    status, words = checked(skeleton)
    assert status != 0
    assert "utils" in words


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("coding/a.py", "import reportedly.reading"),
        ("records/a.py", "import lxml"),
        ("records/b.py", "import reportedly.languages"),
        ("desk/a.py", "import httpx"),
        ("reading/a.py", "import trafilatura"),
        ("exporting/a.py", "import rich"),
        ("pipeline/a.py", "import sqlalchemy"),
        ("desk/b.py", "import sqlite3"),
    ],
)
def test_an_import_that_goes_up_or_aside_fails(skeleton: Path, module: str, line: str) -> None:
    (skeleton / module).write_text(f"{line}\n")
    assert checked(skeleton)[0] != 0
