"""JSON-LD: what the page tells search engines of itself (schema.org)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from narrate.extract.data import lists

Node = dict[str, Any]

_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
ARTICLE_TYPES = frozenset(_WORDS["article types"])

_CONTROLS = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DEEPEST = 40
_PARTS = (
    "liveBlogUpdate", "itemListElement", "hasPart", "mentions", "citation", "comment",
    "isBasedOn", "subjectOf", "relatedLink", "blogPost",
)  # fmt: skip
"""Properties under which an article holds others: the entries of a live blog, what it cites."""


def nodes(root: etree._Element) -> list[Node]:
    """Every JSON-LD object on the page, those inside `@graph`, lists and objects too."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += _flat(_loads(script.text or ""))
    return found


def article(found: list[Node]) -> Node:
    """The object that describes the article itself; empty when there is none."""
    parts = {id(part) for node in found for key in _PARTS for part in _flat(node.get(key))}
    articles = [node for node in found if types(node) & ARTICLE_TYPES and id(node) not in parts]
    return max(articles, key=_telling, default={})


def types(node: Node) -> frozenset[str]:
    """The names of its types, in small letters, without the vocabulary's address."""
    return frozenset(
        kind.rsplit("/", 1)[-1].lower()
        for kind in as_list(node.get("@type"))
        if isinstance(kind, str)
    )


def as_list(value: Any) -> list[Any]:
    """JSON-LD lets one value stand for a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _telling(node: Node) -> int:
    fields = ("headline", "author", "datePublished", "articleBody", "mainEntityOfPage", "name")
    return sum(bool(node.get(field)) for field in fields)


def _loads(text: str) -> Any:
    text = _CONTROLS.sub(" ", text).strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>")
    text = text.removesuffix("]]>").strip().removesuffix(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _flat(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            if isinstance(item, list | dict):
                yield from _flat(item, depth + 1)
