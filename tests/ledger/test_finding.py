"""Every condition of a filter holds for one incident and not for its neighbour; conditions combine."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from reportedly.ledger.engine import Engine
from reportedly.ledger.finding import ordered
from reportedly.ledger.incidents import drop_incident, mark_stale, put_incident, stale_incidents
from reportedly.ledger.reading import count, incidents
from reportedly.ledger.tables import INCIDENTS
from reportedly.records.counts import Count
from reportedly.records.filters import WHOLE, Filter, Near, Page, SortKey
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import IncidentType, Responsibility, Stage
from tests.ledger.making import disagreement, incident_of, when_on, where_at

BOMBING = incident_of("a")
RAID = incident_of(
    "b",
    type=IncidentType.SHOOTING,
    stage=Stage.ATTEMPTED,
    when=when_on(dt.date(2025, 3, 9), "c1"),
    where=where_at("Suva", -18.1, 179.9, country="FJ"),
    targets=(),
    perpetrators=(),
    responsibility=(Responsibility.WITHHELD,),
    killed=Count.at_least(1),
    sources=5,
    disagreements=(disagreement(),),
)
UNDATED = incident_of(
    "c", when=None, where=None, killed=None, perpetrators=(), targets=(), sources=1, responsibility=()
)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    with engine.writing() as connection:
        for incident in (UNDATED, RAID, BOMBING):
            put_incident(connection, engine.index, incident)
    return engine


def ids(engine: Engine, wanted: Filter, page: Page = WHOLE) -> str:
    with engine.reading() as connection:
        found = "".join(one.id for one in incidents(connection, engine.index, wanted=wanted, page=page))
        if page == WHOLE:
            assert count(connection, engine.index, wanted=wanted) == len(found)
    return found


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        (Filter(), "abc"),
        (Filter(types=(IncidentType.SHOOTING,)), "b"),
        (Filter(types=(IncidentType.SHOOTING, IncidentType.BOMBING)), "abc"),
        (Filter(stages=(Stage.ATTEMPTED,)), "b"),
        (Filter(since=dt.date(2025, 3, 4)), "b"),
        (Filter(since=dt.date(2025, 3, 3), until=dt.date(2025, 3, 3)), "a"),
        (Filter(until=dt.date(2025, 3, 2)), ""),
        (Filter(near=Near(lat=-1.68, lon=29.2, radius_km=1)), "a"),
        (Filter(near=Near(lat=-1.8, lon=29.22, radius_km=9)), ""),
        (Filter(near=Near(lat=-1.8, lon=29.22, radius_km=10)), "a"),
        (Filter(near=Near(lat=-18.1, lon=-179.9, radius_km=30)), "b"),
        (Filter(near=Near(lat=89.9, lon=0, radius_km=30)), ""),
        (Filter(countries=("cd",)), "a"),
        (Filter(actors=("Hill_Front",)), "a"),
        (Filter(actors=("hill front",)), "a"),
        (Filter(actors=("central market",)), "a"),
        (Filter(target_kinds=("market",)), "a"),
        (Filter(responsibility=(Responsibility.WITHHELD,)), "b"),
        (Filter(killed_at_least=4), "a"),
        (Filter(sources_at_least=2), "ab"),
        (Filter(disputed=True), "b"),
        (Filter(disputed=False), "ac"),
        (Filter(sources_at_least=2, countries=("FJ",)), "b"),
        (Filter(text="  "), "abc"),
    ],
)
def test_a_filter_holds_for_what_it_says(filled: Engine, wanted: Filter, held: str) -> None:
    assert ids(filled, wanted) == held


@pytest.mark.parametrize(
    ("page", "order"),
    [
        (Page(), "abc"),
        (Page(descending=True), "bac"),
        (Page(key=SortKey.KILLED, descending=True), "abc"),
        (Page(key=SortKey.KILLED), "bac"),
        (Page(key=SortKey.SOURCES, descending=True), "bac"),
        (Page(limit=1), "a"),
        (Page(offset=1), "bc"),
        (Page(offset=1, limit=1), "b"),
    ],
)
def test_a_page_is_sorted_and_cut_and_what_has_no_value_stands_last(filled: Engine, page: Page, order: str) -> None:
    assert ids(filled, Filter(), page) == order


EVERY_ORDER = [Page(key=key, descending=down) for key in SortKey for down in (False, True)]


@pytest.mark.parametrize("page", EVERY_ORDER, ids=lambda page: f"{page.key}{'-down' if page.descending else ''}")
def test_a_list_goes_on_behind_the_incident_it_stopped_at(engine: Engine, page: Page) -> None:
    days = [None, dt.date(2025, 3, 9), dt.date(2025, 3, 9), dt.date(2025, 3, 1)]
    with engine.writing() as connection:
        for number in range(12):
            day = days[number % 4]
            killed = Count.exactly(number % 3) if number % 5 else None
            when = None if day is None else when_on(day, "c1")
            put_incident(
                connection,
                engine.index,
                incident_of(chr(ord("a") + number), when=when, killed=killed, sources=number % 2),
            )
    whole = ids(engine, Filter(), page)
    assert len(whole) == 12
    found = ""
    while part := ids(engine, Filter(), replace(page, limit=5, after=found[-1] if found else None)):
        found += part
    assert found == whole


def test_a_list_goes_on_within_its_filter(filled: Engine) -> None:
    assert ids(filled, Filter(types=(IncidentType.BOMBING,)), Page(after="a")) == "c"


def test_nothing_is_behind_an_incident_that_is_not_there(filled: Engine) -> None:
    assert ids(filled, Filter(), Page(after="never-there")) == ""


def test_an_incident_that_is_put_again_takes_its_own_place(filled: Engine) -> None:
    moved = replace(BOMBING, where=where_at("Bukavu", -2.5, 28.86), targets=(), summary="moved")
    with filled.writing() as connection:
        put_incident(connection, filled.index, moved)
    assert ids(filled, Filter(near=Near(lat=-1.67, lon=29.22, radius_km=1))) == ""
    assert ids(filled, Filter(target_kinds=("market",))) == ""
    assert ids(filled, Filter(near=Near(lat=-2.5, lon=28.86, radius_km=1))) == "a"


def test_an_incident_that_is_dropped_is_found_by_nothing(filled: Engine) -> None:
    with filled.writing() as connection:
        drop_incident(connection, filled.index, "a")
        drop_incident(connection, filled.index, "never-there")
        assert list(filled.index.faults(connection)) == []
    assert ids(filled, Filter()) == "bc"
    assert ids(filled, Filter(countries=("CD",))) == ""


def test_an_incident_comes_back_as_it_was(filled: Engine) -> None:
    with filled.reading() as connection:
        assert list(incidents(connection, filled.index)) == [BOMBING, RAID, UNDATED]


def test_a_stale_incident_waits_until_it_is_put_again(filled: Engine) -> None:
    with filled.writing() as connection:
        assert mark_stale(connection, "b")
        assert not mark_stale(connection, "never-there")
        assert stale_incidents(connection) == ("b",)
        put_incident(connection, filled.index, RAID)
        assert stale_incidents(connection) == ()


def test_the_export_is_read_along_an_index_and_sorts_nothing(engine: Engine) -> None:
    query = ordered(select(INCIDENTS.c.record), WHOLE)
    with engine.reading() as connection:
        dialect = connection.dialect
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {query.compile(dialect=dialect)}")).all()
    assert [row[-1] for row in plan] == ["SCAN incidents USING INDEX incidents_in_order"]


def test_a_list_is_read_as_it_is_asked_for(engine: Engine) -> None:
    with engine.writing() as connection:
        for number in range(450):
            put_incident(connection, engine.index, incident_of(f"{number:04}"))
    with engine.reading() as connection:
        stream = incidents(connection, engine.index)
        assert isinstance(next(stream), Incident)
        assert sum(1 for _ in stream) == 449
