"""A host's name in, the network addresses that may be spoken to out; private and special ones are forbidden."""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence

from reportedly.errors import Forbidden, NotFound

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""A host and a port in, its addresses out; OSError where it has none."""

_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """The addresses the system's resolver gives, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).split("%", 1)[0] for entry in found))


def _embedded(address: IpAddress) -> IpAddress:
    """The IPv4 address inside an IPv6 one that stands for it, else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address


def is_public(address: IpAddress) -> bool:
    """True for an address of the public internet: not private, loopback, link-local, multicast, reserved or shared."""
    inner = _embedded(address)
    special = (
        inner.is_multicast or inner.is_reserved or inner.is_unspecified or inner.is_loopback or inner.is_link_local
    )
    return inner.is_global and not special and not inner.is_private


def _literal(host: str) -> IpAddress | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _check_form(host: str, where: str) -> None:
    """Forbidden for numbers that resolvers take for addresses: 2130706433, 0x7f.1, 127.1, 0177.0.0.1."""
    last = host.rstrip(".").rsplit(".", 1)[-1]
    if _literal(host) is None and _NUMERIC.fullmatch(last):
        raise Forbidden(where, f"{host!r} is a number, not a name; a host name or a dotted address is needed")


def addresses_of(host: str, port: int, *, where: str, allow_private: bool, lookup: Resolve = resolve) -> list[str]:
    """The addresses to connect to, in order; Forbidden where any is not public, NotFound where there is none."""
    _check_form(host, where)
    literal = _literal(host)
    try:
        found = [str(literal)] if literal is not None else list(lookup(host, port))
    except (OSError, UnicodeError) as error:
        raise NotFound(where, f"no host {host!r}: {error}") from error
    if not found:
        raise NotFound(where, f"no address for the host {host!r}")
    closed = [text for text in found if not is_public(ipaddress.ip_address(text))]
    if closed and not allow_private:
        raise Forbidden(where, f"{host!r} leads to {closed[0]}, a private or special address; a public one is needed")
    return found
