import datetime as dt
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from reportedly.ledger import schema
from reportedly.ledger.browsing import places_told
from reportedly.ledger.codec import write
from reportedly.ledger.engine import Engine
from reportedly.ledger.incidents import put_incident
from reportedly.ledger.open import writing_ledger
from reportedly.ledger.overviews import briefs, days, spots
from reportedly.ledger.reading import listed, listed_and_counted
from reportedly.ledger.sqlite import SqliteEngine
from reportedly.records.filters import EVERYTHING, WHOLE, Filter, Near, Page
from reportedly.records.vocabulary import IncidentType
from tests.ledger.making import incident_of, where_at

GOMA = incident_of("a")
AGAIN = incident_of("b", type=IncidentType.SHOOTING)
NOWHERE = incident_of("c", where=where_at("Nowhere", None, None))
UNDATED = incident_of("d", when=None, where=None)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    with engine.writing() as connection:
        for incident in (GOMA, AGAIN, NOWHERE, UNDATED):
            put_incident(connection, engine.index, incident)
    return engine


def test_incidents_at_one_place_are_counted_there_under_a_filter_too(filled: Engine) -> None:
    with filled.reading() as connection:
        (whole,) = spots(connection, filled.index)
        (part,) = spots(connection, filled.index, wanted=Filter(types=(IncidentType.SHOOTING,)))
        assert (whole.name, whole.incidents, part.incidents) == ("Goma", 2, 1)
        (brief,) = briefs(connection, [part.row]).values()
    assert (brief.id, brief.stage, brief.summary) == (AGAIN.id, AGAIN.stage, AGAIN.summary)


def test_incidents_are_counted_by_the_day_they_began_on(filled: Engine) -> None:
    with filled.reading() as connection:
        assert days(connection, filled.index) == {dt.date(2025, 3, 3): 3, None: 1}


def test_a_place_without_a_point_is_told_of_too(filled: Engine) -> None:
    with filled.reading() as connection:
        told = {one.name: (one.incidents, one.lat) for one in places_told(connection)}
    assert told["Nowhere"] == (1, None)
    assert told["Goma"][0] == 2


@pytest.mark.parametrize("wanted", [EVERYTHING, Filter(near=Near(lat=-1.7, lon=29.2, radius_km=50))])
def test_a_page_of_a_list_comes_with_the_number_of_all(filled: Engine, wanted: Filter) -> None:
    with filled.reading() as connection:
        everything = list(listed(connection, filled.index, wanted=wanted))
        found, whole = listed_and_counted(connection, filled.index, wanted=wanted, page=Page(limit=1))
        again = listed_and_counted(connection, filled.index, wanted=wanted, page=Page(limit=1, after=found[0].id))
    assert [found[0].id, again[0][0].id] == [one.id for one in everything[:2]]
    assert whole == again[1] == len(everything)


def test_nothing_found_is_an_empty_page_of_none(filled: Engine) -> None:
    nowhere = Filter(near=Near(lat=60.0, lon=-100.0, radius_km=1))
    with filled.reading() as connection:
        assert listed_and_counted(connection, filled.index, wanted=nowhere, page=WHOLE) == ((), 0)


def test_an_older_ledger_learns_where_its_incidents_were(ledger_file: Path) -> None:
    older = {"id": "a", "sources": 1, "reports": 1, "disputed": False, "stale": False, "record": write(GOMA)}
    with closing(SqliteEngine(ledger_file, create=True)) as engine, engine.writing() as connection:
        schema.upgrade(connection, "0002")
        columns = ", ".join(older)
        values = ", ".join(f":{name}" for name in older)
        connection.execute(text(f"INSERT INTO incidents({columns}) VALUES ({values})"), older)  # noqa: S608 - ours
    with writing_ledger(str(ledger_file), create=False, notify=str) as engine, engine.reading() as connection:
        assert [one.name for one in spots(connection, engine.index, wanted=Filter(types=(GOMA.type,)))] == ["Goma"]
        assert list(spots(connection, engine.index, wanted=Filter(types=(IncidentType.SHOOTING,)))) == []
