import io

import pytest

from reportedly.reading.intake import Intake
from reportedly.reading.sniff import Kind, extension_of, kind_of


def kind(head: bytes, *, name: str = "", media_type: str | None = None) -> Kind:
    return kind_of(Intake(where="x", stream=io.BytesIO(), media_type=media_type), name=name, head=head)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"Two men died.", Kind.PLAIN),
        (b"[Reuters] Two men died.", Kind.PLAIN),
        (b"{so they say} Two men died.", Kind.PLAIN),
        (b"<3 is what he wrote", Kind.PLAIN),
        (b' {"text": "a"}', Kind.JSON),
        (b'[{"text": "a"}]', Kind.JSON),
        (b'{"text": "a"}\n{"text": "b"}', Kind.LINES),
        (b'{\n "text": "a"\n}', Kind.JSON),
        (b"<!DOCTYPE html><html>", Kind.PAGE),
        (b"<p>Two men died.</p>", Kind.PAGE),
        (b"<?xml version='1.0'?><rss version='2.0'>", Kind.FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", Kind.FEED),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", Kind.PAGE),
        (b"\xef\xbb\xbf[{", Kind.JSON),
        (b"WARC/1.0\r\n", Kind.ARCHIVE),
    ],
)
def test_the_first_bytes_tell_the_kind(head: bytes, expected: Kind) -> None:
    assert kind(head) == expected


def test_an_extension_outweighs_the_content_and_a_server_outweighs_the_extension() -> None:
    assert kind(b'{"text": "a"}', name="a.txt") is Kind.PLAIN
    assert kind(b"Two men died.", name="a.php", media_type="text/html") is Kind.PAGE
    assert kind(b"Two men died.", name="a.json", media_type="text/html") is Kind.PAGE


def test_a_feed_is_known_under_any_name_and_type() -> None:
    feed = b"<?xml version='1.0'?><rss version='2.0'>"
    assert kind(feed, name="index.html") is Kind.FEED
    assert kind(feed, name="feed", media_type="text/html") is Kind.FEED
    assert kind(feed, name="feed", media_type="text/xml") is Kind.FEED


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.JSONL.gz", ".jsonl"), ("a.txt", ".txt"), ("a.gz", ""), ("a", ""), ("x/y.z/a.html", ".html")],
)
def test_the_extension_behind_gz_is_the_one_that_counts(name: str, extension: str) -> None:
    assert extension_of(name) == extension
