"""Floors rise by command, fall by decision, and a figure below one is named."""

from pathlib import Path

import pytest

from bench.floors import Fall, ceilings_from, falls, floors_from, lowered, raised, write
from bench.measures import Measure


def measure(value: float | None, *, key: str = "part.f", lower: bool = False) -> Measure:
    return Measure(key=key, label="", value=value, lower_is_better=lower)


def test_a_figure_below_its_floor_falls() -> None:
    assert falls([measure(59.0)], {"part.f": 60.0}) == [Fall(measure(59.0), 60.0)]


@pytest.mark.parametrize("value", [59.96, 60.0, 61.0])
def test_a_figure_at_its_floor_or_above_holds(value: float) -> None:
    assert falls([measure(value)], {"part.f": 60.0}) == []


def test_a_figure_that_is_gone_falls() -> None:
    assert len(falls([measure(None)], {"part.f": 60.0})) == 1


def test_a_ceiling_works_the_other_way() -> None:
    assert falls([measure(1.0, lower=True)], {"part.f": 0.0}) != []
    assert falls([measure(0.0, lower=True)], {"part.f": 0.0}) == []


def test_raising_never_lowers() -> None:
    assert raised([measure(50.0), measure(70.0, key="part.g")], {"part.f": 60.0}) == {"part.f": 60.0, "part.g": 70.0}


def test_raising_lowers_a_ceiling() -> None:
    assert raised([measure(2.0, lower=True)], {"part.f": 5.0}) == {"part.f": 2.0}


def test_lowering_takes_what_was_measured_and_keeps_what_was_not() -> None:
    assert lowered([measure(50.0)], {"part.f": 60.0, "other.f": 1.0}) == {"part.f": 50.0, "other.f": 1.0}


def test_timings_are_given_slack() -> None:
    rate, start = measure(100.0, key="speed.reports"), measure(0.1, key="speed.help_s", lower=True)
    assert raised([rate, start], {}) == {"speed.reports": 50.0, "speed.help_s": 0.2}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    write({"a.f": 60.0, "a.wrong": 0.0}, ["a.wrong"], path)
    assert floors_from(path) == {"a.f": 60.0, "a.wrong": 0.0}
    assert ceilings_from(path) == {"a.wrong"}


def test_no_floor_is_kept_of_another_tools_figure() -> None:
    rival = Measure(key="part.other", label="", value=50.0, rival=True)
    assert raised([rival], {}) == {}


def test_a_figure_that_is_only_to_be_looked_at_gives_no_floor() -> None:
    shown = Measure(key="part.shown", label="", value=50.0, floorless=True)
    assert raised([shown], {}) == {}
    assert lowered([shown], {}) == {}
