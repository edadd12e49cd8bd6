"""What a feed or a sitemap lists: RSS 0.9 to 2.0, RDF, Atom, JSON Feed, sitemaps of any kind."""

import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.etree import Element, ParserError

from narrate.errors import FetchError
from narrate.fetch.packing import unpack
from narrate.sync.dates import moment
from narrate.sync.document import local, root_of
from narrate.sync.urls import key

MOST_ENTRIES = 50_000
"""As many as a sitemap may hold (sitemaps.org)."""
_GZIP = b"\x1f\x8b"
_LONGEST_START = 200
"""Bytes, of which the first that is no space tells what it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as it is listed."""

    url: str
    """Absolute, without what only counts clicks."""
    title: str = ""
    published: datetime | None = None
    modified: datetime | None = None

    @property
    def dated(self) -> datetime | None:
        """When it was published, or changed where only that is said."""
        return self.published or self.modified


@dataclass(frozen=True, slots=True)
class Listing:
    """A document that lists articles, or other such documents."""

    entries: tuple[Entry, ...] = ()
    further: tuple[Entry, ...] = ()
    """The sitemaps that a sitemap's index names."""


def listing(body: bytes, url: str, *, most_bytes: int) -> Listing:
    """What a document lists; raises FetchError where it is no feed and no sitemap.

    A document that is packed as gzip is unpacked, to `most_bytes` at most.
    """
    body = _unpacked(body, url, most_bytes)
    start = body[:_LONGEST_START].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return _json_feed(body, url)
    if lines := _lines(body, url):
        return Listing(_once(lines))
    root = root_of(body, url, _READERS)
    if root is None:
        raise _no_listing(body, url)
    found = _READERS[local(root)](root, url)
    entries = dict.fromkeys(found.entries)
    return Listing(_once(tuple(entries)), found.further[:MOST_ENTRIES])


def _once(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Each address once, as it is listed first."""
    first: dict[str, Entry] = {}
    for entry in entries[:MOST_ENTRIES]:
        first.setdefault(entry.url, entry)
    return tuple(first.values())


def _unpacked(body: bytes, url: str, most: int) -> bytes:
    if not body.startswith(_GZIP):
        return body
    whole = bytearray()
    try:
        for piece in unpack([body]):
            whole += piece
            if len(whole) > most:
                raise FetchError(f"it unpacks to more than {most / 1e6:g} MB", subject=url)
    except (zlib.error, EOFError) as error:
        raise FetchError("it is damaged: it can't be unpacked", subject=url) from error
    return bytes(whole)


def _text(node: Any, *names: str) -> str:
    """The text of the first child of one of these names, in whatever namespace."""
    for name in names:
        for child in node:
            if local(child) == name and (found := "".join(child.itertext()).strip()):
                return found
    return ""


def _under(node: Any, name: str) -> Iterator[Any]:
    return (child for child in node if local(child) == name)


def _rss(root: Any, url: str) -> Listing:
    nodes = (node for node in root.iter(Element) if local(node) == "item")
    return Listing(tuple(_entries(nodes, url, _rss_link)))


def _rss_link(item: Any) -> str:
    """The link, or a GUID that is one; never the address of a click counter's own."""
    original = _text(item, "origlink")
    guid = next(_under(item, "guid"), None)
    permanent = guid is not None and guid.get("isPermaLink", "true") == "true"
    return original or _text(item, "link") or _about(item) or (_text(item, "guid") * permanent)


def _about(item: Any) -> str:
    return next((value for name, value in item.items() if name.endswith("}about")), "")


def _atom(root: Any, url: str) -> Listing:
    return Listing(tuple(_entries(_under(root, "entry"), url, _atom_link)))


def _atom_link(entry: Any) -> str:
    links = list(_under(entry, "link"))
    wanted = [link for link in links if link.get("rel", "alternate") == "alternate"]
    html_first = sorted(wanted, key=lambda link: "html" not in link.get("type", "text/html"))
    return _whole(html_first[0].base or "", html_first[0].get("href", "")) if html_first else ""


def _entries(nodes: Iterator[Any], place: str, link: Callable[[Any], str]) -> Iterator[Entry]:
    """The articles of elements that say where they belong, by `xml:base`, or lie at `place`."""
    for node in nodes:
        if url := _whole(node.base or place, link(node)):
            yield Entry(
                url,
                " ".join(_text(node, "title").split()),
                moment(_text(node, "pubdate", "published", "date", "issued", "created")),
                moment(_text(node, "updated", "modified")),
            )


def _absolute(base: str, link: str) -> str | None:
    """A link's whole address; None for one that leads to no place on the web."""
    try:
        url = urljoin(base, link.strip()) if link.strip() else ""
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _whole(base: str, link: str) -> str:
    url = _absolute(base, link)
    return key(url) if url else ""


def _urlset(root: Any, url: str) -> Listing:
    found = []
    for node in _under(root, "url"):
        if where := _whole(url, _text(node, "loc")):
            news = next(_under(node, "news"), None)
            title = _text(news, "title") if news is not None else ""
            published = moment(_text(news, "publication_date")) if news is not None else None
            found.append(Entry(where, title, published, moment(_text(node, "lastmod"))))
    return Listing(tuple(found))


def _sitemapindex(root: Any, url: str) -> Listing:
    maps = (
        Entry(where, modified=moment(_text(node, "lastmod")))
        for node in _under(root, "sitemap")
        if (where := _absolute(url, _text(node, "loc")))
    )
    return Listing(further=tuple(maps))


_READERS: dict[str, Callable[[Any, str], Listing]] = {
    "rss": _rss,
    "rdf": _rss,
    "feed": _atom,
    "urlset": _urlset,
    "sitemapindex": _sitemapindex,
}


def _json_feed(body: bytes, url: str) -> Listing:
    try:
        document = json.loads(body)
        items = document["items"]
        found = [
            Entry(
                _whole(url, _json_link(item)),
                str(item.get("title") or ""),
                moment(str(item.get("date_published") or "")),
                moment(str(item.get("date_modified") or "")),
            )
            for item in items
        ]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _no_listing(b"", url) from error
    return Listing(_once(tuple(entry for entry in found if entry.url)))


def _json_link(item: dict[str, Any]) -> str:
    """The article; an identifier is one too where it is an address (JSON Feed 1.1, `id`)."""
    told = str(item.get("url") or item.get("external_url") or "")
    name = str(item.get("id") or "")
    return told or (name if name.startswith(("https://", "http://")) else "")


def _lines(body: bytes, url: str) -> tuple[Entry, ...]:
    """The addresses of a sitemap that is plain text, one a line; none where it is another thing."""
    if not body[:_LONGEST_START].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"http:", b"https:")):
        return ()
    text = body.decode("utf-8-sig", "replace")
    return tuple(Entry(found) for line in text.splitlines() if (found := _whole(url, line)))


def _no_listing(body: bytes, url: str) -> FetchError:
    mend = "give the address of an RSS or Atom feed, or of a sitemap"
    if hint := announced(body, url):
        mend = f"it is a page; its feed is {hint}"
    return FetchError("this is neither a feed nor a sitemap", subject=url, mend=mend)


def announced(body: bytes, url: str, kinds: str = "rss|atom") -> str | None:
    """The address of the feed that a page names in its head; None where it names none.

    `kinds` is a pattern of the types that count.
    """
    try:
        root = html.fromstring(body) if body.strip() else None
    except (ParserError, ValueError):
        return None
    links = [] if root is None else root.findall(".//link[@type][@href]")
    feeds = (link.get("href") for link in links if re.search(kinds, link.get("type")))
    found = next(feeds, None)
    try:
        return urljoin(url, found) if found else None
    except ValueError:
        return None
