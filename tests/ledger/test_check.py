"""A ledger that is well has no faults; each kind of row that is not is named."""

import sqlite3
from contextlib import closing

import pytest

from reportedly.ledger.check import faults
from reportedly.ledger.engine import Engine
from reportedly.pipeline.decide import keep_decision
from reportedly.pipeline.keep import add
from reportedly.records.judgements import Act
from tests.pipeline.ledgers import CAMPAIGN, NOW
from tests.pipeline.test_decide import decision


@pytest.fixture
def filled(engine: Engine) -> Engine:
    list(add(engine, CAMPAIGN, occasion=NOW))
    keep_decision(engine, decision(engine, Act.DIFFERENT, "goma-2", "goma-3"))
    return engine


def test_a_ledger_that_is_well_has_no_faults(filled: Engine) -> None:
    assert list(faults(filled)) == []


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("UPDATE reports SET content = 'x' WHERE report_id = 'goma-1'", "report goma-1 (version 1): its content"),
        ("UPDATE texts SET text = text || '.' WHERE report_id = 'goma-1'", "report goma-1: its text is not"),
        (
            "UPDATE claims SET record = json_set(record, '$.quote', 'x') WHERE report_row = 1 AND position = 0",
            "quotes words that do not stand",
        ),
        ("UPDATE claims SET record = '{' WHERE report_row = 1 AND position = 0", "a stored Claim cannot be read"),
        ("DELETE FROM claims WHERE report_row = 1 AND position = 0", "which is not there"),
        ("UPDATE tellings SET counts = 0 WHERE report_row = 1", "report goma-1: 0 versions of it count"),
        ("UPDATE tellings SET record = '[]' WHERE report_row = 1", "the telling of the report in row 1: a stored"),
        ("UPDATE tellings SET text_row = 99 WHERE report_row = 1", "belongs to a row of texts that is not there"),
        ("UPDATE reported_incidents SET counts = 0 WHERE row = 1", "no reported incident that counts"),
        ("UPDATE members SET incident_id = 'x' WHERE row = 1", "the incident it is in is not there"),
        ("DELETE FROM blocks WHERE key IN (SELECT key FROM blocks LIMIT 1)", "under all its block keys"),
        ("INSERT INTO blocks SELECT 'x', id FROM members LIMIT 1", "under keys that are not theirs"),
        ("UPDATE judgements SET score = score + 1 WHERE member_row < other_row", "two sides do not agree"),
        ("UPDATE incidents SET record = '' WHERE row = 1", "a stored Incident cannot be read"),
        ("UPDATE incidents SET sources = 99 WHERE row = 1", "sorted and filtered by"),
        ("UPDATE incidents SET stale = 1 WHERE row = 1", "it waits to be resolved"),
        ("DELETE FROM facets WHERE facet = 'type'", "looked up by"),
        ("UPDATE places SET lat = 0", "the place it is looked up by"),
        ("DELETE FROM place_boxes", "place_boxes"),
        ("DELETE FROM incident_words", "incident_words"),
        ("INSERT INTO report_words(report_words) VALUES ('delete-all')", "report_words"),
        ("UPDATE decisions SET because = 'x'", "not what its id was taken of"),
        ("UPDATE decisions SET record = ''", "a stored Decision cannot be read"),
        ("INSERT INTO tombstones VALUES (1, 'goma-1', 'h', 't', 'x')", "it was forgotten, and is there"),
    ],
)
def test_what_is_wrong_is_named(filled: Engine, harm: str, named: str) -> None:
    with closing(sqlite3.connect(filled.name)) as connection, connection:  # by another program, without foreign keys
        connection.execute(harm)
    assert any(named in fault for fault in faults(filled)), list(faults(filled))
