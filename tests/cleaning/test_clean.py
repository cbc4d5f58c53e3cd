import datetime as dt

import pytest

from reportedly.cleaning.clean import clean
from reportedly.errors import Malformed
from reportedly.records.reports import Report
from reportedly.records.spans import Span

BODY = "Two soldiers were wounded when a drone hit a barracks near Dorn.\n\nNobody claimed the attack.\n"


def text_report(content: str, *, title: str | None = None, language: str | None = None) -> Report:
    return Report(id="r1", content=content, title=title, language=language)


def test_a_plain_text_is_kept_to_the_letter() -> None:
    content = "\n  Odd   blanks\tand\n\n\n\ntrailing lines \n"
    assert clean(text_report(content)).text == content


def test_a_title_is_put_above_the_body_with_a_blank_line_between() -> None:
    cleaned = clean(text_report(BODY, title="Drone hits barracks"))
    assert cleaned.text == f"Drone hits barracks\n\n{BODY}"
    assert cleaned.title_span == Span(0, len("Drone hits barracks"))
    assert cleaned.sentences[0].heading


def test_a_title_that_opens_the_body_is_not_put_there_twice() -> None:
    content = f"Drone hits barracks\n\n{BODY}"
    cleaned = clean(text_report(content, title="Drone hits barracks"))
    assert cleaned.text == content
    assert cleaned.title_span == Span(0, 19)


def test_a_first_line_that_differs_from_the_title_in_case_and_blanks_is_the_title() -> None:
    content = f"DRONE  HITS BARRACKS\n{BODY}"
    cleaned = clean(text_report(content, title="Drone hits barracks"))
    assert cleaned.text == content
    assert cleaned.title_span == Span(0, 20)


def test_a_title_that_is_only_the_beginning_of_a_longer_word_is_put_above() -> None:
    assert clean(text_report("Dornish troops fled.", title="Dorn")).text == "Dorn\n\nDornish troops fled."


def test_a_title_of_several_lines_becomes_one_line() -> None:
    assert clean(text_report(BODY, title="Drone\n hits  barracks")).title == "Drone hits barracks"


def test_the_language_is_the_containers_made_a_proper_tag() -> None:
    assert clean(text_report(BODY, language="en_us")).language == "en-US"


def test_a_language_that_nobody_told_is_known_by_its_words() -> None:
    assert clean(text_report(BODY)).language == "en"
    assert clean(text_report("Zwei Soldaten wurden verletzt, als eine Drohne die Kaserne traf.")).language == "und"


def test_furniture_is_marked_and_nothing_is_cut() -> None:
    content = f"{BODY}\nRead more: Another strike\n"
    cleaned = clean(text_report(content))
    assert cleaned.text == content
    assert [span.of(content) for span in cleaned.furniture] == ["Read more: Another strike"]


def test_a_report_without_a_text_is_refused() -> None:
    with pytest.raises(Malformed, match="no text"):
        clean(text_report(" \n"))


def test_what_the_container_said_outweighs_the_page() -> None:
    page = (
        '<html lang="fr"><head><title>Page title</title><meta property="og:site_name" content="Page Site">'
        '<meta property="article:published_time" content="2020-01-01T10:00:00+03:00"></head>'
        "<body><article><p>Two soldiers were wounded when a drone hit a barracks near Dorn, the army said.</p>"
        "<p>Nobody claimed the attack, and the army did not say who it thinks is behind it.</p></article></body></html>"
    )
    told = Report(
        id="r1",
        content=page,
        media_type="text/html",
        title="Told title",
        publisher="Told Post",
        published=dt.date(2021, 2, 3),
        language="en",
    )
    cleaned = clean(told)
    assert (cleaned.title, cleaned.publisher, cleaned.published, cleaned.language) == (
        "Told title",
        "Told Post",
        dt.date(2021, 2, 3),
        "en",
    )
    silent = clean(Report(id="r1", content=page, media_type="text/html"))
    assert (silent.title, silent.publisher, silent.language) == ("Page title", "Page Site", "fr")
    assert silent.published == dt.datetime(2020, 1, 1, 10, tzinfo=dt.timezone(dt.timedelta(hours=3)))


def test_the_same_report_gives_the_same_clean_text() -> None:
    report = text_report(BODY, title="Drone hits barracks")
    assert clean(report) == clean(report)
