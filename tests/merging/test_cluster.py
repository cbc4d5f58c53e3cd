"""Clusters of a component: what is joined, what never is, and that no order shows."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reportedly.merging.bonds import Bonds
from reportedly.merging.cluster import cluster
from reportedly.merging.profile import Profile, profile
from reportedly.records.judgements import Judgement, Verdict
from tests.merging.made import member


def judged(first: str, second: str, score: float) -> Judgement:
    verdict = Verdict.SAME if score >= 0 else Verdict.DIFFERENT
    return Judgement(first=first, second=second, verdict=verdict, score=score, reasons=(), method="hand")


def nodes(*ids: str, report: str | None = None) -> dict[str, Profile]:
    return {one: profile(member(one, report)) for one in ids}


def test_pairs_judged_one_are_joined_and_others_stand_alone() -> None:
    assert cluster(nodes("a", "b", "c"), [judged("a", "b", 1.0), judged("b", "c", -1.0)], Bonds()) == (
        ("a", "b"),
        ("c",),
    )


def test_a_chain_holds_only_where_its_ends_do_not_speak_against_it_more() -> None:
    chain = [judged("a", "b", 3.0), judged("b", "c", 2.0)]
    assert cluster(nodes("a", "b", "c"), [*chain, judged("a", "c", -1.0)], Bonds()) == (("a", "b", "c"),)
    assert cluster(nodes("a", "b", "c"), [*chain, judged("a", "c", -2.5)], Bonds()) == (("a", "b"), ("c",))


def test_what_a_person_called_one_is_one_against_every_judgement() -> None:
    bonds = Bonds(same=frozenset({("a", "b")}))
    assert cluster(nodes("a", "b"), [judged("a", "b", -9.0)], bonds) == (("a", "b"),)


def test_what_a_person_called_two_is_never_joined_not_by_a_chain_either() -> None:
    bonds = Bonds(different=frozenset({("a", "c")}))
    pairs = [judged("a", "b", 3.0), judged("b", "c", 2.0), judged("a", "c", 5.0)]
    assert cluster(nodes("a", "b", "c"), pairs, bonds) == (("a", "b"), ("c",))


def test_two_main_incidents_of_one_report_are_never_joined_by_a_chain() -> None:
    profiles = nodes("a", "c", report="r") | nodes("b")
    assert cluster(profiles, [judged("a", "b", 3.0), judged("b", "c", 2.0)], Bonds()) == (("a", "b"), ("c",))
    bonds = Bonds(same=frozenset({("a", "c")}))
    assert cluster(profiles, [judged("a", "b", 3.0), judged("b", "c", 2.0)], bonds) == (("a", "b", "c"),)


@given(st.lists(st.integers(-3, 3), min_size=15, max_size=15), st.randoms(use_true_random=False))
def test_the_order_of_judgements_and_members_does_not_matter(scores: list[int], dice: object) -> None:
    ids = "abcdef"
    pairs = [
        judged(one, other, score / 2)
        for (one, other), score in zip(itertools.combinations(ids, 2), scores, strict=True)
    ]
    expected = cluster(nodes(*ids), pairs, Bonds())
    mixed, shuffled = list(ids), list(pairs)
    dice.shuffle(mixed)
    dice.shuffle(shuffled)
    assert cluster(nodes(*mixed), shuffled, Bonds()) == expected
