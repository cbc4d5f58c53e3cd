"""Claims about many incidents are tested, and threats followed, by the command line."""

import json
from pathlib import Path

import pytest

from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.keep import add
from reportedly.reading.read import read
from tests.desk.calling import Caller
from tests.pipeline.ledgers import NOW

SAMPLE = Path(__file__).parents[2] / "src" / "reportedly" / "samples" / "estuary.jsonl"


@pytest.fixture
def estuary(tmp_path: Path) -> str:
    """Five weeks at a naval base: an attack, a threat, drones, and two papers that call the drones a first."""
    name = str(tmp_path / "estuary.sqlite")
    with writing_ledger(name, create=True, notify=print) as engine:
        assert len(list(add(engine, read([str(SAMPLE)]), occasion=NOW))) == 7
    return name


def test_each_claim_gets_a_verdict_with_its_words_and_what_speaks_for_it(call: Caller, estuary: str) -> None:
    found = [json.loads(line) for line in call("verify", "--ledger", estuary).out.splitlines()]
    assert [(one["verdict"], one["report"]["id"]) for one in found] == [
        ("undecidable", "sample-estuary-2"),
        ("supported", "sample-estuary-6"),
        ("contradicted", "sample-estuary-7"),
    ]
    rockets = json.loads(call("list", "--ledger", estuary, "--type", "missile attack").out)
    assert found[2]["by"] == [rockets["id"]]
    assert "first attack on the naval base" in found[2]["claim"]["quote"]
    assert found[1]["tested"]["types"] == ["drone_attack"]


def test_a_table_tells_verdict_words_speaker_and_terms(call: Caller, estuary: str) -> None:
    words = call("verify", "--ledger", estuary, "--format", "table").words
    assert "✓ supported “It was the first drone attack in Namibia since the beginning of May”" in words
    assert "navy spokesman, Estuary Weekly, 3 June 2025, 08:00" in words
    assert "tested: Namibia, 1 May 2025 to 3 June 2025" in words
    assert "✗ contradicted" in words
    assert "1 supported, 1 contradicted, 1 not decidable" in words


def test_without_the_notes_of_quiet_weeks_the_same_claim_cannot_be_decided(call: Caller, tmp_path: Path) -> None:
    loud = [line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if "drone" in line]
    (tmp_path / "loud.jsonl").write_text("\n".join(loud), encoding="utf-8")
    ledger = str(tmp_path / "loud.sqlite")
    call("add", str(tmp_path / "loud.jsonl"), "--ledger", ledger)
    words = call("verify", "--ledger", ledger, "--format", "table").words
    assert "no report in the ledger covers a part of the time" in words
    assert "not covered: 1 May 2025 to 27 May 2025" in words


def test_a_threat_is_told_with_its_condition_and_how_long_it_is_watched(call: Caller, estuary: str) -> None:
    words = call("threats", "--ledger", estuary, "--format", "table").words
    assert "by Saltpan Brigade" in words
    assert "condition: “unless the port of Namibia's navy is closed to foreign warships”" in words
    assert "13 days later: Drone attack" in words


def test_a_threat_is_watched_until_its_window_closes(call: Caller, estuary: str) -> None:
    words = call("threats", "--ledger", estuary, "--at", "2025-06-01", "--format", "table").words
    assert "nothing has followed yet; it is watched until 19 July 2025" in words


def test_a_claim_weighs_more_than_an_accusation(call: Caller, estuary: str, tmp_path: Path) -> None:
    later = {
        "id": "later",
        "published": "2025-06-04",
        "text": "The Saltpan Brigade said that it attacked the naval base at Walvis Bay with drones on Monday.",
    }
    (tmp_path / "later.json").write_text(json.dumps(later), encoding="utf-8")
    call("add", str(tmp_path / "later.json"), "--ledger", estuary)
    threat, *attacks = [json.loads(line) for line in call("threats", "--ledger", estuary).out.splitlines()]
    assert [(one["days"], one["basis"]) for one in threat["followed"]] == [(13, "claimed")]
    assert [one["type"] for one in attacks] == ["missile_attack"]


def test_what_was_known_then_is_tested_then(call: Caller, estuary: str) -> None:
    assert call("verify", "--ledger", estuary, "--at", "2025-05-02").out == ""
    assert (
        "nothing in this ledger fits"
        in call("threats", "--ledger", estuary, "--at", "2025-01", "--format", "table").words
    )
