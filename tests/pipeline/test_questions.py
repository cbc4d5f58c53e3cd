"""The questions as Python functions, on a small campaign."""

import datetime as dt
from pathlib import Path

import pytest

from reportedly.ledger.open import writing_ledger
from reportedly.pipeline import questions
from reportedly.pipeline.keep import add
from reportedly.records.filters import Filter
from tests.pipeline.ledgers import CAMPAIGN, NOW


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A bombing told by three reports, a missile attack, a threat."""
    file = tmp_path / "ledger.sqlite"
    with writing_ledger(str(file), create=True, notify=print) as engine:
        assert len(list(add(engine, CAMPAIGN, occasion=NOW))) == len(CAMPAIGN)
    return file


def test_a_time_is_a_string_or_a_day(ledger: Path) -> None:
    assert questions.at(ledger, "2025-03-03") == questions.at(ledger, dt.date(2025, 3, 3))
    with pytest.raises(ValueError, match="soon"):
        questions.at(ledger, "soon")


def test_a_timeline_and_a_tally_hold_what_a_filter_holds_for(ledger: Path) -> None:
    wanted = Filter(countries=("CD",))
    assert [entry.place for entry in questions.timeline(ledger, wanted=wanted)] == ["Goma"]
    assert questions.tally(ledger, by="type", at="2025-03-02").incidents == 1


def test_threats_sites_and_reports_are_records(ledger: Path) -> None:
    (threat,) = questions.threats(ledger).threats
    assert [one.days for one in threat.followed] == [2]
    assert [one.type for one in questions.site(ledger, "Kharkiv").attacks] == ["missile_attack"]
    found = questions.report(ledger, dt.date(2025, 3, 3), dt.date(2025, 3, 6), area="Goma")
    assert [one.type for one in found.incidents] == ["bombing"]
    assert questions.verify(ledger) == ()


def test_a_place_asked_by_name_is_the_town_and_not_the_district_around_it(ledger: Path) -> None:
    area = questions.site(ledger, "Bassikounou").area
    assert (area.country, area.precision) == ("MR", "settlement")
