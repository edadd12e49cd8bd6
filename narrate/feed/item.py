"""What the feed says of one episode, rule by rule."""

import base64
from collections.abc import Iterator
from datetime import UTC
from email.utils import format_datetime
from itertools import chain

from narrate.errors import PublishError
from narrate.feed.address import absolute
from narrate.feed.clip import clipped, length
from narrate.feed.markup import cdata, element, holding, line
from narrate.feed.model import Channel, File, Item
from narrate.feed.notes import called, notes, shownotes, writers
from narrate.feed.picture import is_named_so
from narrate.feed.words import words_for
from narrate.publish.chapters import Chapter
from narrate.publish.clock import milliseconds, stamp
from narrate.publish.disclosure import AI_CONTENT

_TITLE_MOST = 255
"""Characters that Apple gives to a title of its own."""
_NAME_MOST = 128
_LABEL_MOST = 32
_FULL = element("itunes:episodeType", "full")
_SYNTHETIC = element("podcast:txt", AI_CONTENT, {"purpose": "ai-content"})
_EXPLICIT = {yes: element("itunes:explicit", str(yes).lower()) for yes in (True, False)}
_CAPTIONS = ("text/vtt", "application/x-subrip")


def item_rules(channel: Channel, item: Item) -> Iterator[str]:
    """The elements of an episode, in the order in which a person would read them."""
    return chain.from_iterable(rules(channel, item) for rules in _RULES)


def _said(channel: Channel, item: Item) -> Iterator[str]:
    yield element("title", called(item))
    yield element("link", absolute(item.link, "the article"))
    yield element("guid", item.guid, {"isPermaLink": "false"})
    if item.published.tzinfo is None:
        raise PublishError("its publication date has no time zone", subject=item.slug)
    yield element("pubDate", format_datetime(item.published.astimezone(UTC), usegmt=True))
    yield cdata("description", notes(channel, item))
    yield cdata("content:encoded", shownotes(channel, item))
    if item.section and line(item.section):
        yield element("category", line(item.section))


def _sound(channel: Channel, item: Item) -> Iterator[str]:
    main = item.files[0]
    url = absolute(main.url, "the sound file")
    yield element("enclosure", pairs={"url": url, "length": str(main.bytes), "type": main.type})
    for place, file in enumerate(item.files):
        # Without its hash, a second mention of the enclosure would say nothing new.
        if place or file.sha256:
            yield _alternate(file, item.language or channel.language, default=not place)


def _alternate(file: File, language: str, *, default: bool) -> str:
    pairs = {
        "type": file.type,
        "length": str(file.bytes),
        "bitrate": str(file.bitrate) if file.bitrate else None,
        "lang": language,
        "title": clipped(line(file.title), _LABEL_MOST) if file.title else None,
        "default": "true" if default else None,
    }
    inside = [element("podcast:source", pairs={"uri": absolute(file.url, "a sound file")})]
    if file.sha256:
        value = {"type": "sri", "value": integrity(file.sha256)}
        inside.append(element("podcast:integrity", pairs=value))
    return holding("podcast:alternateEnclosure", inside, pairs)


def integrity(sha256: str) -> str:
    """A SHA-256 as Subresource Integrity writes it (https://www.w3.org/TR/SRI/).

    >>> integrity("00" * 32)
    'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
    """
    return "sha256-" + base64.b64encode(bytes.fromhex(sha256)).decode()


def _itunes(channel: Channel, item: Item) -> Iterator[str]:
    title = called(item)
    if length(title) <= _TITLE_MOST:
        yield element("itunes:title", title)
    yield element("itunes:duration", str(max(1, round(item.duration))))
    if by := writers(item):
        yield element("itunes:author", clipped(by, _TITLE_MOST))
    if item.artwork and is_named_so(item.artwork):
        yield element("itunes:image", pairs={"href": absolute(item.artwork, "its picture")})
    yield _EXPLICIT[channel.explicit]
    yield _FULL


def _number(channel: Channel, item: Item) -> Iterator[str]:
    if channel.kind == "serial":
        for prefix in ("itunes", "podcast"):
            if item.season:
                yield element(f"{prefix}:season", str(item.season))
            if item.episode:
                yield element(f"{prefix}:episode", str(item.episode))


def _chapters(channel: Channel, item: Item) -> Iterator[str]:
    del channel
    if item.chapters_url:
        pairs = {
            "url": absolute(item.chapters_url, "its chapters"),
            "type": "application/json+chapters",
        }
        yield element("podcast:chapters", pairs=pairs)
    if item.chapters:
        inside = (element("psc:chapter", pairs=_chapter(each, item)) for each in item.chapters)
        yield holding("psc:chapters", inside, {"version": "1.2"})


def _chapter(chapter: Chapter, item: Item) -> dict[str, str | None]:
    title = line(chapter.title) or called(item)
    return {"start": stamp(milliseconds(chapter.start)), "title": title}


def _transcripts(channel: Channel, item: Item) -> Iterator[str]:
    for transcript in item.transcripts:
        pairs = {
            "url": absolute(transcript.url, "its transcript"),
            "type": transcript.type,
            "language": transcript.language or item.language or channel.language,
            "rel": "captions" if transcript.type in _CAPTIONS else None,
        }
        yield element("podcast:transcript", pairs=pairs)


def _people(channel: Channel, item: Item) -> Iterator[str]:
    for author in item.authors:
        if name := clipped(line(author), _NAME_MOST):
            yield element("podcast:person", name, {"role": "author", "group": "writing"})
    if item.narrator:
        words = words_for(item.language or channel.language)
        name = clipped(line(words.voice.format(name=item.narrator.name)), _NAME_MOST)
        yield element("podcast:person", name, {"role": "narrator", "group": "cast"})


def _elsewhere(channel: Channel, item: Item) -> Iterator[str]:
    words = words_for(item.language or channel.language)
    link = {"href": absolute(item.link, "the article")}
    yield element("podcast:contentLink", words.read, link)
    if bite := item.soundbite:
        times = {"startTime": f"{bite.start:.3f}", "duration": f"{bite.duration:.3f}"}
        yield element("podcast:soundbite", clipped(line(bite.title or ""), _NAME_MOST), times)
    yield _SYNTHETIC


_RULES = (
    _said, _sound, _itunes, _number, _chapters, _transcripts, _people, _elsewhere,
)  # fmt: skip
