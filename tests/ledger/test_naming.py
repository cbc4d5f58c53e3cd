import pytest

from reportedly.ledger.engine import Engine
from reportedly.ledger.naming import Named, named
from reportedly.pipeline.keep import Occasion, add
from tests.ledger.making import NOW, report_of


@pytest.fixture
def members(engine: Engine) -> list[Named]:
    """A bombing that is told three times."""
    reports = [report_of(f"r{number}", published=NOW) for number in range(3)]
    list(add(engine, reports, occasion=Occasion(received=NOW, software="1")))
    with engine.reading() as connection:
        found = [one for letter in "0123456789abcdef" for one in named(connection, letter, most=9)]
    assert len(found) == 3
    return sorted(found, key=lambda one: one.member_id)


def found(engine: Engine, beginning: str, most: int = 9) -> tuple[Named, ...]:
    with engine.reading() as connection:
        return named(connection, beginning, most=most)


def test_a_beginning_names_the_members_that_begin_so(engine: Engine, members: list[Named]) -> None:
    for one in members:
        assert one in found(engine, one.member_id[:6])


def test_every_member_leads_to_its_incident(engine: Engine, members: list[Named]) -> None:
    assert {one.incident_id for one in members} == {members[0].member_id}
    assert found(engine, members[2].member_id) == (members[2],)


def test_a_whole_id_is_itself_alone(engine: Engine, members: list[Named]) -> None:
    assert found(engine, members[0].member_id, most=1) == (members[0],)


@pytest.mark.parametrize("beginning", ["", "zzz", "%", "_"])
def test_what_begins_no_id_names_nothing(engine: Engine, members: list[Named], beginning: str) -> None:
    assert members
    assert found(engine, beginning) == ()
