import gzip
import io

from reportedly.errors import Malformed, NotText, Refusal
from reportedly.reading.archive import read_archive
from reportedly.reading.intake import Intake
from reportedly.reading.limits import Limits
from reportedly.records.identity import hash_of
from reportedly.records.reports import Report

PAGE = b"<html><body><p>Two men died in Dorn.</p></body></html>"


def record(payload: bytes, *, kind: str, uri: str = "https://k.example/1", content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2021-01-01T00:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def response(body: bytes, *, status: str = "200 OK", headers: str = "Content-Type: text/html", **kw: str) -> bytes:
    payload = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    return record(payload, kind="response", content_type="application/http; msgtype=response", **kw)


def taken(data: bytes) -> list[Report | Refusal]:
    return list(read_archive(Intake(where="a.warc", stream=io.BytesIO(data)), Limits()))


def test_each_page_becomes_a_report_and_pictures_redirects_and_errors_do_not() -> None:
    data = (
        response(PAGE)
        + response(b"\x89PNG", headers="Content-Type: image/png")
        + response(b"<html>gone</html>", status="404 Not Found")
        + record(b"GET / HTTP/1.1\r\n\r\n", kind="request", content_type="application/http; msgtype=request")
        + response(PAGE, uri="https://k.example/2")
    )
    found = taken(data)
    assert [item.uri for item in found if isinstance(item, Report)] == ["https://k.example/1", "https://k.example/2"]
    assert len(found) == 2
    assert isinstance(found[0], Report)
    assert found[0].id == hash_of("https://k.example/1")
    assert found[0].published is None


def test_a_page_sent_zipped_and_in_its_own_encoding_is_read() -> None:
    body = gzip.compress("<p>Dwóch żołnierzy.</p>".encode("iso8859-2"))
    headers = "Content-Type: text/html; charset=iso-8859-2\r\nContent-Encoding: gzip"
    (report,) = taken(response(body, headers=headers))
    assert isinstance(report, Report)
    assert report.content == "<p>Dwóch żołnierzy.</p>"


def test_a_text_taken_from_a_page_is_read_as_text() -> None:
    (report,) = taken(record(b"Two men died.", kind="conversion", content_type="text/plain"))
    assert isinstance(report, Report)
    assert (report.content, report.media_type) == ("Two men died.", "text/plain")


def test_an_empty_page_is_refused_by_its_record_and_address_and_the_next_is_read() -> None:
    found = taken(response(b"") + response(PAGE, uri="https://k.example/2"))
    assert [type(item) for item in found] == [NotText, Report]
    assert isinstance(found[0], NotText)
    assert found[0].where == "a.warc, record 1 (https://k.example/1)"


def test_an_archive_without_a_page_and_one_that_is_none_are_refused() -> None:
    (empty,) = taken(response(b"x", headers="Content-Type: image/png"))
    assert isinstance(empty, NotText)
    (none,) = taken(b"WARC/1.0\r\nnonsense")
    assert isinstance(none, Malformed | NotText)
