"""The part of the tree that holds the article, as BeautifulSoup, with a way back."""

from copy import deepcopy

from bs4 import BeautifulSoup, Tag
from lxml import etree

from narrate.extract.elements import CONTROLS, SILENT

NUMBER = "data-narrate"
"""The attribute that says which element of the whole page a tag was."""

_UNUSED = (SILENT | {"img", "picture", "hr"}) - CONTROLS
_KEPT = frozenset(
    "class id role href lang dir start value type reversed title datetime itemprop colspan rowspan "
    "data-testid data-component data-module data-name hidden aria-hidden style alt".split()
)


def soup(element: etree._Element, dropped: set[etree._Element]) -> tuple[Tag, list[etree._Element]]:
    """The element as a BeautifulSoup tag, and the page's elements by number.

    What is `dropped` is left out, and so are scripts: BeautifulSoup takes 25 µs an element, so
    it gets no more than it needs.
    """
    elements = list(element.iter())
    for number, each in enumerate(elements):
        each.set(NUMBER, str(number))
    copy = deepcopy(element)
    copy.tail = None
    _prune(copy, {number for number, each in enumerate(elements) if each in dropped})
    markup = etree.tostring(copy, encoding="unicode", method="html")
    tag = BeautifulSoup(markup, "lxml", multi_valued_attributes=None).find(attrs={NUMBER: "0"})
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
