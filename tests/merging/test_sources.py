"""How many independent speakers an incident has, and who told it."""

from reportedly.merging.copies import fingerprint
from reportedly.merging.sources import count_sources, reports_of
from reportedly.merging.voices import circle
from reportedly.records.merged import Member
from reportedly.records.vocabulary import ClaimField
from tests.merging.made import claim, member

COPY = fingerprint("the lorry stood at the gate of Tolbara when the first shot was heard by the guards of the mill")


def sources(*members: Member) -> int:
    return count_sources(circle(members))


def quoting(one: str, *speakers: str | None, **fields: object) -> Member:
    claims = tuple(claim(f"{one}-{at}", ClaimField.TYPE, "bombing", speaker) for at, speaker in enumerate(speakers))
    return member(one, claims=claims, **fields)


def test_speakers_count_once_however_many_reports_quote_them() -> None:
    assert sources(quoting("a", "Army", None), quoting("b", "army", "the mayor of Nem")) == 2


def test_a_fuller_name_is_no_second_speaker() -> None:
    assert sources(quoting("a", "police"), quoting("b", "Nem police")) == 1


def test_a_report_that_quotes_nobody_is_a_source_and_its_copies_add_none() -> None:
    told = quoting("a", None, fingerprint=COPY)
    assert sources(told) == 1
    assert sources(told, quoting("b", None, fingerprint=COPY), quoting("c", None)) == 2


def test_a_copy_of_a_report_that_quotes_adds_nothing() -> None:
    assert sources(quoting("a", "army", fingerprint=COPY), quoting("b", None, fingerprint=COPY)) == 1


def test_a_speaker_that_only_a_copy_has_is_none() -> None:
    whole, copy = quoting("a", "army", fingerprint=COPY), quoting("b", "army", "Tolbara", fingerprint=COPY)
    assert sources(whole, copy) == 1
    assert sources(quoting("a", None, fingerprint=COPY), copy) == 2


def test_a_report_says_what_it_copies() -> None:
    told = circle([quoting("a", "army", fingerprint=COPY), quoting("b", "army", fingerprint=COPY)])
    assert [(row.report_id, row.copy_of) for row in reports_of(told)] == [("report-a", None), ("report-b", "report-a")]
