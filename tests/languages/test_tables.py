"""Which folder reads a language, and what is said where a layer is missing or broken."""

from pathlib import Path

import pytest

from reportedly.errors import DataError
from reportedly.languages.tables import FALLBACK, languages, spoken, table


def test_english_has_a_folder() -> None:
    assert "en" in languages()
    assert FALLBACK in languages()


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "en-US-x-news"])
def test_every_english_is_read_as_english(code: str) -> None:
    assert spoken(code) == "en"


@pytest.mark.parametrize("code", ["zz", "", "not-a-language"])
def test_a_language_without_a_folder_is_read_by_the_fallback(code: str) -> None:
    assert spoken(code) == FALLBACK


def test_a_layer_is_a_table() -> None:
    assert isinstance(table("en", "triggers"), dict)
    assert table("en", "triggers")


def test_a_missing_layer_is_named_with_its_language() -> None:
    with pytest.raises(DataError, match=r"cookery\.toml.*'en'.*'cookery'"):
        table("en", "cookery")


def test_a_missing_language_is_a_wrong_data_file() -> None:
    with pytest.raises(DataError, match="'zz'"):
        table("zz", "triggers")


def test_a_layer_that_is_no_toml_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "broken.toml").write_text("words = [", encoding="utf-8")
    monkeypatch.setattr("reportedly.languages.tables.resources.files", lambda _: tmp_path)
    with pytest.raises(DataError, match=r"broken\.toml: not TOML"):
        table("en", "broken")
