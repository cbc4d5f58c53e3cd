import re

import pytest

from reportedly.understanding.tagger.labels import OUTSIDE, Tag
from training.examples import Pieces, attributed, filled, taught

NOTHING: dict[str, list[object]] = {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
TEXT = "A bomb hit the depot. The bomb was small."
ATTACK = {**NOTHING, "Weapon": [[{"text": "bomb", "start": 2}]], "Target": [[{"text": "the depot", "start": 11}]]}
RECORD = {"id": "one", "text": TEXT, "templates": [ATTACK, ATTACK]}


def by_word(text: str) -> Pieces:
    found = list(re.finditer(r"\w+", text))
    return [len(match.group()) for match in found], [match.span() for match in found]


def test_a_records_fills_stand_where_its_text_has_them() -> None:
    assert filled(RECORD) == (TEXT, [Tag(2, 6, "Weapon"), Tag(11, 20, "Target"), Tag(26, 30, "Weapon")])


def test_a_record_without_incidents_teaches_that_nothing_is_there() -> None:
    made = taught("roles", [filled({"id": "two", "text": "All was quiet.", "templates": []})], by_word, 8)
    assert [one.labels for one in made] == [{"roles": (OUTSIDE,) * 3}]


def test_windows_hold_their_size_and_the_labels_of_their_own_pieces() -> None:
    made = taught("roles", [filled(RECORD)], by_word, 5)
    assert [one.labels for one in made] == [{"roles": (0, 9, 0, 5, 6)}, {"roles": (0, 9, 0, 0)}]
    assert [one.ids for one in made] == [(1, 4, 3, 3, 5), (3, 4, 3, 5)]


def test_a_record_of_another_shape_is_named() -> None:
    with pytest.raises(TypeError, match="three: templates: a list is wanted"):
        filled({"id": "three", "text": "", "templates": None})


def test_the_parts_of_an_attribution_stand_where_they_were_marked() -> None:
    said = {"source": [{"start": 0, "end": 3}], "cue": [{"start": 4, "end": 8}], "content": [{"start": 9, "end": 20}]}
    record = {"id": "four", "text": "Ada said it was quiet.", "attributions": [said, {**said, "cue": []}]}
    assert attributed(record) == (
        "Ada said it was quiet.",
        [Tag(0, 3, "source"), Tag(4, 8, "cue"), Tag(9, 20, "content")],
    )


def test_attributions_of_another_shape_are_named() -> None:
    with pytest.raises(TypeError, match="five: attributions: a list is wanted"):
        attributed({"id": "five", "text": "", "attributions": 1})
