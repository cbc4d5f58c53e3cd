"""The words that frame a whole text, as the English table gives them."""

from reportedly.languages.frames import frame_words
from reportedly.languages.phrases import tokenize


def frames(phrase: str) -> tuple[str, ...]:
    hit = frame_words("en").words.at(tokenize(phrase), 0)
    return () if hit is None else hit.value


def test_a_word_of_one_frame_names_it() -> None:
    assert frames("film") == ("screen",)
    assert frames("ransomware") == ("cyber",)


def test_every_frame_needs_more_than_one_word() -> None:
    need = frame_words("en").need
    assert need
    assert all(number >= 2 for number in need.values())


def test_words_of_violence_frame_nothing() -> None:
    assert [word for word in ("bombing", "gunmen", "killed", "attack", "police", "hospital") if frames(word)] == []


def test_the_frames_that_find_frame_knows_by_name_exist() -> None:
    assert {"memory", "opinion"} <= set(frame_words("en").need)


def test_a_dialect_is_read_with_its_language() -> None:
    assert frame_words("en-GB").need == frame_words("en").need
