"""A user's own files: read once, checked before the first report, and told with."""

from pathlib import Path

import pytest

import reportedly
from reportedly.errors import DataError
from reportedly.pipeline.additions import read_addition
from reportedly.pipeline.run import read_and_tell
from reportedly.records.additions import Addition, Additions

PLACES = '[[places]]\nname = "Camp Zahrin"\nkind = "facility"\ncountry = "IQ"\nlat = 33.1\nlon = 44.2\n'
TEXT = "Two drones were shot down over Camp Zahrin on Tuesday, an official said."


@pytest.fixture
def places(tmp_path: Path) -> Path:
    path = tmp_path / "places.toml"
    path.write_text(PLACES, encoding="utf-8")
    return path


def test_a_place_of_the_users_own_gets_its_point(places: Path) -> None:
    (incident,) = reportedly.tell(text=TEXT, gazetteer=places).incidents
    assert incident.where is not None
    assert (incident.where.place_id, incident.where.lat) == ("user:camp-zahrin-iq", 33.1)


def test_a_file_is_checked_before_the_first_report() -> None:
    with pytest.raises(DataError, match=r"own\.toml, line 1: kind must be"):
        read_and_tell([], additions=Additions(gazetteer=Addition("own.toml", PLACES.replace("facility", "fort"))))


def test_no_file_is_no_addition() -> None:
    assert read_addition(None) is None


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml: cannot be read: No such file"):
        read_addition(tmp_path / "none.toml")


def test_a_file_in_another_encoding_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes(b"name,kind\nC\xf3rdoba,city\n")
    with pytest.raises(DataError, match=r"latin\.csv, line 2: not UTF-8"):
        read_addition(tmp_path / "latin.csv")
