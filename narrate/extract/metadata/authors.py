"""Who wrote it: structured data, then meta tags, then the byline on the page."""

from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

from lxml import etree

from narrate.extract.data import lists
from narrate.extract.metadata.byline import marked
from narrate.extract.metadata.jsonld import Node, as_list
from narrate.extract.metadata.names import names
from narrate.extract.metadata.tags import Tags, every, first
from narrate.extract.metadata.title import folded
from narrate.extract.text import normalised

_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_TAGS = _WORDS["author tags"]
_WRITTEN_BY = frozenset(_WORDS["written by"])
_MOST = 12


def authors(
    root: etree._Element, node: Node, nodes: list[Node], found: Tags, sites: Iterable[str]
) -> tuple[str, ...]:
    """The names of people, in the page's order; empty when it names none or only its house."""
    houses = [site for site in sites if site]
    people = _people(stated_authors(node, nodes), houses) or _people(_tagged(found), houses)
    return (people or _people(marked(root), houses))[:_MOST]


def claimed_authors(
    root: etree._Element, node: Node, nodes: list[Node], found: Tags
) -> tuple[str, ...]:
    """Whoever the page names as its author, be it the house itself."""
    return stated_authors(node, nodes) or _tagged(found) or marked(root)


def _people(found: Iterable[str], houses: list[str]) -> tuple[str, ...]:
    """The names that are not the house's, nor one of its departments' ('BBC Wales')."""
    whole = {folded(house) for house in houses}
    heads = tuple(f"{folded(h)} " for h in houses if h.isupper() or len(h.split()) > 1)
    names = ((name, folded(name)) for name in found)
    return tuple(name for name, bare in names if bare not in whole and not bare.startswith(heads))


def stated_authors(node: Node, nodes: list[Node]) -> tuple[str, ...]:
    """The authors as structured data states them, be it the house itself."""
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
    contents = [every(found, tag) for tag in _TAGS] + [_labelled(found)]
    for texts in contents:
        if people := tuple(dict.fromkeys(name for text in texts for name in names(text))):
            return people
    return ()


def _labelled(found: Tags) -> tuple[str, ...]:
    """The text that the page labels as the writer's name for cards in social media."""
    for number in ("1", "2"):
        label = first(found, [f"twitter:label{number}"]) or ""
        if label.casefold().strip(": ") in _WRITTEN_BY:
            return every(found, f"twitter:data{number}")
    return every(found, "twitter:misc:written by")
