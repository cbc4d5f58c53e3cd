"""Growing a shelf member by member gives what merging all at once gives, in any order."""

import datetime as dt
import random
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.merging import grow
from reportedly.merging.bonds import Bonds, bonds
from reportedly.merging.profile import Profile, profile
from reportedly.merging.shelf import MemoryShelf
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Member, Passage
from reportedly.records.vocabulary import IncidentType
from tests.merging.made import DAY, decision, member, when, where

PLACES = (where("Tolbara"), where("Nem", lat=10.1, lon=20.1), where("Ossa", lat=31.0, lon=40.0), None)
TYPES = (IncidentType.MISSILE_ATTACK, IncidentType.DRONE_ATTACK, IncidentType.THREAT)


@st.composite
def stories(draw: st.DrawFn) -> list[Member]:
    size = draw(st.integers(1, 24))
    rows = st.tuples(
        st.integers(0, 9),
        st.booleans(),
        st.sampled_from([0, 0, 0, 1, 2, 9]),
        st.sampled_from(PLACES),
        st.sampled_from(TYPES),
        st.booleans(),
    )
    return [
        member(
            f"{draw(st.integers(0, 10**6)):06}-{at}",
            f"report-{report}",
            main=main,
            when=when(DAY + dt.timedelta(days)) if dated else None,
            where=place,
            type=kind,
        )
        for at in range(size)
        for report, main, days, place, kind, dated in [draw(rows)]
    ]


def state(shelf: MemoryShelf) -> list[object]:
    """Everything a shelf holds, in an order of its own."""
    ids = shelf.ids()
    return [
        [shelf.incident(one) for one in ids],
        [shelf.attachment(one) for one in ids],
        [sorted(shelf.judgements(one), key=lambda judged: (judged.first, judged.second)) for one in ids],
        [sorted(shelf.followers(one)) for one in ids],
        [sorted(shelf.members(one)) for one in ids],
    ]


def at_once(profiles: list[Profile], decided: Bonds) -> MemoryShelf:
    shelf = MemoryShelf(decided)
    grow.add(shelf, profiles)
    return shelf


@pytest.mark.parametrize("front", [1, 2, 3, 24])
@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False), st.data())
def test_one_by_one_in_any_order_is_all_at_once(
    front: int, members: list[Member], dice: random.Random, data: st.DataObject
) -> None:
    profiles = [profile(one) for one in members]
    ids = [one.id for one in profiles]
    pairs = st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.booleans()), max_size=3)
    decided = bonds(ties(data.draw(pairs)))
    with mock.patch.object(grow, "FRONT", front):
        whole = state(at_once(profiles, decided))
        dice.shuffle(profiles)
        shelf = MemoryShelf(decided)
        for one in profiles:
            grow.add(shelf, [one])
        assert state(shelf) == whole


@pytest.mark.parametrize("front", [1, 3])
@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_what_is_removed_leaves_no_trace(front: int, members: list[Member], dice: random.Random) -> None:
    profiles = [profile(one) for one in members]
    gone = {one.id for one in profiles if dice.random() < 0.4}
    with mock.patch.object(grow, "FRONT", front):
        shelf = at_once(profiles, Bonds())
        for one in sorted(gone, key=lambda _: dice.random()):
            grow.remove(shelf, [one])
        assert state(shelf) == state(at_once([one for one in profiles if one.id not in gone], Bonds()))


@settings(max_examples=60, deadline=None)
@given(stories(), st.data())
def test_a_decision_later_is_a_decision_before(members: list[Member], data: st.DataObject) -> None:
    profiles = [profile(one) for one in members]
    ids = [one.id for one in profiles]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.booleans()), max_size=3))
    decided = bonds(ties(pairs))
    with mock.patch.object(grow, "FRONT", 2):
        shelf = at_once(profiles, Bonds())
        shelf.decided = decided
        grow.decide(shelf, decided.named())
        assert state(shelf) == state(at_once(profiles, decided))
        shelf.decided = Bonds()
        grow.decide(shelf, decided.named())
        assert state(shelf) == state(at_once(profiles, Bonds()))


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_a_change_names_every_incident_that_is_not_as_before(members: list[Member], dice: random.Random) -> None:
    profiles = [profile(one) for one in members]
    dice.shuffle(profiles)
    shelf = MemoryShelf()
    with mock.patch.object(grow, "FRONT", 2):
        for one in profiles:
            before = incidents(shelf)
            change = grow.add(shelf, [one])
            after = incidents(shelf)
            assert set(change.changed) >= {name for name, held in after.items() if before.get(name) != held}
            assert set(change.gone) == before.keys() - after.keys()


def test_a_follower_follows_one_of_its_own_kind() -> None:
    passages = (Passage(incidents=(), names=("ana ostrel", "ostrel"), words=("orchard", "quarry")),)
    kinds = {"a": IncidentType.DRONE_ATTACK, "b": IncidentType.MISSILE_ATTACK, "c": IncidentType.MISSILE_ATTACK}
    told = [profile(member(one, type=kind, passages=passages)) for one, kind in kinds.items()]
    with mock.patch.object(grow, "FRONT", 2):
        attachment = at_once(told, Bonds()).attachment("c")
    assert attachment is not None
    assert (attachment.first, attachment.second) == ("b", "c")


def incidents(shelf: MemoryShelf) -> dict[str, list[str]]:
    return {name: sorted(shelf.members(name)) for one in shelf.ids() if (name := shelf.incident(one)) is not None}


def ties(pairs: list[tuple[str, str, bool]]) -> list[Decision]:
    return [
        decision(f"d{at}", Act.SAME if same else Act.DIFFERENT, one, other, minute=at)
        for at, (one, other, same) in enumerate(pairs)
        if one != other
    ]


def test_the_same_member_twice_changes_nothing() -> None:
    shelf = at_once([profile(member("a"))], Bonds())
    assert grow.add(shelf, [profile(member("a"))]) == grow.Change(changed=(), gone=())
