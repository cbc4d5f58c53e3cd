import pytest

from reportedly.codebook.book import codebook
from reportedly.codebook.crosswalks import NAMES, country_codes, crosswalk
from reportedly.errors import DataError
from reportedly.gazetteer.load import load


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_what_was_read_and_what_was_not(name: str) -> None:
    assert "unverified" in crosswalk(name).read


@pytest.mark.parametrize("name", NAMES)
def test_every_reason_to_leave_out_reads_as_a_sentence(name: str) -> None:
    reasons = [rule.id for rule in crosswalk(name).rules.values() if rule.id.startswith("out.")]
    assert reasons
    assert all(crosswalk(name).why_not(one).startswith(f"{crosswalk(name).publisher}: left out, ") for one in reasons)


def test_every_sub_event_of_acled_lies_in_an_event_and_every_event_in_a_disorder() -> None:
    tables = crosswalk("acled").tables
    told = {*tables["type"].values(), *tables["weapon"].values(), *tables["target_decides"].values()}
    assert told <= tables["event"].keys()
    assert set(tables["event"].values()) <= tables["disorder"].keys()


def test_every_number_of_gtd_has_its_words() -> None:
    tables = crosswalk("gtd").tables
    for codes in ("attack", "weapon", "target"):
        assert set(tables[codes].values()) <= tables[f"{codes}_words"].keys()


def test_every_kind_of_party_and_precision_has_its_word() -> None:
    book = codebook()
    assert set(book.codes("party_kind")) == crosswalk("gtd").tables["target"].keys()
    assert set(book.codes("place_precision")) == crosswalk("ged").tables["where_prec"].keys()


def test_a_country_has_its_numbers_and_regions_elsewhere() -> None:
    codes = country_codes("MR")
    assert codes is not None
    assert (codes.alpha3, codes.number, codes.acled, codes.ged) == ("MRT", 478, "Western Africa", "Africa")
    assert country_codes("ZZ") is None
    assert load().country("MR") is not None


def test_a_table_that_lacks_a_word_that_is_asked_for_is_an_error() -> None:
    with pytest.raises(DataError, match=r"gtd\.toml: \[target\]"):
        crosswalk("gtd").word("target", "unheard-of")
