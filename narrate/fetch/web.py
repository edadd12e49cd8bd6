"""One request to the open web: checked, bounded in bytes and seconds, redirects followed.

The only place of the product that opens a connection. Proxies named in the environment are
not used: through one, neither the address nor the look-up of its name could be checked.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlencode

from narrate import __version__
from narrate.errors import FetchError
from narrate.fetch.addresses import Address, follow, parse_url, resolve
from narrate.fetch.connection import connect, cut_off, trouble
from narrate.fetch.deadline import Deadline
from narrate.fetch.packing import unpack
from narrate.fetch.raw import DEFAULT_LIMITS, Limits, media_type

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse

OK, PARTIAL = 200, 206

_REDIRECTS = (301, 302, 303, 307, 308)
_GZIP = ("gzip", "x-gzip")
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered in the end."""

    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case."""
    body: bytes
    """Decompressed; empty unless the status is 200, or 206 for a part that was asked for."""
    url: str
    """The address that answered, after redirects."""

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case; None when there is none."""
        return next((value for key, value in self.headers if key == name.lower()), None)

    @property
    def media_type(self) -> str | None:
        """What the server calls the body, as `text/html`; None when it does not say."""
        return media_type(self.header("content-type"))


@dataclass(frozen=True, slots=True)
class _Errand:
    """What holds for every hop of one request."""

    limits: Limits
    deadline: Deadline
    allow_private: bool
    headers: Mapping[str, str]
    accept: Collection[str]
    method: Literal["GET", "HEAD", "POST"] = "GET"
    form: bytes | None = None
    """What is sent, with POST."""


def get(
    url: str,
    *,
    limits: Limits = DEFAULT_LIMITS,
    allow_private: bool = False,
    headers: Mapping[str, str] | None = None,
    accept: Collection[str] = (),
) -> Response:
    """Ask for an address and follow its redirects; any status in the end is an answer.

    `headers` are sent along, as for a conditional request; no secret belongs in them, since
    a redirect to another host gets them too. `accept` are the media types that are wanted,
    the best first: another one is refused before its body is read. An answer that names no
    type passes.

    Raises FetchError for an address that is refused, a server that can't be reached or
    trusted, and an answer that is too large, too slow, broken or of another type.
    """
    deadline = Deadline.after(limits.seconds)
    return _run(url, _Errand(limits, deadline, allow_private, headers or {}, accept))


def head(url: str, *, limits: Limits = DEFAULT_LIMITS, allow_private: bool = False) -> Response:
    """Ask what an address would answer, without its body; raises FetchError as `get` does."""
    deadline = Deadline.after(limits.seconds)
    return _run(url, _Errand(limits, deadline, allow_private, {}, (), "HEAD"))


def post(
    url: str,
    fields: Mapping[str, str],
    *,
    limits: Limits = DEFAULT_LIMITS,
    allow_private: bool = False,
) -> Response:
    """Send the fields of a form; raises FetchError as `get` does.

    A redirect is an answer like any other: what was sent to one place isn't sent to another.
    """
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    deadline, data = Deadline.after(limits.seconds), urlencode(fields).encode()
    errand = _Errand(limits, deadline, allow_private, form, (), "POST", data)
    return _run(url, errand, _ask)


def _run(
    url: str, errand: _Errand, ask: Callable[[Address, _Errand], Response] | None = None
) -> Response:
    address = parse_url(url)
    try:
        return (ask or _travel)(address, errand)
    except FetchError as error:
        # The user knows the address they gave, not the one it leads to.
        where = "" if error.subject == address.url else f"it leads to {error.subject}: "
        raise FetchError(where + error.what, subject=url, mend=error.mend) from error


def _travel(address: Address, errand: _Errand) -> Response:
    start, seen = address, {address.url}
    for _ in range(errand.limits.redirects + 1):
        response = _ask(address, errand)
        location = response.header("location")
        if response.status not in _REDIRECTS or not location:
            return response
        address = follow(address, location)
        if address.url in seen:
            raise FetchError("its redirects lead round in a circle", subject=start.url)
        seen.add(address.url)
    raise FetchError(f"it redirects more than {errand.limits.redirects} times", subject=start.url)


def _ask(address: Address, errand: _Errand) -> Response:
    import zlib
    from http.client import HTTPException

    from urllib3.exceptions import HTTPError

    limits, deadline = errand.limits, errand.deadline
    try:
        allowance = min(limits.connect, deadline.left)
        ips = resolve(address, seconds=allowance, allow_private=errand.allow_private)
        connection = connect(address, ips, deadline, limits.connect)
        try:
            with cut_off(connection, deadline):
                return _exchange(connection, address, errand)
        finally:
            connection.close()
    except (OSError, EOFError, zlib.error, HTTPError, HTTPException) as error:
        raise trouble(error, address, deadline) from error


def _exchange(connection: "HTTPConnection", address: Address, errand: _Errand) -> Response:
    headers = _request_headers(address, errand)
    connection.request(
        errand.method, address.target, errand.form, headers=headers, preload_content=False
    )
    # A body that isn't read would keep the socket open until the collector finds it.
    with closing(connection.getresponse()) as answer:
        # A header may be folded over lines; its value is one line, and can be sent back as such.
        rows = answer.headers.items()
        pairs = tuple((name.lower(), " ".join(value.split())) for name, value in rows)
        response = Response(answer.status, pairs, b"", address.url)
        if answer.status not in (OK, PARTIAL) or errand.method == "HEAD":
            return response
        _check(response, errand)
        return replace(response, body=_body(answer, address, errand))


def _request_headers(address: Address, errand: _Errand) -> dict[str, str]:
    wanted = (f"{kind};q={max(1 - n / 10, 0.2):.1f}" for n, kind in enumerate(errand.accept))
    return {
        "User-Agent": f"narrate/{__version__}",
        "Accept": ", ".join([*wanted, "*/*;q=0.1"]),
        **errand.headers,
        # Ours to say: the connection itself knows only an IP address, and we read gzip alone.
        "Host": address.authority,
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _check(response: Response, errand: _Errand) -> None:
    """Refuse, before its body is read, what would be of no use."""
    kind, packed = response.media_type, (response.header("content-encoding") or "").lower()
    if errand.accept and kind and kind not in errand.accept:
        raise FetchError(f"it is {kind}, which is not a page to read", subject=response.url)
    if packed not in ("", "identity", *_GZIP):
        raise FetchError(f"it is packed as {packed}, which was not asked for", subject=response.url)
    length = response.header("content-length") or ""
    if length.isdecimal() and int(length) > errand.limits.bytes:
        raise _too_large(response.url, errand.limits)


def _body(answer: "HTTPResponse", address: Address, errand: _Errand) -> bytes:
    body = bytearray()
    # read1 hands over what has come; read would wait until the piece is full.
    pieces = iter(lambda: answer.read1(_PIECE, decode_content=False), b"")
    packed = (answer.headers.get("content-encoding") or "").lower() in _GZIP
    for piece in unpack(pieces) if packed else pieces:
        body += piece
        if len(body) > errand.limits.bytes:
            raise _too_large(address.url, errand.limits)
    return bytes(body)


def _too_large(url: str, limits: Limits) -> FetchError:
    return FetchError(f"it is larger than {limits.bytes / 1e6:g} MB", subject=url)
