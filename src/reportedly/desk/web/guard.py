"""A request in, the same with its answer's headers hardened out, or a refusal: what keeps other sites away.

The desk has no log-in, so it is for programs of this machine alone. A page elsewhere may still make a browser here ask
it; two things stop that. The Host header must name this machine (a name of another's that was pointed here, DNS
rebinding, does not), and whatever changes something must come from a page of the desk itself.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.desk.web.problems import problem

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""
OWN = frozenset({"same-origin", "none"})
"""What Sec-Fetch-Site says of a page of our own, and of an address that a person typed in."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HARDENED: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # no-referrer would have a browser send "Origin: null" with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """ASGI middleware around the desk."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it with a problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HARDENED.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        headers = Headers(scope=scope)
        if not is_loopback(_hostname(headers.get("host", ""))):
            refused = problem(421, f"this desk answers on this machine alone, not as {headers.get('host', '')!r}")
            await refused(scope, receive, hardened)
        elif scope["method"] not in SAFE and not is_own(headers, scheme=scope["scheme"]):
            await problem(403, "what changes the ledger must come from a page of this desk")(scope, receive, hardened)
        else:
            await self._app(scope, receive, hardened)


def is_loopback(host: str) -> bool:
    """Whether a name or an address is this machine's own."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_own(headers: Headers, *, scheme: str) -> bool:
    """Whether a request may change something: it comes from a page of the desk, or from no browser at all.

    Every browser of today says Sec-Fetch-Site, older ones Origin; a program says neither, and needs no page to lie to.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in OWN:
        return False
    return origin is None or origin == f"{scheme}://{headers.get('host', '')}"


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
