"""The feed's documents, written where they changed: the folder's episodes as apps see them."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from pathlib import Path

from narrate import cache
from narrate.errors import PublishError
from narrate.feed.json_feed import json_feed
from narrate.feed.model import FEED, JSON_FEED, OPML, Channel, File, Item
from narrate.feed.opml import opml
from narrate.feed.pages import Page, pages
from narrate.feed.rss import rss
from narrate.library.front import front
from narrate.library.index import Entry, Index, Noted
from narrate.library.place import Library
from narrate.library.record import folder_url, item
from narrate.publish.atomic import write


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    episodes: int
    written: tuple[str, ...]
    """The documents that changed."""


@dataclass(frozen=True, slots=True)
class _Document:
    name: str
    page: Page
    stamp: str


def build(library: Library, index: Index) -> Built:
    """Bring the feed's documents in step with the records; call it while alone.

    What is as it was is not written, so dates and ETags stay. At every moment each document
    names only files that are there, and each episode stands in some document: a document that
    takes an episode over from another is written before that one loses it.
    """
    index.refresh()
    channel = front(library)
    entries = index.entries()
    known = index.noted()
    documents = list(_documents(channel, entries))
    changed = [one for one in documents if not _is_there(library.folder, one, known)]
    wrote = [one.name for one in _in_order(changed, known) if _write(library, index, channel, one)]
    for name in known.keys() - {one.name for one in documents}:
        with suppress(FileNotFoundError):
            (library.folder / name).unlink()
        index.forget(name)
    return Built(len(entries), tuple(wrote))


def outdated(library: Library, index: Index) -> Iterator[str]:
    """The documents that are missing or not what they should be, without writing them."""
    channel = front(library)
    for one in _documents(channel, index.entries()):
        path = library.folder / one.name
        if _bytes_of(path) != _made(library, index, channel, one):
            yield one.name


def _documents(channel: Channel, entries: list[Entry]) -> Iterator[_Document]:
    stamps = {entry.slug: entry.stamp for entry in entries}
    whole = f"{cache.maker()} {channel!r}"
    for page in pages([_light(channel.address, entry) for entry in entries]):
        place = f"{whole} {page.number} {page.newer} {page.older}"
        held = " ".join(stamps[one.slug] for one in page.items)
        stamp = sha256(f"{place} {held}".encode()).hexdigest()
        yield _Document(page.named(FEED), page, stamp)
        yield _Document(page.named(JSON_FEED), page, stamp)
        if not page.number:
            yield _Document(OPML, replace(page, items=()), sha256(whole.encode()).hexdigest())


def _light(address: str, entry: Entry) -> Item:
    """As much of an item as it takes to lay out pages."""
    sound = File(folder_url(address, entry.slug) + entry.sound, "", 0)
    when = datetime.fromisoformat(entry.published)
    return Item(entry.guid, entry.slug, "", "", None, when, 0.0, (sound,) if entry.sound else ())


def _is_there(folder: Path, document: _Document, known: dict[str, Noted]) -> bool:
    noted = known.get(document.name)
    if noted is None or noted.stamp != document.stamp:
        return False
    try:
        return (folder / document.name).stat().st_size == noted.bytes
    except OSError:
        return False


def _in_order(documents: list[_Document], known: dict[str, Noted]) -> Iterable[_Document]:
    """Such that an episode is in its new document before it leaves its old one."""
    by_name = {one.name: one for one in documents}
    gaining = {
        (one.name[-4:], item.slug): one.name for one in documents for item in one.page.items
    }
    graph: dict[str, set[str]] = {name: set() for name in by_name}
    for name in by_name.keys() & known.keys():
        now = {item.slug for item in by_name[name].page.items}
        lost = (slug for slug in known[name].slugs if slug not in now)
        graph[name] = {gaining[name[-4:], slug] for slug in lost if (name[-4:], slug) in gaining}
    try:
        return [by_name[name] for name in TopologicalSorter(graph).static_order()]
    except CycleError:  # more moved at once than in any order; the next moment has all of it
        return documents[::-1]


def _write(library: Library, index: Index, channel: Channel, document: _Document) -> bool:
    """Write a document where its bytes are others than those that are there."""
    data = _made(library, index, channel, document)
    path = library.folder / document.name
    is_new = _bytes_of(path) != data
    if is_new:
        write(path, data)
    slugs = tuple(one.slug for one in document.page.items)
    index.note(Noted(document.name, document.stamp, len(data), slugs))
    return is_new


def _made(library: Library, index: Index, channel: Channel, document: _Document) -> bytes:
    if document.name == OPML:
        return opml([channel], channel.title)
    records = index.some(one.slug for one in document.page.items)
    address = library.config.channel.address
    items = tuple(item(records[one.slug], address) for one in document.page.items)
    page = replace(document.page, items=items)
    return json_feed(channel, page) if document.name.endswith(".json") else rss(channel, page)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PublishError(f"can't be read: {error.strerror}", subject=str(path)) from error
