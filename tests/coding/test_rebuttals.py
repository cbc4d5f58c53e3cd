"""Denials by the accused, told by a word that points back at them."""

import pytest

import reportedly

ACCUSED = "Shells killed four people in Goma on Sunday. The army accused the Upland Front. "


def denials(text: str) -> list[tuple[str, str | None]]:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    return [(row.name, row.by) for row in incident.perpetrators if row.basis == "denied"]


@pytest.mark.parametrize(
    "answer",
    [
        "The front denied it in a leaflet.",
        "The band denied it in a leaflet.",
        "The front said its men had shot at nobody.",
        "The front said its fighters had not shelled the town.",
    ],
)
def test_the_accused_denies_by_a_word_that_points_back_at_it(answer: str) -> None:
    assert denials(ACCUSED + answer) == [("Upland Front", "Upland Front")]


@pytest.mark.parametrize(
    "answer",
    [
        "The front said its men had buried the dead.",
        "The bank denied it in a leaflet.",
        "It rained. " * 4 + "The front denied it.",
    ],
)
def test_what_denies_no_deed_or_points_at_somebody_else_is_no_denial_of_the_accused(answer: str) -> None:
    assert denials(ACCUSED + answer) == []


def test_a_speaker_that_bears_the_name_of_the_accused_denies_what_is_its_own() -> None:
    accused = "Shells killed four people in Goma on Sunday. The mayor accused the army. "
    told = denials(accused + "The army council denied that any of its guns had been used.")
    assert told == [("army", "army council")]
    assert denials(accused + "The army council denied that a truce had been near.") == []
