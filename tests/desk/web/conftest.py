"""A desk over the small campaign, and a client of this machine."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.desk.web.app import desk
from tests.desk.web.examples import HERE, filled


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger that tests only read."""
    return filled(tmp_path_factory.mktemp("desk") / "ledger.sqlite")


@pytest.fixture
def client(kept: str) -> TestClient:
    """A program on this machine that asks the desk."""
    return TestClient(desk(kept), base_url=HERE, follow_redirects=False)


@pytest.fixture
def own(tmp_path: Path) -> str:
    """A ledger that a test may change."""
    return filled(tmp_path / "own.sqlite")
