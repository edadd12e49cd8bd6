"""Who wrote it, as structured data and meta tags say, and which of the names are people's."""

from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

from narrate.extract.data import lists
from narrate.extract.metadata.jsonld import Node, as_list
from narrate.extract.metadata.names import is_account, names
from narrate.extract.metadata.tags import Tags, every, first
from narrate.extract.metadata.title import folded
from narrate.extract.text import normalised

_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_TAGS = _WORDS["author tags"]
_WRITTEN_BY = frozenset(_WORDS["written by"])
_CATALOGUES = ("citation_", "dc.", "dcterms.")
_MOST = 12


def authors(claims: Iterable[tuple[str, ...]], houses: Iterable[str]) -> tuple[str, ...]:
    """The people in the first of the claims that names any; empty when none does.

    Claims that name only the house (its name, its site, a section) are passed over.
    """
    named = [house for house in houses if house]
    return next((people[:_MOST] for claim in claims if (people := _people(claim, named))), ())


def _people(found: Iterable[str], houses: list[str]) -> tuple[str, ...]:
    """The names that are not the house's, nor one of its departments' ('BBC Wales')."""
    whole = {folded(house) for house in houses}
    heads = tuple(f"{folded(h)} " for h in houses if h.isupper() or len(h.split()) > 1)
    names = ((name, folded(name)) for name in found)
    return tuple(name for name, bare in names if bare not in whole and not bare.startswith(heads))


def stated_authors(node: Node, nodes: list[Node], *, accounts: bool) -> tuple[str, ...]:
    """The authors as structured data states them, be it the house itself.

    `accounts` tells whether names of a system's account, as of its 'admin', count.
    """
    by_id = {
        other["@id"]: other
        for other in nodes
        if isinstance(other.get("@id"), str) and other.get("name")
    }
    raw = [
        name
        for author in as_list(node.get("author"))
        if accounts or not _is_account(author)
        for name in _named(author, by_id)
    ]
    if len(raw) > 1:
        return tuple(dict.fromkeys(n for text in raw for n in (names(text) or ())[:1]))
    return tuple(dict.fromkeys(n for text in raw for n in names(text)))


def _is_account(author: Any) -> bool:
    known = author if isinstance(author, dict) else {}
    return any(is_account(str(known.get(key) or "")) for key in ("url", "@id"))


def _named(author: Any, by_id: dict[str, Node]) -> Iterator[str]:
    if isinstance(author, str):
        yield normalised(unescape(author))
    elif isinstance(author, list):
        for each in author:
            yield from _named(each, by_id)
    elif isinstance(author, dict):
        named = author.get("name") or by_id.get(str(author.get("@id")), {}).get("name")
        yield from (normalised(unescape(str(name))) for name in as_list(named))


def tagged_authors(found: Tags) -> tuple[str, ...]:
    """The authors as meta tags name them, be it the house itself."""
    contents = [tuple(_straight(tag, text) for text in every(found, tag)) for tag in _TAGS]
    contents.append(_labelled(found))
    for texts in contents:
        if people := tuple(dict.fromkeys(name for text in texts for name in names(text))):
            return people
    return ()


def _straight(tag: str, text: str) -> str:
    """A name with the surname behind; tags for catalogues of scholars have it first: 'Lee, Ann'."""
    surname, comma, given = text.partition(", ")
    turned = tag.startswith(_CATALOGUES) and comma and "," not in given
    return f"{given} {surname}" if turned else text


def _labelled(found: Tags) -> tuple[str, ...]:
    """The text that the page labels as the writer's name for cards in social media."""
    for number in ("1", "2"):
        label = first(found, [f"twitter:label{number}"]) or ""
        if label.casefold().strip(": ") in _WRITTEN_BY:
            return every(found, f"twitter:data{number}")
    return every(found, "twitter:misc:written by")
