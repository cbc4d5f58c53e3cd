import datetime as dt

import pytest

from reportedly.desk.filters import RADIUS_KM, filter_of, near_of, order_of
from reportedly.errors import UsageError
from reportedly.records.filters import Filter, Near, SortKey
from reportedly.records.vocabulary import IncidentType, Responsibility, Stage


def test_nothing_asked_is_no_condition() -> None:
    assert filter_of() == Filter()


def test_words_become_codes() -> None:
    wanted = filter_of(types=["Drone attack"], stages=["THWARTED"], responsibility=["withheld"], countries=["Iraq"])
    assert (wanted.types, wanted.stages) == ((IncidentType.DRONE_ATTACK,), (Stage.THWARTED,))
    assert (wanted.responsibility, wanted.countries) == ((Responsibility.WITHHELD,), ("IQ",))


def test_a_period_runs_from_the_first_day_to_the_last() -> None:
    wanted = filter_of(since="2024-02", until="2024-02")
    assert (wanted.since, wanted.until) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_an_actor_is_asked_for_by_its_name_and_by_the_id_that_the_name_is_of() -> None:
    assert filter_of(actors=["ISIS"]).actors == ("ISIS", "group:islamic_state")
    assert filter_of(actors=["Nobody's Front"]).actors == ("Nobody's Front",)


def test_an_actor_without_a_name_is_refused() -> None:
    with pytest.raises(UsageError, match="needed"):
        filter_of(actors=["  "])


def test_a_place_is_asked_for_as_far_as_it_reaches() -> None:
    city, meant = near_of("Kirkuk", radius_km=None)
    country, _ = near_of("Iraq", radius_km=None)
    assert meant is not None
    assert city.radius_km == RADIUS_KM
    assert country.radius_km > 300
    assert near_of("Iraq", radius_km=5)[0].radius_km == 5


def test_a_point_is_asked_for_as_it_is() -> None:
    assert near_of("35.47,44.39", radius_km=None) == (Near(lat=35.47, lon=44.39, radius_km=RADIUS_KM), None)


@pytest.mark.parametrize(
    ("word", "key", "descending"),
    [
        ("when", SortKey.WHEN, False),
        ("-when", SortKey.WHEN, True),
        ("killed", SortKey.KILLED, True),
        ("-killed", SortKey.KILLED, False),
        ("Sources", SortKey.SOURCES, True),
    ],
)
def test_the_most_come_first_and_a_dash_turns_an_order_round(word: str, key: SortKey, descending: bool) -> None:
    assert order_of(word) == (key, descending)
