import io
import json

import pytest

from reportedly.errors import Malformed, NotText, Refusal, TooLarge
from reportedly.reading.intake import Intake
from reportedly.reading.limits import Limits
from reportedly.reading.objects import read_lines, read_objects
from reportedly.records.identity import hash_of
from reportedly.records.reports import Report


def lines(data: bytes, limits: Limits | None = None) -> list[Report | Refusal]:
    return list(read_lines(Intake(where="a.jsonl", stream=io.BytesIO(data)), limits or Limits()))


def objects(value: object) -> list[Report | Refusal]:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(read_objects(Intake(where="a.json", stream=io.BytesIO(data)), Limits()))


def test_of_nine_lines_with_the_seventh_broken_eight_are_read_and_the_seventh_is_named() -> None:
    rows = [json.dumps({"text": f"Blast number {number} in Dorn."}) for number in range(1, 10)]
    rows[6] = rows[6][:-4]
    found = lines("\n".join(rows).encode())
    assert [isinstance(item, Report) for item in found] == [True] * 6 + [False] + [True] * 2
    assert isinstance(found[6], Malformed)
    assert found[6].where == "a.jsonl, line 7"


def test_every_known_key_reaches_the_report() -> None:
    record = {
        "id": "k1",
        "text": "Two men died.",
        "url": "https://k.example/1",
        "publisher": "Kallia Post",
        "published": "2023-12-08",
        "title": "Blast",
        "language": "en",
        "unknown": [1],
    }
    (report,) = objects(record)
    assert isinstance(report, Report)
    assert (report.id, report.uri, report.publisher, report.title, report.language) == (
        "k1",
        "https://k.example/1",
        "Kallia Post",
        "Blast",
        "en",
    )
    assert str(report.published) == "2023-12-08"


def test_an_id_is_the_inputs_own_else_the_addresss_hash_else_the_contents() -> None:
    found = objects([{"text": "a b", "id": 7}, {"text": "a b", "url": "http://k.example"}, {"text": "a b"}])
    assert [item.id for item in found if isinstance(item, Report)] == ["7", hash_of("http://k.example"), hash_of("a b")]


def test_an_address_that_is_not_http_makes_no_id() -> None:
    (report,) = objects({"text": "a b", "url": "urn:x:1"})
    assert isinstance(report, Report)
    assert (report.id, report.uri) == (hash_of("a b"), "urn:x:1")


def test_a_time_in_no_known_form_is_not_known_and_the_report_is_kept() -> None:
    for said in ("08/12/2023", "yesterday", 1701993600, None):
        (report,) = objects({"text": "a b", "published": said})
        assert isinstance(report, Report)
        assert report.published is None


@pytest.mark.parametrize(
    ("value", "kind", "reason"),
    [
        ({"body": "x"}, Malformed, "no 'text' in it, only body"),
        ({"text": 5}, Malformed, "'text' must be a string"),
        ({"text": "  "}, NotText, "empty"),
        ({"text": "a\x00b"}, NotText, "NUL"),
        ({"text": "a", "title": 5}, Malformed, "'title' must be a string"),
        ("just a string", Malformed, "an object with 'text' is needed"),
        ([], NotText, "empty array"),
        (b'{"text": "\\ud800"}', NotText, "surrogate"),
        (b"{broken", Malformed, "broken JSON"),
        (b"[" * 100_000, Malformed, "JSON"),
    ],
)
def test_what_cannot_be_a_report_is_refused_with_its_reason(value: object, kind: type[Refusal], reason: str) -> None:
    def all_of() -> list[Report | Refusal]:
        try:
            return objects(value)
        except Refusal as refusal:
            return [refusal]

    (refusal,) = all_of()
    assert isinstance(refusal, kind)
    assert reason in refusal.reason


def test_a_bad_item_of_an_array_is_named_by_its_number() -> None:
    found = objects([{"text": "a"}, {"x": 1}, {"text": "c"}])
    assert [isinstance(item, Report) for item in found] == [True, False, True]
    assert isinstance(found[1], Refusal)
    assert found[1].where == "a.json, item 2"


def test_json_lines_in_a_json_file_are_read_as_lines() -> None:
    found = objects(b'{"text": "a"}\n{"text": "b"}\n{"text": 1}\n')
    assert [isinstance(item, Report) for item in found] == [True, True, False]


def test_a_line_without_end_is_refused_and_the_next_is_read() -> None:
    found = lines(b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "b"}\n', Limits(document_bytes=1000))
    assert [type(item) for item in found] == [TooLarge, Report]


def test_a_line_in_another_encoding_is_refused_and_never_garbled() -> None:
    found = lines('{"text": "café"}\n'.encode("cp1252") + b'{"text": "b"}\n')
    assert [type(item) for item in found] == [NotText, Report]
    assert isinstance(found[0], NotText)
    assert found[0].where == "a.jsonl, line 1"
