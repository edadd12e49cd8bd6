"""The byline as the page marks it: by `itemprop`, by `rel`, by a class."""

import re
from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from narrate.extract.metadata.names import is_account, names, names_apart
from narrate.extract.metadata.place import headline, is_beside, is_of_picture
from narrate.extract.metadata.tags import dashed, words_of
from narrate.extract.text import normalised

_FIELDS = etree.XPath(
    "//*[@itemprop][contains(@itemprop,'author')][not(self::meta)] | "
    "//a[@rel][contains(@rel,'author')] | "
    "//*[@rel][contains(@rel,'has_creator')]"  # RDFa, as Drupal writes it
)
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|auteur|autore|writer|authorname|post-?author)s?(?:$|[\s_-])"
)
_CLASSED = etree.XPath("//*[@class]")
_TAGS = frozenset({"p", "div", "span", "a", "li", "ul", "address", "h3", "h4", "h5", "h6"})
_LONGEST = 160
_SEVERAL = 2
_LEVELS, _LONGEST_LIST = 5, 400
"""How far above a name the list of all names may be, and how long."""


def marked(root: etree._Element, title: str = "") -> tuple[str, ...]:
    """The names in the byline that is the article's own: behind its headline, or else above it."""
    heading = headline(root, title)
    fields = [field for field in _FIELDS(root) if _in_field(field)]
    own = (f for f in fields if _is_own(f, heading) and (f.get("rel") or not is_of_picture(f)))
    if (field := _first(root, heading, own)) is not None:
        around = _list_around(field)
        return tuple(dict.fromkeys(n for f in fields if f in around for n in _in_field(f)))
    classed = (e for e in _CLASSED(root) if e.tag in _TAGS)
    bylines = (e for e in classed if _is_byline(e) and _named_in(e))
    own = (e for e in bylines if _is_own(e, heading) and not is_of_picture(e))
    element = _first(root, heading, own)
    return _named_in(element) if element is not None else ()


def _is_own(element: etree._Element, heading: etree._Element | None) -> bool:
    """Whether an element belongs to the article that its heading is in."""
    if is_beside(element):
        return False
    mine = set(heading.iterancestors("article")) if heading is not None else set()
    return not mine or mine.issuperset(element.iterancestors("article"))


def _first(
    root: etree._Element, heading: etree._Element | None, found: Iterable[etree._Element]
) -> etree._Element | None:
    """The first of the elements that stands behind the heading; else the first of all."""
    elements = list(found)
    if len(elements) < _SEVERAL or heading is None:
        return next(iter(elements), None)
    sought = {heading, *elements}
    order = [element for element in root.iter() if element in sought]
    behind = order[order.index(heading) + 1 :]
    return next(iter(behind), elements[0])


def _in_field(field: etree._Element) -> tuple[str, ...]:
    text = "" if is_account(field.get("href") or "") else words_of(field)
    return names(text) if 0 < len(text) <= _LONGEST and _is_capital(text) else ()


def _list_around(field: etree._Element) -> set[etree._Element]:
    """The elements of the list of names that a name stands in."""
    best = field
    for _, part in zip(range(_LEVELS), field.iterancestors(), strict=False):
        if len(words_of(part)) > _LONGEST_LIST:
            break
        best = part
    return set(best.iter())


def _is_capital(text: str) -> bool:
    """Whether a text may be a name, and is not a link such as 'view more posts'."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return small * 2 <= len(words) or len(words) == 1


def _is_byline(element: etree._Element) -> bool:
    named = element.get("class")
    return bool(named) and _names_byline(named)


@lru_cache(maxsize=20_000)
def _names_byline(named: str) -> bool:
    return _NAMED.search(dashed(named)) is not None


def _named_in(element: etree._Element) -> tuple[str, ...]:
    if any(is_account(link.get("href") or "") for link in element.iter("a")):
        return ()
    texts = [text for part in element.itertext() if (text := normalised(part))]
    return names_apart(texts) if 0 < sum(map(len, texts)) <= _LONGEST else ()
