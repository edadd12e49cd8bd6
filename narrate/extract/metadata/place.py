"""Whether an element speaks of the article, or of something beside it: a teaser, a comment."""

import re

from lxml import etree

from narrate.extract.metadata.tags import words_of
from narrate.extract.metadata.title import folded

_BESIDE = re.compile(
    r"comment|(?:^|[\s_-])related|recommend|recirculat|(?:^|\s)sidebar(?:$|\s)|summary-item|"
    r"bread-?crumb|most-?read|newsletter|trending"
)
"""Parts of class names of what stands beside an article."""
_PICTURED = re.compile(r"caption|image|photo|picture|gallery|media")
_CLOSE = 3
"""Levels above a name within which a class that speaks of a picture speaks of the name's."""
_TAGS = frozenset({"nav", "aside", "form", "dialog", "select"})
_FIGURES = frozenset({"figure", "figcaption"})
WHOLE = frozenset({"body", "html", "main", "article"})
"""Elements whose classes tell what kind of page it is, not what part of it."""
_CARD = 80
"""Characters beside it in one link that show that the link leads to another article."""


def is_beside(element: etree._Element) -> bool:
    """Whether an element belongs to something that stands beside the article."""
    parts = [part for part in (element, *element.iterancestors()) if part.tag not in WHOLE]
    return any(_is_beside(part, element) for part in parts)


def is_of_picture(element: etree._Element) -> bool:
    """Whether an element belongs to a picture: the name in it is the photographer's."""
    parts = [part for part in (element, *element.iterancestors()) if part.tag not in WHOLE]
    return any(part.tag in _FIGURES for part in parts) or any(
        _PICTURED.search(_class(part)) for part in parts[:_CLOSE]
    )


def _is_beside(part: etree._Element, element: etree._Element) -> bool:
    if part.tag in _TAGS or _BESIDE.search(_class(part)):
        return True
    return part.tag == "a" and _length(part) > _length(element) + _CARD


def _class(element: etree._Element) -> str:
    return (element.get("class") or "").lower()


def _length(element: etree._Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def headline(root: etree._Element, title: str) -> etree._Element | None:
    """The heading with the title; else the first that is not empty."""
    first = None
    for heading in root.iter("h1", "h2", "h3"):
        words = folded(words_of(heading))
        if title and folded(title) in words and not is_beside(heading):
            return heading
        first = first if first is not None or not words or heading.tag != "h1" else heading
    return first
