"""One suite for all language packs: every layer is there, loads into a frozen value, and words every closed choice."""

from collections.abc import Callable, Iterable
from dataclasses import FrozenInstanceError, fields, is_dataclass
from importlib import resources
from string import Formatter

import pytest

import reportedly
from reportedly.languages.actors import actor_words
from reportedly.languages.blame import blame_words
from reportedly.languages.checks import check_words
from reportedly.languages.common import common_words
from reportedly.languages.dating import dating_words
from reportedly.languages.desk import desk_words
from reportedly.languages.frames import frame_words
from reportedly.languages.furniture import furniture
from reportedly.languages.hours import hour_words
from reportedly.languages.links import link_words
from reportedly.languages.numbers import number_words
from reportedly.languages.persons import person_words
from reportedly.languages.places import place_words
from reportedly.languages.speech import speech
from reportedly.languages.statements import statement_words
from reportedly.languages.summary import summary_words
from reportedly.languages.tables import FALLBACK, languages
from reportedly.languages.times import time_words
from reportedly.languages.tolls import toll_words
from reportedly.languages.triggers import trigger_words
from reportedly.languages.weapons import weapon_words
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    Responsibility,
    SentenceStatus,
    Stage,
    TimePrecision,
)

LOADERS: dict[str, Callable[[str], object]] = {
    "actors": actor_words,
    "blame": blame_words,
    "checks": check_words,
    "dating": dating_words,
    "common": common_words,
    "desk": desk_words,
    "frames": frame_words,
    "furniture": furniture,
    "hours": hour_words,
    "links": link_words,
    "numbers": number_words,
    "persons": person_words,
    "places": place_words,
    "speech": speech,
    "statements": statement_words,
    "summary": summary_words,
    "times": time_words,
    "tolls": toll_words,
    "triggers": trigger_words,
    "weapons": weapon_words,
}
"""Each layer and its loader: one row for a new layer."""
CHOICES = {
    "stage": (Stage,),
    "type": (IncidentType,),
    "field": (ClaimField,),
    "basis": (Basis,),
    "responsibility": (Responsibility,),
    "factuality": (Factuality,),
    "precision": (TimePrecision, PlacePrecision),
    "status": (SentenceStatus,),
}

packs = pytest.mark.parametrize("code", languages())
layers = pytest.mark.parametrize("layer", LOADERS)


def holes(pattern: str) -> set[str]:
    """The names in a pattern's braces."""
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def patterns(code: str) -> Iterable[tuple[str, str]]:
    """Every label of the desk and every template of the summary, by table and key."""
    for table, rows in desk_words(code).tables.items():
        yield from ((f"desk.{table}.{key}", words) for key, words in rows.items())
    yield from ((f"summary.{key}", words) for key, words in summary_words(code).templates.items())


@packs
def test_a_pack_has_every_layer_and_no_other(code: str) -> None:
    folder = resources.files("reportedly.languages").joinpath(code)
    assert sorted(entry.name for entry in folder.iterdir()) == [f"{layer}.toml" for layer in sorted(LOADERS)]


@packs
@layers
def test_a_table_opens_with_what_it_holds(code: str, layer: str) -> None:
    path = resources.files("reportedly.languages").joinpath(code, f"{layer}.toml")
    assert path.read_text(encoding="utf-8").startswith("# ")


@packs
@layers
def test_a_layer_loads_once_into_a_value_that_cannot_be_changed(code: str, layer: str) -> None:
    loaded = LOADERS[layer](code)
    assert is_dataclass(loaded)
    assert LOADERS[layer](code) is loaded
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(loaded, fields(loaded)[0].name, None)


@packs
@pytest.mark.parametrize("table", CHOICES)
def test_the_desk_has_a_word_for_every_closed_choice(code: str, table: str) -> None:
    words = desk_words(code).tables[table]
    assert [choice.value for choices in CHOICES[table] for choice in choices if choice.value not in words] == []


@packs
def test_a_summary_has_words_for_every_type_stage_and_basis(code: str) -> None:
    words = summary_words(code)
    assert set(words.types) == {choice.value for choice in IncidentType}
    assert set(words.stages) == {choice.value for choice in Stage}
    assert set(words.bases) == {choice.value for choice in Basis}


@packs
def test_a_pattern_has_the_braces_that_the_fallbacks_has(code: str) -> None:
    known = {key: holes(words) for key, words in patterns(FALLBACK)}
    assert {key: holes(words) for key, words in patterns(code)} == known


@packs
def test_a_text_in_the_packs_language_is_read_to_the_end(code: str) -> None:
    telling = reportedly.tell(text="Aa 12 bb – “cc”, dd.\n\nEe.", language=code, published="2024-05-08")
    assert [account.sentence for account in telling.accounts] == list(telling.report.sentences)
