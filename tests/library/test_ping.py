"""A hub on loopback is told of a feed."""

import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from narrate.errors import ConfigError, FetchError, PublishError
from narrate.library.ping import Pinged, ping
from narrate.library.place import library
from narrate.library.rebuild import rebuild

TOPICS = (
    "https://audio.example/courier/feed.xml",
    "https://audio.example/courier/feed.json",
)


class Hub(BaseHTTPRequestHandler):
    def do_POST(self):
        """Note what was sent."""
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append({name: one for name, (one,) in parse_qs(form).items()})
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def hub():
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        server.told, server.status = [], 204
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def place(folder, hub):
    """A library that names the hub, and may speak to it."""
    found = library(folder, allow_private=True)
    rebuild(found)
    channel = replace(found.config.channel, hub=f"http://127.0.0.1:{hub.server_port}/")
    return replace(found, config=replace(found.config, channel=channel))


def test_a_hub_is_told_once_of_every_change(place, hub):
    first, second, third = ping(place), ping(place), ping(place, again=True)

    assert first == third == Pinged(place.config.channel.hub, TOPICS)
    assert second.told == ()
    assert hub.told[:2] == [
        {"hub.mode": "publish", "hub.url": topic, "hub.topic": topic} for topic in TOPICS
    ]
    assert len(hub.told) == 4


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_hub_that_refuses_is_told_again(place, hub, status):
    hub.status = status

    with pytest.raises(FetchError, match=f"the hub answered {status} when it was told of https"):
        ping(place)

    hub.status = 202
    assert ping(place).told == TOPICS


def test_private_hubs_are_refused(place):
    reading = replace(place.config.reading, allow_private=False)
    public = replace(place, config=replace(place.config, reading=reading))

    with pytest.raises(FetchError, match="private"):
        ping(public)


def test_without_a_hub_there_is_nobody_to_tell(folder):
    with pytest.raises(ConfigError, match=r'hub = "https://hub\.example/"'):
        ping(library(folder))


def test_without_a_feed_there_is_nothing_to_tell(place):
    (place.folder / "feed.xml").unlink()

    with pytest.raises(PublishError, match="narrate feed build"):
        ping(place)
