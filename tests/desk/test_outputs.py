from io import UnsupportedOperation
from pathlib import Path

import pytest

from reportedly.desk.outputs import whole_file


def test_a_file_stands_under_its_name_only_once_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "told.csv"
    with whole_file(out) as stream:
        stream.write(b"one")
        assert not out.exists()
    assert out.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [out]


def test_what_fails_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    out = tmp_path / "told.csv"
    out.write_bytes(b"old")
    with pytest.raises(UnsupportedOperation), whole_file(out) as stream:
        stream.read()
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_place_that_cannot_be_written_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "no-folder" / "told.csv"
    with pytest.raises(OSError, match=r"told\.csv") as refused, whole_file(out):
        pass
    assert refused.value.filename == str(out)
