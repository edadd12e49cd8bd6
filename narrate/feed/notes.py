"""An episode's notes: what it is about, that a machine reads it, and where the article stands."""

from collections.abc import Iterator

from narrate.feed.address import absolute
from narrate.feed.clip import clipped
from narrate.feed.markup import escape, line, quoted
from narrate.feed.model import Channel, Item
from narrate.feed.words import words_for
from narrate.publish.clock import shown

MOST = 3000
"""Characters of a lead; Apple cuts a description after 4,000, and the notice comes behind."""


def notes(channel: Channel, item: Item) -> str:
    """In HTML that every app shows: the lead, the notice, a link to the article."""
    return "".join(_paragraphs(channel, item))


def shownotes(channel: Channel, item: Item) -> str:
    """The same with who wrote it, and the chapters with the times that apps make links of."""
    lead, *rest = _paragraphs(channel, item)
    by = [f"<p>{escape(writers(item))}</p>"] if writers(item) else []
    return "".join([lead, *by, *_chapters(item), *rest])


def _paragraphs(channel: Channel, item: Item) -> Iterator[str]:
    words = words_for(item.language or channel.language)
    yield f"<p>{escape(lead(item))}</p>"
    if item.notice:
        yield f"<p>{escape(line(item.notice))}</p>"
    url = quoted(absolute(item.link, "the article"))
    yield f'<p><a href="{url}">{escape(words.read)}</a></p>'


def writers(item: Item) -> str:
    """Who wrote the article, on one line; empty where nobody is named."""
    return ", ".join(name for author in item.authors if (name := line(author)))


def called(item: Item) -> str:
    """What the episode is called, on one line: its title, where that shows anything."""
    title = line(item.title)
    return title if any(sign.isprintable() and sign != " " for sign in title) else item.slug


def lead(item: Item) -> str:
    """What the episode is about in plain text, at least its title."""
    return clipped(line(item.lead) or called(item), MOST)


def _chapters(item: Item) -> Iterator[str]:
    if len(item.chapters) > 1:
        yield "<ul>"
        for each in item.chapters:
            yield f"<li>{shown(int(each.start))} {escape(line(each.title))}</li>"
        yield "</ul>"
