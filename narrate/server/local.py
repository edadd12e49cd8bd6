"""A server for the browser on this machine.

It listens on 127.0.0.1 alone, and answers only who asks for it by that name or as localhost: a
page elsewhere that has its own name point here (DNS rebinding) asks by another. It only reads,
and only what the `Site` gives out by the path's whole name, so that no path leads elsewhere.
"""

import logging
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from narrate.errors import ConfigError

from .ranges import asked

LOG = logging.getLogger(__name__)

_CHUNK = 1 << 16
_PATIENCE = 30  # seconds that a connection may say nothing
_EVERYWHERE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """What is found under a path."""

    body: bytes | Path
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @contextmanager
    def opened(self) -> Iterator[tuple[BinaryIO, int]]:
        """The body to read, and its length."""
        if isinstance(self.body, bytes):
            yield BytesIO(self.body), len(self.body)
            return
        with self.body.open("rb") as file:
            yield file, self.body.stat().st_size


Site = Callable[[str], Resource | None]
"""What there is under a path, which begins with `/` and is decoded; None where there is nothing."""


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "narrate"
    sys_version = ""
    timeout = _PATIENCE
    server: "Local"

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        if self.headers.get("Host", "") not in self.server.names:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        found = self.server.site(unquote(urlsplit(self.path).path))
        if found is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        with found.opened() as (file, size):
            self._send(found, file, size, with_body=with_body)

    def _send(self, found: Resource, file: BinaryIO, size: int, *, with_body: bool) -> None:
        wanted = None if self.headers.get("If-Range") else asked(self.headers.get("Range"), size)
        if wanted is not None and not wanted:
            self._refuse(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, f"bytes */{size}")
            return
        part = range(size) if wanted is None else wanted
        self.send_response(HTTPStatus.OK if wanted is None else HTTPStatus.PARTIAL_CONTENT)
        if wanted is not None:
            self.send_header("Content-Range", f"bytes {part.start}-{part.stop - 1}/{size}")
        self._headers(found.media_type, len(part), found.headers)
        if with_body:
            self._copy(file, part)

    def _copy(self, file: BinaryIO, part: range) -> None:
        file.seek(part.start)
        left = len(part)
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            self.wfile.write(chunk)
            left -= len(chunk)

    def _headers(self, media_type: str, size: int, more: Mapping[str, str]) -> None:
        told = {"Content-Type": media_type, "Content-Length": str(size), "Accept-Ranges": "bytes"}
        for name, value in (told | _EVERYWHERE | {**more}).items():
            self.send_header(name, value)
        self.end_headers()

    def _refuse(self, status: HTTPStatus, content_range: str | None = None) -> None:
        body = f"{status.value} {status.phrase}\n".encode()
        self.send_response(status)
        more = {"Content-Range": content_range} if content_range else {}
        self._headers("text/plain; charset=utf-8", len(body), more)
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Requests are told with -v."""
        LOG.debug(format, *args)


class Local(ThreadingHTTPServer):
    """Serves a site, which is made when its address is known, until it is closed."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, made: Callable[[str], Site], port: int = 0) -> None:
        try:
            super().__init__(("127.0.0.1", port), _Request)
        except (OSError, OverflowError) as error:
            raise ConfigError(
                f"can't be listened on: {error}",
                subject=f"port {port}",
                mend="choose another with --port, or none",
            ) from error
        self.site = made(self.address)
        self.names = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}

    @property
    def address(self) -> str:
        """Where it is, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser hangs up when it has heard enough; anything else is told."""
        del request, client_address
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            LOG.error("a request failed: %s", error, exc_info=error)


@contextmanager
def serving(made: Callable[[str], Site], port: int = 0) -> Iterator[Local]:
    """Serve the site that is made for an address, in a thread of its own while the block runs.

    Raises ConfigError where the port can't be had.
    """
    with Local(made, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
