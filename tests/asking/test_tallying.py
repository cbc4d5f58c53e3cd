"""Incidents are counted by one key, with the reports that stand behind them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.asking.tallying import tally, total
from reportedly.merging.merge import merge
from reportedly.records.answers import TallyKey
from reportedly.records.counts import Count
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import Basis, IncidentType, Stage
from tests.merging.made import blamed, member, when, where

SUNDAY, MONDAY = dt.date(2024, 5, 12), dt.date(2024, 5, 13)


def incident(id_: str, *reports: str, **fields: object) -> Incident:
    (made,) = merge([member(id_)])
    told = tuple(replace(made.reports[0], report_id=report) for report in reports or (id_,))
    return replace(made, reports=told, **fields)  # type: ignore[arg-type]


def rows(found: Sequence[Incident], by: TallyKey) -> list[tuple[str | None, int, int]]:
    return [(row.value, row.incidents, row.reports) for row in tally(found, by).rows]


def test_a_week_begins_on_monday_and_is_named_by_it() -> None:
    found = [incident("a", when=when(SUNDAY)), incident("b", when=when(MONDAY)), incident("c", when=when(MONDAY))]
    assert rows(found, TallyKey.WEEK) == [("2024-05-06", 1, 1), ("2024-05-13", 2, 2)]


def test_what_may_lie_in_two_weeks_stands_apart_and_last() -> None:
    found = [incident("a", when=when(SUNDAY, MONDAY)), incident("b", when=None), incident("c", when=when(MONDAY))]
    assert rows(found, TallyKey.WEEK) == [("2024-05-13", 1, 1), (None, 2, 2)]
    assert rows(found, TallyKey.MONTH) == [("2024-05", 2, 2), (None, 1, 1)]


def test_a_report_that_tells_two_incidents_counts_once_in_a_row_and_once_in_all() -> None:
    found = [incident("a", "x", "y"), incident("b", "x")]
    assert rows(found, TallyKey.YEAR) == [("2024", 2, 2)]
    assert tally(found, TallyKey.TYPE).reports == 2


def test_other_keys_have_the_most_first_and_equal_ones_by_value() -> None:
    kinds = (IncidentType.SHOOTING, IncidentType.BOMBING, IncidentType.CLASH, IncidentType.CLASH)
    found = [incident(str(at), type=kind) for at, kind in enumerate(kinds)]
    assert [row.value for row in tally(found, TallyKey.TYPE).rows] == ["clash", "bombing", "shooting"]


def test_stages_are_counted_within_a_row() -> None:
    found = [incident("a", stage=Stage.THWARTED), incident("b"), incident("c")]
    (row,) = tally(found, TallyKey.MONTH).rows
    assert row.stages == {Stage.THWARTED: 1, Stage.ACCOMPLISHED: 2}


def test_an_actor_is_one_by_its_id_and_denied_blame_is_none() -> None:
    found = [
        incident("a", perpetrators=(blamed("The Front", Basis.CLAIMED, actor_id="front"),)),
        incident("b", perpetrators=(blamed("Front", Basis.ACCUSED, actor_id="front"), blamed("Reeds", Basis.ACCUSED))),
        incident("c", perpetrators=(blamed("Reeds", Basis.DENIED),)),
    ]
    assert rows(found, TallyKey.ACTOR) == [("front", 2, 2), ("reeds", 1, 1), (None, 1, 1)]
    assert [row.name for row in tally(found, TallyKey.ACTOR).rows] == ["Front", "Reeds", None]


def test_a_place_is_one_by_its_id_under_the_name_most_reports_give() -> None:
    names = ("Goma", "Goma", "GOMA")
    found = [incident(str(at), where=replace(where(name), place_id="p")) for at, name in enumerate(names)]
    (row,) = tally(found, TallyKey.PLACE).rows
    assert (row.value, row.name, row.incidents) == ("p", "Goma", 3)


def test_the_killed_add_up_over_what_is_told() -> None:
    found = [incident("a", killed=Count.exactly(3)), incident("b", killed=Count.at_least(2)), incident("c")]
    assert tally(found, TallyKey.YEAR).rows[0].killed == Count(5, None)
    assert total([None]) is None


@given(st.lists(st.sampled_from(list(TallyKey)), min_size=1, max_size=1), st.permutations(range(6)))
def test_the_order_of_the_incidents_changes_no_number(keys: list[TallyKey], order: list[int]) -> None:
    found = [
        incident(str(at), type=list(IncidentType)[at % 3], when=when(SUNDAY + dt.timedelta(at % 4))) for at in range(6)
    ]
    assert rows([found[at] for at in order], keys[0]) == rows(found, keys[0])
