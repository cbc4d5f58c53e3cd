"""A ledger in, every claim about many incidents with what the ledger says of it out."""

from reportedly.asking.assertions import assertions
from reportedly.asking.checking import check_all
from reportedly.asking.coverage import Coverage
from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.records.answers import Assertion, Check
from reportedly.records.incidents import Telling
from reportedly.records.places import Where
from reportedly.understanding.times.finding import find_times


def verify(engine: Engine) -> tuple[Check, ...]:
    """A verdict on each novelty, tally and series of the reports that count, in order of arrival."""
    coverage = Coverage()
    found: list[Assertion] = []
    with engine.reading() as transaction:
        for telling in reading.tellings(transaction):
            coverage.note(telling.report.published, places_of(telling))
            found += assertions(telling, find_times(telling.report))
        return check_all(found, tuple(reading.incidents(transaction, engine.index)), coverage)


def places_of(telling: Telling) -> tuple[Where, ...]:
    """The places a report is about: those of its incidents and those it names, not as governments."""
    told = [incident.where for incident in telling.incidents if incident.where is not None]
    return (*told, *(mention.where for mention in telling.places if not mention.metonym))
