import datetime as dt

import lxml.html
import pytest

from reportedly.cleaning.published import moment_of, published_of
from reportedly.records.moments import Moment

EAST = dt.timezone(dt.timedelta(hours=3))


def told(head: str, body: str = "<p>Two men died on March 3, 2021.</p>") -> Moment | None:
    tree = lxml.html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return published_of(tree, uri=None, last_day="2100-01-01")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-10-18", dt.date(2023, 10, 18)),
        ("2023-10-18T09:12:00Z", dt.datetime(2023, 10, 18, 9, 12, tzinfo=dt.UTC)),
        ("2023-10-18T09:12:00.1234567+0300", dt.datetime(2023, 10, 18, 9, 12, 0, 123456, tzinfo=EAST)),
        ("2023-10-18 09:12:00 +03:00", dt.datetime(2023, 10, 18, 9, 12, tzinfo=EAST)),
        ("2023-10-18T09:12", dt.datetime(2023, 10, 18, 9, 12)),  # noqa: DTZ001 - the page gives no zone
        ("last Tuesday", None),
        ("", None),
    ],
)
def test_a_time_as_pages_write_it_keeps_its_zone(text: str, moment: Moment | None) -> None:
    assert moment_of(text) == moment


def test_the_meta_tag_gives_the_time_with_its_zone() -> None:
    head = '<meta property="article:published_time" content="2023-10-18T09:12:00+03:00">'
    assert told(head) == dt.datetime(2023, 10, 18, 9, 12, tzinfo=EAST)


def test_json_ld_gives_the_time_and_the_time_of_a_change_is_not_taken() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"dateModified": "2023-11-01T00:00:00Z", '
        '"datePublished": "2023-10-18T09:12:00+03:00"}]}</script>'
    )
    assert told(head) == dt.datetime(2023, 10, 18, 9, 12, tzinfo=EAST)


def test_a_time_with_a_clock_outweighs_a_bare_day() -> None:
    head = '<meta name="pubdate" content="2023-10-18">'
    body = '<article><time datetime="2023-10-18T09:12:00Z">18 Oct</time></article>'
    assert told(head, body) == dt.datetime(2023, 10, 18, 9, 12, tzinfo=dt.UTC)


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{broken</script><meta name="pubdate" content="2023-10-18">'
    assert told(head) == dt.date(2023, 10, 18)


def test_a_day_in_the_running_text_is_no_publication_date() -> None:
    assert told("") is None
