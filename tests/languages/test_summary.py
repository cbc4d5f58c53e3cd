"""The wording of the lines the product writes."""

from string import Formatter

import pytest

from reportedly.languages.summary import summary_words
from reportedly.records.vocabulary import Basis, IncidentType, Stage

WORDS = summary_words("en")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("kind", IncidentType)
def test_every_type_has_a_word(kind: IncidentType) -> None:
    assert WORDS.types[kind.value]


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_a_word_and_only_an_accomplished_one_goes_without_saying(stage: Stage) -> None:
    assert bool(WORDS.stages[stage.value]) is (stage is not Stage.ACCOMPLISHED)


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_has_a_word(basis: Basis) -> None:
    assert WORDS.bases[basis.value]


@pytest.mark.parametrize("kind", IncidentType)
def test_no_two_types_share_a_word(kind: IncidentType) -> None:
    assert list(WORDS.types.values()).count(WORDS.types[kind.value]) == 1


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("part_target", {"target"}),
        ("part_where", {"where"}),
        ("part_when", {"when"}),
        ("part_stage", {"stage"}),
        ("part_killed", {"killed"}),
        ("part_injured", {"injured"}),
        ("part_blame", {"basis", "who"}),
        ("at_least", {"low"}),
        ("at_most", {"high"}),
        ("between", {"low", "high"}),
        ("with_weapon", {"what", "weapon"}),
    ],
)
def test_a_template_says_what_it_is_given(name: str, needed: set[str]) -> None:
    assert fields(WORDS.templates[name]) == needed


def test_the_line_has_a_place_for_every_part() -> None:
    assert fields(WORDS.templates["line"]) == {"what", "target", "where", "when", "stage", "toll", "blame"}


def test_every_reason_is_in_words() -> None:
    assert WORDS.why
    assert all(WORDS.why.values())
