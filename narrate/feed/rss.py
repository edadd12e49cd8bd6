"""RSS 2.0 with what podcast apps read besides: iTunes, Podcasting 2.0, Atom, content, chapters.

Sources: RSS 2.0.11; Apple's podcast RSS requirements; the Podcasting 2.0 namespace
(https://github.com/Podcastindex-org/podcast-namespace, `docs/`); RFC 4287 and 5005; Podlove
Simple Chapters 1.2.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime

from narrate.feed.address import absolute
from narrate.feed.categories import category
from narrate.feed.clip import clipped
from narrate.feed.item import item_rules
from narrate.feed.markup import attributes, element, holding, line
from narrate.feed.model import FEED, Channel, Item, Person
from narrate.feed.pages import Page
from narrate.feed.rrule import rule
from narrate.publish.disclosure import AI_CONTENT

NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
    "xmlns:psc": "http://podlove.org/simple-chapters",
}
NAME_MOST = 128
"""Characters that the Podcasting 2.0 namespace gives to names and labels."""
TEXT_MOST = 255
"""Characters that Apple gives to a value."""


def rss(channel: Channel, page: Page) -> bytes:
    """One document of the feed, in UTF-8: the same episodes give the same bytes.

    Raises PublishError for an address that is not absolute or a date without its time zone,
    ConfigError for a category or a rule of recurrence that does not exist.
    """
    return "".join(_lines(channel, page)).encode()


def _lines(channel: Channel, page: Page) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{attributes(NAMESPACES)}>\n'
    yield "<channel>\n"
    for rules in (_said, _links, _dates, _itunes, _podcast):
        yield from (f"{line}\n" for line in rules(channel, page))
    for item in _numbered(channel, page):
        yield "<item>\n"
        yield "\n".join(item_rules(channel, item))
        yield "\n</item>\n"
    yield "</channel>\n</rss>\n"


def _numbered(channel: Channel, page: Page) -> Iterator[Item]:
    """The episodes, those of a serial counted from the oldest where they have no number."""
    last = page.before + len(page.items)
    for place, item in enumerate(page.items):
        counts = channel.kind == "serial" and not item.episode
        yield replace(item, episode=last - place) if counts else item


def _said(channel: Channel, page: Page) -> Iterator[str]:
    del page
    yield element("title", line(channel.title))
    yield element("link", absolute(channel.link, "the publication"))
    about = [channel.description, channel.notice]
    # On a line of its own: a description needn't end with a full stop.
    yield element("description", "\n".join(line(text) for text in about if text))
    yield element("language", channel.language.lower())
    if channel.copyright:
        yield element("copyright", line(channel.copyright))
    yield element("generator", "narrate")
    if channel.image:
        inside = (
            element("url", absolute(channel.image, "the cover")),
            element("title", line(channel.title)),
            element("link", absolute(channel.link, "the publication")),
        )
        yield holding("image", inside)


def _links(channel: Channel, page: Page) -> Iterator[str]:
    yield _link("self", _document(channel, page, page.number), "application/rss+xml")
    if channel.hub:
        yield _link("hub", absolute(channel.hub, "the hub"))
    for relation, number in _neighbours(page):
        yield _link(relation, _document(channel, page, number), "application/rss+xml")
    if page.number:
        yield element("fh:archive")


def _neighbours(page: Page) -> Iterator[tuple[str, int]]:
    """The other documents, as a client that reads on finds them (RFC 5005, sections 3 and 4)."""
    if page.newer is None and page.older is None:
        return
    yield "first", 0
    yield "last", 1
    if page.newer is not None:
        yield "previous", page.newer
        yield "current", 0
    if page.newer:
        yield "next-archive", page.newer
    if page.older is not None:
        yield "next", page.older
        yield "prev-archive", page.older


def _link(relation: str, url: str, kind: str | None = None) -> str:
    return element("atom:link", pairs={"rel": relation, "type": kind, "href": url})


def _document(channel: Channel, page: Page, number: int) -> str:
    return absolute(channel.address, "the feed") + page.named(FEED, number)


def _dates(channel: Channel, page: Page) -> Iterator[str]:
    """Of the episodes, never of the clock: a feed without news has the bytes that it had."""
    del channel
    if page.items:
        yield element("pubDate", dated(max(item.published for item in page.items)))
        latest = max(max(item.published, item.modified or item.published) for item in page.items)
        yield element("lastBuildDate", dated(latest))


def dated(moment: datetime) -> str:
    """A moment as RSS has it (RFC 822 with four figures for the year), in GMT."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def _itunes(channel: Channel, page: Page) -> Iterator[str]:
    del page
    yield element("itunes:author", clipped(line(channel.author), TEXT_MOST))
    if channel.owner:
        inside = (
            element("itunes:name", clipped(line(channel.owner.name), TEXT_MOST)),
            element("itunes:email", line(channel.owner.email)),
        )
        yield holding("itunes:owner", inside)
    for name in channel.categories:
        main, sub = category(name)
        if sub:
            inner = [element("itunes:category", pairs={"text": sub})]
            yield holding("itunes:category", inner, {"text": main})
        else:
            yield element("itunes:category", pairs={"text": main})
    if channel.image:
        yield element("itunes:image", pairs={"href": absolute(channel.image, "the cover")})
    yield element("itunes:explicit", "true" if channel.explicit else "false")
    yield element("itunes:type", channel.kind)


def _podcast(channel: Channel, page: Page) -> Iterator[str]:
    del page
    yield element("podcast:guid", channel.guid)
    email = {"owner": line(channel.owner.email) if channel.owner else None}
    yield element("podcast:locked", "yes" if channel.locked else "no", email)
    yield element("podcast:medium", channel.medium)
    yield from (_person(person) for person in channel.persons)
    if channel.licence:
        url = absolute(channel.licence.url, "the licence") if channel.licence.url else None
        yield element("podcast:license", line(channel.licence.name), {"url": url})
    for url, text in channel.funding:
        pairs = {"url": absolute(url, "the support page")}
        yield element("podcast:funding", clipped(line(text), NAME_MOST), pairs)
    yield element("podcast:txt", AI_CONTENT, {"purpose": "ai-content"})
    if channel.frequency:
        pairs = {"rrule": rule(channel.frequency.rule) if channel.frequency.rule else ""}
        yield element(
            "podcast:updateFrequency", clipped(line(channel.frequency.text), NAME_MOST), pairs
        )


def _person(person: Person) -> str:
    pairs = {
        "role": person.role,
        "group": person.group,
        "href": absolute(person.link, "a person's page") if person.link else None,
        "img": absolute(person.image, "a person's picture") if person.image else None,
    }
    return element("podcast:person", clipped(line(person.name), NAME_MOST), pairs)
