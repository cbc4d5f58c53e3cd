from hypothesis import given
from hypothesis import strategies as st

from reportedly.understanding.tagger.labels import HEADS, OUTSIDE, Tag, tags_of
from training.alignment import labels_of, mentions

TEXT = "Gunmen shot Mayor Ana Ruiz. Ruiz, a mayor, died; the gunmen fled."


def test_every_mention_of_a_fill_is_marked_in_any_case() -> None:
    found = mentions(TEXT, {"PerpInd": ["gunmen"]})
    assert [TEXT[one.start : one.end] for one in found] == ["Gunmen", "gunmen"]


def test_the_longest_of_overlapping_fills_stays() -> None:
    found = mentions(TEXT, {"Victim": ["Ruiz", "Ana Ruiz"], "Target": ["Mayor Ana"]})
    assert [(TEXT[one.start : one.end], one.role) for one in found] == [
        ("Mayor Ana", "Target"),
        ("Ruiz", "Victim"),
        ("Ruiz", "Victim"),
    ]


def test_a_fill_inside_a_word_is_no_mention() -> None:
    assert mentions("armed, unarmed", {"Weapon": ["arm"]}) == []


def test_an_empty_fill_marks_nothing() -> None:
    assert mentions(TEXT, {"Weapon": ["", " "]}) == []


def test_pieces_of_one_span_begin_once_and_go_on() -> None:
    tags = [Tag(0, 4, "PerpOrg"), Tag(5, 9, "PerpOrg")]
    assert labels_of("roles", tags, [(0, 2), (2, 4), (5, 9), (9, 10)]) == [3, 4, 3, OUTSIDE]


@given(st.data(), st.sampled_from(list(HEADS)))
def test_labels_say_the_spans_they_were_made_from(data: st.DataObject, head: str) -> None:
    role = st.sampled_from((None, *HEADS[head]))
    parts = data.draw(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3), role), max_size=12))
    tags, offsets, at = [], [], 0
    for pieces, gap, role_here in parts:
        offsets += [(at + piece, at + piece + 1) for piece in range(pieces)]
        if role_here is not None:
            tags.append(Tag(at, at + pieces, role_here))
        at += pieces + gap
    labels = [(label, 1.0) for label in labels_of(head, tags, offsets)]
    assert tags_of(head, labels, offsets) == tags
