"""The part of the tree that holds the article, as BeautifulSoup, with a way back."""

from copy import deepcopy
from pathlib import Path
from typing import cast

from bs4 import BeautifulSoup, Tag
from lxml import etree

from narrate.extract.data import lists
from narrate.extract.elements import CONTROLS, SILENT

NUMBER = "data-narrate"
"""The attribute that says which element of the whole page a tag was."""

_UNUSED = (SILENT | {"img", "picture", "hr"}) - CONTROLS
_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_KEPT = frozenset(_WORDS["kept attributes"])


_MOST = 60_000
"""Elements that are read in some five seconds; a long book has fewer."""


_WRAPPERS = frozenset({"span", "font", "i", "svg"})
_SPENT = "spent"
"""What wrappers are called that say nothing of their text, before they are taken off."""


class TooLargeError(Exception):
    """The article has more elements than can be read in good time; it says how many."""


def soup(element: etree._Element, dropped: set[etree._Element]) -> tuple[Tag, list[etree._Element]]:
    """The element as a BeautifulSoup tag, and the page's elements by number.

    What is `dropped` is left out, and so are scripts: BeautifulSoup takes 25 µs an element, so
    it gets no more than it needs.
    """
    elements = list(element.iter())
    if len(elements) > _MOST:
        raise TooLargeError(len(elements))
    for number, each in enumerate(elements):
        each.set(NUMBER, str(number))
    copy = deepcopy(element)
    copy.tail = None
    _prune(copy, {number for number, each in enumerate(elements) if each in dropped})
    markup = etree.tostring(copy, encoding="unicode", method="html")
    tag = BeautifulSoup(markup, "lxml", multi_valued_attributes=None).find(None, {NUMBER: "0"})
    if not isinstance(tag, Tag):
        msg = "the article's element is lost in BeautifulSoup"
        raise TypeError(msg)
    return tag, elements


def _prune(copy: etree._Element, dropped: set[int]) -> None:
    etree.strip_elements(copy, *_UNUSED, with_tail=False)
    for each in list(copy.iter()):
        number = int(each.get(NUMBER))
        if number in dropped:
            _remove(each)
            continue
        for name in set(each.attrib) - _KEPT:
            if name != NUMBER:
                del each.attrib[name]
        if each.tag in _WRAPPERS and (len(each.attrib) == 1 or not (each.text or len(each))):
            each.tag = _SPENT
    etree.strip_tags(copy, _SPENT)


def _remove(element: etree._Element) -> None:
    """Take an element out, and leave the text behind it."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + " " + tail
        else:
            parent.text = (parent.text or "") + " " + tail
    parent.remove(element)


def attributes(tag: Tag) -> dict[str, str]:
    """A tag's attributes, which with `multi_valued_attributes` off are all plain strings."""
    return cast("dict[str, str]", tag.attrs)
