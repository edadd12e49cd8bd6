"""A news site on loopback, and what was asked of it."""

import hashlib
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    """Whether the connection ends in the middle."""
    silent: bool = False
    """Whether nothing is ever said."""

    @property
    def etag(self):
        return f'"{hashlib.md5(self.body, usedforsecurity=False).hexdigest()}"'


@dataclass
class NewsSite:
    """Pages by their paths, and what was asked."""

    url: str
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    """Path and the status that was answered."""
    stopped: threading.Event = field(default_factory=threading.Event)

    def put(self, path, body, **more):
        body = body.encode() if isinstance(body, str) else body
        self.pages[path] = Answer(body, **more)

    def article(self, path, title="", canonical=None, text="It rained on Tuesday."):
        link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
        self.put(path, f"<html><head>{link}<title>{title or path}</title></head><p>{text}</p>")

    def feed(self, path, links, dates=None):
        items = "".join(
            f"<item><title>Story {n}</title><link>{link}</link><pubDate>{dates[n]}</pubDate></item>"
            if dates
            else f"<item><link>{link}</link></item>"
            for n, link in enumerate(links)
        )
        body = f'<rss version="2.0"><channel><title>N</title>{items}</channel></rss>'
        self.put(path, body, kind="application/rss+xml")

    def sitemap(self, path, rows):
        urls = "".join(f"<url><loc>{loc}</loc><lastmod>{mod}</lastmod></url>" for loc, mod in rows)
        body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
        self.put(path, body, kind="application/xml")


def _handler(site):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer = site.pages.get(self.path, Answer(status=404))
            if answer.silent:
                site.stopped.wait(60)
                return
            same = answer.status == 200 and self.headers["If-None-Match"] == answer.etag
            status = 304 if same else answer.status
            site.asked.append((self.path, status))
            self.send_response(status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("ETag", answer.etag)
            self.send_header("Content-Length", "0" if same else str(len(answer.body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if not same:
                half = len(answer.body) // 2
                self.wfile.write(answer.body[:half] if answer.cut else answer.body)

        def log_message(self, *_):
            """Say nothing."""

    return Handler


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """The other side hung up, as it should."""


@contextmanager
def news_site():
    """Serve a site, at an address of its own, until the block ends."""
    server = _Server(("127.0.0.1", 0), None)
    site = NewsSite(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = _handler(site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        site.stopped.set()
        server.shutdown()
        server.server_close()
