"""Fingerprints of texts, and which report is the copy of which."""

import datetime as dt

import pytest

from reportedly.merging.copies import SIZE, copies, fingerprint, likeness
from tests.merging.made import DAY, head

AGENCY = " ".join(f"The {n}th lorry of the convoy passed the gate of Tolbara at {n} past nine." for n in range(20))
OTHER = " ".join(f"Farmer {n} of Nem counted his goats before the {n}th shot was heard." for n in range(20))


def test_a_text_is_like_itself_and_unlike_another() -> None:
    assert likeness(fingerprint(AGENCY), fingerprint(AGENCY)) == 1.0
    assert likeness(fingerprint(AGENCY), fingerprint(OTHER)) == 0.0
    assert len(fingerprint(AGENCY)) == SIZE


def test_a_headline_of_its_own_and_a_cut_end_leave_a_copy_a_copy() -> None:
    cut = "Convoy leaves at last\n\n" + AGENCY[: len(AGENCY) * 3 // 4]
    assert likeness(fingerprint(AGENCY), fingerprint(cut)) == pytest.approx(0.75, abs=0.15)


def test_letter_case_and_punctuation_make_no_difference() -> None:
    assert fingerprint("ONE two, three four five six") == fingerprint("One two three four, five six.")


def test_a_text_of_four_words_has_no_fingerprint_and_is_like_nothing() -> None:
    assert fingerprint("Shots heard at Nem") == ()
    assert likeness((), ()) == 0.0


def test_the_earliest_published_is_the_original_then_the_smaller_id() -> None:
    made = fingerprint(AGENCY)
    later = head("a", fingerprint=made, published=DAY + dt.timedelta(1))
    first, second = head("c", fingerprint=made), head("b", fingerprint=made)
    own = head("d", fingerprint=fingerprint(OTHER))
    assert copies([later, first, second, own]) == {"a": "b", "c": "b"}


def test_a_report_without_a_date_is_no_original_of_one_with_a_date() -> None:
    made = fingerprint(AGENCY)
    assert copies([head("a", fingerprint=made, published=None), head("b", fingerprint=made)]) == {"a": "b"}
