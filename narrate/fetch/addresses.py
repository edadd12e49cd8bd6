"""Web addresses: which are taken, where their names lead, and where nobody is let in.

A page of the open web must not make this machine talk to its own network, so every name is
looked up here, every address behind it is checked, and the connection is made to the very
address that was checked: a second look-up could give another answer (DNS rebinding).
"""

import ipaddress
import queue
import socket
import threading
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from narrate.errors import FetchError

PORTS = {"http": 80, "https": 443}

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: how IPv6-only networks reach IPv4
_RESERVED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "100.64.0.0/10",  # a carrier's own network, RFC 6598
        "240.0.0.0/4",
        "::/96",  # IPv4-compatible, RFC 4291, 2.5.5.1
        "64:ff9b:1::/48",  # NAT64 inside a network, RFC 8215
        "2001::/32",  # Teredo: a tunnel, which can end anywhere
        "2002::/16",  # 6to4: as above
    )
)


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address, taken apart once, so that what is checked is what is asked."""

    scheme: str
    host: str
    """In ASCII, lower case, an IPv6 address without its brackets."""
    port: int
    target: str
    """Path and query, percent-encoded: what the request line holds."""

    @property
    def authority(self) -> str:
        """Host and, where it is not the scheme's own, port: what the Host header holds."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address, without its fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_url(url: str) -> Address:
    """Take an address apart; a name of other letters becomes ASCII (IDNA).

    >>> parse_url("HTTPS://Bücher.example/straße?q=1#top").url
    'https://xn--bcher-kva.example/stra%C3%9Fe?q=1'

    Raises FetchError for anything but http and https, for a user name or password in the
    address, and for what is no address at all.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(f"this is not a web address: {error}", subject=url) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise FetchError(
            f"addresses of the kind {scheme or '?'}: are not read",
            subject=url,
            mend="only http:// and https:// are",
        )
    if parts.username is not None or parts.password is not None:
        raise FetchError("a user name or password in an address is not sent", subject=url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|") if parts.query else ""
    return Address(scheme, _host(parts, url), port or PORTS[scheme], path + query)


def follow(address: Address, location: str) -> Address:
    """Where a redirect leads; never from https back to http, where anyone could change the page."""
    onward = parse_url(urljoin(address.url, _unmangled(location)))
    if (address.scheme, onward.scheme) == ("https", "http"):
        raise FetchError(
            "the way leads from https to http, where the page could be changed on its way",
            subject=onward.url,
            mend="give the http:// address itself if you trust the network",
        )
    return onward


def resolve(address: Address, *, seconds: float, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses behind a name, each checked; one that is refused refuses them all.

    Raises FetchError when the name has no address, takes too long, or leads to a place
    that is not on the open internet.
    """
    found = _look_up(address, seconds)
    if not allow_private:
        for ip in found:
            if reason := refusal(ip):
                raise FetchError(
                    f"{address.host} is {reason} ({ip}), which is not opened",
                    subject=address.url,
                    mend="--allow-private opens it, if that is meant",
                )
    return found


def refusal(ip: str) -> str | None:
    """Why an IP address is not one of the open internet; None when it is.

    >>> refusal("169.254.169.254"), refusal("::ffff:10.0.0.1"), refusal("1.1.1.1")
    ('a link-local address', 'a private address', None)
    """
    address = ipaddress.ip_address(ip)
    if isinstance(address, ipaddress.IPv6Address):
        address = _carried(address) or address
    return next((reason for reason, holds in _closed(address) if holds), None)


def _closed(address: IPAddress) -> tuple[tuple[str, bool], ...]:
    # Not by `is_global` alone: what it says of the odd ranges differs between Pythons.
    return (
        ("the unspecified address", address.is_unspecified),
        ("a loopback address", address.is_loopback),
        ("a link-local address", address.is_link_local),
        ("a multicast address", address.is_multicast),
        ("a reserved address", any(address in network for network in _RESERVED)),
        ("a private address", address.is_private or getattr(address, "is_site_local", False)),
        ("a reserved address", address.is_reserved or not address.is_global),
    )


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped


def _host(parts: SplitResult, url: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError("its host is not a name that can be looked up", subject=url) from error
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789.-_:")
    if not host or not set(host) <= allowed:
        raise FetchError("its host is not a name that can be looked up", subject=url)
    return host


def _unmangled(location: str) -> str:
    """A header's bytes were read as Latin-1; servers that send raw letters mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _look_up(address: Address, seconds: float) -> tuple[str, ...]:
    # The system's resolver knows no time limit: it is left behind in its thread.
    answers: queue.SimpleQueue[tuple[str, ...] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            answers.put(tuple(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise FetchError(
            f"looking up {address.host} took longer than {seconds:g} seconds",
            subject=address.url,
            mend="check the network",
        ) from None
    if isinstance(answer, Exception) or not answer:
        cause = answer if isinstance(answer, Exception) else None
        raise FetchError(
            f"there is no host named {address.host}",
            subject=address.url,
            mend="check the spelling and the network",
        ) from cause
    return answer
