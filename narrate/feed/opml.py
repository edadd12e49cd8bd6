"""OPML 2.0: a list of subscriptions, here of this one feed, that apps import.

Source: http://opml.org/spec2.opml.
"""

from collections.abc import Sequence

from narrate.feed.address import absolute
from narrate.feed.markup import element, holding, line
from narrate.feed.model import Channel


def opml(channels: Sequence[Channel], title: str) -> bytes:
    """Feeds as subscriptions, in UTF-8; raises PublishError for an address that is not absolute."""
    head = holding("head", [element("title", line(title))])
    body = holding("body", map(_outline, channels))
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (start + holding("opml", [head, body], {"version": "2.0"}) + "\n").encode()


def _outline(channel: Channel) -> str:
    pairs = {
        "text": line(channel.title),
        "title": line(channel.title),
        "type": "rss",
        "version": "RSS2",
        "xmlUrl": absolute(channel.url, "the feed"),
        "htmlUrl": absolute(channel.link, "the publication"),
        "description": line(channel.description),
        "language": channel.language,
    }
    return element("outline", pairs=pairs)
