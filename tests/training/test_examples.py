import re

import pytest

from training.examples import Pieces, tagged, training_windows
from training.spans import OUTSIDE, Span

NOTHING: dict[str, list[object]] = {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
TEXT = "A bomb hit the depot. The bomb was small."
ATTACK = {**NOTHING, "Weapon": [[{"text": "bomb", "start": 2}]], "Target": [[{"text": "the depot", "start": 11}]]}
RECORD = {"id": "one", "text": TEXT, "templates": [ATTACK, ATTACK]}


def by_word(text: str) -> Pieces:
    found = list(re.finditer(r"\w+", text))
    return [len(match.group()) for match in found], [match.span() for match in found]


def test_a_records_fills_stand_where_its_text_has_them() -> None:
    assert tagged(RECORD) == (TEXT, [Span(2, 6, "Weapon"), Span(11, 20, "Target"), Span(26, 30, "Weapon")])


def test_a_record_without_incidents_teaches_that_nothing_is_there() -> None:
    made = training_windows([{"id": "two", "text": "All was quiet.", "templates": []}], by_word, 8)
    assert [one.labels for one in made] == [(OUTSIDE,) * 3]


def test_windows_hold_their_size_and_the_labels_of_their_own_pieces() -> None:
    made = training_windows([RECORD], by_word, 5)
    assert [one.labels for one in made] == [(0, 9, 0, 5, 6), (0, 9, 0, 0)]
    assert [one.ids for one in made] == [(1, 4, 3, 3, 5), (3, 4, 3, 5)]


def test_a_record_of_another_shape_is_named() -> None:
    with pytest.raises(TypeError, match="three: templates: a list is wanted"):
        tagged({"id": "three", "text": "", "templates": None})
