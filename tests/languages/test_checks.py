"""Words for what a claim measures: each list holds for its examples and not for its look-alikes."""

import tomllib
from importlib import resources

import pytest

from reportedly.languages.checks import LISTS, check_words

RAW = tomllib.loads(resources.files("reportedly.languages").joinpath("en", "checks.toml").read_text(encoding="utf-8"))
FRAME = "It was the first {} in Goma since March."


@pytest.mark.parametrize(("name", "sentence"), [(name, one) for name in LISTS for one in RAW[name]["examples"]])
def test_an_example_holds_a_word_of_its_list(name: str, sentence: str) -> None:
    assert getattr(check_words("en"), name).search(sentence)


@pytest.mark.parametrize(("name", "sentence"), [(name, one) for name in LISTS for one in RAW[name]["look_alikes"]])
def test_a_look_alike_holds_none(name: str, sentence: str) -> None:
    assert not getattr(check_words("en"), name).search(sentence)


def test_a_longer_name_of_a_kind_is_read_before_what_it_opens_with() -> None:
    types = check_words("en").types
    for kind, pattern in types.items():
        for word in RAW["types"][kind.value]:
            found = pattern.search(FRAME.format(word))
            assert found is not None
            assert found.group() == word
