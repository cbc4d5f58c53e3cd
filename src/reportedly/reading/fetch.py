"""An http(s) address in, an intake of what it answers out; only checked network addresses are dialled.

The host is resolved once for each hop and the connection goes to the address that was checked, under the host's name
(``Host`` and TLS), so that a name that changes its address in between leads nowhere else.
"""

import io
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import urljoin

import httpx

from reportedly.errors import Forbidden, Malformed, NotFound, Refusal, TooLarge
from reportedly.reading.hosts import Resolve, addresses_of, resolve
from reportedly.reading.intake import Intake
from reportedly.reading.limits import Limits
from reportedly.reading.media import charset_in, media_type_in
from reportedly.reading.unzip import unzipped

_AGENT = "reportedly (+https://pypi.org/project/reportedly/)"
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/json,text/plain,*/*;q=0.5"
)
_REDIRECTS = {301, 302, 303, 307, 308}
_OK = 200
_PORTS = {"http": 80, "https": 443}
_MOST_TRIED = 3


@dataclass(frozen=True, slots=True)
class _Answer:
    """One hop's answer: a body, or where to go on."""

    body: bytes
    headers: httpx.Headers
    onward: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hop:
    """What one request needs to know; ``deadline`` is a reading of the monotonic clock, in seconds."""

    where: str
    limits: Limits
    lookup: Resolve
    now: Callable[[], float]
    deadline: float
    first_host: str


def _url(address: str, where: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise Malformed(where, f"no address: {error}") from error
    if url.scheme not in _PORTS:
        raise Forbidden(where, f"{url.scheme or 'no'} scheme; http or https is needed")
    if not url.host:
        raise Malformed(where, "an address without a host")
    if url.userinfo:
        raise Forbidden(where, "a name or password in the address, which would be sent along")
    return url


def _request(client: httpx.Client, url: httpx.URL, ip: str) -> httpx.Request:
    """A request to the checked address, under the host's own name."""
    return client.build_request(
        "GET",
        url.copy_with(host=ip),
        headers={
            "Host": url.netloc.decode("ascii"),
            "User-Agent": _AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
        },
        extensions={"sni_hostname": url.raw_host.decode("ascii").strip("[]")},
    )


def _body(response: httpx.Response, hop: _Hop) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_raw():
        size += len(part)
        if size > hop.limits.address_bytes:
            raise TooLarge(hop.where, f"over {hop.limits.address_bytes:,} bytes")
        if hop.now() > hop.deadline:
            raise TooLarge(hop.where, f"took over {hop.limits.whole_seconds:g} seconds")
        parts.append(part)
    return b"".join(parts)


def _answer(response: httpx.Response, url: httpx.URL, hop: _Hop) -> _Answer:
    if response.status_code in _REDIRECTS:
        onward = response.headers.get("location")
        if not onward:
            raise Malformed(hop.where, f"answered {response.status_code} without saying where to")
        return _Answer(b"", response.headers, urljoin(str(url), onward))
    if response.status_code != _OK:
        raise NotFound(hop.where, f"answered {response.status_code} {response.reason_phrase}; 200 is needed")
    declared = int(length) if (length := response.headers.get("content-length", "")).isdecimal() else 0
    if declared > hop.limits.address_bytes:
        raise TooLarge(hop.where, f"{declared:,} bytes, over {hop.limits.address_bytes:,}")
    return _Answer(_body(response, hop), response.headers, None)


def _ask(client: httpx.Client, address: str, hop: _Hop) -> _Answer:
    """One hop: checked, resolved once, asked at the checked addresses in order until one can be connected to."""
    url = _url(address, hop.where)
    port = url.port or _PORTS[url.scheme]
    host = url.raw_host.decode("ascii")
    private = hop.limits.allow_private and host == hop.first_host
    ips = addresses_of(host, port, where=hop.where, allow_private=private, lookup=hop.lookup)
    problem: httpx.TransportError | None = None
    for ip in ips[:_MOST_TRIED]:
        try:
            response = client.send(_request(client, url, ip), stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            problem = error
            continue
        try:
            return _answer(response, url, hop)
        finally:
            response.close()
    raise NotFound(hop.where, f"cannot be reached: {problem}") from problem


def _follow(client: httpx.Client, address: str, hop: _Hop) -> _Answer:
    here = address
    for _ in range(hop.limits.redirects + 1):
        answer = _ask(client, here, hop)
        if answer.onward is None:
            return answer
        if here.lower().startswith("https:") and answer.onward.lower().startswith("http:"):
            raise Forbidden(hop.where, f"leads from https to {answer.onward}, which anybody on the way can change")
        here = answer.onward
        if hop.now() > hop.deadline:
            raise TooLarge(hop.where, f"took over {hop.limits.whole_seconds:g} seconds")
    raise TooLarge(hop.where, f"leads on more than {hop.limits.redirects} times")


def _intake(answer: _Answer, address: str, limits: Limits) -> Intake:
    header = answer.headers.get("content-type")
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    stream: BinaryIO = io.BytesIO(answer.body)
    if encoding in ("gzip", "x-gzip"):
        stream = unzipped(stream, where=address, limits=limits)
    elif encoding not in ("", "identity"):
        raise Malformed(address, f"sent in the encoding {encoding!r} though gzip was asked for")
    media_type, charset = media_type_in(header), charset_in(header)
    return Intake(where=address, stream=stream, uri=address, media_type=media_type, charset=charset)


def _asked(address: str, hop: _Hop) -> _Answer:
    limits = hop.limits
    timeout = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
    try:
        with httpx.Client(timeout=timeout, trust_env=False, follow_redirects=False) as client:
            return _follow(client, address, hop)
    except Refusal:
        raise
    except httpx.TimeoutException as error:
        raise TooLarge(address, f"no answer within {limits.read_seconds:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, UnicodeError, ValueError) as error:
        raise NotFound(address, f"cannot be fetched: {type(error).__name__}: {error}") from error


def _within_time(address: str, hop: _Hop) -> _Answer:
    """What is answered within the whole time.

    The work goes on in a thread: a resolver cannot be interrupted, and a server may send its headers byte by byte.
    """
    answers: list[_Answer | Refusal] = []

    def work() -> None:
        try:
            answers.append(_asked(address, hop))
        except Refusal as refusal:
            answers.append(refusal)

    thread = threading.Thread(target=work, daemon=True, name=f"fetch {address}")
    thread.start()
    thread.join(hop.limits.whole_seconds)
    if not answers:
        raise TooLarge(address, f"took over {hop.limits.whole_seconds:g} seconds")
    answer = answers[0]
    if isinstance(answer, Refusal):
        raise answer
    return answer


def fetch(
    address: str, limits: Limits, *, lookup: Resolve = resolve, now: Callable[[], float] = time.monotonic
) -> Intake:
    """What an http(s) address answers, as an open intake; a Refusal where it cannot or must not be fetched.

    Forbidden: other schemes, private and special networks (``Limits.allow_private`` opens those the caller named
    himself), a way from https to http. TooLarge: bytes, seconds, redirects over the limits. Proxies of the environment
    are not used: they would dial unchecked addresses.
    """
    url = _url(address, address)
    hop = _Hop(
        where=address,
        limits=limits,
        lookup=lookup,
        now=now,
        deadline=now() + limits.whole_seconds,
        first_host=url.raw_host.decode("ascii"),
    )
    return _intake(_within_time(address, hop), address, limits)
