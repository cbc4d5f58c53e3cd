"""The seed's check itself, on tellings made by hand: a check that cannot fail checks nothing."""

from pathlib import Path

import pytest

from bench.expectations import expectation_from
from bench.seed import EXPECTED, breaches, readings, shared_runs, special_forces, told_by_somebody


def telling(**claim: object) -> dict[str, object]:
    made = {
        "id": "c",
        "incident_id": "i",
        "field": "killed",
        "quote": "hundreds",
        "span": {"start": 0, "end": 8},
        "source": None,
        "factuality": "asserted",
        **claim,
    }
    incident = {"id": "i", "type": "threat", "killed": {"low": 200, "high": None}, "claims": ["c"]}
    return {"report": {"text": "hundreds died"}, "incidents": [incident], "claims": [made]}


def test_a_quote_that_is_not_the_text_is_a_breach() -> None:
    assert list(breaches(telling())) == []
    assert len(list(breaches(telling(quote="dozens")))) == 1


def test_a_value_that_rests_on_no_claim_is_a_breach() -> None:
    assert len(list(breaches(telling(id="other")))) == 1


def test_the_reports_own_word_for_the_hospitals_toll_is_named() -> None:
    assert list(told_by_somebody(telling())) != []
    assert list(told_by_somebody(telling(source={"name": "somebody"}))) == []
    assert list(told_by_somebody(telling(factuality="possible"))) == []


def test_the_threat_must_quote_the_special_forces() -> None:
    assert list(special_forces(telling())) != []
    assert list(special_forces(telling(quote="our special forces"))) == []


def test_six_words_in_a_row_are_copying_and_five_are_not() -> None:
    assert shared_runs("One two three, four five six.", "so ONE two three four five six") == [
        "one two three four five six"
    ]
    assert shared_runs("one two three four five six", "one two three four five, yes") == []


def test_the_three_readings_ask_for_what_each_can_know(tmp_path: Path) -> None:
    (tmp_path / "seed.json").write_text("{}")
    (tmp_path / "seed.txt").write_text("text")
    told, undated, dated = (reading.expected.incident[0] for reading in readings(tmp_path))
    assert (told.day, told.speaker[0].via) == ("2023-10-18", ("Reuters", "WION"))
    assert (undated.day, undated.edtf, undated.speaker[0].via) == (None, "XXXX-10-18", ("Reuters",))
    assert (dated.day, dated.speaker[0].via) == ("2023-10-18", ("Reuters",))


def test_a_folder_without_the_document_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="seed"):
        readings(tmp_path)


def test_the_expectation_can_be_read() -> None:
    assert len(expectation_from(EXPECTED).incident) == 3
