"""All in memory: the same bytes in any order, in the order of export."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.exporting.merged import line
from reportedly.merging.members import members
from reportedly.merging.merge import merge
from reportedly.records.judgements import Act
from tests.merging.made import DAY, decision, member, when
from tests.merging.test_grow import stories


def test_incidents_come_by_day_then_id_unknown_days_last() -> None:
    found = merge(
        [
            member("c", when=when(DAY + dt.timedelta(90))),
            member("b", when=None, where=None, published=None),
            member("d", when=when(DAY + dt.timedelta(10)), published=DAY + dt.timedelta(10)),
            member("a"),
        ]
    )
    assert [one.id for one in found] == ["a", "d", "c", "b"]


def test_news_in_the_same_words_from_other_towns_is_of_other_attacks() -> None:
    towns = ("Quetta", "Karachi", "Lahore", "Peshawar", "Faisalabad", "Sukkur")
    said = "A missile hit a depot in {} on Wednesday, killing two workers, officials said."
    told = [reportedly.tell(text=said.format(town), id=town, published="2025-03-06") for town in towns]
    found = merge([one for telling in told for one in members(telling)])
    assert sorted(one.where.name for one in found if one.where) == sorted(towns)


def test_a_person_parts_and_ties() -> None:
    told = [member("a"), member("b"), member("c", when=when(DAY + dt.timedelta(90)))]
    assert [one.was for one in merge(told)] == [("b",), ()]
    assert [one.was for one in merge(told, [decision("1", Act.DIFFERENT, "a", "b")])] == [(), (), ()]
    assert [one.was for one in merge(told, [decision("1", Act.SAME, "a", "c")])] == [("b", "c")]


@settings(max_examples=40, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_any_order_of_members_gives_the_same_bytes(members: list, dice: random.Random) -> None:
    expected = [line(one) for one in merge(members)]
    dice.shuffle(members)
    assert [line(one) for one in merge(members)] == expected
