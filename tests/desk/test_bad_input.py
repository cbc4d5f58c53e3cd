"""Every kind of bad input at once, through the installed command: each is refused by name, everything else is read."""

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("reportedly")
SENTENCE = "Two drones were shot down near the base on Tuesday, an official said."
POLISH = "Dwóch żołnierzy zginęło w ataku w nocy na środę, powiedział rzecznik."
MB = 1_000_000


def line(number: int) -> bytes:
    return json.dumps({"id": f"line-{number}", "text": f"{SENTENCE} It was the {number}th report."}).encode()


def lines(*, broken: int) -> bytes:
    return b"\n".join(line(number)[:-1] if number == broken else line(number) for number in range(1, 10))


def laughs() -> bytes:
    """Entities that each stand for ten of the one before: ten thousand million words once they are filled in."""
    names = "abcdefghij"
    rows = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    text = f'<!DOCTYPE r [<!ENTITY a "ha">{rows}]><rss version="2.0"><channel><item><title>&j;</title></item></channel>'
    return f'<?xml version="1.0"?>{text}</rss>'.encode()


def outsider() -> bytes:
    """An entity that names a file of the reader's machine."""
    text = f"<item><title>&a;</title><description>{SENTENCE}</description></item>"
    head = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel>{text}</channel></rss>'.encode()


def page(text: str, *, charset: str) -> bytes:
    return f'<html><head><meta charset="{charset}"><title>T</title></head><body><p>{text}</p></body></html>'.encode()


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary data"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture"),
    "encoding.txt": (POLISH.encode("iso8859-2"), "UTF-8 is needed"),
    "encoding.html": (page("x", charset="utf-8").replace(b"x", POLISH.encode("iso8859-2")), "UTF-8 is needed"),
    "cut-mark.txt": (b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x00\xd8", "no utf-16-le"),
    "one-line.txt": (SENTENCE.encode() * (50 * MB // len(SENTENCE)), "over 20,000,000 bytes"),
    "one-line.json": (b'{"text":"' + b"a " * (25 * MB) + b'"}', "over 20,000,000 bytes"),
    "nested.html": (b"<html><body>" + b"<div>" * 300_000 + SENTENCE.encode(), "nested more than 250 deep"),
    "wide.html": (b"<html><body>" + b"<p>a</p>" * 2 * MB, "over 8,000,000 bytes"),
    "bomb.html.gz": (gzip.compress(b"<html><body>" + b"<b>" * 20 * MB), "over 8,000,000 bytes"),
    "bomb.txt.gz": (gzip.compress(b"a" * 15 * MB), "over 200 to one"),
    "laughs.xml": (laughs(), "XML entities"),
    "outsider.xml": (outsider(), "XML entities"),
    "error-page.xml": (page("503 Service Unavailable", charset="utf-8"), "an HTML page, not a feed"),
}
"""What is wrong with each input, by its name, and words of the reason that must be given."""


class Onward(BaseHTTPRequestHandler):
    """Answers every request with a way into a private network."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "http://192.168.0.1/admin")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Silence."""


@pytest.fixture(scope="module")
def onward() -> Iterator[str]:
    """The address of a server that leads into a private network."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Onward) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/item"
        server.shutdown()
        thread.join()


@dataclass(frozen=True)
class Run:
    """One call of the command, what it told by id or text, and its refusals."""

    status: int
    told: tuple[str, ...]
    refused: tuple[str, ...]
    last: str

    def reasons(self, name: str) -> list[str]:
        return [refusal for refusal in self.refused if name in refusal]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, onward: str) -> Run:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "a-good.txt").write_text(SENTENCE)
    (folder / "z-good.txt").write_text(SENTENCE.replace("Tuesday", "Friday"))
    (folder / "nine.jsonl").write_bytes(lines(broken=7))
    many = b"\n".join(json.dumps({"id": f"cut-{n}", "text": f"{SENTENCE} {n * n}"}).encode() for n in range(200))
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(many)[:-300])
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    call = [str(COMMAND), "read", str(folder), "no-such-file.txt", onward, "--allow-private"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False, env=environment)  # noqa: S603
    said = done.stderr.splitlines()
    told = [json.loads(row)["report"] for row in done.stdout.splitlines()]
    return Run(
        status=done.returncode,
        told=tuple(report["id"] if "-" in report["id"] else report["text"] for report in told),
        refused=tuple(row for row in said if row.startswith("refused: ")),
        last=said[-1],
    )


@pytest.mark.parametrize(("name", "reason"), [(name, reason) for name, (_, reason) in BAD.items()])
def test_it_is_refused_once_by_name_with_the_reason(run: Run, name: str, reason: str) -> None:
    (refusal,) = run.reasons(f"/{name}")
    assert reason in refusal


def test_a_broken_line_is_named_by_its_number_and_the_other_eight_are_read(run: Run) -> None:
    (refusal,) = run.reasons("/nine.jsonl")
    assert "nine.jsonl, line 7: broken JSON" in refusal
    assert [id_ for id_ in run.told if id_.startswith("line-")] == [f"line-{n}" for n in range(1, 10) if n != 7]


def test_a_truncated_gzip_gives_what_came_before_the_cut(run: Run) -> None:
    (refusal,) = run.reasons("/cut.jsonl.gz")
    assert "cut short" in refusal
    assert "cut-0" in run.told


def test_a_file_that_is_missing_is_named(run: Run) -> None:
    assert len(run.reasons("refused: no-such-file.txt: ")) == 1


def test_an_address_that_leads_into_a_private_network_is_forbidden_though_its_own_host_is_allowed(
    run: Run, onward: str
) -> None:
    (refusal,) = run.reasons(f"refused: {onward}: ")
    assert "192.168.0.1" in refusal


def test_everything_else_is_read_and_the_exit_status_says_that_something_was_refused(run: Run) -> None:
    assert SENTENCE in run.told
    assert SENTENCE.replace("Tuesday", "Friday") in run.told
    assert run.status == 1
    assert len(run.refused) == len(BAD) + 4
    assert run.last == f"{len(run.told)} told, {len(run.refused)} refused"
