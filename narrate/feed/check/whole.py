"""What shows only when elements are held against each other."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lxml import html

from narrate.errors import ConfigError
from narrate.feed.categories import category
from narrate.feed.check import values as v
from narrate.feed.check.element import named
from narrate.feed.check.finding import Finding
from narrate.feed.check.taxonomy import PLAYED
from narrate.feed.clip import length

_NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
_GONE = -1
_UNSAFE = ("script", "style", "iframe", "object", "embed", "form", "link", "meta")
_NOTES_MOST = 4_000
"""Characters of a description, after which Apple cuts."""


def of_channel(channel: Any, where: str, url: str | None) -> Iterator[Finding]:
    """What is wrong with the channel as one."""
    yield from _disclosed(channel, where)
    yield from _self_link(channel, where, url)
    for node in channel.findall("itunes:category", _NS):
        subs = node.findall("itunes:category", _NS)
        for name in [f"{node.get('text')}/{sub.get('text')}" for sub in subs] or [node.get("text")]:
            yield from _category(name or "", where, node.sourceline)
    for node in channel.findall("podcast:updateFrequency", _NS):
        if "COUNT" in (node.get("rrule") or "") and not node.get("dtstart"):
            what = "an rrule with a COUNT needs a dtstart"
            yield Finding(where, what, "say when it begins", line=node.sourceline)
    if channel.findtext("itunes:type", namespaces=_NS) == "serial":
        yield from _numbered(channel, where)
    if not channel.findall("item"):
        yield Finding(where, "there are no episodes", "publish one", "advice", channel.sourceline)


def _numbered(channel: Any, where: str) -> Iterator[Finding]:
    """Serials are heard in order, which Apple takes from their numbers."""
    bare = [
        item
        for item in channel.findall("item")
        if item.find("itunes:episode", _NS) is None
        and item.findtext("itunes:episodeType", namespaces=_NS) in (None, "full")
    ]
    if bare:
        what = f"it is a serial, and {len(bare)} of its episodes have no <itunes:episode>"
        yield Finding(where, what, "number them, or say episodic", line=bare[0].sourceline)


def _category(name: str, where: str, line: int) -> Iterator[Finding]:
    try:
        category(name)
    except ConfigError as error:
        what = f"{v.shown(name)} is not one of Apple's categories"
        yield Finding(where, what, error.mend or "choose one of them", line=line)


def _disclosed(node: Any, where: str) -> Iterator[Finding]:
    told = [each.get("purpose") for each in node.findall("podcast:txt", _NS)]
    if "ai-content" not in told:
        what = "it does not say that the voice is synthetic"
        mend = 'add <podcast:txt purpose="ai-content">true</podcast:txt>'
        yield Finding(where, what, mend, line=node.sourceline)


def _self_link(channel: Any, where: str, url: str | None) -> Iterator[Finding]:
    links = [
        node.get("href") for node in channel.findall("atom:link", _NS) if node.get("rel") == "self"
    ]
    mend = "add an atom:link with rel=self and the feed's own address"
    if not links:
        yield Finding(
            where, "it does not say where it is served", mend, "advice", channel.sourceline
        )
    elif len(links) > 1:
        yield Finding(where, "it says twice where it is served", "keep one of them")
    elif url and links[0] != url:
        what = f"it says that it is served at {links[0]}, and was found at {url}"
        yield Finding(where, what, "set its address anew", "advice")


def of_items(
    items: Sequence[Any], name: str, sizes: Callable[[str], int | None] | None
) -> Iterator[Finding]:
    """What is wrong with episodes, and between them."""
    seen: dict[tuple[str, str], str] = {}
    yield from _plain_http(items, name)
    for number, item in enumerate(items, start=1):
        who = named(item, number)
        where = f"{name}, {who}"
        yield from _disclosed(item, where)
        yield from _twice(item, who, where, seen)
        for rules in (_guid, _sounds, _integrity, _times, _notes):
            yield from rules(item, where)
        if sizes:
            yield from _sizes(item, where, sizes)


def _plain_http(items: Sequence[Any], name: str) -> Iterator[Finding]:
    """Sound that is not encrypted on its way: said once, since it is mostly all of it."""
    sounds = [node for item in items for node in item.findall("enclosure")]
    plain = [node for node in sounds if (node.get("url") or "").lower().startswith("http:")]
    if plain:
        what = f"{len(plain)} of {len(sounds)} enclosures are served without encryption"
        mend = "serve them by https; browsers and some apps play nothing else"
        yield Finding(name, what, mend, "advice", plain[0].sourceline)


def _twice(item: Any, who: str, where: str, seen: dict[tuple[str, str], str]) -> Iterator[Finding]:
    guid, enclosure = (item.findtext("guid") or "").strip(), item.find("enclosure")
    keys = [
        ("GUID", guid),
        ("enclosure", enclosure.get("url") or "" if enclosure is not None else ""),
    ]
    for what, key in keys:
        if not key:
            continue
        other = seen.setdefault((what, key), who)
        if other != who:
            mend = "every episode has its own; remove one of the two"
            said = f"it has the same {what} as {other}: {v.shown(key)}"
            yield Finding(where, said, mend, line=item.sourceline)


def _guid(item: Any, where: str) -> Iterator[Finding]:
    node = item.find("guid")
    if node is not None and node.get("isPermaLink") in (None, "true") and v.url(node.text or ""):
        what = "its GUID is said to be an address and is none"
        yield Finding(where, what, 'add isPermaLink="false"', line=node.sourceline)


def _sounds(item: Any, where: str) -> Iterator[Finding]:
    enclosure = item.find("enclosure")
    kind = enclosure.get("type") or "" if enclosure is not None else "audio/"
    if not kind.startswith(("audio/", "video/")):
        what = f"its enclosure is {v.shown(kind)}, which no podcast app plays"
        yield Finding(where, what, "use audio/mpeg or audio/mp4", line=enclosure.sourceline)
    if enclosure is not None:
        yield from _named_as_played(enclosure, kind, where)
    alternates = item.findall("podcast:alternateEnclosure", _NS)
    if sum(each.get("default") == "true" for each in alternates) > 1:
        what = "more than one alternateEnclosure is the default"
        yield Finding(where, what, "only the enclosure's own is", line=item.sourceline)


def _named_as_played(enclosure: Any, kind: str, where: str) -> Iterator[Finding]:
    url = (enclosure.get("url") or "").lower()
    kinds = next((kinds for suffix, kinds in PLAYED.items() if url.endswith(suffix)), None)
    if kinds is None:
        what = "its enclosure’s address does not end as Apple wants it"
        mend = "let it end in .mp3 or .m4a, without anything after it"
        yield Finding(where, what, mend, line=enclosure.sourceline)
    elif kind.startswith(("audio/", "video/")) and kind not in kinds:
        what = f"its enclosure is said to be {v.shown(kind)}, and its address says otherwise"
        yield Finding(where, what, f"say {kinds[0]}", line=enclosure.sourceline)


def _integrity(item: Any, where: str) -> Iterator[Finding]:
    for node in item.findall("podcast:alternateEnclosure/podcast:integrity", _NS):
        if node.get("type") == "sri" and (wrong := v.sri(node.get("value") or "")):
            mend = "write sha256- and then the hash of the file in base64"
            yield Finding(where, f"an integrity {wrong}", mend, line=node.sourceline)


def _times(item: Any, where: str) -> Iterator[Finding]:
    seconds = (item.findtext("itunes:duration", namespaces=_NS) or "").strip()
    if not seconds.isdecimal():
        return
    for node in item.findall("podcast:soundbite", _NS):
        start, lasts = node.get("startTime") or "", node.get("duration") or ""
        if v.number(start) or v.number(lasts):
            continue
        if float(start) + float(lasts) > int(seconds) + 1:
            what = "a soundbite ends after the episode has"
            yield Finding(where, what, "choose another stretch", line=node.sourceline)


def _notes(item: Any, where: str) -> Iterator[Finding]:
    """What apps would show of the notes: addresses that lead nowhere, and what they cut out."""
    for node in (*item.findall("description"), *item.findall("content:encoded", _NS)):
        for what, mend in _html_faults(node.text or ""):
            yield Finding(where, what, mend, line=node.sourceline)
    if length(text := item.findtext("description") or "") > _NOTES_MOST:
        what = f"its description has {length(text)} characters; Apple cuts it after {_NOTES_MOST}"
        yield Finding(where, what, "put the rest into content:encoded", "advice", item.sourceline)


def _html_faults(text: str) -> Iterator[tuple[str, str]]:
    root = html.fragment_fromstring(text, create_parent=True) if "<" in text else None
    if root is None:
        return
    for node in root.iter(*_UNSAFE):
        yield f"its notes hold a <{node.tag}>, which apps cut out", "leave it out"
    for node in root.iter("a", "img"):
        address = node.get("href") or node.get("src") or ""
        if v.url(address) and not address.startswith(("mailto:", "#")):
            yield f"a link in its notes {v.url(address)}", "write the whole address"


def _sizes(item: Any, where: str, sizes: Callable[[str], int | None]) -> Iterator[Finding]:
    sounds = [(node, node.get("url")) for node in item.findall("enclosure")]
    for node in item.findall("podcast:alternateEnclosure", _NS):
        sounds += [(node, each.get("uri")) for each in node.findall("podcast:source", _NS)]
    for node, url in dict.fromkeys(sounds):
        told, found = node.get("length"), sizes(url) if url else None
        if found is None or told == str(found):
            continue
        what, mend = f"{url} has {found} bytes, not {told}", "build the feed anew"
        if found == _GONE:
            what, mend = f"{url} is not there", "put the file there, or remove the episode"
        yield Finding(where, what, mend, line=node.sourceline)
