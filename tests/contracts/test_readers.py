"""One suite for all readers: the same refusals, stable ids, no content lost, one kind of line end."""

import gzip
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.cleaning.clean import clean
from reportedly.errors import Malformed, NotText, Refusal, TooLarge
from reportedly.reading.intake import Intake
from reportedly.reading.limits import Limits
from reportedly.reading.read import READERS, read, read_intake
from reportedly.reading.sniff import Kind
from reportedly.records.reports import Report

ADDRESS = "https://k.example/drone"
WORDS = "Two soldiers were wounded near Dorn; “nobody” claimed it, the army’s café-owner said."
LINES = f"{WORDS}\nA second line follows in the same text.\n\nA third one ends it all, the army said."


@dataclass(frozen=True)
class Form:
    """How one kind of input wraps a text; ``html``: the text arrives as a page, to be taken out by cleaning."""

    kind: Kind
    name: str
    wrap: Callable[[str], bytes]
    html: bool = False


def as_page(text: str) -> bytes:
    blocks = "".join(f"<p>{escape(block)}</p>" for block in text.split("\n") if block)
    return f"<!doctype html><html><head><meta charset='utf-8'></head><body>{blocks}</body></html>".encode()


def as_feed(text: str) -> bytes:
    inner = escape("".join(f"<p>{escape(block)}</p>" for block in text.split("\n") if block))
    item = f"<item><title>Drone</title><link>{ADDRESS}</link><description>{inner}</description></item>"
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Kallia Post</title>{item}</channel></rss>".encode()


def as_record(body: bytes, *, kind: str = "response", status: str = "200 OK") -> bytes:
    payload = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {ADDRESS}\r\nWARC-Date: 2021-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


FORMS = [
    Form(Kind.PLAIN, "a.txt", lambda text: text.encode()),
    Form(Kind.PAGE, "a.html", as_page, html=True),
    Form(Kind.JSON, "a.json", lambda text: json.dumps({"text": text, "url": ADDRESS}).encode()),
    Form(Kind.LINES, "a.jsonl", lambda text: json.dumps({"text": text, "url": ADDRESS}).encode() + b"\n"),
    Form(Kind.FEED, "a.rss", as_feed, html=True),
    Form(Kind.ARCHIVE, "a.warc", lambda text: as_record(as_page(text)), html=True),
]
every_form = pytest.mark.parametrize("form", FORMS, ids=[form.kind.value for form in FORMS])
TEXTS = [form for form in FORMS if form.kind is not Kind.ARCHIVE]
"""The forms that a byte order mark may open: an archive begins with WARC/ and nothing else."""


def taken(data: bytes, name: str = "", limits: Limits | None = None) -> list[Report | Refusal]:
    intake = Intake(where=name or "the input", stream=io.BytesIO(data))
    return list(read_intake(intake, limits or Limits(), name=name))


def only_report(found: list[Report | Refusal]) -> Report:
    assert len(found) == 1, found
    assert isinstance(found[0], Report), found
    return found[0]


def only_refusal(found: list[Report | Refusal]) -> Refusal:
    assert len(found) == 1, found
    assert isinstance(found[0], Refusal), found
    return found[0]


def test_every_reader_of_the_table_has_a_form_here() -> None:
    assert [form.kind for form in FORMS] == list(READERS)


@every_form
def test_no_word_of_the_text_is_lost(form: Form) -> None:
    report = only_report(taken(form.wrap(LINES), form.name))
    assert report.media_type == ("text/html" if form.html else "text/plain")
    body = clean(report).text
    if form.html:
        assert [block for block in body.split("\n") if block and block != "Drone"] == [
            x for x in LINES.split("\n") if x
        ]
    else:
        assert report.content == LINES


@every_form
def test_the_kind_is_known_without_a_name(form: Form) -> None:
    data = form.wrap(LINES)
    assert taken(data) == taken(data, form.name)


@every_form
def test_gzip_changes_nothing(form: Form) -> None:
    data = form.wrap(LINES)
    assert taken(gzip.compress(data), f"{form.name}.gz") == taken(data, form.name)


@every_form
def test_the_same_bytes_give_the_same_id_and_another_text_or_address_another(form: Form) -> None:
    first, again = (only_report(taken(form.wrap(LINES), form.name)) for _ in range(2))
    assert first == again
    other = form.wrap(LINES.replace("Dorn", "Lirath")).replace(b"k.example/drone", b"k.example/other")
    assert only_report(taken(other, form.name)).id != first.id


@every_form
def test_line_ends_of_all_systems_give_the_same_report(form: Form) -> None:
    plain = only_report(taken(form.wrap(LINES), form.name))
    for end in ("\r\n", "\r"):
        found = only_report(taken(form.wrap(LINES.replace("\n", end)), form.name))
        assert "\r" not in found.content
        if not form.html:
            assert found == plain


@pytest.mark.parametrize("form", TEXTS, ids=[form.kind.value for form in TEXTS])
def test_a_byte_order_mark_is_no_part_of_the_text(form: Form) -> None:
    found = only_report(taken(b"\xef\xbb\xbf" + form.wrap(LINES), form.name))
    assert "\ufeff" not in found.content


@every_form
def test_an_empty_input_is_refused_as_no_text(form: Form) -> None:
    for data in (b"", b" \n\n "):
        refusal = only_refusal(taken(data, form.name))
        assert isinstance(refusal, NotText if form.kind is not Kind.ARCHIVE else Refusal)
        assert refusal.where.startswith(form.name)


@every_form
@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 \x00\x01", b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14\x00", b"\xff\xd8\xff\xe0\x00\x10JFIF"],
    ids=["pdf", "png", "zip", "jpeg"],
)
def test_a_picture_or_a_document_is_refused_by_what_it_is(form: Form, data: bytes) -> None:
    refusal = only_refusal(taken(data, form.name))
    assert isinstance(refusal, NotText)
    assert "a P" in refusal.reason or "a Z" in refusal.reason or "a J" in refusal.reason


@every_form
def test_binary_data_is_refused_and_never_shown_as_text(form: Form) -> None:
    found = taken(bytes(range(256)) * 8, form.name)
    assert all(isinstance(item, Refusal) for item in found)
    assert found


@every_form
def test_a_document_over_the_limit_is_refused(form: Form) -> None:
    found = taken(form.wrap("Two men died in Dorn. " * 400), form.name, Limits(document_bytes=2000, page_bytes=2000))
    assert isinstance(only_refusal(found), TooLarge)


@every_form
def test_gzip_cut_short_is_refused_and_named(form: Form) -> None:
    packed = gzip.compress(form.wrap(LINES * 40), compresslevel=0)
    found = taken(packed[: len(packed) // 2], f"{form.name}.gz")
    assert any(isinstance(item, Malformed) and "cut short" in item.reason for item in found), found
    assert not any(isinstance(item, Report) for item in found)


@every_form
def test_a_gzip_bomb_is_refused(form: Form) -> None:
    bomb = gzip.compress(form.wrap("a" * 3_000_000))
    found = taken(bomb, f"{form.name}.gz", Limits(unzipped_floor_bytes=100_000))
    assert isinstance(only_refusal(found), TooLarge)


@every_form
def test_gzip_inside_gzip_is_refused(form: Form) -> None:
    found = taken(gzip.compress(gzip.compress(form.wrap(LINES))), f"{form.name}.gz")
    assert isinstance(only_refusal(found), NotText)


@every_form
def test_a_refusal_in_a_run_stops_nothing(form: Form) -> None:
    found = list(read(["no/such/file", "-"], stdin=io.BytesIO(form.wrap(LINES))))
    assert [type(item) is Report for item in found] == [False, True]


SCRAPS = st.sampled_from(
    [
        *(form.wrap(WORDS) for form in FORMS),
        *(form.wrap(WORDS)[:200] for form in FORMS),
        gzip.compress(WORDS.encode())[:30],
        *(
            b'{"text": "a"}\n',
            b"[{",
            b"\x00",
            b"\xff",
            b"<p>",
            b"<!ENTITY a 'b'>",
            b"\r\n",
            b"WARC/1.0\r\n",
            b"\x1f\x8b",
        ),
        *(b'{"text": "\\ud800"}', b'{"text": 5}', b"]]>", b"Content-Length: -5\r\n", b"Transfer-Encoding: chunked\r\n"),
    ]
)


@every_form
@settings(max_examples=60, deadline=None)
@example(data=b"[" * 100_000)
@example(data=b'{"text": ' * 20_000)
@example(data=b"<a>" * 20_000)
@example(data=b"<rss>" + b"<a>" * 20_000)
@given(data=st.lists(SCRAPS | st.binary(max_size=40), max_size=5).map(b"".join))
def test_whatever_the_bytes_only_reports_and_refusals_come_out(form: Form, data: bytes) -> None:
    for name in ("", form.name):
        for found in taken(data, name):
            assert isinstance(found, Report | Refusal)
            if isinstance(found, Report):
                found.content.encode()
                assert found.content.strip()
                assert "\r" not in found.content
                assert "\x00" not in found.content


@every_form
@settings(max_examples=30, deadline=None)
@given(where=st.integers(0, 2000), put=st.binary(min_size=1, max_size=3))
def test_a_damaged_input_yields_reports_and_refusals_too(form: Form, where: int, put: bytes) -> None:
    data = form.wrap(LINES)
    at = where % len(data)
    for found in taken(data[:at] + put + data[at + len(put) :], form.name):
        assert isinstance(found, Report | Refusal)
