"""A small campaign in reports of our own, and what a ledger of it exports."""

import datetime as dt

from reportedly.exporting.merged import line
from reportedly.ledger import reading
from reportedly.ledger.engine import Engine
from reportedly.pipeline.keep import Occasion
from reportedly.records.reports import Report

NOW = Occasion(received=dt.datetime(2025, 3, 9, tzinfo=dt.UTC), software="1")


def report(id_: str, content: str, *, day: int, uri: str | None = None, publisher: str | None = None) -> Report:
    return Report(id=id_, content=content, uri=uri, publisher=publisher, published=dt.date(2025, 3, day))


GOMA = report(
    "goma-1", "Four people were killed on Monday when a car bomb exploded at a market in Goma, police said.", day=3
)
GOMA_LATER = report(
    "goma-2", "A car bomb killed six people at a market in Goma on Monday, hospital officials said on Tuesday.", day=4
)
GOMA_CLAIM = report(
    "goma-3",
    "The Virunga Alliance said it planted the car bomb that killed people at a market in Goma on Monday.",
    day=4,
)
KHARKIV = report(
    "kharkiv-1",
    "Two Russian missiles hit a depot in Kharkiv on Wednesday, killing one worker, officials said.",
    day=6,
)
THREAT = report("threat-1", "The Virunga Alliance on Saturday threatened to attack Goma if troops do not leave.", day=2)
QUIET = report("quiet-1", "The council of Goma met on Monday to discuss the price of bread.", day=3)

CAMPAIGN = (GOMA, GOMA_LATER, GOMA_CLAIM, KHARKIV, THREAT, QUIET)


def exported(engine: Engine) -> list[str]:
    """The lines of the export."""
    with engine.reading() as transaction:
        return [line(incident) for incident in reading.incidents(transaction, engine.index)]
