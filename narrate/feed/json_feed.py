"""JSON Feed 1.1: the same episodes for programs that would rather not read XML.

Source: https://www.jsonfeed.org/version/1.1/.
"""

import json
from datetime import datetime
from typing import Any

from narrate.feed.address import absolute
from narrate.feed.markup import clean, line
from narrate.feed.model import INDEX, JSON_FEED, Channel, File, Item
from narrate.feed.notes import called, lead, shownotes
from narrate.feed.pages import Page

_NAMELESS: tuple[object, ...] = (None, "", [], {})


def json_feed(channel: Channel, page: Page) -> bytes:
    """One document of the feed, in UTF-8; archives hang together by `next_url`.

    Raises PublishError for an address that is not absolute.
    """
    base = absolute(channel.address, "the feed")
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": line(channel.title),
        "home_page_url": absolute(channel.link, "the publication"),
        "feed_url": base + page.named(JSON_FEED),
        "next_url": base + page.named(JSON_FEED, page.older) if page.older else None,
        "description": line(channel.description),
        "user_comment": line(channel.notice),
        "icon": absolute(channel.image, "the cover") if channel.image else None,
        "authors": [{"name": line(channel.author), "url": base + INDEX}],
        "language": channel.language,
        "hubs": [{"type": "WebSub", "url": channel.hub}] if channel.hub else None,
    }
    head = _written({key: value for key, value in document.items() if value})
    items = ",\n".join(_written(_item(channel, item)) for item in page.items)
    return f'{head.removesuffix("}")}, "items": [\n{items}\n]}}\n'.encode()


def _written(document: dict[str, Any]) -> str:
    # An indent would be prettier, and takes the slow way through the standard library.
    return json.dumps(document, ensure_ascii=False)


def _item(channel: Channel, item: Item) -> dict[str, Any]:
    document = {
        "id": item.guid,
        "url": absolute(item.page or item.link, "the episode"),
        "external_url": absolute(item.link, "the article"),
        "title": called(item),
        "content_html": clean(shownotes(channel, item)),
        "summary": lead(item),
        "image": absolute(item.image, "its picture") if item.image else None,
        "date_published": _dated(item.published),
        "date_modified": _dated(item.modified) if item.modified else None,
        "authors": [{"name": line(author)} for author in item.authors if line(author)],
        "tags": [line(item.section)] if item.section else None,
        "language": item.language or channel.language,
        "attachments": [_attachment(file, item.duration) for file in item.files],
    }
    return {key: value for key, value in document.items() if value not in _NAMELESS}


def _attachment(file: File, seconds: float) -> dict[str, Any]:
    named = {"title": line(file.title)} if file.title else {}
    return {
        "url": absolute(file.url, "a sound file"),
        "mime_type": file.type,
        **named,
        "size_in_bytes": file.bytes,
        "duration_in_seconds": max(1, round(seconds)),
    }


def _dated(moment: datetime) -> str:
    """A moment as RFC 3339 has it."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
