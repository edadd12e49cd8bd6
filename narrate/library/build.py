"""The feed's documents, written where they changed: the folder's episodes as apps see them."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from pathlib import Path

from narrate import cache
from narrate.errors import PublishError
from narrate.feed.index import STYLE, style
from narrate.feed.model import COVER, FEED, OPML, Channel, File, Item
from narrate.feed.opml import opml
from narrate.feed.pages import Page, pages
from narrate.library.face import put_player
from narrate.library.front import draw, front
from narrate.library.index import Entry, Index, Noted
from narrate.library.place import Library
from narrate.library.record import folder_url
from narrate.library.rendering import PAGED, Rendering, render
from narrate.publish.atomic import write

LOG = logging.getLogger(__name__)

_SINGLE: dict[str, Callable[[Channel], bytes]] = {
    STYLE: style,
    OPML: lambda channel: opml([channel], channel.title),
}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    episodes: int
    written: tuple[str, ...]
    """The documents that changed."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One page of the feed, from which a document of each kind is made."""

    page: Page
    stamp: str
    """Changes with everything that its documents depend on."""

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(one.slug for one in self.page.items)


def build(library: Library, known: Index) -> Built:
    """Bring the feed's documents in step with the records; call it while alone.

    What is as it was is not written, so dates and ETags stay. At every moment each document
    names only files that are there, and each episode stands in some document: a document that
    takes an episode over from another is written before that one loses it.
    """
    for error in known.refresh():
        LOG.warning("%s", error)
    channel = front(library)
    entries = known.entries()
    parts = list(_parts(channel, entries))
    noted = known.noted()
    wrote = [*put_player(library), *([COVER] if draw(library, known) else [])]
    due = [part for part in _in_order(parts, noted) if not _is_current(library, part, noted)]
    made = render(_pages_due(library, known, channel, part) for part in due)
    for part, texts in zip(due, made, strict=True):
        wrote += _written(library, known, part, texts)
    wrote += _written(library, known, None, {name: make(channel) for name, make in _SINGLE.items()})
    _remove(library, known, noted.keys() - {COVER, *(n for part in parts for n in _names(part))})
    return Built(len(entries), tuple(wrote))


def outdated(library: Library, known: Index) -> Iterator[str]:
    """The documents that are missing or not what they should be; nothing is written."""
    channel = front(library)
    single = {name: make(channel) for name, make in _SINGLE.items()}
    parts = _parts(channel, known.entries())
    made = render(_pages_due(library, known, channel, part) for part in parts)
    for texts in (single, *made):
        yield from (name for name, data in texts.items() if _bytes(library.folder / name) != data)


def _parts(channel: Channel, entries: Sequence[Entry]) -> Iterator[_Part]:
    """The pages of the feed, the newest first."""
    stamps = {entry.slug: entry.stamp for entry in entries}
    whole = f"{cache.maker()} {channel!r}"
    for page in pages([_light(channel.address, entry) for entry in entries]):
        place = f"{whole} {page.number} {page.newer} {page.older}"
        held = " ".join(stamps[one.slug] for one in page.items)
        yield _Part(page, sha256(f"{place} {held}".encode()).hexdigest())


def _light(address: str, entry: Entry) -> Item:
    """As much of an item as it takes to lay out pages."""
    sound = File(folder_url(address, entry.slug) + entry.sound, "", 0)
    when = datetime.fromisoformat(entry.published)
    return Item(entry.guid, entry.slug, "", "", None, when, 0.0, (sound,) if entry.sound else ())


def _is_current(library: Library, part: _Part, noted: dict[str, Noted]) -> bool:
    return all(_is_there(library.folder, name, part.stamp, noted) for name in _names(part))


def _names(part: _Part) -> tuple[str, ...]:
    return tuple(part.page.named(kind) for kind in PAGED)


def _is_there(folder: Path, name: str, stamp: str, noted: dict[str, Noted]) -> bool:
    if name not in noted or noted[name].stamp != stamp:
        return False
    try:
        return (folder / name).stat().st_size == noted[name].bytes
    except OSError:
        return False


def _in_order(parts: list[_Part], noted: dict[str, Noted]) -> list[_Part]:
    """Such that an episode is in its new document before it leaves its old one."""
    by_name = {part.page.named(FEED): part for part in parts}
    home = {slug: name for name, part in by_name.items() for slug in part.slugs}
    graph: dict[str, set[str]] = {name: set() for name in reversed(by_name)}
    for name in by_name.keys() & noted.keys():
        graph[name] = {home[slug] for slug in noted[name].slugs if slug in home} - {name}
    try:
        return [by_name[name] for name in TopologicalSorter(graph).static_order()]
    except CycleError:  # no order spares every episode; the archives first spares the most
        return parts[::-1]


def _pages_due(library: Library, known: Index, channel: Channel, part: _Part) -> Rendering:
    """The job of making a page's documents."""
    return Rendering(channel, part.page, known.texts(part.slugs), library.config.channel.address)


def _written(
    library: Library, known: Index, part: _Part | None, texts: dict[str, bytes]
) -> Iterator[str]:
    """Write the documents whose bytes are others than those that are there; their names."""
    for name, data in texts.items():
        path = library.folder / name
        if _bytes(path) != data:
            write(path, data)
            yield name
        if part:
            known.note(Noted(name, part.stamp, len(data), part.slugs))


def _remove(library: Library, known: Index, names: set[str]) -> None:
    """Remove the archives that there are no more."""
    for name in names:
        with suppress(FileNotFoundError):
            (library.folder / name).unlink()
        known.forget(name)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PublishError(f"can't be read: {error.strerror}", subject=str(path)) from error
