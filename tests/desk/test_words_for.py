import datetime as dt

import pytest

from reportedly.desk.words_for import (
    chain_of,
    count_words,
    counted,
    inner_chain_of,
    moment_words,
    value_words,
    when_words,
    where_words,
)
from reportedly.records.counts import Count
from reportedly.records.mentions import Source
from reportedly.records.moments import Moment, When
from reportedly.records.places import Where
from reportedly.records.values import Value
from reportedly.records.vocabulary import PlacePrecision, SourceKind, TimePrecision

DAY = dt.date(2024, 3, 12)
NOON = dt.datetime(2024, 3, 12, 12, 0)  # noqa: DTZ001 - local time, as texts give it


def when(start: Moment | None, end: Moment | None, precision: TimePrecision = TimePrecision.DAY) -> When:
    return When(start=start, end=end, precision=precision, edtf="XXXX-03-12", derivation="", text="on Tuesday")


def source(name: str, *via: str, anonymous: bool = False) -> Source:
    return Source(name=name, kind=SourceKind.OFFICIAL, anonymous=anonymous, via=via)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, "not told"),
        (Count.exactly(0), "none"),
        (Count.exactly(2500), "2,500"),
        (Count.at_least(24), "at least 24"),
        (Count(None, 5), "at most 5"),
        (Count(3, 7), "3–7"),
    ],
)
def test_a_count_says_how_sure_it_is(count: Count | None, words: str) -> None:
    assert count_words(count) == words


def test_one_thing_is_not_counted_and_several_are() -> None:
    assert counted("truck bomb", Count.exactly(1)) == "truck bomb"
    assert counted("truck bomb", None) == "truck bomb"
    assert counted("drones", Count.at_least(2)) == "at least 2 × drones"


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (DAY, DAY, TimePrecision.DAY, "12 March 2024"),
        (DAY, dt.date(2024, 3, 14), TimePrecision.OPEN, "12 March 2024 to 14 March 2024"),
        (dt.date(2024, 3, 1), dt.date(2024, 3, 31), TimePrecision.MONTH, "March 2024"),
        (dt.date(2024, 1, 1), dt.date(2024, 12, 31), TimePrecision.YEAR, "2024"),
        (NOON, NOON, TimePrecision.MINUTE, "12 March 2024, 12:00"),
        (NOON, NOON.replace(hour=18), TimePrecision.PART_OF_DAY, "12 March 2024"),
        (NOON, NOON.replace(hour=13), TimePrecision.HOUR, "12 March 2024, 12:00 to 13:00"),
        (DAY, None, TimePrecision.OPEN, "from 12 March 2024"),
        (None, DAY, TimePrecision.OPEN, "until 12 March 2024"),
        (None, None, TimePrecision.DAY, "XXXX-03-12"),
    ],
)
def test_an_interval_is_told_as_finely_as_it_is_known(
    start: Moment | None, end: Moment | None, precision: TimePrecision, words: str
) -> None:
    assert when_words(when(start, end, precision)) == words


def test_a_moment_without_a_time_is_a_day() -> None:
    assert moment_words(DAY) == "12 March 2024"


@pytest.mark.parametrize(("name", "shown"), [("Basra", "Basra, Iraq"), ("western Iraq", "western Iraq")])
def test_a_place_is_followed_by_its_country_unless_it_names_it(name: str, shown: str) -> None:
    where = Where(
        name=name, country="IQ", lat=None, lon=None, radius_km=None, precision=PlacePrecision.SETTLEMENT, place_id=None
    )
    assert where_words(where, country="Iraq") == shown


def test_a_chain_leads_from_the_speaker_to_the_reader() -> None:
    officials = source("two officials", "Gulf Wire", "The Delta Post", anonymous=True)
    assert chain_of(officials, publisher="The Delta Post") == (
        "two officials, anonymous",
        "Gulf Wire",
        "The Delta Post",
    )
    assert inner_chain_of(officials, publisher="The Delta Post") == ("two officials, anonymous", "Gulf Wire")


def test_the_reports_own_voice_is_named_as_such() -> None:
    assert chain_of(None, publisher="The Delta Post") == ("the report itself, in The Delta Post",)
    assert chain_of(None, publisher=None) == inner_chain_of(None, publisher=None) == ("the report itself",)


def test_an_outlet_that_speaks_for_itself_stands_in_the_chain_once() -> None:
    assert chain_of(source("Gulf Wire", "Gulf Wire", "The Delta Post"), publisher=None) == (
        "Gulf Wire",
        "The Delta Post",
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            {"what": "attacks", "count": {"low": 16, "high": None}, "since": "the 17th", "until": None},
            "at least 16 · attacks · since: the 17th",
        ),
        ({"low": None, "high": None}, ""),
        (("withheld", "suspected"), "withheld, suspected"),
        ({"unheard_of": "x", "what": "y"}, "y · unheard_of: x"),
        (2500, "2,500"),
        (True, "True"),
        (None, ""),
    ],
)
def test_a_claims_own_value_is_told_on_one_line(value: Value, words: str) -> None:
    assert value_words(value) == words
