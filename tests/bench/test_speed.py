"""Texts made for timing have the length they are said to have."""

from bench.speed import WORDS, cut, reports_of, spent_by_step, timed


def test_a_text_is_cut_after_a_word_and_keeps_its_white_space() -> None:
    assert cut("one  two\nthree", 2) == "one  two"
    assert cut("one", 5) == "one"
    assert cut("one", 0) == ""


def test_reports_for_timing_have_their_length_and_differ() -> None:
    reports = reports_of(30)
    assert {len(report.content.split()) for report in reports} == {WORDS}
    assert len({report.content for report in reports}) == 30


def test_every_step_from_text_to_line_is_timed() -> None:
    spent = spent_by_step(reports_of(1))
    assert {"clean", "find_attributions", "find_places", "find_statements", "code", "line"} <= spent.keys()
    assert list(spent.values()) == sorted(spent.values(), reverse=True)
    assert min(spent.values()) > 0


def test_a_timed_step_returns_what_the_step_returns() -> None:
    spent = {"double": 0.0}
    assert timed(lambda number: number * 2, "double", spent)(21) == 42
    assert spent["double"] > 0
