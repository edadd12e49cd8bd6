"""One element of a feed, against its row in the table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from lxml import etree

from narrate.feed.check.finding import Finding, Level
from narrate.feed.check.tags import ADVISED, NEEDED, NESTED, PREFIXES, TAGS, Tag
from narrate.feed.check.values import controls, shown

_MEND = "see the documentation of the element"
_DATE_MEND = "write it as Sun, 01 Mar 2026 07:30:00 GMT (RFC 2822)"
_ADDRESS_MEND = "write it whole, as https://example.org/"
_MENDS = {
    "title": "give it one",
    "link": _ADDRESS_MEND,
    "url": "use a JPEG or PNG, and write its whole address",
    "description": "say what it is about, in at most 4000 characters",
    "content:encoded": "say what it is about, or leave it out",
    "language": "name it by its ISO 639 code, as en-GB",
    "pubDate": _DATE_MEND,
    "lastBuildDate": _DATE_MEND,
    "guid": "give it a name that no other episode has, and that never changes",
    "atom:link": "give it a rel and a whole href",
    "itunes:category": "name one of Apple's categories, as News",
    "itunes:email": "write an address as audio@example.org",
    "itunes:duration": "say it in seconds, as 245, or as 4:05",
    "itunes:type": "say episodic or serial",
    "itunes:episodeType": "say full, trailer or bonus",
    "itunes:season": "count from 1",
    "itunes:episode": "count from 1",
    "podcast:guid": "make it of the feed's address, as UUID of version 5, and keep it for ever",
    "podcast:locked": "say yes or no",
    "podcast:funding": "give it the words of the link, and the whole address as url",
    "podcast:chapters": 'give it a url and type="application/json+chapters"',
    "podcast:soundbite": "give it a startTime and a duration, in seconds",
    "podcast:source": "name the file's whole address as uri",
    "podcast:contentLink": "give it the words of the link, and the whole address as href",
    "podcast:txt": "give it a text of at most 4000 characters",
    "psc:chapter": "give it a title, and a start as 00:01:02.500",
    "podcast:transcript": "put it into the episode, with a url and one of the known types",
    "podcast:medium": "say podcast, or another on the namespace's list",
    "podcast:person": "name somebody, in a role and a group of the Podcast Taxonomy",
    "podcast:updateFrequency": "write it as FREQ=WEEKLY;BYDAY=MO,FR (RFC 5545)",
    "podcast:integrity": "write sri and sha256-, then the hash in base64",
    "podcast:alternateEnclosure": "give it a type, a length in bytes and a podcast:source",
    "itunes:image": "use a square JPEG or PNG of 1400 to 3000 pixels",
    "itunes:explicit": "say true or false",
    "enclosure": "give one enclosure with url, length in bytes and type",
}
_ONE_EACH = frozenset(name for name, tag in TAGS.items() if not tag.many)


def called(node: Any) -> str:
    """An element's name with the prefix that it has here; '' for namespaces that aren't ours."""
    name = etree.QName(node)
    local: str = name.localname
    prefix = PREFIXES.get(name.namespace) if name.namespace else ""
    return "" if prefix is None else prefix + local


def named(item: Any, number: int) -> str:
    """What a finding calls an episode."""
    title = item.findtext("title") or ""
    return f"item {number} {shown(title)}" if title.strip() else f"item {number}"


def look_at(node: Any, parent: str, where: str, *, deep: bool = True) -> Iterator[Finding]:
    """What is wrong with an element, and with those in it."""
    name = called(node)
    if not name or name in NESTED:
        return
    if parent != "rss" and name != "item":
        yield from _itself(node, name, parent, where)
    yield from _children(node, name, where)
    if deep:
        for child in node.iterchildren(etree.Element):
            yield from look_at(child, name, where)


def _itself(node: Any, name: str, parent: str, where: str) -> Iterator[Finding]:
    tag = TAGS.get(name)
    if tag is None:
        yield from _unknown(node, name, where)
        return
    line = node.sourceline
    if parent not in tag.parents:
        what = f"<{name}> may not stand in <{parent}>"
        yield Finding(where, what, _MENDS.get(name, _MEND), line=line)
    for what in (*_text_faults(node, name, tag), *_attribute_faults(node, name, tag)):
        yield Finding(where, what, _MENDS.get(name, _MEND), line=line)


def _unknown(node: Any, name: str, where: str) -> Iterator[Finding]:
    if ":" in name and not name.startswith(("atom:", "content:")):
        close = get_close_matches(name, TAGS, n=1)
        mend = f"did you mean <{close[0]}>?" if close else "leave it out"
        yield Finding(where, f"there is no <{name}>", mend, line=node.sourceline)


def _text_faults(node: Any, name: str, tag: Tag) -> Iterator[str]:
    text = node.text or ""
    if (wrong := controls("".join(node.itertext()))) or (tag.text and (wrong := tag.text(text))):
        yield f"<{name}> {wrong}"


def _attribute_faults(node: Any, name: str, tag: Tag) -> Iterator[str]:
    for attribute, value in tag.needs.items():
        told = node.get(attribute)
        if told is None:
            yield f"<{name}> has no {attribute}"
        elif wrong := value(told):
            yield f"<{name}>’s {attribute} {wrong}"
    for attribute, value in tag.may.items():
        told = node.get(attribute)
        if told is not None and (wrong := value(told)):
            yield f"<{name}>’s {attribute} {wrong}"


def _children(node: Any, name: str, where: str) -> Iterator[Finding]:
    """What is there too often, and what is not there."""
    if not len(node) and name not in NEEDED and name not in ADVISED:
        return
    there = Counter(called(child) for child in node.iterchildren(etree.Element))
    for child, count in there.items():
        if count > 1 and child in _ONE_EACH:
            what = f"<{child}> stands {count} times where one may"
            yield Finding(where, what, "keep one of them", line=node.sourceline)
    yield from _missing(NEEDED, name, there, (where, node.sourceline), "error")
    yield from _missing(ADVISED, name, there, (where, node.sourceline), "advice")


def _missing(
    table: Mapping[str, tuple[tuple[str, str], ...]],
    name: str,
    there: Mapping[str, int],
    place: tuple[str, int],
    level: Level,
) -> Iterator[Finding]:
    where, line = place
    for child, mend in table.get(name, ()):
        if not there.get(child):
            yield Finding(where, f"there is no <{child}>", mend, level, line)
