import datetime as dt
import io

import pytest

from reportedly.errors import Malformed, NotText, Refusal, TooLarge
from reportedly.reading.feed import read_feed
from reportedly.reading.intake import Intake
from reportedly.reading.limits import Limits
from reportedly.records.identity import hash_of
from reportedly.records.reports import Report

ITEM = (
    "<item><title>Drone &amp;amp; rocket hit &lt;b&gt;Dorn&lt;/b&gt;</title><link>https://k.example/1</link><guid>17</guid>"
    "<pubDate>Wed, 18 Oct 2023 10:02:00 +0300</pubDate>"
    "<description>&lt;p&gt;Two men died in Dorn.&lt;/p&gt;</description></item>"
)


def rss(items: str) -> str:
    head = "<title>Kallia Post</title><language>en-gb</language>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


def taken(xml: str | bytes) -> list[Report | Refusal]:
    data = xml.encode() if isinstance(xml, str) else xml
    try:
        return list(read_feed(Intake(where="f.rss", stream=io.BytesIO(data)), Limits()))
    except Refusal as refusal:
        return [refusal]


def test_an_entry_becomes_a_report_with_all_that_the_feed_tells() -> None:
    (report,) = taken(rss(ITEM))
    assert isinstance(report, Report)
    assert report.id == hash_of("https://k.example/1")
    assert report.content == "<p>Two men died in Dorn.</p>"
    assert (report.media_type, report.title, report.publisher) == (
        "text/html",
        "Drone & rocket hit Dorn",
        "Kallia Post",
    )
    assert report.language == "en-gb"
    assert report.published == dt.datetime(2023, 10, 18, 10, 2, tzinfo=dt.timezone(dt.timedelta(hours=3)))


def test_the_full_content_of_an_atom_entry_outweighs_its_summary() -> None:
    (report,) = taken(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>KP</title><entry><title>T</title><id>x</id>'
        '<link href="https://k.example/2"/><published>2023-10-18T10:02:00Z</published><updated>2023-10-19T00:00:00Z</updated>'
        '<summary>Short.</summary><content type="html">&lt;p&gt;The long text of it.&lt;/p&gt;</content></entry></feed>'
    )
    assert isinstance(report, Report)
    assert report.content == "<p>The long text of it.</p>"
    assert report.published == dt.datetime(2023, 10, 18, 10, 2, tzinfo=dt.UTC)


def test_the_encoding_that_the_xml_declares_is_followed() -> None:
    xml = rss(ITEM.replace("Two men", "Dwóch żołnierzy")).replace(
        'version="1.0"?', 'version="1.0" encoding="iso-8859-2"?'
    )
    (report,) = taken(xml.encode("iso8859-2"))
    assert isinstance(report, Report)
    assert "Dwóch żołnierzy" in report.content


@pytest.mark.parametrize(
    ("xml", "kind", "reason"),
    [
        ("<!doctype html><html><body>404</body></html>", Malformed, "an HTML page, not a feed"),
        ('{"error": "gone"}', Malformed, "text, not a feed"),
        ("<note>x</note>", Malformed, "XML, not a feed"),
        (rss(""), NotText, "without entries"),
        ("<rss>" + "<a>" * 500, Malformed, "nested"),
    ],
)
def test_what_is_no_feed_is_refused_by_what_it_is(xml: str, kind: type[Refusal], reason: str) -> None:
    (refusal,) = taken(xml)
    assert isinstance(refusal, kind)
    assert reason in refusal.reason


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]>',
    ],
)
def test_a_feed_that_declares_entities_is_refused_before_it_is_parsed(declared: str) -> None:
    xml = rss(ITEM.replace("Two men", "&b;")).replace("<rss", f"{declared}<rss", 1)
    (refusal,) = taken(xml)
    assert isinstance(refusal, Malformed)
    assert "entities" in refusal.reason
    (wide,) = taken(xml.encode("utf-16"))
    assert isinstance(wide, Malformed)
    assert "entities" in wide.reason


def test_a_feed_of_more_entries_than_the_limit_is_refused() -> None:
    intake = Intake(where="f.rss", stream=io.BytesIO(rss(ITEM * 3).encode()))
    with pytest.raises(TooLarge, match="2 entries"):
        list(read_feed(intake, Limits(feed_entries=2)))


def test_of_a_feed_cut_short_the_whole_entries_are_read_and_the_damage_is_told() -> None:
    found = taken(rss(ITEM + ITEM.replace("/1<", "/2<"))[:-100])
    assert isinstance(found[0], Report)
    assert isinstance(found[-1], Malformed)
    assert "not well-formed" in found[-1].reason


def test_an_entry_without_text_is_its_title() -> None:
    (report,) = taken(rss("<item><title>Blast in Dorn</title></item>"))
    assert isinstance(report, Report)
    assert (report.content, report.media_type) == ("Blast in Dorn", "text/plain")
    (refusal,) = taken(rss("<item><link>https://k.example/3</link></item>"))
    assert isinstance(refusal, NotText)
    assert refusal.where == "f.rss, entry 1"
