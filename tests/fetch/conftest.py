"""A small internet on 127.0.0.1: a server with the tests' own pages, and names that lead to it."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

_TLS = Path(__file__).parent / "tls"
"""A key pair made for these tests alone; nothing trusts it but they."""

_PUBLIC = "93.184.215.14"
"""An address of the open internet; what is sent to it here goes to the local server."""

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server, and what it was asked."""

    url: str
    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    certificate: Path = _TLS / "certificate.pem"

    def page(self, path: str, body: bytes = b"<p>Rain</p>", status: int = 200, **headers) -> str:
        """Put a page up, and say where."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = lambda handler: send(handler, body, status, named)
        return self.url + path

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        return self.page(path, b"", status, Location=to)

    def raw(self, path: str, *pieces: bytes, pause: float = 0.0) -> str:
        """Answer with bytes as they are, a pause after each piece."""
        self.answers[path] = lambda handler: drip(handler, pieces, pause)
        return self.url + path


def send(handler, body, status, headers):
    handler.send_response(status)
    for name, value in {"Content-Type": "text/html", **headers}.items():
        if value is not None:
            handler.send_header(name, value)
    if "Content-Length" not in headers:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


def drip(handler, pieces, pause):
    for piece in pieces:
        handler.wfile.write(piece)
        handler.wfile.flush()
        if pause and handler.server.stopped.wait(pause):
            return


class _Server(ThreadingHTTPServer):
    stopped = threading.Event()

    def handle_error(self, request, client_address):
        """The other side hung up, as it should."""


def _serve(context: ssl.SSLContext | None) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self):
            self.do_GET()

        def do_GET(self):
            site.requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            site.answers[self.path](self)

        def log_message(self, *_):
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if context:
        scheme = "https"
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(f"{scheme}://127.0.0.1:{server.server_port}", server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield site
    server.stopped.set()
    server.shutdown()
    server.server_close()
    server.stopped.clear()


@pytest.fixture
def site() -> Iterator[Site]:
    """A server of http."""
    yield from _serve(None)


@pytest.fixture
def secure() -> Iterator[Site]:
    """A server of https, with a certificate for `news.example`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_TLS / "certificate.pem", _TLS / "key.pem")
    yield from _serve(context)


@dataclass
class Internet:
    """Names and where they lead; every look-up and every connection is written down."""

    public: str = _PUBLIC
    names: dict[str, list[str]] = field(default_factory=dict)
    ports: dict[int, int] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    connected: list[str] = field(default_factory=list)

    def lead(self, name: str, site: "Site") -> None:
        """Make a name of the open internet lead to a local server."""
        self.names[name] = [self.public]
        self.ports[443 if site.url.startswith("https") else 80] = site.port


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    """Answer look-ups from a table and lead public addresses to local ports.

    Only the standard library's sockets are replaced, so that everything of ours runs.
    """
    net = Internet()
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def getaddrinfo(host, port, *args, **kwargs):
        if host not in net.names:
            return look_up(host, port, *args, **{**kwargs, "flags": socket.AI_NUMERICHOST})
        net.looked_up.append(host)
        return [row for ip in net.names[host] for row in look_up(ip, port, *args, **kwargs)]

    def reroute(self, target):
        net.connected.append(target[0])
        local = net.ports.get(target[1], target[1])
        return connect(self, ("127.0.0.1", local) if target[0] == _PUBLIC else target)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket.socket, "connect", reroute)
    return net


@pytest.fixture
def unused_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
