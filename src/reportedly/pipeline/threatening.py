"""A ledger in, its threats with what followed them out."""

from reportedly.asking.threatening import threats as threats_of
from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.merging.links import WINDOW_DAYS
from reportedly.records.answers import Threats
from reportedly.records.moments import day_of


def threats(engine: Engine) -> Threats:
    """Each threat with what followed within the window in which merging links, and the attacks without one."""
    with engine.reading() as transaction:
        incidents = tuple(reading.incidents(transaction, engine.index))
    days = [day_of(told.published) for one in incidents for told in one.reports if told.published is not None]
    return threats_of(incidents, window=WINDOW_DAYS, known_until=max(days, default=None))
