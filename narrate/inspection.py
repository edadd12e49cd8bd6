"""A feed with its archives, its cover and its sound files: on the disk, or where it is served."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from narrate.errors import FetchError
from narrate.feed.check import Finding, Sizes, check
from narrate.feed.model import FEED
from narrate.feed.picture import cover_faults
from narrate.fetch import is_url
from narrate.fetch.files import read_file
from narrate.fetch.raw import Limits
from narrate.sync.listing import announced

_LIMITS = Limits(bytes=100_000_000, seconds=60)
_MOST_ARCHIVES = 1_000
_ATOM = "{http://www.w3.org/2005/Atom}link"
_IMAGE = "{http://www.itunes.com/dtds/podcast-1.0.dtd}image"
_COVER_MEND = "give a square RGB JPEG or PNG of 1400 to 3000 pixels"
_PICTURE_MEND = f"{_COVER_MEND}, or none: the feed's cover is shown then"
_HEAD = 1000  # bytes
_OK = 200
_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the feed's files come from."""

    first: str
    """The name or address of the feed's own document."""
    read: Callable[[str], bytes | None]
    """The file that an address names; None where it can't be known, FetchError where it is gone."""
    sizes: Sizes
    served: bool
    most: int | None = None
    """Of how many episodes the pictures are looked at; None for all."""


def inspect(feed: str, *, files: int, allow_private: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a feed: a folder, a file, or an address.

    Of a feed on the web the sizes of the first `files` sound files are asked for. Raises
    FetchError where there is no feed to be read.
    """
    source = _web(feed, files, allow_private=allow_private) if is_url(feed) else _disk(feed)
    document = source.read(source.first)
    if document is None:
        raise FetchError("this can't be read as a feed", subject=feed)
    if document[:_HEAD].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise _web_page(feed, document)
    return tuple(_findings(source, document))


def _web_page(feed: str, document: bytes) -> FetchError:
    """That this is a page, and which feed it names in its head."""
    found = announced(document, feed, "rss")
    mend = f"its feed is {found}" if found else "give the address of the feed itself"
    return FetchError("this is a web page and no feed", subject=feed, mend=mend)


def _findings(source: _Source, document: bytes) -> Iterator[Finding]:
    name, seen, cover = source.first, {source.first}, _cover(document)
    shown: dict[str, None] = {}
    while True:
        shown |= dict.fromkeys(_pictures(document))
        url = name if source.served else None
        yield from check(document, name=_short(name), url=url, sizes=source.sizes)
        older = _older(document)
        if older is None or older in seen or len(seen) > _MOST_ARCHIVES:
            break
        seen.add(older)
        try:
            following = source.read(older)
        except FetchError as error:
            mend = "build the feed anew and put all its files there"
            yield Finding(_short(name), f"its archive can't be read: {error}", mend)
            break
        if following is None:
            break
        name, document = older, following
    if cover:
        yield from _cover_findings(source, cover, "the cover", _COVER_MEND)
    for picture in list(shown)[: source.most]:
        where = f"an episode's picture, {_short(picture)}"
        yield from _cover_findings(source, picture, where, _PICTURE_MEND)


def _cover_findings(source: _Source, url: str, where: str, mend: str) -> Iterator[Finding]:
    try:
        data = source.read(url)
    except FetchError as error:
        yield Finding(where, f"it can't be read: {error}", mend)
        return
    for fault in cover_faults(data) if data is not None else ():
        yield Finding(where, fault, mend)


def _short(name: str) -> str:
    return urlsplit(name).path.rpartition("/")[2] or name


def _root(document: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        return etree.fromstring(document, parser).find("channel")
    except (etree.XMLSyntaxError, ValueError):
        return None


def _linked(document: bytes, relation: str) -> str | None:
    channel = _root(document)
    links = () if channel is None else channel.findall(_ATOM)
    return next((link.get("href") for link in links if link.get("rel") == relation), None)


def _older(document: bytes) -> str | None:
    """The document with the episodes before (RFC 5005)."""
    return _linked(document, "next") or _linked(document, "prev-archive")


def _cover(document: bytes) -> str | None:
    channel = _root(document)
    image = None if channel is None else channel.find(_IMAGE)
    return None if image is None else image.get("href")


def _pictures(document: bytes) -> Iterator[str]:
    channel = _root(document)
    found = () if channel is None else channel.iterfind(f"item/{_IMAGE}")
    yield from (url for image in found if (url := image.get("href")))


def _disk(feed: str) -> _Source:
    path = Path(feed)
    first = path / FEED if path.is_dir() else path
    own = _linked(read_file(str(first), _LIMITS).body, "self") or ""
    base, folder = own.rpartition("/")[0] + "/", first.parent.resolve()

    def place(url: str) -> Path | None:
        """Where in the folder an address lies; None for one that is served elsewhere."""
        if url == str(first):
            return first
        if not url.startswith(base) or base == "/":
            return None
        found = (folder / unquote(urlsplit(url).path[len(urlsplit(base).path) :])).resolve()
        return found if found.is_relative_to(folder) else None

    def read(url: str) -> bytes | None:
        found = place(url)
        return None if found is None else read_file(str(found), _LIMITS).body

    def size(url: str) -> int | None:
        found = place(url)
        if found is None:
            return None
        return found.stat().st_size if found.is_file() else -1

    return _Source(str(first), read, size, served=False)


def _web(feed: str, files: int, *, allow_private: bool) -> _Source:
    from narrate.fetch.web import get, head

    asked: dict[str, int | None] = {}

    def read(url: str) -> bytes:
        response = get(url, limits=_LIMITS, allow_private=allow_private)
        if response.status != _OK:
            raise FetchError(f"the server answered {response.status}", subject=url)
        return response.body

    def size(url: str) -> int | None:
        if url not in asked and len(asked) < files:
            asked[url] = ask(url)
        return asked.get(url)

    def ask(url: str) -> int | None:
        try:
            response = head(url, allow_private=allow_private)
        except FetchError:
            return -1
        length = response.header("content-length") or ""
        if response.status == _OK and length.isdecimal():
            return int(length)
        return -1 if response.status in _GONE else None

    return _Source(feed, read, size, served=True, most=files)
