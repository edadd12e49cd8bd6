import json
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from narrate.feeding import remembered
from narrate.inspection import inspect
from narrate.library.begin import begin
from narrate.library.place import library


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def newspaper(tmp_path):
    """A folder that is served as a news site, and its address."""
    folder = tmp_path / "site"
    folder.mkdir()
    handler = partial(Quiet, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def audio(tmp_path):
    about = {
        "title": "Rain", "address": "https://audio.example/", "link": "https://example.org/",
        "description": "All of it.", "language": "en", "author": "The Courier",
    }  # fmt: skip
    owner = {("owner", "name"): "Desk", ("owner", "email"): "desk@example.org"}
    begin(tmp_path / "audio", {("", name): value for name, value in about.items()} | owner)
    return tmp_path / "audio"


def publish(folder, paths):
    items = "".join(f"<item><link>/{path}</link></item>" for path in paths)
    (folder / "feed.xml").write_text(f"<rss version='2.0'><channel>{items}</channel></rss>")


def sync(narrate, audio, url, *options):
    common = ("--allow-private", "--pause", "0", "--recheck", "0", "--jobs", "1")
    return narrate("feed", "sync", audio, "--from", f"{url}/feed.xml", *common, *options)


@pytest.mark.slow
def test_a_newspaper_is_followed(narrate, newspaper, audio, page_of):
    folder, url = newspaper
    for name in ("one", "two"):
        (folder / f"{name}.html").write_text(page_of(f"Story {name}"), "utf-8")
    publish(folder, ("one.html", "missing.html", "two.html", "one.html?utm_source=rss"))

    first = sync(narrate, audio, url)

    assert first.code == 1
    assert sorted(line.partition("  ")[0] for line in first.out.splitlines()[:-1]) == [
        "added",
        "added",
        "failed",
    ]
    assert first.out.splitlines()[-1] == f"{url}/feed.xml: 1 failed, 2 added"
    assert inspect(str(audio), files=0) == ()
    sounds = sorted(path.name for path in audio.glob("episodes/*/audio.mp3"))
    assert len(sounds) == 2

    (folder / "two.html").write_text(page_of("Story two", "It snowed on Friday."), "utf-8")
    (folder / "missing.html").write_text(page_of("Story three"), "utf-8")
    (folder / "one.html").unlink()
    second = sync(narrate, audio, url, "--json")

    became = {line["url"].rpartition("/")[2]: line["became"] for line in second.lines[:-1]}
    assert became == {"one.html": "vanished", "two.html": "replaced", "missing.html": "added"}
    assert second.lines[-1]["added"] == 1
    assert second.code == 0
    assert inspect(str(audio), files=0) == ()
    records = [json.loads(path.read_text()) for path in audio.glob(".narrate/records/*.json")]
    assert {record["source"] for record in records} == {
        f"{url}/{name}.html" for name in ("one", "two", "missing")
    }


def test_a_second_sync_does_nothing(narrate, newspaper, audio):
    with remembered(library(audio)) as memory:
        said = sync(narrate, audio, newspaper[1])

    assert memory is not None
    assert (said.code, said.out) == (0, "")
    assert said.err == f"narrate: another sync is at work on {audio}\n"


def test_a_listing_that_is_not_there(narrate, newspaper, audio):
    said = sync(narrate, audio, newspaper[1])

    assert said.code == 1
    assert "404" in said.err


def test_nothing_new(narrate, newspaper, audio):
    publish(newspaper[0], ())

    said = sync(narrate, audio, newspaper[1])

    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("feed.xml: nothing new\n")


def test_a_date_that_is_none(narrate, newspaper, audio):
    said = sync(narrate, audio, newspaper[1], "--since", "yesterday")

    assert said.code == 2
    assert "write it as 2026-03-01" in said.err


def test_a_folder_that_is_no_library(narrate, newspaper, tmp_path):
    said = sync(narrate, tmp_path, newspaper[1])

    assert said.code == 1
    assert "narrate feed init" in said.err


def _watching(audio, url, *options):
    command = (sys.executable, "-m", "narrate", "feed", "sync", str(audio), "--from", url)
    common = ("--allow-private", "--pause", "0", "--jobs", "1", "--watch", "60")
    return subprocess.Popen(
        [*command, *common, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.slow
def test_a_watch_ends_when_it_is_told_to(newspaper, audio, page_of):
    folder, url = newspaper
    (folder / "one.html").write_text(page_of("Story one"), "utf-8")
    publish(folder, ("one.html",))

    with _watching(audio, f"{url}/feed.xml") as process:
        while not process.stdout.readline().startswith(url):  # the line that ends a turn
            assert process.poll() is None
        process.terminate()
        _, said = process.communicate(timeout=60)

    assert (process.returncode, said) == (0, "")
    assert inspect(str(audio), files=0) == ()
    assert list((audio / ".narrate" / "staging").iterdir()) == []
