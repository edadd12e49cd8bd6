"""A connection to an address that was checked, and what can go wrong on the wire."""

import os
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.client import HTTPException
from typing import TYPE_CHECKING

from narrate.errors import FetchError
from narrate.fetch.addresses import Address
from narrate.fetch.deadline import Deadline

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection


def connect(
    address: Address, ips: tuple[str, ...], deadline: Deadline, seconds: float
) -> "HTTPConnection":
    """Connect to the first of the IP addresses that answers, each within `seconds`.

    The name is not looked up again; it is only what the certificate is checked against.
    Raises the last one's error when none answers.
    """
    from urllib3.exceptions import HTTPError

    trouble: Exception | None = None
    for ip in ips:
        connection = _connection(address, ip, min(seconds, deadline.left))
        try:
            connection.connect()
        except (OSError, HTTPError) as error:
            connection.close()
            trouble = error
        else:
            connection.timeout = deadline.left
            return connection
    raise trouble or OSError("no address to connect to")


@contextmanager
def cut_off(connection: "HTTPConnection", deadline: Deadline) -> Iterator[None]:
    """Hang up at the deadline, from outside.

    A socket's own time-out starts anew with every byte, so a server that drips its headers
    or its body would never be given up.
    """
    wire = connection.sock  # taken now: the connection lets go of it when the answer begins
    timer = threading.Timer(deadline.left, _hang_up, (wire,))
    timer.daemon = True
    timer.start()
    try:
        yield
        _ = deadline.left  # being cut off can look like a good end
    finally:
        timer.cancel()


def trouble(error: Exception, address: Address, deadline: Deadline) -> FetchError:
    """Say in plain words what went wrong on the wire."""
    what, mend = _words(error, deadline)
    return FetchError(what, subject=address.url, mend=mend)


_LATER = "try again later"


def _connection(address: Address, ip: str, seconds: float) -> "HTTPConnection":
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if address.scheme == "http":
        return HTTPConnection(ip, address.port, timeout=seconds)
    return HTTPSConnection(
        ip,
        address.port,
        timeout=seconds,
        server_hostname=address.host,  # both what is asked for (SNI) and what is verified
        ssl_context=_trust(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")),
    )


@cache  # 50 ms to build, and a feed's sync asks for hundreds of pages
def _trust(file: str | None, folder: str | None) -> ssl.SSLContext:
    """The system's certificate authorities and, beside them, Mozilla's as certifi brings them.

    Either alone fails somewhere: a bare container and python.org's macOS build have no
    store, Windows hands out only what it has met before; a company's own authority is in
    the system's only. SSL_CERT_FILE and SSL_CERT_DIR, where set, are all that is trusted.
    """
    context = ssl.create_default_context()  # OpenSSL itself looks at the two variables
    if not (file or folder):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _hang_up(wire: socket.socket) -> None:
    with suppress(OSError):
        # Not the TLS socket's own: that one would let the rest be read undeciphered.
        socket.socket.shutdown(wire, socket.SHUT_RDWR)


def _words(error: Exception, deadline: Deadline) -> tuple[str, str | None]:
    """What went wrong, and the way out."""
    if deadline.passed:
        return f"there was no full answer within {deadline.seconds:g} seconds", _LATER
    from urllib3 import exceptions

    cause = error.__cause__ if isinstance(error, exceptions.NewConnectionError) else error
    cases: tuple[tuple[tuple[type[Exception], ...], str, str | None], ...] = (
        ((TimeoutError, exceptions.TimeoutError), "the server did not answer in time", _LATER),
        ((ssl.SSLError, exceptions.SSLError), _tls_words(error), None),
        ((zlib.error,), "its compressed data is damaged", None),
        ((ConnectionRefusedError,), "the server refused the connection", "check the address"),
        (
            (exceptions.HTTPError, HTTPException, ConnectionError, EOFError),
            "the connection broke before the whole answer had come",
            _LATER,
        ),
    )
    reason = getattr(cause, "strerror", None) or cause
    other = (f"no connection could be made: {reason}", None)
    found = ((what, mend) for kinds, what, mend in cases if isinstance(cause, kinds))
    return next(found, other)


def _tls_words(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted: {error.verify_message}"
    return f"no secure connection could be made: {getattr(error, 'reason', None) or error}"
