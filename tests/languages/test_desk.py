import pytest

from reportedly.errors import DataError
from reportedly.languages import desk
from reportedly.languages.desk import desk_words


@pytest.fixture
def raw(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the file holds instead, until the test is over."""
    held: dict[str, object] = {"stage": {"thwarted": "stopped"}, "month": {"names": [str(n) for n in range(12)]}}
    monkeypatch.setattr(desk, "table", lambda _code, _layer: held)
    monkeypatch.setattr(desk, "desk_words", desk_words.__wrapped__)
    return held


@pytest.mark.usefixtures("raw")
def test_labels_and_months_are_read() -> None:
    words = desk.desk_words("en")
    assert (words.tables["stage"]["thwarted"], words.months[11]) == ("stopped", "11")


def test_a_year_without_twelve_months_is_named(raw: dict[str, object]) -> None:
    raw["month"] = {"names": ["January"]}
    with pytest.raises(DataError, match=r"languages/en/desk\.toml: \[month\]"):
        desk.desk_words("en")


def test_a_label_that_is_no_word_is_named_by_its_table(raw: dict[str, object]) -> None:
    raw["stage"] = {"thwarted": 4}
    with pytest.raises(DataError, match=r"\[stage\]"):
        desk.desk_words("en")


def test_a_language_without_a_folder_gets_the_fallbacks_labels() -> None:
    assert desk_words("fr").language == "en"
