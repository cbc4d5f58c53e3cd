import io

import pytest

from reportedly.codebook.entries import Entry
from reportedly.desk.entries import print_entries, print_vocabularies

MORTAR = Entry(
    vocabulary="weapon",
    code="mortar",
    definition="A tube that throws shells high.",
    source="own",
    example="Mortar fire hit the camp.",
    look_alike="Bricks and mortar.",
    parent="artillery",
)
BOMB = Entry(vocabulary="type", code="bombing", definition="x", source="own", example="y", look_alike="z", parent=None)


def printed(entries: list[Entry], monkeypatch: pytest.MonkeyPatch, *, each: bool) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    stream = io.StringIO()
    (print_entries if each else print_vocabularies)(entries, stream)
    return stream.getvalue()


def test_an_entry_shows_where_it_stands_and_what_it_is_and_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = printed([MORTAR], monkeypatch, each=True)
    assert shown.startswith("mortar  weapon, under artillery\n")
    for words in (
        "A tube that throws shells high.",
        "holds for Mortar fire hit the camp.",
        "not for Bricks and mortar.",
    ):
        assert words in shown


def test_vocabularies_are_listed_with_their_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = printed([BOMB, MORTAR], monkeypatch, each=False)
    assert "type" in shown
    assert "mortar" in shown
    assert "A tube" not in shown
