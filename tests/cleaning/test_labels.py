"""The signs that open the items of a list are furniture, where the text has several."""

import pytest

from reportedly.cleaning.sentences import split_sentences


def furniture(text: str) -> list[str]:
    return [one.span.of(text) for one in split_sentences(text, language="en") if one.furniture]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("- A bomb went off in Dorn.\n\n- Two men were shot in Kesh.", ["-", "-"]),
        ("• A bomb went off in Dorn.\n• Two men were shot in Kesh.", ["•", "•"]),
        ("1. A bomb went off in Dorn.\n\n2. Two men were shot in Kesh.", ["1.", "2."]),
        ("17:42 The army left.\n\n16:05 Sirens in Dorn.\n\n**9:20** Shots in Kesh.", ["17:42", "16:05", "**9:20**"]),
    ],
)
def test_the_signs_of_a_list_are_furniture(text: str, signs: list[str]) -> None:
    assert furniture(text) == signs


@pytest.mark.parametrize(
    "text",
    [
        "- A bomb went off in Dorn.\n\nTwo men were shot in Kesh.",
        "17:42 The army left.\n\n16:05 Sirens in Dorn.\n\nShots were heard in Kesh.",
        "2 men were shot in Dorn.\n\n3 women fled to Kesh.",
        "A well-known village was shelled.\n\nA truck was hit.",
    ],
)
def test_what_stands_alone_is_no_sign_of_a_list(text: str) -> None:
    assert furniture(text) == []


def test_what_a_sign_opens_is_told_without_it() -> None:
    text = "- A bomb went off in Dorn.\n\n- Two men were shot in Kesh."
    told = [one.span.of(text) for one in split_sentences(text, language="en") if not one.furniture]
    assert told == ["A bomb went off in Dorn.", "Two men were shot in Kesh."]
