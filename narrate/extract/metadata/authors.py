"""Who wrote it: structured data, then meta tags, then the byline on the page."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from lxml import etree

from narrate.extract.metadata.jsonld import Node, as_list
from narrate.extract.metadata.names import names
from narrate.extract.metadata.tags import Tags, words_of
from narrate.extract.metadata.title import folded
from narrate.extract.text import normalised

_TAGS = (
    "author article:author article:author_name byl parsely-author sailthru.author dc.creator "
    "dcterms.creator cxenseparse:author og:article:author citation_author dc.creator.personalname"
).split()
_BYLINES = (
    "//*[@itemprop='author' or contains(@itemprop,'author ')][not(self::meta)]",
    "//a[contains(concat(' ',@rel,' '),' author ')]",
    "//*[contains(concat(' ',@class,' '),' byline ') or contains(@class,'byline__name') "
    "or contains(@class,'byline-name') or contains(@class,'author-name') "
    "or contains(@class,'author__name') or contains(@class,'authorName') "
    "or contains(@class,'author_name') or contains(concat(' ',@class,' '),' author ') "
    "or contains(@class,'post-author') or contains(@class,'entry-author') "
    "or contains(@class,'article-author') or contains(@class,'article__author')]",
)
_MOST = 12
_LONGEST = 160


def authors(
    root: etree._Element, node: Node, nodes: list[Node], found: Tags, sites: Iterable[str]
) -> tuple[str, ...]:
    """The authors' names, in the page's order; empty when it names none."""
    houses = {folded(site) for site in sites if site}
    stated = _structured(node, nodes)
    people = _people(stated, houses)
    people = people or _people(_tagged(found), houses) or _people(_written(root), houses)
    return (people or stated)[:_MOST]


def _people(found: Iterable[str], houses: set[str]) -> tuple[str, ...]:
    return tuple(name for name in found if folded(name) not in houses)


def _structured(node: Node, nodes: list[Node]) -> tuple[str, ...]:
    by_id = {
        other["@id"]: other
        for other in nodes
        if isinstance(other.get("@id"), str) and other.get("name")
    }
    raw = [name for author in as_list(node.get("author")) for name in _named(author, by_id)]
    if len(raw) > 1:
        return tuple(dict.fromkeys(n for text in raw for n in (names(text) or ())[:1]))
    return tuple(dict.fromkeys(n for text in raw for n in names(text)))


def _named(author: Any, by_id: dict[str, Node]) -> Iterator[str]:
    if isinstance(author, str):
        yield normalised(unescape(author))
    elif isinstance(author, list):
        for each in author:
            yield from _named(each, by_id)
    elif isinstance(author, dict):
        named = author.get("name") or by_id.get(str(author.get("@id")), {}).get("name")
        yield from (normalised(unescape(str(name))) for name in as_list(named))


def _tagged(found: Tags) -> tuple[str, ...]:
    for tag in _TAGS:
        people = [name for content in found.get(tag, ()) for name in names(content)]
        if people:
            return tuple(dict.fromkeys(people))
    return ()


def _written(root: etree._Element) -> tuple[str, ...]:
    for path in _BYLINES:
        for element in root.xpath(path):
            text = words_of(element)
            people = names(text, free=True) if 0 < len(text) <= _LONGEST else ()
            if people:
                return people
    return ()
