"""Feeds: what the channel and every episode say, to people and to programs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from narrate.audit.report import Check, Surface
from narrate.audit.words import Notices

_NS = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
_ANEW = "build the feed anew"


@dataclass(frozen=True, slots=True)
class Entry:
    """An episode of a feed, and where its files are."""

    subject: str
    sound: str
    """The address of its enclosure."""
    transcripts: tuple[tuple[str, str], ...]
    """Media types and addresses."""


def read_feed(document: bytes) -> Any:
    """The channel of an RSS document; None where it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        root = etree.fromstring(document, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root.find("channel") if root.tag == "rss" else None


def entries(channel: Any, subject: str) -> Iterator[Entry]:
    """The episodes of a feed that have a sound file."""
    for number, item in enumerate(channel.findall("item"), 1):
        enclosure = item.find("enclosure")
        if enclosure is not None:
            found = (
                (node.get("type") or "", node.get("url") or "")
                for node in item.findall("podcast:transcript", _NS)
            )
            yield Entry(_named(item, number, subject), enclosure.get("url") or "", tuple(found))


def feed_checks(channel: Any, subject: str) -> Iterator[Check]:
    """What the channel and each of its episodes say."""
    notices = Notices(language=channel.findtext("language"))
    described = [channel.findtext("description"), channel.findtext("itunes:summary", None, _NS)]
    yield _shown(subject, "feed", described, notices)
    yield _for_programs(channel, subject, "feed for programs")
    for number, item in enumerate(channel.findall("item"), 1):
        name = _named(item, number, subject)
        described = [item.findtext("description"), item.findtext("content:encoded", None, _NS)]
        yield _shown(name, "episode in the feed", [_text(one) for one in described], notices)
        yield _for_programs(item, name, "episode in the feed for programs")
        yield _narrator(item, name, notices)


def json_checks(document: bytes, subject: str) -> Iterator[Check]:
    """What each episode of a JSON Feed says."""
    try:
        items = json.loads(document)["items"]
        pairs = [(str(item["title"]), str(item["content_html"])) for item in items]
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Check(subject, "JSON feed", told=False, what="it can't be read", mend=_ANEW)
        return
    for title, markup in pairs:
        yield _shown(f"{subject}, {title}", "JSON feed", [_text(markup)], Notices())


def _named(item: Any, number: int, subject: str) -> str:
    title = " ".join((item.findtext("title") or "").split())
    return f"{subject}, {title or f'episode {number}'}"


def _text(markup: str | None) -> str:
    """The text of an HTML fragment, a line an element."""
    from lxml import etree, html

    try:
        return "\n".join(html.fragment_fromstring(markup or "", create_parent="div").itertext())
    except (etree.LxmlError, ValueError):
        return ""


def _shown(subject: str, surface: Surface, texts: list[str | None], notices: Notices) -> Check:
    """Whether each text that is there has a line or a sentence that is the notice."""
    there = [text for text in texts if text and text.strip()]
    found = [notices.within(text) for text in there]
    if there and all(found):
        return Check(subject, surface, told=True, what=str(found[0]))
    what = "its description does not say that the voice is a machine's"
    return Check(subject, surface, told=False, what=what, mend=_ANEW)


def _for_programs(node: Any, subject: str, surface: Surface) -> Check:
    told = [
        (each.text or "").strip().lower()
        for each in node.findall("podcast:txt", _NS)
        if each.get("purpose") == "ai-content"
    ]
    if "true" in told:
        return Check(subject, surface, told=True, what="podcast:txt ai-content: true")
    what = 'there is no <podcast:txt purpose="ai-content">true</podcast:txt>'
    return Check(subject, surface, told=False, what=what, mend=_ANEW)


def _narrator(item: Any, subject: str, notices: Notices) -> Check:
    """Whoever is named as the narrator is said to be a machine's voice."""
    names = [
        " ".join((node.text or "").split())
        for node in item.findall("podcast:person", _NS)
        if (node.get("role") or "").strip().lower() == "narrator"
    ]
    surface: Surface = "narrator in the feed"
    if names and all(map(notices.are_words, names)):
        return Check(subject, surface, told=True, what=names[0])
    what = f"{names[0]} is not said to be a machine's voice" if names else "no narrator is named"
    return Check(subject, surface, told=False, what=what, mend=_ANEW)
