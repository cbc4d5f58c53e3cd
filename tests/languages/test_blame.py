"""The words of blame, as the English table gives them."""

import pytest

from reportedly.languages.blame import Side, blame_words
from reportedly.languages.phrases import tokenize
from reportedly.records.vocabulary import Basis


@pytest.mark.parametrize(
    ("phrase", "basis", "side"),
    [
        ("claimed responsibility", Basis.CLAIMED, Side.LEFT),
        ("was claimed by", Basis.CLAIMED, Side.RIGHT),
        ("denied involvement", Basis.DENIED, Side.LEFT),
        ("denied by", Basis.DENIED, Side.RIGHT),
        ("were blamed", Basis.ACCUSED, Side.LEFT),
        ("accused", Basis.ACCUSED, Side.RIGHT),
        ("is suspected", Basis.SUSPECTED, Side.LEFT),
        ("suspected", Basis.SUSPECTED, Side.RIGHT),
    ],
)
def test_a_cue_tells_its_basis_and_where_its_bearer_stands(phrase: str, basis: Basis, side: Side) -> None:
    hit = blame_words("en").cues.at(tokenize(phrase), 0)
    assert hit is not None
    assert (hit.end, hit.value) == (len(tokenize(phrase)), (basis, side))


@pytest.mark.parametrize("phrase", ["no", "nobody", "not", "never"])
def test_a_negation_stands_among_the_words_for_nobody(phrase: str) -> None:
    assert blame_words("en").nobody.at(tokenize(phrase), 0) is not None


@pytest.mark.parametrize("phrase", ["suspected", "alleged", "believed to be"])
def test_a_doubt_stands_among_the_hedges(phrase: str) -> None:
    assert blame_words("en").hedges.at(tokenize(phrase), 0) is not None


def test_a_refusal_to_say_is_no_denial() -> None:
    words = blame_words("en")
    tokens = tokenize("declined to say who")
    assert words.withheld.at(tokens, 0) is not None
    assert words.cues.at(tokens, 0) is None


@pytest.mark.parametrize("phrase", ["if", "unless"])
def test_a_threat_hangs_on_a_word_of_condition(phrase: str) -> None:
    assert blame_words("en").condition.at(tokenize(phrase), 0) is not None


def test_a_dialect_is_read_with_its_language() -> None:
    assert blame_words("en-US").own == blame_words("en").own
    assert "its" in blame_words("en").own
