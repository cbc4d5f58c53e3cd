from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import Forgotten, LedgerError
from reportedly.ledger.check import faults
from reportedly.ledger.engine import Engine
from reportedly.ledger.forget import tombstones
from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.forget import forget
from reportedly.pipeline.keep import add
from tests.pipeline.ledgers import CAMPAIGN, GOMA, NOW, exported

CORRECTED = replace(GOMA, content=GOMA.content.replace("Four", "Five"))
REST = tuple(one for one in CAMPAIGN if one is not GOMA)
WHEN = NOW.received


@pytest.fixture
def filled(engine: Engine) -> Engine:
    list(add(engine, [*CAMPAIGN, CORRECTED], occasion=NOW))
    return engine


def test_a_ledger_without_a_report_is_as_if_it_had_never_come(filled: Engine, tmp_path: Path) -> None:
    forget(filled, "goma-1", when=WHEN, because="a court said so")
    with writing_ledger(str(tmp_path / "other.sqlite"), create=True, notify=print) as other:
        list(add(other, REST, occasion=NOW))
        assert exported(filled) == exported(other)
    assert list(faults(filled)) == []


def test_no_byte_of_the_text_is_left_in_any_file(filled: Engine, tmp_path: Path) -> None:
    words = [b"car bomb exploded at a market in Goma", b"Five people were killed", b"exploded"]
    assert all(any(word in path.read_bytes() for path in tmp_path.iterdir()) for word in words)
    forget(filled, "goma-1", when=WHEN, because="a court said so")
    assert not any(word in path.read_bytes() for path in tmp_path.iterdir() for word in words)


def test_a_tombstone_says_what_was_forgotten_when_and_why(filled: Engine) -> None:
    stone = forget(filled, "goma-1", when=WHEN, because="a court said so")
    assert (stone.report_id, len(stone.hashes), stone.when, stone.because) == ("goma-1", 2, WHEN, "a court said so")
    with filled.reading() as transaction:
        assert list(tombstones(transaction)) == [stone]


def test_what_was_forgotten_does_not_come_back_unnoticed(filled: Engine) -> None:
    forget(filled, "goma-1", when=WHEN, because="a court said so")
    under_another_id = replace(GOMA, id="other")
    for refusal in add(filled, [GOMA, CORRECTED, under_another_id], occasion=NOW):
        assert isinstance(refusal, Forgotten)
        assert "a court said so" in refusal.reason


def test_what_is_not_there_cannot_be_forgotten(filled: Engine) -> None:
    with pytest.raises(LedgerError, match="no such report"):
        forget(filled, "nowhere", when=WHEN, because="x")
    forget(filled, "goma-1", when=WHEN, because="a court said so")
    with pytest.raises(LedgerError, match="it was forgotten: a court said so"):
        forget(filled, "goma-1", when=WHEN, because="x")
