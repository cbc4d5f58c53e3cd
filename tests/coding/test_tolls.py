"""Totals of tolls built by hand, and the algebra that holds for any."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.coding.tolls import combine
from reportedly.records.counts import Count
from reportedly.records.mentions import Toll
from reportedly.records.spans import Span


def toll(at: int, count: Count, group: str | None = None, *, effect: str = "killed", **flags: bool) -> Toll:
    """A toll on its own ten characters from ``at``."""
    return Toll(span=Span(at, at + 10), effect=effect, count=count, group=group, **flags)


def counts() -> st.SearchStrategy[Count]:
    exact = st.integers(0, 300).map(Count.exactly)
    floor = st.integers(1, 300).map(Count.at_least)
    ceiling = st.integers(1, 300).map(lambda high: Count(None, high))
    return st.one_of(exact, floor, ceiling)


def tolls() -> st.SearchStrategy[list[Toll]]:
    one = st.builds(
        Toll,
        span=st.tuples(st.integers(0, 200), st.integers(1, 25)).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
        effect=st.sampled_from(["killed", "injured", "harmed", "abducted", "casualties"]),
        count=counts(),
        group=st.sampled_from(
            [None, "people", "soldiers", "others", "civilian", "Omar Vell", "another man", "children"]
        ),
        part=st.booleans(),
        attackers=st.booleans(),
        cumulative=st.booleans(),
        rival=st.booleans(),
    )
    return st.lists(one, max_size=7)


EFFECTS = st.sampled_from(["killed", "injured", "abducted"])


@given(tolls().flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), EFFECTS, st.booleans())
def test_the_order_of_tolls_does_not_matter(pair: tuple[list[Toll], list[Toll]], effect: str, attackers: bool) -> None:
    one, other = pair
    assert combine(one, effect, attackers=attackers) == combine(other, effect, attackers=attackers)


@given(tolls(), EFFECTS)
def test_telling_every_toll_twice_changes_nothing(found: list[Toll], effect: str) -> None:
    assert combine(found + found, effect) == combine(found, effect)


@given(tolls(), EFFECTS)
def test_parts_cumulative_figures_and_attackers_change_nothing(found: list[Toll], effect: str) -> None:
    counted = [one for one in found if not (one.part or one.cumulative or one.attackers)]
    assert combine(found, effect) == combine(counted, effect)


@given(st.integers(1, 300))
def test_one_figure_is_its_own_total(number: int) -> None:
    assert combine([toll(0, Count.exactly(number))], "killed") == Count.exactly(number)


@given(st.integers(2, 300), st.integers(2, 300))
def test_figures_of_one_phrase_add_up(one: int, other: int) -> None:
    phrase = [toll(0, Count.exactly(one), "soldiers"), toll(0, Count.exactly(other), "civilians")]
    assert combine(phrase, "killed") == Count.exactly(one + other)


def test_nothing_told_is_no_total() -> None:
    assert combine([], "killed") is None
    assert combine([toll(0, Count.exactly(2), effect="injured")], "killed") is None


def test_disagreeing_totals_give_the_lowest_and_the_highest() -> None:
    assert combine([toll(0, Count.exactly(18), "people"), toll(20, Count.exactly(24), "people")], "killed") == Count(
        18, 24
    )


def test_at_least_four_beside_four_is_four() -> None:
    assert combine(
        [toll(0, Count.at_least(4), "people"), toll(20, Count.exactly(4), "people")], "killed"
    ) == Count.exactly(4)


def test_a_vague_word_gives_way_to_a_number() -> None:
    assert combine(
        [toll(0, Count.at_least(24), "people"), toll(20, Count.exactly(31), "people")], "killed"
    ) == Count.exactly(31)


def test_subtotals_beside_their_sum_are_not_a_disagreement() -> None:
    told = [
        toll(0, Count.exactly(96), "people"),
        toll(20, Count.at_least(79), "people"),
        toll(40, Count.exactly(17), "people"),
    ]
    assert combine(told, "killed") == Count.exactly(96)


def test_a_zero_of_one_group_says_nothing_of_the_total() -> None:
    assert combine([toll(0, Count.exactly(0), "civilian")], "killed") is None
    assert combine([toll(0, Count.exactly(0))], "killed") == Count.exactly(0)


def test_a_death_outweighs_nobody_killed() -> None:
    assert combine([toll(0, Count.exactly(0)), toll(20, Count.exactly(2), "people")], "killed") == Count.exactly(2)


def test_two_names_are_two_people() -> None:
    assert combine(
        [toll(0, Count.exactly(1), "Omar Vell"), toll(20, Count.exactly(1), "Dana Pell")], "killed"
    ) == Count.exactly(2)


def test_a_last_name_is_the_same_person() -> None:
    assert combine(
        [toll(0, Count.exactly(1), "Omar Vell"), toll(20, Count.exactly(1), "Vell")], "killed"
    ) == Count.exactly(1)


def test_the_dead_are_taken_off_the_people_shot() -> None:
    told = [toll(0, Count.exactly(16), "people", effect="harmed"), toll(20, Count.exactly(1), "man")]
    assert combine(told, "injured") == Count.exactly(15)


def test_attackers_are_added_where_asked_for() -> None:
    told = [toll(0, Count.exactly(1), "clerk"), toll(20, Count.exactly(1), "gunman", attackers=True)]
    assert combine(told, "killed") == Count.exactly(1)
    assert combine(told, "killed", attackers=True) == Count.exactly(2)


def test_an_open_figure_below_a_headline_keeps_the_number_open() -> None:
    headline, lead = toll(0, Count.exactly(26)), toll(20, Count.at_least(26), "people")
    assert combine([headline, lead], "killed") == Count.at_least(26)


def test_a_plural_without_a_number_opens_no_figure() -> None:
    assert combine([toll(0, Count.exactly(2), "boys"), toll(20, Count.at_least(2), "boys")], "killed") == Count.exactly(
        2
    )


def test_a_total_below_one_group_of_the_dead_is_an_earlier_word() -> None:
    told = [
        toll(0, Count.exactly(7), "soldiers"),
        toll(20, Count.exactly(7), "soldiers"),
        toll(40, Count.exactly(5)),
        toll(60, Count.exactly(2), "jawans"),
    ]
    assert combine(told, "killed") == Count.exactly(7)


def test_a_rival_figure_far_above_title_and_lead_moves_nothing() -> None:
    told = [toll(at, Count.exactly(7), "soldiers") for at in (0, 20)]
    assert combine([*told, toll(40, Count.exactly(30), "soldiers")], "killed") == Count.exactly(7)


def test_a_figure_close_to_title_and_lead_disagrees_with_them() -> None:
    told = [toll(at, Count.exactly(7), "soldiers") for at in (0, 20)]
    assert combine([*told, toll(40, Count.exactly(9), "soldiers")], "killed") == Count(7, 9)


def test_a_lone_figure_of_one_disagrees_with_the_two_who_are_told() -> None:
    named = [toll(0, Count.exactly(1), "teacher"), toll(0, Count.exactly(1), "watchman")]
    assert combine([*named, toll(20, Count.exactly(1))], "killed") == Count(1, 2)


def test_parts_that_add_up_to_the_headline_close_no_open_figure() -> None:
    parts = [toll(40, Count.exactly(15), "men"), toll(40, Count.exactly(11), "women")]
    assert combine([toll(0, Count.exactly(26)), toll(20, Count.at_least(26), "people"), *parts], "killed") == Count(
        26, None
    )


def test_more_others_than_any_group_holds_are_the_total() -> None:
    told = [
        toll(0, Count.exactly(11), "others", effect="injured"),
        toll(20, Count.exactly(3), "villagers", effect="injured"),
    ]
    assert combine(told, "injured") == Count.exactly(11)


def test_a_floor_that_a_later_figure_outruns_is_the_lowest() -> None:
    assert combine([toll(0, Count.at_least(6)), toll(20, Count.exactly(7))], "killed") == Count(6, 7)


def test_a_floor_told_after_the_figure_changes_nothing() -> None:
    assert combine([toll(0, Count.exactly(7)), toll(20, Count.at_least(6))], "killed") == Count.exactly(7)


def test_dozens_that_a_count_fills_in_are_no_figure_of_their_own() -> None:
    assert combine([toll(0, Count.at_least(24)), toll(20, Count.exactly(30))], "killed") == Count.exactly(30)


def test_a_rival_s_figure_stands_beside_the_total_however_far_off() -> None:
    told = [toll(0, Count.exactly(9)), toll(20, Count.exactly(4), "gendarmes", rival=True)]
    assert combine(told, "killed") == Count(4, 9)
    assert combine([told[0], toll(20, Count.exactly(4), "gendarmes")], "killed") == Count.exactly(9)


def test_a_rival_s_figure_alone_is_the_total() -> None:
    assert combine([toll(0, Count.exactly(4), rival=True)], "killed") == Count.exactly(4)


def test_a_rival_s_figure_leaves_an_open_total_open() -> None:
    told = [toll(0, Count.at_least(9)), toll(20, Count.exactly(12), rival=True)]
    assert combine(told, "killed") == Count.at_least(9)
