"""A real browser, and a server that hands out files as a newsroom's does."""

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--autoplay-policy=no-user-gesture-required",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_PIECE = 65_536


def _chromium() -> str:
    """Where Chromium is; its tests fail without one, as an untested player is worth nothing."""
    for name in (os.environ.get("CHROMIUM"), *_NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    pytest.fail(
        "the browser tests need Chromium: `sh tests/browser.sh` gets it where it can "
        "(apt install chromium, brew install chromium), or set CHROMIUM to its path"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once; nothing is downloaded for it."""
    program = _chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(_QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A fresh page; what goes wrong in its scripts fails the test."""
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    yield page

    context.close()
    assert wrong == []


class _Ranges(SimpleHTTPRequestHandler):
    """Files, whole or in byte ranges (RFC 9110, section 14), which seeking needs."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the standard library's own attribute
        **SimpleHTTPRequestHandler.extensions_map,
        ".mp3": "audio/mpeg",
        ".vtt": "text/vtt",
    }

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        found = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not (found and path.is_file()):
            super().do_GET()
            return
        size = path.stat().st_size
        start, end = int(found[1]), min(int(found[2] or size - 1), size - 1)
        self.server.asked.append((path.name, start, end))  # type: ignore[attr-defined]
        self.send_response(206 if start < size else 416)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {start}-{end}/{size}")
        self.send_header("Content-Length", str(max(0, end - start + 1)))
        self.end_headers()
        self._send(path, start, end)

    def _send(self, path: Path, start: int, end: int) -> None:
        with path.open("rb") as file:
            file.seek(start)
            left = end - start + 1
            while left > 0 and (piece := file.read(min(_PIECE, left))):
                self.wfile.write(piece)
                left -= len(piece)

    def end_headers(self) -> None:
        self.send_header("Accept-Ranges", "bytes")
        for name, value in self.server.headers.items():  # type: ignore[attr-defined]
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def __init__(self, folder: Path, headers: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), lambda *asked: _Ranges(*asked, directory=str(folder)))
        self.headers = headers
        self.asked: list[tuple[str, int, int]] = []

    def handle_error(self, *_: Any) -> None:
        """A browser hangs up when it has heard enough."""


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serve a folder, each file with some headers; its address, without a slash at the end."""
    servers: list[_Server] = []

    def start(folder: Path, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        server = _Server(folder, named)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start

    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Any:
    """An edition of a sample, in a folder of its own."""
    from narrate.pipeline import Maker, workers
    from narrate.reading import Reading, script_of

    folder = tmp_path_factory.mktemp("edition")
    script, voice = script_of(str(samples / "news-report" / "source.html"), Reading())
    with workers() as pool:
        return Maker(pool).make(script, voice, folder / "story.mp3", lambda _done, _total: None)


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article of our own, its edition `story`, and the player."""
    from browser import stage

    from narrate.pipeline import Maker, workers
    from narrate.reading import Reading, script_of

    folder = tmp_path_factory.mktemp("newsroom")
    source = folder / "source.html"
    source.write_text(stage.page(), "utf-8")
    script, voice = script_of(str(source), Reading())
    with workers() as pool:
        Maker(pool).make(script, voice, folder / "story.mp3", lambda _done, _total: None)
    (folder / "page.css").write_text(stage.LOOKS, "utf-8")
    shutil.copytree(stage.PLAYER, folder / "player")
    return folder


@pytest.fixture
def player(browser: Any, serve: Callable[..., str], newsroom: Path) -> Iterator[Any]:
    """Opens pages with a player; what is said on the console or goes wrong fails the test."""
    from browser import stage

    house = stage.House(browser, serve, newsroom)

    yield house.open

    house.close()
    assert house.complaints == []
