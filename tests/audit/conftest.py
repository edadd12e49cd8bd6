"""A library with one episode, every surface of which tells."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from narrate.cli import run
from narrate.feed.documents import documents
from narrate.feed.index import index
from narrate.feed.model import Channel, File, Item, Narrator
from narrate.feed.pages import pages
from narrate.notices import wording_for

BASE = "https://audio.example.org/"
PAGE = (
    "<html lang=en-GB><head><title>Rain stops play</title></head><body><main><article>"
    "<h1>Rain stops play</h1>"
    "<p>The match at the old ground was given up on Saturday after three hours of rain.</p>"
    "<p>Both sides will meet again in May, when the ground has a new roof over its seats.</p>"
    "<p>The groundsman said that he had not seen so much water there in all of his thirty years, "
    "and that the drains had done what they could. Tickets stay valid for the next match.</p>"
    "<p>About two thousand people had come to see it, and most of them stayed under umbrellas "
    "until the umpires shook hands in the middle and walked off together.</p>"
    "</article></main></body></html>"
)


def feed(folder, sound):
    """Write a feed of that sound into a folder."""
    notice = wording_for("en-GB").notice
    channel = Channel(
        title="The Sample, read aloud",
        address=BASE,
        link="https://sample.example/",
        description="Every story, narrated.",
        language="en-GB",
        author="The Sample",
        guid="00000000-0000-5000-8000-000000000000",
        image=BASE + "cover.png",
        notice=notice,
    )
    item = Item(
        guid="urn:uuid:1",
        slug="rain",
        title="Rain stops play",
        link="https://sample.example/rain",
        page=None,
        published=datetime(2026, 3, 1, tzinfo=UTC),
        duration=20.0,
        files=(File(BASE + "episodes/rain/audio.mp3", "audio/mpeg", sound.stat().st_size),),
        notice=notice,
        narrator=Narrator("hush", "silent"),
    )
    items = (item, replace(item, guid="urn:uuid:2", slug="sun", title="Sun", files=item.files))
    for document in documents(channel, items[:1]):
        (folder / document.name).write_bytes(document.data)
    (folder / "index.html").write_bytes(index(channel, pages(items[:1])[0]))


@pytest.fixture(scope="session")
def whole(tmp_path_factory, hush):
    folder = hush(tmp_path_factory.mktemp("audit"), disclaimer="")
    source, sound = folder / "page.html", folder / "library" / "episodes" / "rain" / "audio.mp3"
    source.write_text(PAGE)
    sound.parent.mkdir(parents=True)
    voice = ["--voices-folder", str(folder), "--voice", "hush", "--jobs", "1", "--no-cache"]
    assert run(["convert", str(source), "-o", str(sound), *voice]) == 0
    address = ["--address", BASE + "episodes/rain/"]
    assert run(["page", str(sound), "-o", f"{sound.parent}/", *address]) == 0
    feed(folder / "library", sound)
    return folder / "library"


@pytest.fixture
def library(whole, tmp_path):
    """A copy that a test may spoil."""
    return shutil.copytree(whole, tmp_path / "library", ignore=shutil.ignore_patterns("player"))


@pytest.fixture
def sound(library):
    return library / "episodes" / "rain" / "audio.mp3"
