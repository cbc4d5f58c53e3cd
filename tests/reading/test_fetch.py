import gzip
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

import pytest

from reportedly.errors import Forbidden, Malformed, NotFound, NotText, Refusal, TooLarge
from reportedly.reading.fetch import fetch
from reportedly.reading.limits import Limits
from reportedly.reading.read import read
from reportedly.records.identity import hash_of
from reportedly.records.reports import Report

PAGE = "<html><head><title>T</title></head><body><p>Dwóch żołnierzy zginęło.</p></body></html>"
INSIDE = Limits(allow_private=True)


@dataclass
class Answer:
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = cast("Server", self.server)
        server.seen.append(self.headers["Host"])
        answer = server.answers.get(self.path.split("?")[0], Answer(404))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(answer.body)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Silence."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.seen: list[str] = []

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def taken(address: str, limits: Limits = INSIDE) -> list[Report | Refusal]:
    return list(read([address], limits=limits))


def test_a_page_is_read_in_the_encoding_the_server_names(server: Server) -> None:
    headers = {"Content-Type": "text/html; charset=ISO-8859-2"}
    server.answers["/a"] = Answer(headers=headers, body=PAGE.encode("iso8859-2"))
    (report,) = taken(f"{server.base}/a")
    assert isinstance(report, Report)
    assert report.content == PAGE
    assert (report.uri, report.id) == (f"{server.base}/a", hash_of(f"{server.base}/a"))


def test_a_private_address_is_forbidden_unless_it_is_allowed(server: Server) -> None:
    (refusal,) = taken(f"{server.base}/a", Limits())
    assert isinstance(refusal, Forbidden)
    assert server.seen == []


def test_a_name_is_resolved_once_and_asked_at_the_checked_address_under_its_own_name(server: Server) -> None:
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    server.answers["/a"] = Answer(headers={"Content-Type": "text/plain"}, body=b"Two men died.")
    intake = fetch(f"http://news.example:{server.server_port}/a", INSIDE, lookup=rebinding)
    assert intake.stream.read() == b"Two men died."
    assert asked == ["news.example"]
    assert server.seen == [f"news.example:{server.server_port}"]


def test_a_redirect_on_the_same_host_is_followed(server: Server) -> None:
    server.answers["/a"] = Answer(302, {"Location": "/b"})
    server.answers["/b"] = Answer(headers={"Content-Type": "text/plain"}, body=b"Two men died.")
    (report,) = taken(f"{server.base}/a")
    assert isinstance(report, Report)
    assert report.uri == f"{server.base}/a"


@pytest.mark.parametrize(
    "onward",
    ["http://10.0.0.1/", "http://localhost:1/", "http://169.254.169.254/meta", "http://[::1]/", "file:///etc/hostname"],
)
def test_a_redirect_into_a_private_network_or_off_the_web_is_forbidden(server: Server, onward: str) -> None:
    server.answers["/a"] = Answer(302, {"Location": onward})
    (refusal,) = taken(f"{server.base}/a")
    assert isinstance(refusal, Forbidden)
    assert refusal.where == f"{server.base}/a"


def test_a_redirect_that_never_ends_is_refused(server: Server) -> None:
    server.answers["/a"] = Answer(302, {"Location": "/a"})
    (refusal,) = taken(f"{server.base}/a")
    assert isinstance(refusal, TooLarge)
    assert len(server.seen) == INSIDE.redirects + 1


def test_a_redirect_to_nowhere_is_malformed(server: Server) -> None:
    server.answers["/a"] = Answer(302)
    (refusal,) = taken(f"{server.base}/a")
    assert isinstance(refusal, Malformed)


def test_too_many_bytes_are_refused_whether_announced_or_not(server: Server) -> None:
    small = Limits(allow_private=True, address_bytes=1000)
    server.answers["/a"] = Answer(headers={"Content-Length": "5000"}, body=b"a" * 5000)
    server.answers["/b"] = Answer(body=b"a" * 5000)
    for path in ("/a", "/b"):
        (refusal,) = taken(f"{server.base}{path}", small)
        assert isinstance(refusal, TooLarge)


def test_a_fetch_that_passes_its_time_is_refused(server: Server) -> None:
    server.answers["/a"] = Answer(body=b"a" * 500)
    ticks = iter([0.0, 61.0, 62.0, 63.0])
    with pytest.raises(TooLarge, match="60 seconds"):
        fetch(f"{server.base}/a", INSIDE, now=lambda: next(ticks))


def test_a_host_that_keeps_the_resolver_waiting_is_refused_in_time() -> None:
    released = threading.Event()

    def hanging(_host: str, _port: int) -> list[str]:
        released.wait(10)
        return []

    with pytest.raises(TooLarge, match="took over"):
        fetch("http://slow.example/", Limits(whole_seconds=0.05), lookup=hanging)
    released.set()


def test_a_zipped_answer_is_unzipped_and_a_bomb_refused(server: Server) -> None:
    headers = {"Content-Type": "text/plain", "Content-Encoding": "gzip"}
    server.answers["/a"] = Answer(headers=headers, body=gzip.compress(b"Two men died."))
    server.answers["/b"] = Answer(headers=headers, body=gzip.compress(b"a" * 3_000_000))
    (report,) = taken(f"{server.base}/a")
    assert isinstance(report, Report)
    (refusal,) = taken(f"{server.base}/b", Limits(allow_private=True, unzipped_floor_bytes=100_000))
    assert isinstance(refusal, TooLarge)


def test_an_answer_that_is_no_text_is_refused_by_its_type(server: Server) -> None:
    server.answers["/a"] = Answer(headers={"Content-Type": "video/mp4"}, body=b"....ftyp")
    (refusal,) = taken(f"{server.base}/a")
    assert isinstance(refusal, NotText)
    assert "video/mp4" in refusal.reason


def test_an_error_and_a_closed_port_are_not_found(server: Server) -> None:
    (gone,) = taken(f"{server.base}/none")
    assert isinstance(gone, NotFound)
    assert "404" in gone.reason
    (closed,) = taken("http://127.0.0.1:9/")
    assert isinstance(closed, NotFound)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("ftp://k.example/a", Forbidden),
        ("http://user:word@k.example/", Forbidden),
        ("http://", Malformed),
        ("http://[::1/", Malformed),
        ("http://2130706433/", Forbidden),
        ("http://0x7f000001/", Forbidden),
        ("http://[::ffff:127.0.0.1]/", Forbidden),
    ],
)
def test_an_address_that_must_not_be_asked_is_refused_before_anybody_is_asked(
    address: str, kind: type[Refusal]
) -> None:
    with pytest.raises(kind):
        fetch(address, Limits(), lookup=lambda _host, _port: ["127.0.0.1"])
