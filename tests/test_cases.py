"""Each folder of ``tests/cases`` is one story: a report, and what it must tell, written before the code.

``unmet.toml`` names the stories the product does not tell rightly yet, and what is wrong; a story that is told rightly
after all fails until it is taken off the list.
"""

import tomllib
from pathlib import Path

import pytest

from bench.cases import case_folders, missed

UNMET = tomllib.loads(Path(__file__).parent.joinpath("cases", "unmet.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", [f for f in case_folders() if f.name not in UNMET], ids=lambda folder: folder.name)
def test_a_story_is_told_as_expected(folder: Path) -> None:
    lines = missed(folder)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("name", sorted(UNMET))
def test_an_unmet_story_is_still_unmet_and_says_why(name: str) -> None:
    assert UNMET[name]
    assert missed(next(folder for folder in case_folders() if folder.name == name))
