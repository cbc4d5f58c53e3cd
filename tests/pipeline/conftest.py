from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger.engine import Engine
from reportedly.ledger.open import writing_ledger


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty ledger."""
    with writing_ledger(str(tmp_path / "ledger.sqlite"), create=True, notify=print) as opened:
        yield opened
