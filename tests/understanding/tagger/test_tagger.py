import json
import shutil
from pathlib import Path

import pytest

from reportedly.errors import DataError
from reportedly.understanding.tagger import tagger
from reportedly.understanding.tagger.tagger import CARD, NET, VOCABULARY, Tagger

WEIGHTS = Path(__import__("reportedly").__file__).parent / "understanding" / "tagger" / "weights"
TEXT = (
    "Two officials told the Kesh Courier that the drones were shot down near the depot. "
    "The mayor said that rebels blew up the electric plant with dynamite on Monday."
)


def told(text: str, head: str) -> list[tuple[str, str]]:
    return [(text[tag.start : tag.end], tag.role) for tag in tagger().tags(text)[head]]


def test_who_says_what_is_told_apart() -> None:
    found = told(TEXT, "attribution")
    assert ("Two officials", "source") in found
    assert ("The mayor", "source") in found
    assert ("said", "cue") in found
    assert any(role == "content" and "drones were shot down" in words for words, role in found)


def test_what_was_hit_and_used_is_told() -> None:
    found = told(TEXT, "roles")
    assert ("dynamite", "Weapon") in found
    assert any(role == "Target" and "plant" in words for words, role in found)


def test_a_text_without_words_has_no_tags() -> None:
    assert all(not found for found in tagger().tags(" \n ").values())


def test_a_text_longer_than_a_window_is_read_to_its_end() -> None:
    filler = "The council met on Monday and talked about roads. " * 60
    found = tagger().tags(filler + TEXT)["attribution"]
    last = [(tag.start - len(filler), tag.role) for tag in found if tag.start >= len(filler)]
    assert (0, "source") in last
    assert (TEXT.index("The mayor"), "source") in last


def test_a_text_is_told_the_same_whatever_was_read_before() -> None:
    first = tagger().tags(TEXT)
    tagger().tags("A bomb went off. " * 40)
    assert tagger().tags(TEXT) == first


@pytest.mark.parametrize("name", [NET, VOCABULARY, CARD])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "kept")
    (tmp_path / "kept" / name).unlink()
    with pytest.raises(DataError, match=rf"{name}: missing; install reportedly again"):
        Tagger(tmp_path / "kept")


@pytest.mark.parametrize("name", [NET, VOCABULARY])
def test_a_damaged_file_is_named(tmp_path: Path, name: str) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "kept")
    whole = (tmp_path / "kept" / name).read_bytes()
    (tmp_path / "kept" / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match=rf"{name}: not the file that card.json tells of"):
        Tagger(tmp_path / "kept")


def test_the_card_says_what_the_weights_were_made_from() -> None:
    card = json.loads((WEIGHTS / CARD).read_text(encoding="utf-8"))
    assert card["encoder"] == "all-MiniLM-L6-v2"
    assert {"muc4/gtt_train.jsonl.gz", "polnear/train.jsonl.gz"} <= set(card["sha256"])
    assert card["heads"] == {
        "roles": ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"],
        "attribution": ["source", "cue", "content"],
    }
