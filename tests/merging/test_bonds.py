"""What people decided: the newest word holds, an undo takes one back, chains break nothing newer."""

from reportedly.merging.bonds import bonds
from reportedly.records.judgements import Act
from reportedly.records.standing import standing
from tests.merging.made import decision


def test_same_and_different_tie_and_part_their_pairs() -> None:
    found = bonds([decision("1", Act.SAME, "b", "a"), decision("2", Act.DIFFERENT, "c", "d")])
    assert (found.same, found.different) == (frozenset({("a", "b")}), frozenset({("c", "d")}))


def test_the_newer_of_two_words_on_a_pair_holds() -> None:
    same, different = decision("1", Act.SAME, "a", "b"), decision("2", Act.DIFFERENT, "a", "b", minute=1)
    assert bonds([same, different]) == bonds([different, same]) == bonds([different])


def test_an_older_word_that_a_newer_chain_rules_out_is_left_aside() -> None:
    older = decision("1", Act.DIFFERENT, "a", "c")
    chain = [decision("2", Act.SAME, "a", "b", minute=1), decision("3", Act.SAME, "b", "c", minute=2)]
    assert not bonds([older, *chain]).different
    newer = decision("4", Act.DIFFERENT, "a", "c", minute=3)
    assert bonds([newer, *chain]).same == frozenset({("b", "c")})


def test_an_undo_takes_a_decision_back_and_can_be_undone() -> None:
    same, undo = decision("1", Act.SAME, "a", "b"), decision("2", Act.UNDO, undoes="1", minute=1)
    again = decision("3", Act.UNDO, undoes="2", minute=2)
    assert standing([same, undo]) == ()
    assert standing([same, undo, again]) == (same,)


def test_a_split_keeps_those_who_leave_together_and_apart_from_the_rest() -> None:
    found = bonds([decision("1", Act.SPLIT, "a", "b", rest=("c", "d"))])
    assert found.same == frozenset({("a", "b")})
    assert found.different == frozenset({("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")})
    assert found.named() == frozenset("abcd")
