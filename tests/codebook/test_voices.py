"""Which state speaks through a speaker."""

import pytest

from reportedly.codebook.voices import state_called, state_in


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Israel", "state:IL"),
        ("the Israeli military", "state:IL"),
        ("Iraqi officials", "state:IQ"),
        ("the Pentagon", "state:US"),
        ("Kyiv", "state:UA"),
        ("Ukraine's air force", "state:UA"),
        ("Russian defence ministry", "state:RU"),
        ("a spokesman for the Turkish army", "state:TR"),
        ("THE PENTAGON", "state:US"),
    ],
)
def test_a_speaker_speaks_for_the_state_in_its_name(name: str, state: str) -> None:
    assert state_in(name) == state


@pytest.mark.parametrize("name", ["", "the mayor", "an official", "a witness", "Hamas", "Jordana Vell"])
def test_a_name_without_a_state_speaks_for_none(name: str) -> None:
    assert state_in(name) is None


@pytest.mark.parametrize(("word", "state"), [("Israeli", "state:il"), ("russian", "state:ru"), ("Iraqi", "state:iq")])
def test_an_adjective_calls_its_state(word: str, state: str) -> None:
    assert state_called(word) == state


@pytest.mark.parametrize("word", ["Israel", "Moscow", "rebel", ""])
def test_a_name_a_capital_and_any_other_word_call_none(word: str) -> None:
    assert state_called(word) is None
