"""Claim values in the contract's shape."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from reportedly.records.counts import Count
from reportedly.records.forms import (
    count_from,
    moment_value,
    range_value,
    when_from,
    when_value,
    where_from,
    where_value,
)
from reportedly.records.moments import Moment, When
from reportedly.records.places import Where
from reportedly.records.values import Value
from reportedly.records.vocabulary import PlacePrecision, TimePrecision

TIME = dt.datetime(2024, 5, 13, 8, 5, 59)  # noqa: DTZ001 - a local time, as a text gives it


@pytest.mark.parametrize(
    ("count", "value"),
    [
        (None, None),
        (Count(2, 2), {"low": 2, "high": 2}),
        (Count(2, None), {"low": 2, "high": None}),
        (Count(None, 9), {"low": None, "high": 9}),
        (Count(0, 0), {"low": 0, "high": 0}),
    ],
)
def test_a_count_is_a_range(count: Count | None, value: Value) -> None:
    assert range_value(count) == value


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (None, None),
        (dt.date(2024, 5, 13), "2024-05-13"),
        (TIME, "2024-05-13T08:05"),
        (TIME.replace(tzinfo=dt.UTC), "2024-05-13T08:05+00:00"),
    ],
)
def test_a_moment_is_written_to_the_minute(moment: Moment | None, value: Value) -> None:
    assert moment_value(moment) == value


def test_a_when_has_the_contracts_keys_without_claims() -> None:
    when = When(
        start=dt.date(2024, 5, 13),
        end=dt.date(2024, 5, 14),
        precision=TimePrecision.PART_OF_DAY,
        edtf="2024-05-13/2024-05-14",
        derivation="overnight",
        text="overnight",
        claims=("c",),
    )
    assert when_value(when) == {
        "start": "2024-05-13",
        "end": "2024-05-14",
        "precision": "part_of_day",
        "edtf": "2024-05-13/2024-05-14",
        "derivation": "overnight",
        "text": "overnight",
    }
    assert when_from(when_value(when)) == replace(when, claims=())


def test_a_where_has_the_contracts_keys_without_claims() -> None:
    where = Where(
        name="Quetta",
        country="PK",
        lat=30.2,
        lon=67.0,
        radius_km=5.0,
        precision=PlacePrecision.SETTLEMENT,
        place_id="g:1",
        claims=("c",),
    )
    value = where_value(where)
    assert value == {
        "name": "Quetta",
        "country": "PK",
        "lat": 30.2,
        "lon": 67.0,
        "radius_km": 5.0,
        "precision": "settlement",
        "place_id": "g:1",
    }
    assert json.loads(json.dumps(value)) == value
    assert where_from(value) == replace(where, claims=())


@pytest.mark.parametrize("count", [Count(2, 2), Count(2, None), Count(None, 9), Count(0, 0)])
def test_a_range_is_the_count_it_was_made_from(count: Count) -> None:
    assert count_from(range_value(count)) == count


@pytest.mark.parametrize("value", [None, "3", 3, {}, {"low": None, "high": None}, {"low": "3"}])
def test_what_is_no_range_is_no_count(value: Value) -> None:
    assert count_from(value) is None


def test_a_day_alone_is_an_interval() -> None:
    when = when_from("2024-05-13")
    assert (when.start, when.end, when.edtf) == (dt.date(2024, 5, 13), dt.date(2024, 5, 13), "2024-05-13")


def test_an_interval_may_be_left_open() -> None:
    when = when_from({"start": "2024-05-13", "end": None, "precision": "open"})
    assert (when.start, when.end) == (dt.date(2024, 5, 13), None)


@pytest.mark.parametrize("value", [None, 3, "soon", {"start": 3}, {"start": "soon"}, {"start": None, "precision": "x"}])
def test_what_is_no_time_is_refused(value: Value) -> None:
    with pytest.raises((TypeError, ValueError)):
        when_from(value)


@pytest.mark.parametrize("value", [None, "Quetta", {}, {"name": ""}, {"name": 3}, {"name": "x", "lat": "30"}])
def test_what_is_no_place_is_refused(value: Value) -> None:
    with pytest.raises((TypeError, ValueError)):
        where_from(value)
