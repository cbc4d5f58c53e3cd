"""Claim values in the contract's shape."""

import datetime as dt
import json

import pytest

from reportedly.records.counts import Count
from reportedly.records.forms import moment_value, range_value, when_value, where_value
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
