"""The campaign counted, against the numbers worked out by hand."""

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from bench.campaign import CAMPAIGN
from reportedly.asking.tallying import tally
from reportedly.records.answers import TallyKey
from tests.asking.campaign import incidents

ASKED = tomllib.loads((CAMPAIGN / "questions.toml").read_text(encoding="utf-8"))["tally"]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked["by"])
def test_the_campaign_is_counted_as_by_hand(asked: Mapping[str, Any]) -> None:
    found = {row.value: (row.incidents, row.reports) for row in tally(incidents(), TallyKey(asked["by"])).rows}
    assert found == {row["value"]: (row["incidents"], min(row["reports"])) for row in asked["row"]}
