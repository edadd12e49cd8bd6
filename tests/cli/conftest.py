import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@pytest.fixture
def page(tmp_path, page_of):
    """A page on the disk, in the folder where the tests' commands are run."""
    path = tmp_path / "page.html"
    path.write_text(page_of(), "utf-8")
    return path


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


class _Odd(BaseHTTPRequestHandler):
    """Answers each path with the method of that name."""

    def do_GET(self):
        getattr(self, f"_{self.path.strip('/')}", self._gone)()

    def _begin(self, status, kind="text/html; charset=utf-8"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def _story(self):
        self._begin(200)
        self.wfile.write(self.server.page)

    def _image(self):
        self._begin(200, "image/png")

    def _huge(self):
        self._begin(200)
        for _ in range(50):
            self.wfile.write(b"<p>word</p>" * 95_000)

    def _silent(self):
        self.server.stopped.wait(120)

    def _gone(self):
        self._begin(404)

    def _broken(self):
        self._begin(500)

    def log_message(self, *_):
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def __init__(self, page):
        super().__init__(("127.0.0.1", 0), _Odd)
        self.page = page
        self.stopped = threading.Event()

    def handle_error(self, request, client_address):
        """The other side hung up, as it should."""


@pytest.fixture
def site(page_of):
    """A server of pages, some of them odd; its address."""
    server = _Server(page_of().encode())
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.stopped.set()
    server.shutdown()
    server.server_close()
