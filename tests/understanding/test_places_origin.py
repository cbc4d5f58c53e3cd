"""Who printed a text: the countries and the home towns its publisher's names point to."""

import pytest

from reportedly.gazetteer.load import load
from reportedly.records.reports import CleanText
from reportedly.understanding.places.origin import Origin, origin_of


def origin(*, publisher: str | None = None, uri: str | None = None) -> Origin:
    report = CleanText(
        report_id="made", text="Words.", text_hash="0", language="en", sentences=(), publisher=publisher, uri=uri
    )
    return origin_of(report, load())


@pytest.mark.parametrize(
    ("uri", "home"),
    [
        ("https://www.dallasnews.com/1", "Dallas"),
        ("https://www.thejohnsoncitypress.com/1", "Johnson City"),
        ("http://chronicle.augusta.com:80/1", "Augusta"),
        ("http://web.archive.org/web/2016/http://www.kansascity.com/1", "Kansas City"),
        ("https://www.kentucky.com/1", "Kentucky"),
    ],
)
def test_an_address_tells_the_home_of_its_paper(uri: str, home: str) -> None:
    assert [namesakes[0].name for namesakes in origin(uri=uri).homes] == [home]


@pytest.mark.parametrize("uri", ["https://www.thestar.com/1", "https://mobile.post.com/1", "https://wsmv.com/paris"])
def test_words_of_papers_and_call_signs_are_no_home(uri: str) -> None:
    assert origin(uri=uri).homes == ()


def test_a_publisher_s_name_tells_its_home_and_its_country() -> None:
    assert origin(publisher="Fort Worth Star").countries == ("US",)
    assert origin(publisher="Ukrainian News").countries == ("UA",)


def test_a_home_with_namesakes_abroad_tells_no_country() -> None:
    found = origin(publisher="The Paris Post-Intelligencer")
    assert found.countries == ()
    assert {place.country for place in found.homes[0]} == {"CA", "FR", "US"}


def test_an_agency_s_letters_are_no_town() -> None:
    assert origin(publisher="Premium Times (NAN)").homes == ()


def test_a_country_s_domain_tells_the_country() -> None:
    assert origin(uri="https://news.example.co.uk/1").countries == ("GB",)
