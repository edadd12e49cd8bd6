"""All documents of a feed, one after the other, so that the largest feed needs little memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.feed.index import STYLE, index, style
from narrate.feed.json_feed import json_feed
from narrate.feed.model import FEED, INDEX, JSON_FEED, OPML, Channel, Item
from narrate.feed.opml import opml
from narrate.feed.pages import pages
from narrate.feed.rss import rss


@dataclass(frozen=True, slots=True)
class Document:
    """A file under the library's address."""

    name: str
    data: bytes


def documents(channel: Channel, items: Sequence[Item]) -> Iterator[Document]:
    """Every document of the feed: the archives first, so that no link leads to nothing.

    Writing those alone that differ from what is there keeps dates and ETags. Raises
    PublishError or ConfigError, before the first document, for what apps would take wrongly.
    """
    for page in reversed(pages(items)):
        yield Document(page.named(FEED), rss(channel, page))
        yield Document(page.named(JSON_FEED), json_feed(channel, page))
        yield Document(page.named(INDEX), index(channel, page))
    yield Document(STYLE, style(channel))
    yield Document(OPML, opml([channel], channel.title))
