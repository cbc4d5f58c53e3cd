import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.understanding.tagger.pieces import WordPieces

KNOWN = ["[UNK]", "drone", "##s", "were", "shot", "down", ".", "-", "a", "cafe", "##e", "erbil", "京", "北", "istanbul"]
PIECES = WordPieces({piece: number for number, piece in enumerate(KNOWN)})


def cut(text: str) -> list[tuple[str, str]]:
    numbers, offsets = PIECES.of(text)
    return [(KNOWN[number], text[start:end]) for number, (start, end) in zip(numbers, offsets, strict=True)]


def test_a_word_is_cut_into_the_longest_pieces_known() -> None:
    assert cut("Drones were shot down.") == [
        ("drone", "Drone"),
        ("##s", "s"),
        ("were", "were"),
        ("shot", "shot"),
        ("down", "down"),
        (".", "."),
    ]


def test_a_word_no_pieces_make_up_is_unknown_as_a_whole() -> None:
    assert cut("dronesque") == [("[UNK]", "dronesque")]
    assert cut("a" * 101) == [("[UNK]", "a" * 101)]


def test_accents_fall_away_and_offsets_stay_those_of_the_text() -> None:
    assert cut("café, İstanbul") == [("cafe", "café"), ("[UNK]", ","), ("istanbul", "İstanbul")]
    assert cut("cafe\u0301") == [("cafe", "cafe\u0301"[:4])]


def test_ideographs_and_marks_are_words_of_their_own() -> None:
    assert cut("北京-a") == [("北", "北"), ("京", "京"), ("-", "-"), ("a", "a")]


def test_what_cannot_be_seen_parts_no_word() -> None:
    assert cut("er\u200bbil") == [("erbil", "er\u200bbil")]


def test_a_vocabulary_without_a_piece_for_the_unknown_is_refused() -> None:
    with pytest.raises(KeyError):
        WordPieces({"a": 0})


@given(st.text(max_size=60))
def test_pieces_stand_in_order_inside_the_text(text: str) -> None:
    _, offsets = PIECES.of(text)
    assert all(0 <= start < end <= len(text) for start, end in offsets)
    assert all(before[0] <= after[0] for before, after in itertools.pairwise(offsets))
