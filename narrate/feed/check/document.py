"""The whole of a feed, looked at element by element and then as one."""

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from narrate.feed.check.element import look_at, named
from narrate.feed.check.finding import Finding
from narrate.feed.check.root import of_root
from narrate.feed.check.whole import of_channel, of_items

Sizes = Callable[[str], int | None]
"""How many bytes a file has that an address names; None where nobody knows; -1 where it is gone."""

MOST_BYTES = 100_000_000
_NOWHERE = "the document"


def check(
    document: bytes, *, name: str = "feed.xml", url: str | None = None, sizes: Sizes | None = None
) -> tuple[Finding, ...]:
    """All that is wrong with one document of a feed, in the order in which it stands there.

    `url` is where the document is served. Entities and document types are not read.
    """
    root = _parsed(document)
    if isinstance(root, str):
        return (Finding(name, root, "a feed is well-formed XML in UTF-8, without a DOCTYPE"),)
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        return (Finding(name, "it is not RSS 2.0", "its root is <rss> with a <channel> in it"),)
    return (*of_root(root, name), *_findings(channel, name, url, sizes))


def _parsed(document: bytes) -> Any:
    """The root element, or why there is none."""
    if len(document) > MOST_BYTES:
        return f"it is larger than {MOST_BYTES / 1e6:g} MB"
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(document, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return f"it can't be read: {' '.join(str(error).split())}"
    return (
        "it has a DOCTYPE, which could hold entities"
        if root.getroottree().docinfo.doctype
        else root
    )


def _findings(channel: Any, name: str, url: str | None, sizes: Sizes | None) -> Iterator[Finding]:
    items = channel.findall("item")
    for node in channel.iterchildren(etree.Element):
        if node.tag != "item":
            yield from look_at(node, "channel", name)
    yield from look_at(channel, "rss", name, deep=False)
    yield from of_channel(channel, name, url)
    for number, item in enumerate(items, start=1):
        yield from look_at(item, "channel", f"{name}, {named(item, number)}")
    yield from of_items(items, name, sizes)
