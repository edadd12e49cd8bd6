"""Libraries whose voice is silence, and a look at them with nothing but a parser of XML."""

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import etree

from narrate.library.add import Added, Work, add
from narrate.library.begin import begin
from narrate.library.place import Library, library

BASE = "https://audio.example/courier/"
ABOUT = {
    "title": "The Courier, read aloud",
    "address": BASE,
    "link": "https://courier.example/",
    "description": "Every story of the day.",
    "language": "en-GB",
    "author": "The Courier",
}
_PODCAST = "{https://podcastindex.org/namespace/1.0}"


@pytest.fixture
def folder(tmp_path: Path, hush: Callable[..., Path], square: bytes) -> Path:
    """A new library's folder."""
    place = tmp_path / "audio"
    given = {("", name): value for name, value in ABOUT.items()}
    # Drawing a cover would take longer than all the rest.
    given |= {("voice", "name"): "hush", ("voice", "folder"): "voices", ("", "cover"): "square.png"}
    begin(place, given)
    (place / "square.png").write_bytes(square)
    hush(place / "voices")
    return place


@pytest.fixture
def page(tmp_path: Path, page_of: Callable[..., str]) -> Callable[..., str]:
    """Write an article's page; its path."""

    def make(name: str = "rain", text: str = "It rained.", title: str = "", head: str = "") -> str:
        path = tmp_path / f"{name}.html"
        own = f'{head}<link rel="canonical" href="https://courier.example/{name}"></head>'
        path.write_text(page_of(title or name, text).replace("</head>", own), "utf-8")
        return str(path)

    return make


@pytest.fixture
def added(folder: Path) -> Callable[..., list[Added]]:
    """Add articles to the library."""

    def run(*sources: str, again: bool = False) -> list[Added]:
        work = Work(again=again, jobs=1)
        return list(add(library(folder), sources, work, lambda _done, _total: None))

    return run


@pytest.fixture
def place(folder: Path) -> Library:
    return library(folder)


def served(folder: Path) -> dict[str, str]:
    """What a reader finds: the episodes' GUIDs and titles; an error where anything is amiss.

    Every document has to be whole, and every file that one names there, byte for byte.
    """
    found: dict[str, str] = {}
    sounds: list[str] = []
    for feed in sorted(folder.glob("feed*.xml")):
        root = etree.fromstring(feed.read_bytes(), etree.XMLParser(resolve_entities=False))
        for item in root.iter("item"):
            guid = item.findtext("guid") or ""
            found[guid] = item.findtext("title") or ""
            sounds.append(_sound(folder, item))
            for link in item.iter(f"{_PODCAST}transcript", f"{_PODCAST}chapters"):
                assert local(folder, link.get("url") or "").is_file()
    for feed in sorted(folder.glob("feed*.json")):
        for item in json.loads(feed.read_text("utf-8"))["items"]:
            for file in item["attachments"]:
                path = local(folder, file["url"])
                assert path.stat().st_size == file["size_in_bytes"]
    for manifest in folder.glob("episodes/*/episode.json"):
        told = json.loads(manifest.read_text("utf-8"))
        data = (manifest.parent / told["audio"]["url"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == told["audio"]["sha256"]
        assert all((manifest.parent / told["links"][name]).is_file() for name in ("captions",))
        assert (manifest.parent / "index.html").is_file()
    assert len(set(sounds)) == len(sounds)
    return found


def _sound(folder: Path, item: Any) -> str:
    enclosure = item.find("enclosure")
    data = local(folder, enclosure.get("url")).read_bytes()
    assert len(data) == int(enclosure.get("length"))
    value = item.find(f"{_PODCAST}alternateEnclosure/{_PODCAST}integrity").get("value")
    assert base64.b64decode(value.removeprefix("sha256-")) == hashlib.sha256(data).digest()
    return enclosure.get("url")


def local(folder: Path, url: str) -> Path:
    """Where the file of an address lies."""
    assert url.startswith(BASE)
    return folder / unquote(url.removeprefix(BASE))


@pytest.fixture
def look(folder: Path) -> Callable[[], dict[str, str]]:
    """What a reader of the folder finds now: GUIDs and titles."""
    return lambda: served(folder)
