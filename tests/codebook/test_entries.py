"""What the vocabularies hold, and what a broken one is told."""

from enum import StrEnum

import pytest

from reportedly.codebook.entries import Entry, _vocabulary, entries
from reportedly.errors import DataError
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    Responsibility,
    SourceKind,
    Stage,
    TimePrecision,
)

ENUMS: dict[str, type[StrEnum]] = {
    "type": IncidentType,
    "stage": Stage,
    "basis": Basis,
    "responsibility": Responsibility,
    "factuality": Factuality,
    "source_kind": SourceKind,
    "time_precision": TimePrecision,
    "place_precision": PlacePrecision,
    "claim_field": ClaimField,
}
ROW = {"code": "cannon", "definition": "A gun.", "source": "own", "example": "A gun.", "look_alike": "A gum."}


@pytest.mark.parametrize("vocabulary", ENUMS)
def test_a_vocabulary_holds_exactly_the_members_of_its_enumeration(vocabulary: str) -> None:
    codes = {entry.code for entry in entries() if entry.vocabulary == vocabulary}
    assert codes == {member.value for member in ENUMS[vocabulary]}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.vocabulary}-{entry.code}")
def test_an_entry_has_an_example_and_another_sentence_that_is_none(entry: Entry) -> None:
    assert entry.definition.endswith(".")
    assert entry.example != entry.look_alike


def test_every_example_is_written_for_its_own_entry() -> None:
    examples = [entry.example for entry in entries()]
    assert len(set(examples)) == len(examples)


def test_a_missing_definition_is_named_with_its_file_and_code() -> None:
    row = {key: value for key, value in ROW.items() if key != "definition"}
    with pytest.raises(DataError, match=r"gun\.toml: 'cannon' needs a text under 'definition'"):
        _vocabulary({"entry": [row]}, "gun.toml")


def test_a_code_that_stands_twice_is_refused() -> None:
    with pytest.raises(DataError, match="twice"):
        _vocabulary({"entry": [ROW, ROW]}, "gun.toml")


def test_a_parent_that_is_no_code_is_refused() -> None:
    with pytest.raises(DataError, match="parent"):
        _vocabulary({"entry": [{**ROW, "parent": "piece"}]}, "gun.toml")
