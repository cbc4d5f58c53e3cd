from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.desk.views.tolls import bar, history
from reportedly.records.counts import Count
from reportedly.records.merged import Incident


def test_figures_stand_in_order_on_one_scale(incident: Incident) -> None:
    assert [figure.bar for figure in history(incident)] == ["███", "█████▸", "██"]


def test_where_nobody_tells_of_killed_the_bars_show_the_injured(incident: Incident) -> None:
    tolls = tuple(replace(toll, killed=None) for toll in incident.tolls)
    assert [figure.bar for figure in history(replace(incident, tolls=tolls))] == ["", "████", ""]


@pytest.mark.parametrize(
    ("count", "top", "drawn"),
    [
        (Count(3, 5), 5, "███░░"),
        (Count(0, 0), 5, "·"),
        (Count(None, 4), 5, "░░░░"),
        (Count(0, None), 5, "▸"),
        (Count(2, None), 5, "██▸"),
        (Count(100, 200), 200, "█" * 8 + "░" * 8),
        (Count(1, 1), 5000, "█"),
    ],
)
def test_a_bar_tells_the_low_end_the_high_end_and_an_open_one(count: Count, top: int, drawn: str) -> None:
    assert bar(count, top=top) == drawn


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(1, 40))
def test_no_bar_is_longer_than_its_width(low: int, more: int, width: int) -> None:
    drawn = bar(Count(low, low + more), top=max(low + more, 1), width=width)
    assert 1 <= len(drawn) <= width


def test_an_incident_without_tolls_has_no_history(bare: Incident) -> None:
    assert history(bare) == ()


def test_a_figure_that_a_copy_only_repeats_is_told_once(incident: Incident) -> None:
    first = incident.tolls[0]
    repeated = replace(first, report_id="morning-1")
    later = replace(repeated, killed=Count.exactly(4))
    told = replace(incident, tolls=(first, repeated, later))
    assert [figure.toll for figure in history(told)] == [first, later]
