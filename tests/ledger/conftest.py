from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger.engine import Engine
from reportedly.ledger.open import writing_ledger


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def engine(ledger_file: Path) -> Iterator[Engine]:
    """An empty ledger."""
    with writing_ledger(str(ledger_file), create=True, notify=print) as opened:
        yield opened
