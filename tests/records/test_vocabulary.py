"""The closed choices are the contract's, word for word."""

from enum import StrEnum

import pytest

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

CONTRACT: list[tuple[type[StrEnum], str]] = [
    (
        IncidentType,
        (
            "drone_attack air_strike missile_attack bombing suicide_bombing shooting melee_attack clash assassination "
            "abduction arson_sabotage maritime_attack threat arrest other_violence"
        ),
    ),
    (Stage, "threatened planned attempted thwarted accomplished"),
    (Basis, "stated claimed accused suspected denied"),
    (Responsibility, "accused claimed denied stated suspected withheld"),
    (Factuality, "asserted possible conditional denied withheld"),
    (SourceKind, "official military police armed_group witness medic expert media document other"),
    (TimePrecision, "minute hour part_of_day day week month year open"),
    (PlacePrecision, "exact near settlement district province country region sea"),
    (
        ClaimField,
        (
            "type stage when where weapons targets victims perpetrators sides prevented_by responsibility condition "
            "killed injured attackers presence tally series novelty denial accusation context"
        ),
    ),
]


@pytest.mark.parametrize(("kind", "words"), CONTRACT, ids=lambda value: getattr(value, "__name__", ""))
def test_a_choice_is_exactly_what_the_contract_lists(kind: type[StrEnum], words: str) -> None:
    assert {member.value for member in kind} == set(words.split())


@pytest.mark.parametrize("kind", [TimePrecision, PlacePrecision], ids=lambda kind: kind.__name__)
def test_precisions_stand_from_fine_to_coarse(kind: type[StrEnum]) -> None:
    listed = next(words for one, words in CONTRACT if one is kind)
    assert [member.value for member in kind] == listed.split()


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_is_a_kind_of_responsibility(basis: Basis) -> None:
    assert Responsibility(basis.value) == basis.value


def test_the_matrix_is_sorted_as_its_words_are() -> None:
    assert [kind.value for kind in Responsibility] == sorted(kind.value for kind in Responsibility)
