"""What a word finds in the codebook."""

from reportedly.codebook.book import codebook
from reportedly.codebook.lookup import lookup


def test_a_code_finds_its_entry_in_any_writing() -> None:
    assert [entry.code for entry in lookup("Car bomb")] == ["car_bomb"]
    assert lookup("car-bomb") == lookup("CAR_BOMB") == lookup("car_bomb")


def test_a_code_of_several_vocabularies_finds_all_of_them() -> None:
    assert {entry.vocabulary for entry in lookup("accused")} == {"basis", "responsibility"}


def test_the_name_of_a_vocabulary_finds_it_whole_in_the_plural_too() -> None:
    assert [entry.code for entry in lookup("stage") if entry.vocabulary == "stage"] == list(codebook().codes("stage"))
    assert lookup("place precisions") == lookup("place_precision")


def test_a_misspelt_code_finds_the_nearest() -> None:
    assert [entry.code for entry in lookup("mortr")] == ["mortar"]
    assert lookup("landmin")[0].code == "landmine"


def test_a_part_of_a_code_finds_what_holds_it() -> None:
    assert "suicide_vest" in [entry.code for entry in lookup("vest")]


def test_no_word_finds_everything_and_a_strange_one_nothing() -> None:
    assert lookup("  ") == codebook().entries
    assert lookup("marmalade") == ()
