import datetime as dt

import pytest
import typer

from reportedly.desk.answers import Format
from reportedly.desk.arguments import FORMATS, format_named, is_same, moment_named, near


def test_the_formats_offered_are_those_there_are() -> None:
    assert tuple(Format) == FORMATS


def test_a_format_is_known_in_any_case() -> None:
    assert format_named("HTML") is Format.HTML
    assert format_named(None) is None


@pytest.mark.parametrize(("word", "meant"), [("josnl", "jsonl"), ("tabel", "table"), ("htm", "html")])
def test_a_misspelt_format_is_answered_with_the_nearest(word: str, meant: str) -> None:
    with pytest.raises(typer.BadParameter, match=f"Did you mean {meant}"):
        format_named(word)


def test_nothing_is_near_a_word_that_is_like_nothing() -> None:
    assert near("xyz", FORMATS) == []


@pytest.mark.parametrize(
    ("word", "moment"),
    [
        ("2023-10-18", dt.date(2023, 10, 18)),
        (" 2023-10-18T14:30 ", dt.datetime(2023, 10, 18, 14, 30)),  # noqa: DTZ001 - local, as typed
        ("2023-10-18T14:30+03:00", dt.datetime(2023, 10, 18, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=3)))),
    ],
)
def test_days_and_times_are_read_as_iso_writes_them(word: str, moment: dt.date) -> None:
    assert moment_named(word, option="--published") == moment


@pytest.mark.parametrize("word", ["yesterday", "18/10/2023", "2023-13-01", ""])
def test_what_is_no_date_is_answered_with_how_to_write_one(word: str) -> None:
    with pytest.raises(typer.BadParameter, match="Write a day as 2023-10-18"):
        moment_named(word, option="--published")


def test_case_joints_and_a_plural_make_no_other_word() -> None:
    assert is_same("Car Bombs", "car_bomb")
    assert not is_same("car", "car_bomb")
