"""One page about a place, and one about some days: in the terminal, as JSON, HTML and PDF."""

import json
import re
import sys
from pathlib import Path

import pytest

from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.keep import add
from reportedly.reading.read import read
from tests.desk.calling import Caller
from tests.pipeline.ledgers import NOW

SAMPLE = Path(__file__).parents[2] / "src" / "reportedly" / "samples" / "estuary.jsonl"
DAYS = ("--from", "2025-05-20", "--to", "2025-06-03")


@pytest.fixture(scope="module")
def estuary(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Five weeks at a naval base: an attack, a threat, drones."""
    name = str(tmp_path_factory.mktemp("estuary") / "estuary.sqlite")
    with writing_ledger(name, create=True, notify=print) as engine:
        assert len(list(add(engine, read([str(SAMPLE)]), occasion=NOW))) == 7
    return name


def test_a_site_has_its_forces_threats_attacks_and_who_is_blamed(call: Caller, estuary: str) -> None:
    words = call("site", "Walvis Bay", "--ledger", estuary, "--format", "table").words
    assert "Last told of by Desert Lantern, 3 June 2025, 17:00" in words
    assert "700 · sailors · Walvis Bay. [1]" in words
    assert "condition: “unless the port of Namibia's navy is closed to foreign warships”" in words
    assert "1 thwarted." in words
    assert "With rocket: 1 accomplished." in words
    assert "2 June 2025: Saltpan Brigade: accused by defence minister." in words


def test_a_site_as_json_holds_what_its_page_tells(call: Caller, estuary: str) -> None:
    found = json.loads(call("site", "Walvis Bay", "--ledger", estuary).out)
    assert [one["own"] for one in found["presences"]] == [True]
    assert found["presences"][0]["claim"]["value"]["count"] == {"low": 700, "high": 700}
    assert [one["own"] for one in found["threats"]] == [True]
    assert [one["stage"] for one in found["attacks"]] == ["accomplished", "thwarted"]
    assert found["last"]["id"] == "sample-estuary-7"


def test_forces_in_the_country_are_told_apart_from_those_at_the_place(call: Caller, tmp_path: Path) -> None:
    text = "Some 300 British soldiers are stationed in Namibia to train the army, the ministry said."
    (tmp_path / "more.json").write_text(json.dumps({"id": "m", "published": "2025-06-05", "text": text}))
    ledger = str(tmp_path / "more.sqlite")
    call("add", str(SAMPLE), str(tmp_path / "more.json"), "--ledger", ledger)
    found = json.loads(call("site", "Walvis Bay", "--ledger", ledger).out)
    assert [(one["report"]["id"], one["own"]) for one in found["presences"]] == [
        ("sample-estuary-1", True),
        ("m", False),
    ]


def test_a_site_is_shown_as_it_was_known_then(call: Caller, estuary: str) -> None:
    found = json.loads(call("site", "Walvis Bay", "--ledger", estuary, "--at", "2025-05-03").out)
    assert [one["type"] for one in found["attacks"]] == ["missile_attack"]
    assert found["threats"] == []


def test_a_place_nobody_knows_is_refused(call: Caller, estuary: str) -> None:
    answer = call("site", "Qqxyzzy", "--ledger", estuary)
    assert answer.status == 2
    assert "neither the gazetteer nor this ledger has a place" in answer.complaint


def test_every_sentence_of_a_report_has_a_note_and_every_note_its_words(
    call: Caller, estuary: str, tmp_path: Path
) -> None:
    out = tmp_path / "report.html"
    assert call("report", *DAYS, "--area", "Namibia", "--ledger", estuary, "--out", str(out)).status == 0
    page = out.read_text(encoding="utf-8")
    sentences = re.findall(r"<p>(.*?)<sup>(.*?)</sup></p>", page)
    assert len(sentences) > 8
    assert [text for text, notes in sentences if "#n" not in notes] == ["In the 15 days before: 0 incidents."]
    numbers = {int(number) for _, notes in sentences for number in re.findall(r"#n(\d+)", notes)}
    assert numbers == {int(number) for number in re.findall(r'<li id="n(\d+)">', page)}
    texts = " ".join(json.loads(line)["text"] for line in SAMPLE.read_text(encoding="utf-8").splitlines())
    titles = " ".join(json.loads(line)["title"] for line in SAMPLE.read_text(encoding="utf-8").splitlines())
    for quote in re.findall(r'<li id="n\d+">“(.*?)”', page):
        assert quote.replace("&#39;", "'") in f"{texts} {titles}"


def test_a_report_says_how_many_and_on_how_many_reports(call: Caller, estuary: str) -> None:
    words = call("report", *DAYS, "--area", "Namibia", "--ledger", estuary, "--format", "table").words
    assert "Situation report: Namibia, 20 May 2025 to 3 June 2025" in words
    assert "1 incident in 2 reports." in words or "one incident in 2 reports." in words
    assert "13 days later" in words


def test_a_report_tells_what_changed_about_earlier_incidents(call: Caller, ledger: str) -> None:
    found = json.loads(call("report", "--from", "2025-03-04", "--to", "2025-03-10", "--ledger", ledger).out)
    assert [one["report"]["id"] for one in found["changes"]] == ["goma-2", "goma-3"]
    assert [one["type"] for one in found["incidents"]] == ["missile_attack"]
    assert len(found["before"]) == 1


def test_a_report_knows_nothing_that_was_told_later(call: Caller, ledger: str) -> None:
    found = json.loads(call("report", "--from", "2025-03-03", "--to", "2025-03-03", "--ledger", ledger).out)
    (bombing,) = found["incidents"]
    assert bombing["killed"] == {"low": 4, "high": 4}


def test_an_incident_without_a_place_is_named_as_left_out_of_an_area(call: Caller, tmp_path: Path) -> None:
    text = "Two soldiers were killed on Monday when a bomb exploded, an official said."
    (tmp_path / "more.json").write_text(json.dumps({"id": "m", "published": "2025-06-03", "text": text}))
    ledger = str(tmp_path / "more.sqlite")
    call("add", str(SAMPLE), str(tmp_path / "more.json"), "--ledger", ledger)
    words = call("report", *DAYS, "--area", "Namibia", "--ledger", ledger, "--format", "table").words
    assert "1 more incident of these days is told without a place and is not counted here." in words


def test_the_map_is_drawn_into_the_page_and_nothing_is_fetched(call: Caller, estuary: str, tmp_path: Path) -> None:
    out = tmp_path / "site.html"
    call("site", "Walvis Bay", "--ledger", estuary, "--out", str(out))
    page = out.read_text(encoding="utf-8")
    assert page.count("<svg") == 1
    assert "default-src 'none'" in page
    assert re.findall(r'(?:src|href)="(?!#)([^"]*)"', page) == []


@pytest.mark.parametrize("command", [["site", "Walvis Bay"], ["report", *DAYS]])
def test_a_pdf_is_the_same_every_time(call: Caller, estuary: str, tmp_path: Path, command: list[str]) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for out in (one, other):
        assert call(*command, "--ledger", estuary, "--out", str(out)).status == 0
    assert one.read_bytes() == other.read_bytes()
    assert one.read_bytes().startswith(b"%PDF")


def test_without_the_library_for_pdf_it_is_said_what_to_install(
    call: Caller, estuary: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    answer = call("site", "Walvis Bay", "--ledger", estuary, "--out", str(tmp_path / "t.pdf"))
    assert answer.status == 2
    assert "pip install 'reportedly[print]'" in answer.complaint


def test_days_the_wrong_way_round_are_refused(call: Caller, estuary: str) -> None:
    assert call("report", "--from", "2025-06", "--to", "2025-05", "--ledger", estuary).status == 2
