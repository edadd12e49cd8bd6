import io
import threading
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image

from narrate.errors import FetchError
from narrate.feed.documents import documents
from narrate.feed.guid import channel_guid
from narrate.feed.model import Channel, File, Item, Owner, Transcript
from narrate.inspection import inspect

EPISODES = 305


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server(tmp_path):
    handler = partial(Quiet, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def channel(address):
    return Channel(
        "Rain", address, "https://courier.example/", "D", "en", "The Courier",
        channel_guid(address + "feed.xml"), image=address + "cover.png",
        owner=Owner("Desk", "desk@courier.example"),
    )  # fmt: skip


def item(address, number):
    from datetime import UTC, datetime, timedelta

    url = f"{address}episodes/{number}/"
    return Item(
        f"guid-{number}", f"story-{number}", f"Story {number}",
        f"https://courier.example/{number}", None,
        datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number), 10.0,
        (File(url + "audio.mp3", "audio/mpeg", 5),),
        transcripts=(Transcript(url + "captions.vtt", "text/vtt"),),
    )  # fmt: skip


def put(folder, address, count=3, about=None):
    """A feed with its files in a folder."""
    about = about or channel(address)
    for number in range(count):
        place = folder / "episodes" / str(number)
        place.mkdir(parents=True)
        (place / "audio.mp3").write_bytes(b"sound")
    for document in documents(about, [item(address, number) for number in range(count)]):
        (folder / document.name).write_bytes(document.data)
    buffer = io.BytesIO()
    Image.new("RGB", (1400, 1400)).save(buffer, "PNG")
    (folder / "cover.png").write_bytes(buffer.getvalue())


def test_a_folder_in_order(tmp_path):
    put(tmp_path, "https://audio.example.org/news/")

    assert inspect(str(tmp_path), files=0) == ()
    assert inspect(str(tmp_path / "feed.xml"), files=0) == ()


def test_archives_are_looked_at_too(tmp_path):
    put(tmp_path, "https://audio.example.org/", EPISODES)
    (tmp_path / "episodes/0/audio.mp3").write_bytes(b"longer sound")
    (tmp_path / "episodes/304/audio.mp3").unlink()

    found = inspect(str(tmp_path), files=0)

    assert [finding.where.partition(",")[0] for finding in found] == ["feed.xml", "feed-0001.xml"]
    assert "is not there" in found[0].what
    assert "has 12 bytes, not 5" in found[1].what


def test_an_archive_that_is_gone(tmp_path):
    put(tmp_path, "https://audio.example.org/", EPISODES)
    (tmp_path / "feed-0001.xml").unlink()

    (found,) = inspect(str(tmp_path), files=0)

    assert "archive can't be read" in found.what


def test_the_cover_is_looked_at(tmp_path):
    put(tmp_path, "https://audio.example.org/")
    (tmp_path / "cover.png").write_bytes(b"RIFF....WEBPVP8 ")

    (found,) = inspect(str(tmp_path), files=0)

    assert (found.where, found.what) == ("the cover", "it is neither a JPEG nor a PNG")


def test_pictures_of_episodes_are_looked_at(tmp_path):
    address = "https://audio.example.org/"
    put(tmp_path, address)
    urls = (f"{address}wide.png", f"{address}gone.png", "https://elsewhere.example/a.png")
    items = [replace(item(address, n), artwork=url) for n, url in enumerate(urls)]
    (feed,) = (one for one in documents(channel(address), items) if one.name == "feed.xml")
    (tmp_path / "feed.xml").write_bytes(feed.data)
    Image.new("RGB", (1600, 900)).save(tmp_path / "wide.png")

    told = inspect(str(tmp_path), files=0)

    found = {finding.what.partition(":")[0]: finding.where for finding in told}

    assert found == {
        "it is not square": "an episode's picture, wide.png",
        "it is smaller than 1400 pixels a side": "an episode's picture, wide.png",
        "it can't be read": "an episode's picture, gone.png",
    }


def test_an_address_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    folder = tmp_path / "served"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    address = "https://audio.example.org/"
    put(folder, address, about=replace(channel(address), image=address + "../secret.png"))

    assert inspect(str(folder), files=0) == ()


def test_a_feed_on_the_web(tmp_path, server):
    put(tmp_path, server)
    (tmp_path / "episodes/0/audio.mp3").write_bytes(b"longer sound")
    (tmp_path / "episodes/1/audio.mp3").unlink()

    found = inspect(server + "feed.xml", files=10, allow_private=True)

    errors = [each.what for each in found if each.level == "error"]
    assert ["has 12 bytes" in what for what in errors] == [False, True]
    assert "is not there" in errors[0]
    (only,) = inspect(server + "feed.xml", files=0, allow_private=True)
    assert "without encryption" in only.what


def test_what_is_not_there(tmp_path, server):
    with pytest.raises(FetchError, match="no such file"):
        inspect(str(tmp_path), files=0)

    with pytest.raises(FetchError, match="404"):
        inspect(server + "nothing.xml", files=0, allow_private=True)
