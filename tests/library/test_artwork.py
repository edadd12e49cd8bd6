import io
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from lxml import etree
from PIL import Image

from narrate.fetch import load
from narrate.library.add import Work, add
from narrate.library.artwork import artwork
from narrate.library.place import library


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


class Partial(Quiet):
    def do_GET(self):
        """Answer with the part that is asked for."""
        data = (self.server.folder / self.path.strip("/")).read_bytes()
        first, last = (int(n) for n in self.headers["Range"].removeprefix("bytes=").split("-"))
        part = data[first : last + 1]
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)


@pytest.fixture(params=[Quiet, Partial], ids=["whole", "part"])
def site(request, tmp_path):
    """A folder that is served, and its address."""
    folder = tmp_path / "site"
    folder.mkdir()
    handler = partial(request.param, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.folder = folder
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def picture(width, height, form="JPEG"):
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#456").save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (picture(1400, 1400), ""),
        (picture(1400, 1400, "PNG"), ""),
        (picture(1400, 1400) + b" " * 300_000, ""),
        (picture(1200, 630), "not square: 1200 by 630 pixels"),
        (picture(600, 600), "smaller than 1400"),
        (picture(1400, 1400, "WEBP"), "neither a JPEG nor a PNG"),
        (b"", "neither a JPEG nor a PNG"),
        (picture(1400, 1400) + b" " * 10_000_000, "MB"),
    ],
)
def test_a_picture_that_directories_refuse_gives_way_to_the_cover(site, caplog, data, reason):
    folder, url = site
    (folder / "lead.jpg").write_bytes(data)
    caplog.set_level("INFO", logger="narrate")

    got = artwork(f"{url}/lead.jpg", allow_private=True)

    assert got == (None if reason else f"{url}/lead.jpg")
    assert reason in caplog.text


def test_private_addresses_are_not_asked(site, caplog):
    folder, url = site
    (folder / "lead.jpg").write_bytes(picture(1400, 1400))
    caplog.set_level("INFO", logger="narrate")

    assert artwork(f"{url}/lead.jpg") is None
    assert "private" in caplog.text


@pytest.mark.parametrize(("width", "shown"), [(1400, True), (1500, False)])
def test_an_episode_shows_its_article_s_picture(folder, page, site, width, shown):
    served, url = site
    (served / "lead.jpg").write_bytes(picture(width, 1400))
    path = page("rain", head=f'<meta property="og:image" content="{url}/lead.jpg">')
    raw = load(path)
    online = type(raw)(raw.body, raw.source, "text/html", "https://courier.example/rain")
    place = library(folder, allow_private=True)

    (added,) = add(place, [online], Work(jobs=1), lambda _done, _total: None)

    assert added.state == "added"
    channel = etree.fromstring((folder / "feed.xml").read_bytes()).find("channel")
    image = channel.find("item/{http://www.itunes.com/dtds/podcast-1.0.dtd}image")
    assert (None if image is None else image.get("href")) == (f"{url}/lead.jpg" if shown else None)
